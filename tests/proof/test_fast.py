"""A few examples of each proof, in seconds; `make proof` runs all of them."""

import subprocess
import sys

import pytest

from tests.portals import ENVIRONMENT, contents
from tests.proof.__main__ import apart, proofs
from tests.proof.small import small_portal
from tests.proof.table import Row, failures

pytestmark = pytest.mark.slow


@pytest.fixture
def portal():
    """Three entries, not built yet."""
    with small_portal() as portal:
        yield portal


@pytest.mark.parametrize(("module", "proof"), proofs([]), ids=" ".join)
def test_a_few_of_each(module, proof):
    """Each promise is kept a few times."""
    rows = apart((module, proof), "few")
    assert list(failures(rows)) == []


def test_a_proof_that_tried_too_little_has_failed():
    """A row is whole where enough was tried and nothing failed."""
    assert not Row("nothing").whole
    assert not Row("few", tried=3, least=4).whole
    assert not Row("bad", tried=3, failed=["why"]).whole
    assert Row("good", tried=3).whole
    assert list(failures([Row("few", tried=3, least=4)])) == ["FAILED  few: tried 3 times only"]


class TestWhatWasMended:
    def test_leftovers_are_swept_where_nothing_has_changed(self, portal):
        """A build with nothing to do still removes what a killed one left beside the site."""
        assert portal.build().returncode == 0
        left = portal.root / ".site.old" / "deeper"
        left.mkdir(parents=True)
        (left.parent / ".made-by-lsbuild").touch()

        assert "nothing has changed" in portal.build().stderr
        assert not left.parent.exists()

    def test_a_site_with_more_or_other_things_in_it_is_built_anew(self, portal, tmp_path):
        """Links, folders and modes are looked at too, and not only bytes."""
        assert portal.build().returncode == 0
        before, page = contents(portal.site), portal.site / "glossary/index.html"
        (tmp_path / "page.html").write_bytes(page.read_bytes())
        for spoil in (
            lambda: (page.unlink(), page.symlink_to(tmp_path / "page.html")),
            lambda: (portal.site / "more").symlink_to(tmp_path),
            lambda: (portal.site / "empty").mkdir(),
            lambda: page.chmod(0o600),
        ):
            assert "nothing has changed" in portal.build().stderr
            spoil()
            assert "nothing has changed" not in portal.build().stderr
            assert contents(portal.site) == before and not page.is_symlink()

    @pytest.mark.parametrize("name", ["index.html.md", "data.json.md", "robots.txt.md"])
    def test_a_page_named_like_a_file_is_refused(self, portal, name):
        """A page may name its language; any other dot would make a folder of a file's name."""
        term = (portal.content / "glossary/round.md").read_text("utf-8")
        (portal.content / "glossary" / name).write_text(term, "utf-8")

        done = portal.build()
        assert done.returncode == 1
        assert "LS008" in done.stderr

    def test_the_last_entry_of_a_kind_can_be_withdrawn(self, portal):
        """Its page leads home where the list it stood in is gone."""
        term = (portal.content / "glossary/round.md").read_text("utf-8")
        why = "withdrawal: {on: 2026-03-01, why: We were asked to.}"
        gone = term.replace("status: published", f"status: withdrawn\n{why}")
        (portal.content / "glossary/round.md").write_text(gone, "utf-8")
        portal.edit("pages/index.md", "[[term/round|the round]]", "the round")

        done = portal.build()
        assert done.returncode == 0, done.stderr
        page = contents(portal.site)["glossary/round/index.html"].decode()
        assert '<a href="../../">To the home page</a>' in page

    def test_a_narrow_umask_does_not_hide_the_site(self, portal):
        """Pages and folders can be read by everyone, whoever builds them."""
        done = subprocess.run(
            [sys.executable, "-m", "lsbuild", "--config", str(portal.config), "build"],
            env=ENVIRONMENT,
            umask=0o077,
        )
        assert done.returncode == 0
        modes = {path.stat().st_mode & 0o777 for path in portal.site.rglob("*")}
        assert modes == {0o644, 0o755}
