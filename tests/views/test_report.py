"""Telling of a mistake: an address that carries the page and the claim."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from lsbuild.settings import Settings
from lsbuild.views._desk import Desk
from lsbuild.views._report import letter_address, report_address, with_reports
from lsbuild.views.entry import EntryPages
from tests.sample import checked
from tests.views.shown import html_of

TRACKER = "https://example.org/issues/new"


def settings(**more) -> Settings:
    here = Path("/nowhere")
    return Settings(root=here, content=here, theme=here, out=here, site_name="Sample", **more)


def asked(address: str) -> dict[str, str]:
    return {key: values[0] for key, values in parse_qs(urlsplit(address).query).items()}


def test_an_issue_names_the_claim():
    """The body leads to the claim; nothing of a title can break out of its place."""
    own = settings(issues=TRACKER, site_url="https://example.org/portal/")
    words = asked(report_address(own, "cases/a/", "Fees & #1 = 100%?", claim="shorter"))
    page = asked(report_address(own, "cases/a/", "Fees & #1 = 100%?"))

    assert words["title"] == page["title"] == "Mistake: Fees & #1 = 100%?"
    assert words["body"].startswith("https://example.org/portal/cases/a/#shorter\n")
    assert page["body"].startswith("https://example.org/portal/cases/a/\n")


def test_a_claim_without_id_is_quoted():
    """Its first words stand in the body instead, and in no address, with spaces or without."""
    own = settings(issues=TRACKER)
    for says in ("Meetings became shorter.", "会议时间变短了。"):
        words = asked(report_address(own, "cases/a/", "A", says=says))

        assert f"> {says}\n" in words["body"]
        assert "#" not in words["body"]


def test_a_tracker_keeps_its_own_query():
    """A form that the tracker is to open stays chosen."""
    words = asked(report_address(settings(issues=f"{TRACKER}?template=fix.yml"), "a/", "A"))

    assert words["template"] == "fix.yml" and words["title"] == "Mistake: A"


def test_a_letter_is_for_people_without_an_account():
    """Lines end as letters want them, and the address stays readable."""
    address = letter_address(settings(contact="editors+lhs@example.org"), "a/", "A & B")

    assert address.startswith("mailto:editors+lhs@example.org?subject=Mistake:%20A%20%26%20B&body=")
    assert "%0D%0A" in address and "+" not in address.partition("?")[2]


@pytest.mark.parametrize("more", [{}, {"contact": "a@example.org"}, {"issues": TRACKER}])
def test_nobody_to_tell_means_no_link(more):
    """The tracker first, then the letter, and without both nothing."""
    starts = {"": "", "contact": "mailto:", "issues": TRACKER}[next(iter(more), "")]

    assert bool(report_address(settings(**more), "a/", "A")) == bool(more)
    assert report_address(settings(**more), "a/", "A").startswith(starts)


def test_each_claim_of_a_page_has_its_own_way():
    """Claims inside of lists and parts are found; what is not a claim is left alone."""
    shown = {"layers": [{"learned": [{"says": "x", "who_says": {}, "id": "y"}]}], "says": "z"}
    with_reports(shown, lambda claim, says: f"to/{claim}")

    assert shown["layers"][0]["learned"][0]["report"] == "to/y" and "report" not in shown


def test_a_definition_has_its_own_way():
    """What a word means can be wrong like any claim; the link quotes it, since it has no id."""
    term = """\
        --- glossary/loop.md
        title: Loop
        definitions:
          - {says: A round of trying and looking.}
        ---
        """
    portal = replace(checked(term)[0], settings=settings(issues=TRACKER))
    (page,) = EntryPages(portal, Desk(portal, "en")).pages()

    assert "A round of trying" in asked(page.data["entry"]["definitions"][0]["report"])["body"]


def test_the_foot_of_a_page_says_what_a_report_takes():
    """A tracker is public and asks for an account; a letter is and does neither."""
    portal, _, _ = checked("--- glossary/loop.md\ntitle: Loop\n")
    (page,) = EntryPages(portal, Desk(portal, "en")).pages()

    takes = "Report a mistake (public, needs an account)"
    assert takes in html_of(page, settings(issues=TRACKER))
    assert takes not in html_of(page, settings(contact="us@example.org"))


def test_a_portal_without_settings_has_no_ways():
    """No key is added where nobody could be told."""
    portal, _, _ = checked(
        "--- case-studies/a.md\ntitle: A\ngained:\n  - {says: They spoke up., who_says: ours}\n"
    )
    (page,) = EntryPages(portal, Desk(portal, "en")).pages()

    assert "report" not in page.data["entry"]["gained"][0]
