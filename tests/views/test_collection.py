"""Lists hold what is there in their own language, in an order that helps."""

import pytest

from lsbuild.views._desk import Desk
from lsbuild.views.collection import CollectionPages
from tests.sample import checked


def lessons_of(language: str, *files: str) -> list[str]:
    portal = checked("".join(files))[0]
    pages = CollectionPages(portal, Desk(portal, language)).pages()
    data = next(page.data for page in pages if page.data["kind"] == "lesson")
    return [card["title"] for group in data["groups"] for card in group["cards"]]


def lesson(name: str, title: str, needs: str = "") -> str:
    return f"--- lessons/{name}.md\ntitle: {title}\nneeds: [{needs}]\n---\n"


def test_a_list_of_lessons_is_in_its_own_language():
    """The French list has the French lessons in learning order, and no English one."""
    files = (
        lesson("one", "One", "two"),
        lesson("two", "Two"),
        lesson("three", "Three"),
        lesson("one.fr", "Un", "two"),
        lesson("two.fr", "Deux"),
    )

    assert lessons_of("fr", *files) == ["Deux", "Un"]
    assert lessons_of("en", *files) == ["Three", "Two", "One"]


def test_lessons_that_are_only_in_another_language_are_listed_there():
    """A list of which the portal's own language has nothing is not empty."""
    assert lessons_of("fr", lesson("seul.fr", "Seul"), lesson("autre.fr", "Autre")) == [
        "Autre",
        "Seul",
    ]


@pytest.mark.parametrize(
    ("precision", "place"),
    [("country", "Kenya"), ("none", "Kenya"), ("district", "Kilifi, Kenya")],
)
def test_a_card_shows_a_place_no_finer_than_declared(precision, place):
    """A card of a case with precision `country` shows the country only, whatever else is told."""
    area = f"{{country: KE, subdivision: KE-14, name: Kilifi, precision: {precision}}}"
    portal = checked(f"--- case-studies/one.md\ntitle: One\nareas: [{area}]\n---\n")[0]
    [case] = portal.library

    assert Desk(portal, "en").card("", case)["facts"][0] == place
