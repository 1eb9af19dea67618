"""Looking at a proposal on one's own machine starts no program that it brought."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.editing.conftest import refused, run
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
