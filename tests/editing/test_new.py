"""`lsbuild new` begins a page that passes every check but for what is still to be written."""

import os
import pty
import re
import select
import subprocess
import sys
import time

import pytest

from lsbuild.editing.blank import needs
from lsbuild.editing.yaml_lines import scalar
from lsbuild.kinds import all_kinds, kind_named
from lsbuild.text import yaml12
from lsbuild.text.front_matter import read_front, split
from tests.editing.conftest import refused, run

PLACES = """
--- case-studies/one.md
title: One
--- case-studies/two.md
title: Two
--- _vocabularies/modules.yml
title: Modules
terms:
  - {id: foundations, label: Foundations}
  - {id: practice, label: Practice}
--- _vocabularies/system-levels.yml
title: Levels
terms: [{id: district, label: District}]
--- _vocabularies/groups.yml
title: Groups
terms: [{id: programmes-facilities-and-teams, label: Teams}]
"""


def findings(path) -> list[str]:
    done = run("check", "--strict", "--quiet", "--format", "concise", path)
    return [line.split(": ", 1)[1] for line in done.stdout.splitlines()]


def front(path) -> dict:
    return read_front(split(path, path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("kind", [kind.kind for kind in all_kinds()])
class TestEveryKind:
    def test_passes_every_check_but_for_todos(self, portal, kind):
        """A new draft has no finding but the list of what is still to be written."""
        root = portal(PLACES)
        run("new", kind, "A new page")
        path = root / "content" / kind_named(kind).folder / "a-new-page.md"
        found = findings(path)

        assert found and {one.split()[0] for one in found} == {"LS123"}
        assert run("check", "--strict", path).exit_code == 0

    def test_cannot_be_published_with_todos(self, portal, kind):
        """Placeholders block as soon as the page is no draft any more."""
        root = portal(PLACES)
        run("new", kind, "A new page")
        path = root / "content" / kind_named(kind).folder / "a-new-page.md"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("status: draft", "status: published"), encoding="utf-8")

        assert run("check", "--select", "LS123", path).exit_code == 1

    def test_proposes_no_heading_that_the_page_has_already(self, portal, kind):
        """What the page prints over a field would stand there twice."""
        root = portal(PLACES)
        run("new", kind, "A new page")
        path = root / "content" / kind_named(kind).folder / "a-new-page.md"
        body = path.read_text(encoding="utf-8").rpartition("---")[2]

        titles = [one.title for one in kind_named(kind).sections if one.title]

        assert not [one for one in titles if f"## {one}" in body]

    def test_explains_each_field(self, portal, kind):
        """Each field stands below its own sentence; what can be left out is listed."""
        root = portal(PLACES)
        run("new", kind, "A new page")
        model = kind_named(kind)
        text = (root / "content" / model.folder / "a-new-page.md").read_text(encoding="utf-8")

        for name, field in model.model_fields.items():
            assert f"\n{name}:" in text or f"\n#{name}:  # {field.description}\n" in text
        assert "\n# The name of the page: short, plain, without a full stop.\ntitle:" in text or (
            kind == "source"
        )

    def test_takes_required_fields_as_flags(self, portal, kind):
        """The help of a kind names a flag for each required field that holds single values."""
        portal(PLACES)
        shown = run("new", kind, "--help").stdout

        flags = [f"--{re.sub('[._]', '-', need.name)}" for need in needs(kind_named(kind))]
        assert all(flag in shown for flag in flags)


def test_takes_what_a_part_needs_as_flags(portal):
    """The first place of a case can be given whole, and then has no TODO left."""
    root = portal(PLACES)
    words = ["--areas-country", "KE", "--areas-precision", "country"]
    run("new", "case-study", "In Kenya", *words)
    path = root / "content/case-studies/in-kenya.md"

    assert front(path)["areas"] == [{"country": "KE", "precision": "country"}]
    assert "TODO" not in path.read_text("utf-8").split("areas:")[1].split("period:")[0]


def test_refuses_a_wrong_value_of_a_part(portal):
    """What is given for a part is checked like any other value."""
    portal(PLACES)

    assert "no country has the code `Kenya`" in refused(
        "new", "case-study", "In Kenya", "--areas-country", "Kenya"
    )


TITLES = {
    "Kilifi: what happened next?": "kilifi-what-happened-next",
    'The "learning" site \'s #1 – really': "the-learning-site-s-1-really",
    "Réunions d’équipe à Dédougou": "reunions-dequipe-a-dedougou",
    "学习型卫生系统": "xue-xi-xing-wei-sheng-xi-tong",
    "نظام صحي متعلم": "nzm-shy-mt-lm",
    "👩‍⚕️ Nurses & teams 🎉": "nurses-teams",
    "- begins like a list": "begins-like-a-list",
    "NO": "no",
    "12:30": "12-30",
    "{{ curly }} [square] *star* &amp @at": "curly-square-star-amp-at",
}


@pytest.mark.parametrize(("title", "name"), TITLES.items(), ids=range(len(TITLES)))
def test_takes_any_title(portal, title, name):
    """Quotes, colons, emoji and other scripts make a safe name and read back as they were."""
    root = portal()
    run("new", "term", "--", title)
    path = root / "content/glossary" / f"{name}.md"

    assert front(path)["title"] == title
    assert {one.split()[0] for one in findings(path)} == {"LS123"}


@pytest.mark.parametrize(
    "value",
    ["", " a ", "a: b", "a #b", "'", '"', "\\", "true", "~", "0x1", "1e3", "a\u2028b", "\t"],
)
def test_writes_values_that_read_back(value):
    """A value on one line is the same when it is read again."""
    assert yaml12.load(f"a: {scalar(value)}  # TODO: b") == {"a": value}


def test_takes_what_is_given(portal):
    """A flag's value is written without a TODO."""
    root = portal(PLACES)
    given = ("--module", "practice", "--place", "2", "--minutes", "20", "--slug", "short")
    run("new", "lesson", "A new page", *given, "--summary", "How a team can begin: small.")
    text = (root / "content/lessons/short.md").read_text(encoding="utf-8")

    assert "\nmodule: practice\n" in text and "\nminutes: 20\n" in text
    assert "\nsummary: 'How a team can begin: small.'\n" in text


def test_writes_another_language_beside(portal):
    """A page may be written first in French, with no English twin."""
    root = portal()
    run("new", "term", "Équipe", "--language", "fr")

    assert (root / "content/glossary/equipe.fr.md").is_file()


ORIGINAL = """
--- lessons/short-rounds.md
title: >
  Short rounds,
  often
status: published
aliases:
  - lessons/rounds/
minutes: 20
---
They met each week.
"""


class TestTranslation:
    def test_begins_with_what_its_original_has(self, portal):
        """Fields and text are there to be put into the other language, and the version is noted."""
        root = portal(PLACES + ORIGINAL)
        said = run("new", "lesson", "Des tours", "--slug", "short-rounds", "--language", "fr")
        path = root / "content/lessons/short-rounds.fr.md"
        data = front(path)

        assert "Wrote content/lessons/short-rounds.fr.md from content/lessons/short-" in said.stdout
        assert (data["title"], data["status"], data["minutes"]) == ("Des tours", "draft", 20)
        assert "aliases" not in data and "They met each week." in path.read_text("utf-8")
        assert [one.split()[0] for one in findings(path)] == ["LS123"]

    def test_is_up_to_date_until_its_original_changes(self, portal):
        """The version it names is that of today, as the finding about translations tells it."""
        root = portal(PLACES + ORIGINAL)
        run("new", "lesson", "Des tours", "--slug", "short-rounds", "--language", "fr")
        path = root / "content/lessons/short-rounds.fr.md"
        text = path.read_text("utf-8").replace("status: draft", "status: published")
        path.write_text(text, encoding="utf-8")
        assert not run("check", "--select", "LS604", "--quiet", path).stdout

        first = root / "content/lessons/short-rounds.md"
        first.write_text(first.read_text("utf-8") + "More.\n", encoding="utf-8")

        assert "LS604" in run("check", "--select", "LS604", path).stdout

    def test_takes_no_fields_of_its_own(self, portal):
        """What was given beside the title would be lost in a copy, so it is named."""
        portal(PLACES + ORIGINAL)
        words = ("new", "lesson", "Des tours", "--slug", "short-rounds", "--language", "fr")

        assert "leave out `--minutes`" in refused(*words, "--minutes", "10")

    @pytest.mark.parametrize(
        ("title", "says"),
        [("<b>Tours</b>", "`<b>` looks like HTML"), ("a" * 161, "more than 160 characters")],
    )
    def test_refuses_a_title_as_a_new_page_does(self, portal, title, says):
        """What cannot be a title is said, and nothing is written."""
        root = portal(PLACES + ORIGINAL)

        assert says in refused(
            *("new", "lesson", title, "--slug", "short-rounds", "--language", "fr")
        )
        assert not (root / "content/lessons/short-rounds.fr.md").exists()

    def test_is_not_begun_of_a_withdrawn_page(self, portal):
        """What was taken down comes back in no other language."""
        withdrawn = "status: withdrawn\nwithdrawal: {on: 2026-11-22, why: It was asked for.}"
        portal(PLACES + ORIGINAL.replace("status: published", withdrawn))

        assert "`lessons/short-rounds.md` is withdrawn" in refused(
            *("new", "lesson", "Des tours", "--slug", "short-rounds", "--language", "fr")
        )

    def test_a_slip_in_its_name_is_told(self, portal):
        """A name that is nearly that of an original would begin a page of its own."""
        root = portal(PLACES + ORIGINAL)
        words = ("new", "lesson", "Des tours", "--language", "fr", "--slug")

        assert "write --slug short-rounds to translate it" in refused(*words, "short-round")
        assert not (root / "content/lessons/short-round.fr.md").exists()
        run(*words, "des-tours")

    def test_never_writes_over_a_translation(self, portal):
        """What somebody has translated stays as it is."""
        portal(PLACES + ORIGINAL)
        words = ("new", "lesson", "Des tours", "--slug", "short-rounds", "--language", "fr")
        run(*words)

        assert "`lessons/short-rounds.fr.md` has the address" in refused(*words)


class TestRefusals:
    def test_never_writes_over_a_file(self, portal):
        """What two people begin under one name stays the first one's."""
        root = portal()
        run("new", "term", "Team")
        before = (root / "content/glossary/team.md").read_bytes()

        assert "`glossary/team.md` has the address `/glossary/team/`" in refused(
            "new", "term", "Team"
        )
        assert (root / "content/glossary/team.md").read_bytes() == before

    def test_never_writes_over_a_file_it_cannot_read(self, portal):
        """A broken file has no address and is kept all the same."""
        root = portal()
        (root / "content/glossary").mkdir()
        (root / "content/glossary/team.md").write_bytes(b"\xff")

        assert "is already there and stays as it is" in refused("new", "term", "Team")
        assert (root / "content/glossary/team.md").read_bytes() == b"\xff"

    def test_leaves_former_addresses_to_their_owners(self, portal):
        """A name that leads to another page by an alias is taken."""
        portal("""
            --- glossary/crew.md
            title: Crew
            aliases: [glossary/team/]
            """)

        assert "`glossary/crew.md` has the address" in refused("new", "term", "Team")

    @pytest.mark.parametrize(
        ("words", "says"),
        [
            (["term", "🎉"], "give one with --slug"),
            (["term", "Team", "--slug", "../x"], "`../x` cannot be an address"),
            (["term", "Team", "--slug", "con"], "`con` cannot be an address"),
            (["term", "Team", "--slug", "Team"], "`Team` cannot be an address"),
            (["term", "<b>Team</b>"], "`<b>` looks like HTML"),
            (["term", "a" * 161], "`title` has more than 160 characters"),
            (["lesson", "Team", "--minutes", "soon"], "'soon' is not a valid integer"),
            (["lesson", "Team", "--minutes", "900"], "`minutes` must be at most 90"),
            (["lesson", "Team", "--module", "foundation"], "did you mean `foundations`?"),
            (["term", "Équipe", "--language", "french"], "no language code; did you mean `fr`?"),
            (["term", "Équipe", "--language", "Français"], "no language code; did you mean `fr`?"),
            (["term", "Équipe", "--language", "xx"], "`xx` is no language code; write two"),
            (["term", "Équipe", "--language", "../x"], "`../x` is no language code"),
            (["poem", "Team"], "there is no kind `poem`; write `case-study`"),
            (["case", "Team"], "did you mean `case-study`?"),
        ],
        ids=lambda one: one[-1][:20] if isinstance(one, list) else "",
    )
    def test_says_what_is_wrong(self, portal, words, says):
        """What cannot be is refused in one line, and nothing is written."""
        root = portal(PLACES)
        before = sorted(root.rglob("*"))

        assert says in refused("new", *words)
        assert [path for path in sorted(root.rglob("*")) if path.is_file()] == [
            path for path in before if path.is_file()
        ]


def test_asks_on_a_terminal_only_what_it_must(portal):
    """Where no words can stand for a value it is asked for; an empty answer stays a TODO."""
    root = portal(PLACES)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "lsbuild", "new", "lesson", "Typed", "--place", "3"]
    with subprocess.Popen(command, cwd=root, stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        said = until(ours, "module:")
        os.write(ours, b"practice\n")
        said += until(ours, "minutes:")
        os.write(ours, b"\n")
        said += until(ours, "marked TODO")
        process.wait(30)
    os.close(ours)
    path = root / "content/lessons/typed.md"

    assert "(foundations, practice)" in said
    assert "summary:" not in said and "place:" not in said
    assert (front(path)["module"], front(path)["place"]) == ("practice", 3)
    assert "minutes: 15  # TODO: " in path.read_text(encoding="utf-8")


def until(terminal: int, words: str) -> str:
    said, limit = "", time.monotonic() + 60
    while words not in said:
        assert time.monotonic() < limit, said
        if select.select([terminal], [], [], 0.1)[0]:
            said += os.read(terminal, 4096).decode(errors="replace")
    return said
