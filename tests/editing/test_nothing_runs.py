"""Looking at a proposal on one's own machine starts no program that it brought."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.editing.conftest import refused, run
from tests.portals import ROOT
from tests.sample import write_sample

LESSON = """
--- lessons/first.md
title: A first lesson
"""


def git(folder: Path, *words: str) -> None:
    name = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *name, *words], cwd=folder, check=True, capture_output=True)


class TestContentAsRepository:
    @pytest.fixture
    def disguised(self, portal):
        """A content folder that git takes for a repository, with a filter that writes `ran`."""
        root = portal(LESSON)
        git(root, "init", "-q", "-b", "main")
        git(root, "add", ".")
        git(root, "commit", "-q", "-m", "first")
        content = root / "content"
        (content / "pull.txt").write_text("one", encoding="utf-8")
        git(root, "init", "-q", "--bare", "-b", "main", "content")
        own = ("--git-dir=.", "--work-tree=.")
        git(content, *own, "add", "pull.txt")
        git(content, *own, "commit", "-q", "-m", "trap")
        settings = '[core]\nrepositoryformatversion=0\nbare=false\nworktree=.\n[filter "trap"]\n'
        settings += f"clean=\"sh -c 'touch {root}/ran; cat'\"\n"
        (content / "config").write_text(settings, encoding="utf-8")
        (content / "info/attributes").write_text("* filter=trap\n", encoding="utf-8")
        # Of the same size and another time, so that only the filter can tell whether it differs.
        (content / "pull.txt").write_text("two", encoding="utf-8")
        os.utime(content / "pull.txt", (1, 1))
        return root

    def test_is_a_trap(self, disguised):
        """The test would notice: asked plainly, git starts the program."""
        git(disguised / "content", "diff", "--name-only", "main", "--", ".")

        assert (disguised / "ran").exists()

    @pytest.mark.parametrize(
        "words",
        [
            ["check", "--changed-from", "main"],
            ["diff", "main"],
            ["review", "main"],
            ["preview-file", "preview.html"],
        ],
        ids=" ".join,
    )
    def test_starts_nothing(self, disguised, words):
        """Each command that asks git names the file that misleads it."""
        said = refused(*words)

        assert not (disguised / "ran").exists()
        assert "content/HEAD makes git take this folder for a repository" in said

    def test_leaves_a_bare_folder_of_others_alone(self, portal):
        """Such files further down mislead nobody, and are findings like any other."""
        root = portal(LESSON)
        git(root, "init", "-q", "-b", "main")
        git(root, "add", ".")
        git(root, "commit", "-q", "-m", "first")
        write_sample("--- lessons/HEAD (as it is)\nref: refs/heads/main\n", root / "content")

        done = run("check", "--changed-from", "main", "--format", "concise")
        assert "lessons/HEAD" in done.stdout


class TestSettings:
    @pytest.fixture
    def proposal(self, portal):
        """Writes a portal with these settings, and the content as it was in `before/`."""

        def write(more: str, theme: str = f"{ROOT}/theme") -> Path:
            root = portal(LESSON)
            settings = f"site_name: x\ndocs_dir: content\nplugins: [lsbuild]\n{more}"
            settings += f"theme: {{name: material, custom_dir: {theme}}}\n"
            (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
            (root / "content/run.py").write_text(f"open('{root}/ran', 'w')\n", encoding="utf-8")
            (root / "content/other.yml").write_text("hooks: [content/run.py]\n", encoding="utf-8")
            (root / "before").mkdir()
            return root

        return write

    @pytest.mark.parametrize(
        "more",
        [
            "hooks: [content/run.py]\n",
            "INHERIT: content/other.yml\n",
            "markdown_extensions: [content.run]\n",
            "extra: {x: !!python/name:content.run.x }\n",
            "extra: {x: !!python/object/apply:os.system [touch ran]}\n",
        ],
    )
    @pytest.mark.parametrize(
        "words",
        [["diff", "before"], ["review", "before", "--preview", "preview.html"]],
        ids=" ".join,
    )
    def test_starts_nothing_they_name(self, proposal, monkeypatch, more, words):
        """Whoever only looks runs no Python that `mkdocs.yml` asks for."""
        root = proposal(more)
        monkeypatch.syspath_prepend(root)
        run(*words)

        assert not (root / "ran").exists()

    @pytest.mark.parametrize(
        "trap",
        [
            "{{ cycler.__init__.__globals__.os.system('touch ran') }}",
            "{{ _.__globals__.__builtins__.open('ran', 'w') }}",
            "{{ page.settings.root.joinpath('ran').touch() }}",
        ],
    )
    def test_templates_can_do_nothing(self, proposal, trap):
        """A folder of the content may be named as the theme, and its templates only show."""
        root = proposal("", "content/theme")
        shutil.copytree(ROOT / "theme", root / "content/theme")
        (root / "content/theme/entry.html").write_text(trap, encoding="utf-8")
        run("review", "before", "--preview", "preview.html")

        assert not (root / "ran").exists()
        assert "This page cannot be shown: " in (root / "preview.html").read_text("utf-8")

    def test_shows_nothing_a_theme_links_to(self, proposal):
        """A style that lies elsewhere does not get into a preview."""
        root = proposal("", "theme")
        shutil.copytree(ROOT / "theme", root / "theme")
        (root / "secret").write_text("password", encoding="utf-8")
        (root / "theme/assets/leak.css").symlink_to(root / "secret")

        assert "theme/assets/leak.css is a link" in refused("review", "before", "--preview", "p")
        assert not (root / "p").exists()
