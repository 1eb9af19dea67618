r"""Mistakes people really made: each is found on its line, with a way to mend it.

The first half comes from what editors of comparable collections complained about, the second from
writing the content of this one. `# <- LS201` marks the line; below it stands a part of what is
said, and a part of the mend.
"""

from typing import NamedTuple

import pytest

from tests.sample import checked


class Mistake(NamedTuple):
    what: str
    sample: str
    says: str
    mend: str


MISTAKES = [
    Mistake(
        "a placeholder in brackets is left in a published page",
        "--- lessons/a.md\ntitle: A lesson\n---\nAsk [LEAVE BLANK] first.   <!-- <- LS123 -->",
        "`[LEAVE BLANK]` was left here",
        "write what is missing, or set the status to `draft`",
    ),
    Mistake(
        "a field is left empty",
        "--- lessons/a.md\ntitle:   # <- LS113",
        "`title` must be text, not nothing",
        "write it after the colon",
    ),
    Mistake(
        "a placeholder in brackets is a list to YAML",
        "--- lessons/a.md\ntitle: [LEAVE BLANK]   # <- LS113",
        "`title` must be text",
        "quotes",
    ),
    Mistake(
        "the key of reviewers is written in the singular",
        "--- lessons/a.md\ntitle: A\nreviewer:   # <- LS112\n  - {name: A, looked_at: [evidence]}",
        "there is no field `reviewer` here",
        "did you mean `reviewers`?",
    ),
    Mistake(
        "a DOI at the left edge of a source",
        "--- sources/a.md\ntitle: A\ndoi: 10.1000/x   # <- LS112",
        "there is no field `doi` here",
        "write it below `csl:`",
    ),
    Mistake(
        "the year of a source",
        "--- sources/a.md\ntitle: A\ncsl:\n  type: article-journal\n  year: 2016   # <- LS112",
        "there is no field `year` here",
        "write it as `issued`",
    ),
    Mistake(
        "the journal of a source at the left edge",
        "--- sources/a.md\ntitle: A\njournal: BMJ   # <- LS112",
        "there is no field `journal` here",
        "write it as `container_title`, below `csl:`",
    ),
    Mistake(
        "the author of a work at the left edge",
        "--- sources/a.md\ntitle: A\nauthor: B   # <- LS112",
        "there is no field `author` here",
        "did you mean `authors`, or does it belong below `csl:`?",
    ),
    Mistake(
        "a country at the left edge",
        "--- case-studies/a.md\ntitle: A\ncountry: KE   # <- LS112",
        "there is no field `country` here",
        "write it below `areas:`",
    ),
    Mistake(
        "tags",
        "--- case-studies/a.md\ntitle: A\ntags: [a]   # <- LS112",
        "there is no field `tags` here",
        "write it as `themes` or `keywords`",
    ),
    Mistake(
        "a date that may be one of two",
        "--- case-studies/a.md\ntitle: A\ndate: 2016   # <- LS112",
        "there is no field `date` here",
        "write it as `period` or `published`",
    ),
    Mistake(
        "a field of the whole page within a part",
        "--- case-studies/a.md\ntitle: A\noutcomes:\n  - says: B\n    period: 2016   # <- LS112",
        "there is no field `period` here",
        "write it at the left edge; known fields here: `says`",
    ),
    Mistake(
        "a field that no kind has",
        "--- case-studies/a.md\ntitle: A\nmood: good   # <- LS112",
        "there is no field `mood` here",
        "the page /handbook/fields/case-study/ of the portal lists all fields",
    ),
    Mistake(
        "a list where text is wanted",
        "--- case-studies/a.md\ntitle: A\nproblem:\n  - One.   # <- LS113\n  - Two.",
        "`problem` must be text, not a list",
        "write it as sentences on one line",
    ),
    Mistake(
        "a site without its scheme",
        "--- lessons/a.md\ntitle: A\n---\nSee [WHO](www.who.int).   <!-- <- LS311 -->",
        "there is no file `www.who.int`",
        "write `https://www.who.int`",
    ),
    Mistake(
        "a picture of somebody's own disk",
        "--- lessons/a.md\ntitle: A\n---\n"
        "![Eight people](C:\\Users\\Me\\Meeting.PNG)   <!-- <- LS302 -->",
        "a picture cannot have the address",
        "put the file beside this text, and write its name: `![What it shows](meeting.png)`",
    ),
    Mistake(
        "a picture from the top of the site",
        "--- lessons/a.md\ntitle: A\n---\n![Eight people](/images/a.png)   <!-- <- LS302 -->",
        "a picture cannot have the address `/images/a.png`",
        "`![What it shows](a.png)`",
    ),
    Mistake(
        "a point for a country, without what it is",
        "--- case-studies/a.md\ntitle: A\nareas:\n  - country: GH\n    precision: country\n"
        "    point:\n      latitude: 5.56\n      longitude: -0.2\n"
        "      of: Accra   # <- LS410",
        "`Accra` is finer than the precision `country`",
        "`Accra, the capital`",
    ),
    Mistake(
        "a label with a comma in a list",
        "--- case-studies/a.md\ntitle: A\n"
        "groups: [planners, Programmes, facilities and teams]   # <- LS120\n"
        "--- _vocabularies/groups.yml\ntitle: Groups\nterms:\n"
        '  - {id: teams, label: "Programmes, facilities and teams"}\n'
        "  - {id: planners, label: Planners}",
        "is not the id of a term",
        "`Programmes, facilities and teams` is one term: write `teams`",
    ),
    Mistake(
        "a term that nobody has heard of",
        "--- case-studies/a.md\ntitle: A\ngroups: [The media]   # <- LS120\n"
        "--- _vocabularies/groups.yml\ntitle: Groups\nterms:\n"
        '  - {id: teams, label: "Programmes, facilities and teams"}\n'
        "  - {id: planners, label: Planners}",
        "`The media` is not the id of a term",
        "write `teams` or `planners`",
    ),
    Mistake(
        "a name in a list has a slip",
        "--- lessons/a.md\ntitle: A lesson\nneeds: [frist-lesson]   # <- LS201\n"
        "--- lessons/first-lesson.md\ntitle: First",
        "no lesson is called `frist-lesson`",
        "did you mean `first-lesson`?",
    ),
    Mistake(
        "a title has a colon",
        "--- lessons/a.md (as it is)\n---\ntitle: Kilifi: what now: next   # <- LS103\n---",
        "a second colon on one line confuses YAML",
        "put the whole value in quotes",
    ),
    Mistake(
        "a field begins further in than the one above",
        "--- lessons/a.md (as it is)\n---\ntitle: Foo\n  url: http://a.b   # <- LS103\n---",
        "this line begins with too many spaces",
        "take some away",
    ),
    Mistake(
        "a long value goes on with a colon in it",
        "--- lessons/a.md (as it is)\n---\ntitle: Foo\n  and so: bar   # <- LS103\n---",
        "this line begins with too many spaces",
        "put the value above in quotes if it goes on here",
    ),
    Mistake(
        "a tab indents a list",
        "--- lessons/a.md (as it is)\n---\ntitle: A\nneeds:\n\t- b   # <- LS103\n---",
        "a tab stands where spaces are needed",
        "replace the tab by two spaces",
    ),
    Mistake(
        "a tab stands behind the spaces of a list",
        "--- lessons/a.md (as it is)\n---\nareas:\n  - a: b\n    \tc: d   # <- LS103\n---",
        "a tab stands where spaces are needed",
        "delete the tab",
    ),
    Mistake(
        "the front matter is never closed",
        "--- lessons/a.md (as it is)\n---   # <- LS102\ntitle: A\n\nSome text.",
        "and never closed",
        "`---`",
    ),
    Mistake(
        "a page begins with its text",
        "--- lessons/a.md (as it is)\nTitle: A lesson   # <- LS101\n\nText.",
        "does not begin with front matter",
        "`---`",
    ),
    Mistake(
        "a quotation mark is not closed",
        '--- lessons/a.md (as it is)\n---\ntitle: "A lesson   # <- LS103\nmodule: x\n---',
        "a quotation mark is opened here and never closed",
        "close it at the end of the value",
    ),
    Mistake(
        "a field is there twice",
        "--- lessons/a.md\ntitle: A lesson\ntitle: Another   # <- LS104",
        "`title` is written twice",
        "keep one of the two",
    ),
    Mistake(
        "a second outcome begins without its hyphen",
        "--- case-studies/a.md\ntitle: A\noutcomes:\n  - says: Nurses talk.\n"
        "    who_says: authors\n    says: They meet.   # <- LS104",
        "`says` is written twice",
        "if a new item begins here, write `- ` before it; otherwise keep one of the two",
    ),
    Mistake(
        "a text goes on at the left edge",
        "--- case-studies/a.md (as it is)\n---\nproblem: The clinic is\n"
        "where the time was lost.   # <- LS103\ntitle: A\n---",
        "there is no colon in this line",
        "what goes on from the line above begins with two spaces",
    ),
    Mistake(
        "a field has no colon",
        "--- case-studies/a.md (as it is)\n---\ntitle: A\nproblem The clinic   # <- LS103\n---",
        "there is no colon after `problem`",
        "write `problem: The clinic`",
    ),
    Mistake(
        "a day that no month has",
        "--- lessons/a.md\ntitle: A lesson\npublished: 2026-02-30   # <- LS115",
        "2026-02-30",
        "2026-11-22",
    ),
    Mistake(
        "a merge left its marks",
        "--- lessons/a.md\ntitle: A lesson\n---\n<<<<<<< HEAD   <!-- <- LS003 -->\nOne\n",
        "",
        "",
    ),
    Mistake(
        "a tag that is no tag would vanish",
        "--- lessons/a.md\ntitle: A\n---\nThe team of <district name> met.   <!-- <- LS301 -->",
        "`<district name>`",
        "",
    ),
    Mistake(
        "an ORCID with a wrong digit",
        "--- lessons/a.md\ntitle: A\nauthors:\n  - name: A\n    roles: [validation]\n"
        "    orcid: 0000-0002-1825-0098   # <- LS119",
        "`0000-0002-1825-0098` is not a valid ORCID",
        "character by character",
    ),
    Mistake(
        "a link that says nothing",
        "--- lessons/a.md\ntitle: A\n---\nRead [here](https://example.org).   <!-- <- LS310 -->",
        "`here`",
        "",
    ),
    Mistake(
        "a country by its name",
        "--- case-studies/a.md\ntitle: A case\nareas:\n  - country: Kenya   # <- LS114\n"
        "    precision: country",
        "no country has the code `Kenya`",
        "did you mean `KE`?",
    ),
    Mistake(
        "a name that two countries share",
        "--- case-studies/a.md\ntitle: A case\nareas:\n  - country: Congo   # <- LS114\n"
        "    precision: country",
        "no country has the code `Congo`",
        "write `CD` (Congo - Kinshasa) or `CG` (Congo - Brazzaville)",
    ),
    Mistake(
        "a country with its article",
        "--- case-studies/a.md\ntitle: A case\nareas:\n  - country: The Gambia   # <- LS114\n"
        "    precision: country",
        "no country has the code `The Gambia`",
        "did you mean `GM`?",
    ),
    Mistake(
        "a country by an old form of its name",
        "--- case-studies/a.md\ntitle: A case\nareas:\n"
        "  - country: Democratic Republic of Congo   # <- LS114\n    precision: country",
        "no country has the code",
        "did you mean `CD`?",
    ),
    Mistake(
        "a county by its name",
        "--- case-studies/a.md\ntitle: A case\nareas:\n  - country: KE\n"
        "    subdivision: Kilifi   # <- LS114\n    precision: subdivision",
        "no subdivision has the code `Kilifi`",
        "did you mean `KE-14`?",
    ),
    Mistake(
        "a county by a code without its hyphen",
        "--- case-studies/a.md\ntitle: A case\nareas:\n  - country: KE\n"
        "    subdivision: KE14   # <- LS114\n    precision: subdivision",
        "no subdivision has the code `KE14`",
        "did you mean `KE-14`?",
    ),
    Mistake(
        "a name that parts of a country share",
        "--- case-studies/a.md\ntitle: A case\nareas:\n  - country: ZA\n"
        "    subdivision: Cape   # <- LS114\n    precision: subdivision",
        "no subdivision has the code `Cape`",
        "write `ZA-EC`, `ZA-NC` or `ZA-WC`",
    ),
    Mistake(
        "a place as fine as a county",
        "--- case-studies/a.md\ntitle: A case\nareas:\n  - country: KE\n"
        "    precision: county   # <- LS114",
        "`precision` cannot be `county`",
        "did you mean `subdivision`?",
    ),
    Mistake(
        "an outcome in one line",
        "--- case-studies/a.md\ntitle: A case\noutcomes:\n  - Nurses talk   # <- LS113",
        "`outcomes` must be lines of `field: value`, not `Nurses talk`",
        "each after two more spaces: `says`, `who_says`, `direction` and `how_measured`",
    ),
    Mistake(
        "a period with a hyphen",
        "--- case-studies/a.md\ntitle: A case\nperiod: 2016-2018   # <- LS115",
        "`2016-2018` is not a date or period we can read",
        "did you mean `2016/2018`?",
    ),
    Mistake(
        "one word where a list is needed",
        "--- lessons/a.md\ntitle: A lesson\nreflect: What now?   # <- LS113",
        "`reflect` must be a list",
        "",
    ),
    Mistake(
        "words where a number is needed",
        "--- lessons/a.md\ntitle: A lesson\nminutes: about 15   # <- LS113",
        "`minutes` must be a whole number",
        "",
    ),
    Mistake(
        "a status that is not one",
        "--- lessons/a.md\ntitle: A lesson\nstatus: publish   # <- LS114",
        "`status` cannot be `publish`",
        "did you mean `published`?",
    ),
    Mistake(
        "a summary of three words",
        "--- lessons/a.md\ntitle: A lesson\nsummary: All about it   # <- LS116",
        "`summary` needs at least 20 characters",
        "say a little more",
    ),
    Mistake(
        "a citation without its comma",
        "--- lessons/a.md\ntitle: A\n---\nSo they say [@a-paper p. 3].   <!-- <- LS314 -->\n"
        "--- sources/a-paper.md\ntitle: A paper",
        "",
        "",
    ),
    Mistake(
        "two citations run together",
        "--- lessons/a.md\ntitle: A\n---\nSo they say [@one][@two].   <!-- <- LS314 -->\n"
        "--- sources/one.md\ntitle: One\n--- sources/two.md\ntitle: Two",
        "",
        "",
    ),
    Mistake(
        "a citation of nothing",
        "--- lessons/a.md\ntitle: A\n---\nSo they say [@scot-2014].   <!-- <- LS303 -->\n"
        "--- sources/scott-2014.md\ntitle: One",
        "`scot-2014`",
        "did you mean `scott-2014`?",
    ),
    Mistake(
        "a link by id with the folder instead of the kind",
        "--- lessons/a.md\ntitle: A\n---\nSee [[lessons/b]].   <!-- <- LS304 -->\n"
        "--- lessons/b.md\ntitle: B",
        "`lessons/b`",
        "`lesson/b`",
    ),
    Mistake(
        "a title of the page within the body",
        "--- lessons/a.md\ntitle: A\n---\n# A lesson   <!-- <- LS308 -->\n\nText.",
        "",
        "",
    ),
    Mistake(
        "an address left bare",
        "--- lessons/a.md\ntitle: A\n---\nSee https://example.org/page.   <!-- <- LS318 -->",
        "",
        "",
    ),
    Mistake(
        "a note in the form of another system",
        "--- lessons/a.md\ntitle: A\n---\n!!! note   <!-- <- LS313 -->\n    Take care.",
        "",
        "",
    ),
    Mistake(
        "a picture without words",
        "--- lessons/a.md\ntitle: A\n---\n![](../media/a.png)   <!-- <- LS306 -->\n"
        "--- media/a.png (PNG, 40 x 30 pixels)",
        "",
        "",
    ),
    Mistake(
        "a picture with the words of a program",
        "--- lessons/a.md\ntitle: A\n---\n![IMG_2034](../media/a.png)   <!-- <- LS306 -->\n"
        "--- media/a.png (PNG, 40 x 30 pixels)",
        "`IMG_2034` does not say what this picture shows",
        "say between the brackets what it shows",
    ),
    Mistake(
        "a picture that is called a picture",
        "--- lessons/a.md\ntitle: A\n---\n![Picture 1](../media/a.png)   <!-- <- LS306 -->\n"
        "--- media/a.png (PNG, 40 x 30 pixels)",
        "`Picture 1` does not say what this picture shows",
        "say between the brackets what it shows",
    ),
    Mistake(
        "a picture with the name of its file",
        "--- lessons/a.md\ntitle: A\n---\n![team-chart](../media/team-chart.png)   "
        "<!-- <- LS306 -->\n--- media/team-chart.png (PNG, 40 x 30 pixels)",
        "`team-chart` does not say what this picture shows",
        "say between the brackets what it shows",
    ),
    Mistake(
        "a claim of others without a source",
        "--- case-studies/a.md\ntitle: A\nenablers:\n  - says: It helped.   # <- LS401\n"
        "    who_says: others",
        "",
        "",
    ),
    Mistake(
        "a page of a paper that has fewer",
        "--- lessons/a.md\ntitle: A\n---\nSo it is [@a, p. 90].   <!-- <- LS403 -->\n"
        "--- sources/a.md\ntitle: A paper\nlength: 12",
        "",
        "",
    ),
    Mistake(
        "a term that is not in its list",
        "--- lessons/a.md\ntitle: A\nthemes: [trusst]   # <- LS117\n--- _vocabularies/themes.yml\n"
        "title: Themes\nterms:\n  - {id: trust, label: Trust}",
        "`trusst`",
        "did you mean `trust`?",
    ),
    Mistake(
        "a dead link to a file beside",
        "--- lessons/a.md\ntitle: A\n---\nSee [the other](./b-lesson.md).   <!-- <- LS311 -->\n"
        "--- lessons/b-lessons.md\ntitle: B",
        "",
        "",
    ),
    Mistake(
        "a number with its sign cuts a sentence short",
        "--- lessons/a.md\ntitle: Centre #4 and others   # <- LS128",
        "everything after ` #` is left out here",
        "put the whole value in quotes",
    ),
]


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda one: one.what)
def test_is_found_with_a_way_to_mend_it(mistake):
    """The message names the file and line, says what is wrong, and how to mend it."""
    _, report, expected = checked(mistake.sample)
    [(path, line, code)] = expected
    found = [
        one
        for one in report
        if (str(one.source.path), one.span.line, one.code) == (path, line, code)
    ]
    everything = [
        f"{one.source.path}:{one.span.line} {one.code} {one.says} ({one.hint})" for one in report
    ]

    assert found, everything
    assert mistake.says in found[0].says, everything
    assert mistake.mend in found[0].hint and found[0].hint, everything


def test_both_places_of_a_clash_are_named():
    """Of two pages with one title, the finding on the second names the first with its line."""
    _, report, _ = checked(
        "--- lessons/a.md\ntitle: Loops\n--- lessons/b.md\nreview: none\ntitle: Loops\n"
    )
    [one] = [one for one in report if one.code == "LS601"]

    assert [(str(place.source.path), place.span.line) for place in one.related] == [
        ("lessons/a.md", 2)
    ]


def test_there_are_thirty():
    """The collection of mistakes only grows."""
    assert len({one.what for one in MISTAKES}) >= 30
