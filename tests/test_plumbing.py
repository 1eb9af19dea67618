"""What everyone installs is pinned, and nothing we keep knows the machine it was written on."""

import json
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = sorted((ROOT / ".ci").glob("*.lock"))

# An absolute path, and not the middle of an address or of a relative path.
LOCAL_PATH = re.compile(r"(?<![\w./~)}\]-])/(?:work|root|home|Users)/\w")


@pytest.fixture
def kept() -> list[Path]:
    """Every file that is in the repository or would be with the next `git add`."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_pins_every_package_to_a_version_and_a_hash(lock: Path):
    """Each entry of a Python lock names one version and the hashes of its files."""
    entries = re.split(r"\n(?=\w)", lock.read_text("utf-8"))[1:]
    assert entries
    assert not [e for e in entries if not re.match(r"[\w.-]+==\S+ .*?--hash=sha256:", e, re.DOTALL)]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_no_index(lock: Path):
    """A Python lock can be installed from any index, so it names none."""
    assert not re.search(r"http|file:|^-", lock.read_text("utf-8"), re.MULTILINE)


def test_development_uses_the_versions_that_readers_get():
    """Whatever the generator needs has the same version in the lock of its developers."""
    pins = {
        lock.name: set(re.findall(r"^[\w.-]+==\S+", lock.read_text("utf-8"), re.MULTILINE))
        for lock in LOCKS
    }
    assert pins["requirements.lock"] <= pins["requirements-dev.lock"]


def test_the_node_lock_pins_contents_and_names_no_registry():
    """Each package of the Node lock has a checksum and no download address."""
    lock = json.loads((ROOT / "tests/tools/package-lock.json").read_text("utf-8"))
    packages = [package for path, package in lock["packages"].items() if path]
    assert packages
    assert all("integrity" in package and "resolved" not in package for package in packages)


def test_nothing_kept_names_a_path_of_one_machine(kept: list[Path]):
    """No file of the repository holds an absolute path into somebody's home or work folder."""
    found = {
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in kept
        for match in LOCAL_PATH.finditer(path.read_text("utf-8", errors="ignore"))
    }
    assert not found
