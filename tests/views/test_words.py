"""A page is found by all its words, and by nothing that is none."""

from lsbuild.views._desk import Desk
from lsbuild.views._words import words_of
from tests.sample import checked


def blocks_of(text: str) -> tuple[str, ...]:
    portal = checked(text)[0]
    return words_of(next(iter(portal.library)), Desk(portal, "en")).blocks


def test_a_name_of_one_word_is_found():
    """An organisation, a place and an author need no space in their names."""
    case = """\
        --- case-studies/one.md
        title: One
        areas: [{country: KE, subdivision: KE-14, name: Kilifi, precision: subdivision}]
        partners: [{name: UNICEF, type: donors}]
        ---
        """
    source = """\
        --- sources/report.md
        title: A report
        csl: {type: report, author: [{family: Gilson, given: L}], publisher: RESYST, issued: 2016}
        ---
        """

    assert {"UNICEF", "Kilifi"} <= {*blocks_of(case)}
    assert {"Gilson", "RESYST"} <= {*blocks_of(source)}


def test_a_sentence_without_spaces_is_found():
    """Chinese, Thai and Lao put none between words."""
    case = """\
        --- case-studies/one.md
        title: One
        problem: 数字送到首都，却没有任何消息传回来。
        unknowns: [ไม่มีใครวัดผลลัพธ์]
        ---
        """

    assert {"数字送到首都，却没有任何消息传回来。", "ไม่มีใครวัดผลลัพธ์"} <= {*blocks_of(case)}


def test_the_title_of_a_part_is_found():
    """An action has a title that only its page shows; the page's own title is kept apart."""
    guide = """\
        --- roles/planners.md
        title: What planners can do
        actions:
          - {id: meet, title: Meet over figures, what: Meet, first_step: Ask, notice: Change}
        ---
        """

    assert "Meet over figures" in blocks_of(guide)
    assert "What planners can do" not in blocks_of(guide)


def test_a_keyword_is_no_sentence_of_the_page():
    """What only finds a page is kept apart from what stands on it."""
    case = "--- case-studies/one.md\ntitle: One\nkeywords: [two bosses]\n---\nText.\n"
    portal = checked(case)[0]
    words = words_of(next(iter(portal.library)), Desk(portal, "en"))

    assert "two bosses" not in words.blocks and words.names == ("two bosses",)


def test_a_passage_reads_as_the_page_does():
    """A link without words has the title that it shows, and a citation leaves no hole."""
    term = """\
        --- glossary/loop.md
        title: Loop
        ---
        Before [[term/loop]] and [[term/loop|its words]], [[term/gone]] stands [@told, p. 2].

        - Again [[term/loop#top]]
        """

    assert blocks_of(term)[-2:] == (
        "Before Loop and its words, term/gone stands.",
        "Again Loop",
    )


def test_what_is_no_word_is_not_searched():
    """Ids, codes, scales, dates, addresses, bare figures and names of files stay out."""
    lesson = """\
        --- lessons/one.md
        title: One
        groups: [steering-groups]
        needs: [other-lesson]
        media:
          - {title: Film, url: "https://example.org/film", description: Shown,
             transcript: film.txt, when: 2016-05}
        ---
        """
    source = """\
        --- sources/report.md
        title: A report
        csl: {type: report, issued: 2016, volume: 12A, issue: Suppl 2, page: e000138,
              number: WHO/16, doi: 10.1093/heapol/czab012, container_title: Journal}
        located_by: section
        url: https://example.org/report
        language: fr
        ---
        """
    case = """\
        --- case-studies/one.md
        title: One
        areas: [{country: KE, subdivision: KE-14, precision: country}]
        levels: [district-level]
        gained: [{id: the-claim, says: Managers gained., who_says: ours}]
        measures:
          - {says: Meetings, type: reach, value: 79–94, unit: "%", who_says: project,
             sources: [{source: report, locator: abstract}]}
        ---
        """

    assert {"Film", "Shown"} <= {*blocks_of(lesson)}
    assert "Journal" in blocks_of(source)
    assert {"Managers gained.", "Meetings"} <= {*blocks_of(case)}
    nothing = {
        *("steering-groups", "other-lesson", "https://example.org/film", "film.txt", "2016-05"),
        *("report", "2016", "12A", "Suppl 2", "e000138", "WHO/16", "10.1093/heapol/czab012"),
        *("section", "https://example.org/report", "fr", "KE", "KE-14", "country", "ours"),
        *("district-level", "the-claim", "79–94", "%", "reach", "project", "abstract"),
    }
    assert not nothing & {*blocks_of(lesson), *blocks_of(source), *blocks_of(case)}
