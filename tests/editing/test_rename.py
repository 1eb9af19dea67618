"""A page can move and can be taken down, and nothing that leads to it breaks."""

import pytest

from lsbuild.text.front_matter import read_front, split
from tests.editing.conftest import refused, run

BROKEN = ("check", "--select", "LS2,LS3,LS0", "--ignore", "LS204", "--format", "concise")


def text(root, path: str) -> str:
    return (root / "content" / path).read_bytes().decode()


def written(root, path: str, lines: str) -> None:
    place = root / "content" / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(lines.encode())


LESSON = """---
title: {title}
summary: A first look at how a health system can learn every day.
status: {status}
module: foundations
place: 1
minutes: 15
objectives:
  - says: explain what a learning health system is
{more}---
"""


def lesson(title: str, more: str = "", status: str = "published") -> str:
    return LESSON.format(title=title, more=more, status=status)


class TestRename:
    def test_moves_the_page_and_all_that_names_it(self, portal):
        """Fields, links by name, links to the file and definitions follow, and nothing else."""
        root = portal()
        written(root, "lessons/old-name.md", lesson("Old"))
        before = lesson("Other", "needs:   [ 'old-name' ]   # old-name first\n") + (
            "See [[lesson/old-name#conditions|old-name]], [[lesson/old-name]] and `old-name.md`;\n"
            "[a](old-name.md#conditions), [b](<old-name.md>), [c][d], ![](old-name.png).\n\n"
            "[d]: ../lessons/old-name.md\n"
        )
        written(root, "lessons/other.md", before)
        done = run("rename", "lesson/old-name", "lesson/new-name")

        assert done.stdout == (
            "moved content/lessons/old-name.md to content/lessons/new-name.md\n"
            "changed content/lessons/other.md in 6 places\n"
        )
        assert text(root, "lessons/other.md") == lesson(
            "Other", "needs:   [ 'new-name' ]   # old-name first\n"
        ) + (
            "See [[lesson/new-name#conditions|old-name]], [[lesson/new-name]] and `old-name.md`;\n"
            "[a](new-name.md#conditions), [b](<new-name.md>), [c][d], ![](old-name.png).\n\n"
            "[d]: new-name.md\n"
        )

    def test_keeps_the_old_address(self, portal):
        """The address that readers have leads to the new one, and nothing is found."""
        root = portal()
        written(root, "lessons/old-name.md", lesson("Old"))
        run("rename", "lesson/old-name", "new-name")

        assert text(root, "lessons/new-name.md") == lesson("Old", "aliases: [lessons/old-name/]\n")
        assert not (root / "content/lessons/old-name.md").exists()
        assert run(*BROKEN).stdout == ""

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("aliases: [lessons/a/]\n", "aliases: [lessons/a/, lessons/old-name/]\n"),
            ("aliases: []  # none\n", "aliases: [lessons/old-name/]  # none\n"),
            ("aliases:\n  - lessons/a/ # b\n",
             "aliases:\n  - lessons/a/ # b\n  - lessons/old-name/\n"),
            ("aliases:\n- lessons/a/\nreview_due: 2090-01-01\n",
             "aliases:\n- lessons/a/\n- lessons/old-name/\nreview_due: 2090-01-01\n"),
        ],
        ids=range(4),
    )  # fmt: skip
    def test_adds_to_the_aliases_there_are(self, portal, before, after):
        """However a list is written, it stays so."""
        root = portal()
        written(root, "lessons/old-name.md", lesson("Old", before))
        run("rename", "lesson/old-name", "lesson/new-name")

        assert text(root, "lessons/new-name.md") == lesson("Old", after)

    @pytest.mark.parametrize("style", ["[lessons/new-name/, lessons/a/]", "\n- lessons/new-name/"])
    def test_can_go_back(self, portal, style):
        """A page may return to a former address, which is then no alias any more."""
        root = portal()
        written(root, "lessons/old-name.md", lesson("Old", f"aliases: {style}\nauthors: []\n"))
        run("rename", "lesson/old-name", "lesson/new-name")
        path = root / "content/lessons/new-name.md"
        front = read_front(split(path, path.read_text("utf-8")))

        assert "lessons/new-name/" not in front["aliases"]
        assert front["aliases"][-1] == "lessons/old-name/" and front["authors"] == []
        assert run(*BROKEN).stdout == ""

    def test_keeps_every_other_byte(self, portal):
        """Windows line ends, a byte order mark and odd blanks stay, here and in other files."""
        root = portal()
        own = "\ufeff" + lesson("Old").replace("\n", "\r\n")
        other = "\ufeff" + (
            lesson("日本", "needs: [old-name]\n") + "é [[lesson/old-name]]  \n"
        ).replace("\n", "\r\n")
        written(root, "lessons/old-name.md", own)
        written(root, "lessons/other.md", other)
        run("rename", "lesson/old-name", "lesson/new-name")

        assert text(root, "lessons/other.md") == other.replace("old-name", "new-name")
        assert text(root, "lessons/new-name.md") == own.replace(
            "is\r\n---", "is\r\naliases: [lessons/old-name/]\r\n---"
        )

    def test_keeps_the_mode_of_the_file(self, portal):
        """A file that the group may write stays so under its new name."""
        root = portal()
        written(root, "lessons/old-name.md", lesson("Old"))
        (root / "content/lessons/old-name.md").chmod(0o664)
        run("rename", "lesson/old-name", "lesson/new-name")

        assert (root / "content/lessons/new-name.md").stat().st_mode & 0o777 == 0o664

    def test_leaves_a_link_to_a_translation_that_was_never_written(self, portal):
        """What led nowhere before is not led to another page, and the rest follows."""
        root = portal()
        written(root, "lessons/old-name.md", lesson("Old"))
        before = lesson("Other") + "[fr](old-name.fr.md) and [en](old-name.md)\n"
        written(root, "lessons/other.md", before)
        run("rename", "lesson/old-name", "lesson/new-name")

        after = before.replace("(old-name.md)", "(new-name.md)")
        assert text(root, "lessons/other.md") == after

    def test_moves_every_language(self, portal):
        """Translations go with the original, each with its own former address."""
        root = portal()
        written(root, "lessons/old-name.md", lesson("Old"))
        written(root, "lessons/old-name.fr.md", lesson("Vieux") + "[en](old-name.md)\n")
        run("rename", "lesson/old-name", "lesson/new-name")

        assert "aliases: [fr/lessons/old-name/]" in text(root, "lessons/new-name.fr.md")
        assert text(root, "lessons/new-name.fr.md").endswith("[en](new-name.md)\n")

    def test_renames_a_source(self, portal):
        """Citations in running text, in claims and in pointers follow."""
        root = portal("""
            --- sources/old.md
            title: Old
            --- sources/old-other.md
            title: Other
            --- glossary/word.md
            title: Word
            definitions:
              - says: A cycle in which people respond.
                sources: [{source: old, locator: p. 3}, {source: old-other}]
            ---
            So [@old-other] and so [@old, p. 3].
            """)
        run("rename", "source/old", "source/new")
        page = text(root, "glossary/word.md")

        assert "{source: new, locator: p. 3}, {source: old-other}" in page
        assert "So [@old-other] and so [@new, p. 3]." in page

    def test_keeps_the_part_that_is_named(self, portal):
        """An action of a guide is still that action under the guide's new name."""
        root = portal("""
            --- roles/old.md
            title: Old
            --- case-studies/one.md
            title: One
            actions: ["old#learning-in-teams"]
            related: [{entry: role-guide/old, why: It says how.}]
            """)
        run("rename", "role-guide/old", "role-guide/new")
        page = text(root, "case-studies/one.md")

        assert 'actions: ["new#learning-in-teams"]' in page and "entry: role-guide/new," in page
        assert run(*BROKEN).stdout == ""

    def test_finds_the_way_from_another_folder(self, portal):
        """A page of text may go into a folder; its own links are seen from there."""
        root = portal("""
            --- pages/about.md
            title: About
            ---
            See [a](../lessons/first.md), [me](about.md) and [b](team.md).
            --- pages/team.md
            title: Team
            ---
            See [about](about.md).
            --- lessons/first.md
            title: First
            """)
        run("rename", "page/about", "page/portal/about")

        assert "See [a](../../lessons/first.md), [me](about.md) and [b](../team.md)." in text(
            root, "pages/portal/about.md"
        )
        assert "See [about](portal/about.md)." in text(root, "pages/team.md")
        assert run(*BROKEN, "--ignore", "LS202").stdout == ""

    def test_gives_a_draft_no_former_address(self, portal):
        """Nobody has the address of a page that was never published."""
        root = portal()
        written(root, "lessons/old-name.md", lesson("Old", status="draft"))
        run("rename", "lesson/old-name", "lesson/new-name")

        assert text(root, "lessons/new-name.md") == lesson("Old", status="draft")

    @pytest.mark.parametrize(
        ("new", "says"),
        [
            (
                "lesson/other",
                "`lessons/other.md` has the address `/lessons/other/`; "
                "take another name for the page you move",
            ),
            ("lesson/", "the new name is missing; write it after the slash"),
            ("lesson/taken", "`lessons/other.md` has the address"),
            ("lesson/Wrong Name", "`Wrong Name` cannot be an address"),
            ("lesson/../x", "`../x` cannot be an address"),
            ("case-study/name", "a page keeps its kind"),
            ("lesson/old-name", "has the address `/lessons/old-name/`"),
        ],
    )
    def test_refuses_what_would_break(self, portal, new, says):
        """A name that is taken or cannot be is refused, and no file is touched."""
        root = portal()
        written(root, "lessons/old-name.md", lesson("Old"))
        written(
            root, "lessons/other.md", lesson("O", "needs: [old-name]\naliases: [lessons/taken/]\n")
        )
        before = {p: p.read_bytes() for p in root.rglob("*.md")}

        assert says in refused("rename", "lesson/old-name", new)
        assert {p: p.read_bytes() for p in root.rglob("*.md")} == before

    def test_suggests_the_nearest_page(self, portal):
        """A misspelt page gets the right one."""
        written(portal(), "lessons/old-name.md", lesson("Old"))

        assert "did you mean `lesson/old-name`?" in refused("rename", "lesson/old-nam", "lesson/x")

    def test_waits_for_files_it_cannot_read(self, portal):
        """A file that cannot be read might name the page, so it is mended first."""
        root = portal()
        written(root, "lessons/old-name.md", lesson("Old"))
        written(root, "lessons/broken.md", "---\n[\n---\n")

        assert "`lesson/broken` cannot be read" in refused("rename", "lesson/old-name", "lesson/x")


def test_a_name_without_its_kind_is_said_as_it_was_typed(portal):
    """Nobody typed the slash, and the whole name is told where one entry has it."""
    portal("--- lessons/night-calls.md\ntitle: Night calls\n")

    assert refused("rename", "night-calls", "calls") == (
        "lsbuild: no entry is called `night-calls`; did you mean `lesson/night-calls`?\n"
    )
    assert "called `day-work`; write kind and name" in refused("rename", "day-work", "calls")


class TestWithdraw:
    WHY = 'It was asked for: "no" #1'

    def test_says_when_and_why(self, portal):
        """Status, day and reason are written, and the page passes every check."""
        root = portal()
        written(root, "lessons/gone.md", lesson("Gone") + "Text.\n")
        done = run("withdraw", "lesson/gone", "--why", self.WHY)

        assert done.stdout == "withdrawn: content/lessons/gone.md\n"
        assert text(root, "lessons/gone.md") == (
            lesson(
                "Gone",
                "withdrawal:\n  on: 2026-11-22\n  why: 'It was asked for: \"no\" #1'\n",
                "withdrawn",
            )
            + "Text.\n"
        )
        assert run(*BROKEN).stdout == ""

    def test_lists_what_still_leads_there(self, portal):
        """Each place that would bring the page back is named with its line."""
        root = portal()
        written(root, "lessons/gone.md", lesson("Gone") + "[[lesson/gone]]\n")
        written(root, "lessons/a.md", lesson("A", "needs:\n  - gone\n") + "\nSee [it](gone.md).\n")
        done = run("withdraw", "lesson/gone", "--why", self.WHY)

        assert "still leads there: content/lessons/a.md:11\n" in done.stdout
        assert "still leads there: content/lessons/a.md:14\n" in done.stdout
        assert "gone.md:" not in done.stdout
        assert "stays in the file and in the history" in done.stderr

    def test_writes_the_status_where_there_is_none(self, portal):
        """A page of one language that left its status out says that it is gone, then why."""
        root = portal()
        draft = lesson("Gone", "published: 2026-01-02\n").replace("status: published\n", "")
        written(root, "lessons/gone.md", draft)
        run("withdraw", "lesson/gone", "--why", "It was asked for.")

        assert text(root, "lessons/gone.md").endswith(
            "\nstatus: withdrawn\nwithdrawal:\n  on: 2026-11-22\n  why: It was asked for.\n---\n"
        )
        assert run(*BROKEN).stdout == ""

    def test_leaves_a_note_where_a_page_was_taken_down_in_haste(self, portal):
        """A draft that was published is no first draft: readers know its address."""
        root = portal()
        written(root, "lessons/gone.md", lesson("Gone", "published: 2026-01-02\n", "draft"))
        run("withdraw", "lesson/gone", "--why", self.WHY)

        assert "\nstatus: withdrawn\n" in text(root, "lessons/gone.md")
        assert run(*BROKEN).stdout == ""

    def test_takes_down_every_language(self, portal):
        """A translation says the same, so it goes too; line ends stay as they are."""
        root = portal()
        written(root, "lessons/gone.md", lesson("Gone"))
        written(root, "lessons/gone.fr.md", lesson("Partie").replace("\n", "\r\n"))
        run("withdraw", "lesson/gone", "--why", self.WHY)

        assert "\r\nstatus: withdrawn\r\n" in text(root, "lessons/gone.fr.md")
        assert "\r\nwithdrawal:\r\n  on: 2026-11-22\r\n" in text(root, "lessons/gone.fr.md")

    @pytest.mark.parametrize(
        ("words", "says"),
        [
            (["lesson/gone"], "say why"),
            (["lesson/gone", "--why", "  "], "a sentence or two of plain text"),
            (["lesson/gone", "--why", "<script>"], "a sentence or two of plain text"),
            (["lesson/gnoe", "--why", "x"], "did you mean `lesson/gone`?"),
            (["lesson/before", "--why", "x"], "has been withdrawn before"),
            (["lesson/draft", "--why", "x"], "is a draft that no reader can open"),
        ],
    )
    def test_refuses_what_makes_no_sense(self, portal, words, says):
        """Without a reason, or where there is nothing to take down, no file is touched."""
        root = portal()
        written(root, "lessons/gone.md", lesson("Gone"))
        written(root, "lessons/draft.md", lesson("Draft", status="draft"))
        more = "withdrawal: {on: 2026-01-01, why: Asked for.}\n"
        written(root, "lessons/before.md", lesson("Before", more, "withdrawn"))
        before = {p: p.read_bytes() for p in root.rglob("*.md")}

        assert says in refused("withdraw", *words)
        assert {p: p.read_bytes() for p in root.rglob("*.md")} == before
