"""What is online stays whole, whatever goes wrong with the next build."""

import fcntl
import resource
import subprocess
import sys

import pytest

from tests.portals import ENVIRONMENT, contents, differences, run

pytestmark = pytest.mark.slow


def refused(portal, code: int, *words: str, **more: str) -> str:
    """Build, and see that it failed with this code, left the site alone and nothing behind."""
    before = contents(portal.site)
    done = portal.build(*words, **more)

    assert done.returncode == code, done.stderr
    assert differences(before, contents(portal.site)) == []
    assert [path.name for path in portal.root.glob(".site.*")] == []
    assert "Traceback" not in done.stderr
    return done.stderr


class TestTheOldSiteStays:
    def test_where_content_is_wrong(self, built):
        """Findings are printed with their place, and the code is 1."""
        built.edit("roles/sample-teams.md", "group: teams", "group: teems")
        said = refused(built, 1)

        assert "content/roles/sample-teams.md:6:8" in said
        assert "did you mean `teams`?" in said

    def test_where_a_template_fails(self, built):
        """The template and the page are named, also from a worker, and the code is 3."""
        template = built.theme / "term.html"
        template.write_text(template.read_text().replace("{{ body }}", "{{ body }}{{ 1 // 0 }}"))
        said = refused(built, 3)

        assert "the template term.html cannot show /glossary/sample-" in said
        assert "ZeroDivisionError" in said

    def test_where_a_template_is_missing(self, built):
        """A template that is gone is named as well."""
        (built.theme / "lesson.html").unlink()
        assert "lesson.html" in refused(built, 3)

    def test_where_pagefind_fails(self, built, tmp_path):
        """The last words of the search program are passed on."""
        broken = tmp_path / "broken" / "pagefind_bin"
        broken.mkdir(parents=True)
        (broken / "__init__.py").write_text("")
        (broken / "__main__.py").write_text("import sys; sys.exit('no room in the index')")
        built.edit("pages/about.md", "The tests keep it.", "The tests keep it well.")
        said = refused(built, 3, PYTHONPATH=str(broken.parent))

        assert "the search index could not be made: no room in the index" in said

    def test_where_the_finished_pages_have_faults(self, built):
        """A page that leads nowhere is found after rendering, and the code is 1."""
        footer = built.theme / "partials/footer.html"
        footer.write_text(footer.read_text().replace("/handbook/", "/handbuch/"))

        assert "handbuch" in refused(built, 1)

    def test_where_a_stranger_would_object(self, built):
        """With `--verify`, what no rule of ours minds is still looked at before it is online."""
        footer = built.theme / "partials/footer.html"
        footer.write_text(footer.read_text().replace("<footer ", '<footer onclick="1" '))
        said = refused(built, 1, "--verify")

        assert "index.html:" in said and "handler" in said
        assert built.build().returncode == 0

    def test_where_the_disk_is_full(self, built):
        """A file that cannot be written whole ends the build in words."""
        before = contents(built.site)
        built.edit("pages/about.md", "The tests keep it.", "The tests keep it. " * 3_000)
        done = subprocess.run(
            [sys.executable, "-m", "lsbuild", "--config", str(built.config), "build"],
            env=ENVIRONMENT,
            capture_output=True,
            text=True,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000)),
        )

        assert done.returncode != 0
        assert "too large" in done.stderr and "Traceback" not in done.stderr
        assert differences(before, contents(built.site)) == []

    @pytest.mark.parametrize("code", ["ENOSPC", "EDQUOT"])
    def test_where_no_room_is_left(self, built, tmp_path, code):
        """Where a copy does not fit, the place that is full is named, and not what was copied."""
        (tmp_path / "sitecustomize.py").write_text(
            "import errno, os, shutil\n"
            "def full(read, *more, **words):\n"
            f"    raise OSError(errno.{code}, os.strerror(errno.{code}), str(read))\n"
            "shutil.copyfile = shutil.copy = full\n"
        )
        said = refused(built, 2, "--verify", PYTHONPATH=str(tmp_path))

        assert f"no room is left for {built.site}; what was there was left alone" in said

    def test_where_settings_are_wrong(self, built):
        """A misspelt setting is wrong usage, code 2."""
        built.config.write_text(built.config.read_text().replace("workers: 2", "wokers: 2"))
        assert "wokers" in refused(built, 2)

    def test_where_another_build_is_running(self, built):
        """Two builds of one portal cannot meet."""
        with (built.work / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            assert "another build of this portal is running" in refused(built, 2)

    def test_where_a_build_of_a_copy_is_running(self, built):
        """Two copies of a portal may have one target, and cannot meet there either."""
        before, lock = contents(built.site), built.root / ".site.lock"
        with lock.open("w") as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            done = built.build("--verify")
        assert done.returncode == 2 and "another build writes to" in done.stderr
        assert contents(built.site) == before and lock.exists()
        # Whoever held it was killed.
        assert built.build().returncode == 0
        assert not lock.exists()
        lock.write_text("mine")
        assert built.build().returncode == 0
        assert ".site.lock was not made by lsbuild" in built.build("--verify").stderr
        assert lock.read_text() == "mine"


class TestAFolderThatIsNotOurs:
    def test_is_refused_where_it_holds_other_files(self, golden_copy):
        """Somebody's own files are never replaced."""
        golden_copy.site.mkdir()
        (golden_copy.site / "letter.txt").write_text("mine")

        assert "was not made by lsbuild" in refused(golden_copy, 2)

    def test_is_refused_where_its_manifest_is_of_others(self, golden_copy):
        """Other programs write a file of that name too."""
        (golden_copy.site / "data").mkdir(parents=True)
        (golden_copy.site / "data/manifest.json").write_text('{"files": {}}')

        assert "was not made by lsbuild" in refused(golden_copy, 2)

    @pytest.mark.parametrize("name", [".site.new", ".site.old"])
    def test_is_left_alone_where_a_build_needs_its_place(self, built, name):
        """What lies beside the site is removed only if it says that it is ours."""
        before, place = contents(built.site), built.root / name
        for site in (built.site, built.root / "site.away"):
            place.mkdir()
            (place / "letter.txt").write_text("mine")
            assert f"{name} was not made by lsbuild" in built.build("--verify").stderr
            assert contents(place) == {"letter.txt": b"mine"}
            (place / "letter.txt").unlink()
            place.rmdir()
            place.symlink_to(built.content)
            assert f"{name} was not made by lsbuild" in built.build("--verify").stderr
            place.unlink()
            if site == built.site:
                site.rename(built.root / "site.away")
        assert contents(built.root / "site.away") == before

    def test_is_removed_where_it_says_that_it_is_ours(self, built):
        """What is left of a build or of a removal says so until the last."""
        for name in (".site.new", ".site.old"):
            (built.root / name / "part").mkdir(parents=True)
            (built.root / name / ".made-by-lsbuild").touch()
        assert built.build().returncode == 0
        assert [path.name for path in built.root.glob(".site.*")] == []

    def test_is_not_staged_into(self, golden_copy):
        """`lsbuild stage` writes only into a new folder, an empty one, or its own."""
        command = ("-m", "lsbuild", "--config", str(golden_copy.config), "stage")
        before = contents(golden_copy.root)
        for folder in ("content", "content/new", ".", "content/glossary"):
            done = run(*command, str(golden_copy.root / folder))
            assert done.returncode == 2 and "Name another folder" in done.stderr
        (golden_copy.root / "mine").mkdir()
        (golden_copy.root / "mine/nav.json").write_text("mine")
        assert "not made by this command" in run(*command, str(golden_copy.root / "mine")).stderr
        assert contents(golden_copy.root) == before | {"mine/nav.json": b"mine"}
        for _ in range(2):
            assert run(*command, str(golden_copy.root / "staged")).returncode == 0

    def test_is_refused_where_it_is_a_file(self, golden_copy):
        """A file in the place of the folder is named."""
        golden_copy.site.write_text("mine")

        assert "is a file" in refused(golden_copy, 2)
        assert golden_copy.site.read_text() == "mine"

    def test_is_refused_where_it_is_a_link(self, golden_copy, tmp_path):
        """A link could lead anywhere, so it is not followed."""
        (tmp_path / "real").mkdir()
        golden_copy.site.symlink_to(tmp_path / "real")

        assert "is a link" in refused(golden_copy, 2)
        assert golden_copy.site.is_symlink() and not list((tmp_path / "real").iterdir())

    def test_is_refused_where_it_holds_the_content(self, golden_copy):
        """The portal's own folder is not a place for the site."""
        said = refused(golden_copy, 2, "--out", str(golden_copy.root))
        assert "The 'docs_dir' should not be within the 'site_dir'" in said

    def test_is_taken_where_it_is_empty(self, golden_copy):
        """An empty folder is nobody's."""
        golden_copy.site.mkdir()

        assert golden_copy.build().returncode == 0
        assert (golden_copy.site / "index.html").is_file()
