"""A work in several languages is judged in each of them, and each link by the page it leads to."""

from lsbuild.library.entry import Ref
from lsbuild.views._desk import Desk
from tests.sample import checked

HIDING = """
--- sources/a-paper.md
title: A paper about two counties
anonymised: true
--- learning-sites/kilifi.md
title: Kilifi
"""
FEES = """--- case-studies/{file}
title: Fees at the front line
areas: [{{country: KE, precision: country}}]
{more}
---
Managers felt unheard [@a-paper].
"""
TIE = "related: [{entry: learning-site/kilifi, why: The same coast.}]"


def places(example: str, code: str) -> list[str]:
    """The files in which a rule finds something."""
    return sorted(str(one.source.path) for one in checked(example)[1] if one.code == code)


def test_a_tie_is_found_in_whichever_language_it_stands():
    """Each version of a page about a hidden place may tie it to a named one."""
    plain, tied = FEES.format(file="fees.md", more=""), FEES.format(file="fees.md", more=TIE)
    french, also = (FEES.format(file="fees.fr.md", more=more) for more in ("", TIE))
    assert places(plain + also + HIDING, "LS415") == ["case-studies/fees.fr.md"]
    assert places(tied + french + HIDING, "LS415") == ["case-studies/fees.md"]


def test_a_version_that_leaves_the_source_out_hides_the_place_still():
    """What one version keeps quiet about, another one must not tie to a name."""
    uncited = FEES.format(file="fees.fr.md", more=TIE).replace(" [@a-paper]", "")
    plain = FEES.format(file="fees.md", more="")
    assert places(plain + uncited + HIDING, "LS415") == ["case-studies/fees.fr.md"]


def test_a_source_that_hides_its_place_in_one_language_hides_it():
    """Where one version of a source says that it is anonymised, no other version undoes it."""
    open_ = "--- sources/a-paper.fr.md\ntitle: Un article\nstatus: draft\n"
    french = FEES.format(file="fees.fr.md", more=TIE)
    assert places(french + open_ + HIDING, "LS415") == ["case-studies/fees.fr.md"]


def test_a_side_by_side_is_found_in_whichever_language_a_place_is_hidden():
    """A comparison ties works, whichever of their versions cites the source."""
    comparison = """
--- comparisons/coast.md
title: Two coasts
entries: [case-study/fees, learning-site/kilifi]
"""
    french = FEES.format(file="fees.fr.md", more="")
    uncited = FEES.format(file="fees.md", more="").replace(" [@a-paper]", "")
    assert places(french + uncited + HIDING + comparison, "LS415") == ["comparisons/coast.md"]


def test_a_circle_is_found_behind_a_translation():
    """A translation that names no needs does not hide the circle of its original."""
    circle = """
--- lessons/a.md
title: A lesson
needs: [b]
--- lessons/b.md
title: B lesson
needs: [a]
--- lessons/{}.md
title: Uma lição
"""
    assert places(circle.format("a.pt"), "LS203") == ["lessons/a.md"]
    assert places(circle.format("b.pt"), "LS203") == ["lessons/a.md"]


def test_a_circle_through_a_translation_is_pointed_at_where_it_stands():
    """The finding stands in the file whose needs close the circle."""
    circle = """
--- lessons/a.md
title: A lesson
--- lessons/a.pt.md
title: Uma lição
needs: [c, b]
--- lessons/b.md
title: B lesson
needs: [a]
--- lessons/c.md
title: C lesson
"""
    found = [one for one in checked(circle)[1] if one.code == "LS203"]
    assert [(str(one.source.path), one.keys) for one in found] == [
        ("lessons/a.pt.md", ("needs", 1))
    ]


LESSONS = """--- lessons/a.md
title: A lesson
---
## The beginning

It began. {}
--- lessons/a.fr.md
title: Une leçon
status: {}
---
## Debut

Voici. {}
--- lessons/b.md
title: B lesson
"""


def codes(english: str, french: str, status: str = "published") -> set[str]:
    """What is wrong with a lesson, its translation and a third one."""
    report = checked(LESSONS.format(english, status, french))[1]
    return {one.code for one in report} - {"LS204", "LS604"}


def test_a_link_to_another_language_leads_to_another_page():
    """A link to the file of a translation is none to this very page, and one to itself still is."""
    assert codes("[en français](a.fr.md)", "[in English](a.md)") == set()
    assert codes("[the lesson](a.md)", "") == codes("", "[la leçon](a.fr.md)") == {"LS202"}
    assert codes("[[lesson/a]]", "") == codes("", "[[lesson/a]]") == {"LS202"}
    assert codes("", "[[lesson/a]]", status="draft") == {"LS202"}


def test_an_anchor_is_looked_for_in_the_file_that_is_linked():
    """The headings of a translation are those of its own file."""
    assert codes("[au début](a.fr.md#debut)", "") == set()
    assert codes("[au début](a.fr.md#the-beginning)", "") == {"LS305"}
    assert codes("", "[the beginning](a.md#the-beginning)") == set()


def test_a_link_to_a_draft_in_another_language_is_found():
    """A published page may link to the published file of a work, and not to the draft of it."""
    assert codes("[en français](a.fr.md)", "", status="draft") == {"LS205"}
    assert codes("", "") == set()


FRENCH = """
--- lessons/c.fr.md
title: Autre leçon
needs: [a]
status: {}
---
Voir [[lesson/a{}]] [@d, p. 3].
--- sources/d.md
title: A paper
--- sources/d.fr.md
title: Un article
status: draft
"""


def test_the_draft_of_a_translation_hides_no_published_original():
    """Readers are led to the original as long as nobody can open its translation."""
    lessons = LESSONS.format("", "draft", "") + FRENCH.format("published", "#the-beginning")
    portal, report, _ = checked(lessons)
    assert not {one.code for one in report} & {"LS205", "LS305"}
    desk = Desk(portal, "fr")
    assert desk.find(Ref("lesson", "a")).language == desk.source("d").language == "en"


def test_a_draft_may_lead_to_parts_of_another_draft():
    """Who translates several pages at once names the headings of the new ones."""
    lessons = LESSONS.format("", "draft", "") + FRENCH.format("draft", "#debut")
    assert "LS305" not in {one.code for one in checked(lessons)[1]}


def test_a_translation_follows_an_original_that_is_taken_back():
    """Whoever sets the original back to a draft still hears that its translation is behind."""
    pages = """--- pages/a.md
title: A page
status: draft
--- pages/a.fr.md
title: Une page
translation_of: 0a1b2c3d4e5f
"""
    assert places(pages, "LS604") == ["pages/a.fr.md"]
