"""What every test may ask for."""

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from lsbuild.output.editor import bring
from lsbuild.output.work import folder_for
from lsbuild.pipeline import Prepared, prepare
from lsbuild.settings import read_settings
from tests import portals
from tests.portals import Portal

_OWN = os.environ.get("XDG_CACHE_HOME", "")
Golden = Callable[[Path, str], None]


def pytest_configure(config: pytest.Config) -> None:
    """What commands remember of folders that are soon gone is soon gone too."""
    kept = tempfile.TemporaryDirectory(prefix="lsbuild-cache-")
    config.add_cleanup(kept.cleanup)
    os.environ["XDG_CACHE_HOME"] = kept.name
    portals.ENVIRONMENT["XDG_CACHE_HOME"] = kept.name


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="Write what was made as golden text.")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with the kept one; `pytest --accept` keeps the new one instead."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--accept"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        kept = path.read_bytes().decode() if path.exists() else ""
        assert text == kept, f"{path.name} differs; look, then run pytest with --accept"

    return compare


@pytest.fixture(scope="session")
def prepared() -> Prepared:
    """The golden site before an engine renders: its portal, its report, its Plan."""
    return prepare(read_settings(portals.GOLDEN / "mkdocs.yml"))


@pytest.fixture(scope="session")
def golden_built(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    """A copy of the golden site, built once; tests only look at it."""
    portal = portals.copy_golden(tmp_path_factory.mktemp("golden"))
    done = portal.build()
    assert done.returncode == 0, done.stderr
    return portal


@pytest.fixture(scope="session")
def golden_site(golden_built: Portal) -> Path:
    """The folder of the built golden site; tests only look at it."""
    return golden_built.site


@pytest.fixture(scope="session")
def editor_program() -> Path:
    """The program of the web editor, fetched once for all runs, in the cache of this one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", _OWN) if _OWN else patch.delenv("XDG_CACHE_HOME")
        kept = bring()
    shutil.copytree(kept, bring_to := folder_for("editor") / kept.name)
    return bring_to


@pytest.fixture(scope="session")
def editor_built(editor_program: Path, tmp_path_factory: pytest.TempPathFactory) -> Portal:
    """A copy of the golden site with a web editor to try out, built once."""
    portal = portals.copy_golden(tmp_path_factory.mktemp("editor"))
    portal.set("      workers: 2", "      workers: 2\n      editor: {trial: true}")
    done = portal.build()
    assert done.returncode == 0, done.stderr
    return portal


@pytest.fixture
def golden_copy(tmp_path: Path) -> Portal:
    """A copy of the golden site that a test may spoil; not built yet."""
    return portals.copy_golden(tmp_path)


@pytest.fixture
def built(golden_built: Portal, tmp_path: Path) -> Portal:
    """The same, already built once."""
    shutil.copytree(golden_built.root.parent.parent, tmp_path, dirs_exist_ok=True)
    portal = Portal(tmp_path / "tests" / "site")
    shutil.copytree(golden_built.work, portal.work, dirs_exist_ok=True)
    return portal
