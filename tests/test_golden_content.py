"""The golden site is whole: every kind, field, relation and view, and who is shown."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from lsbuild.kinds import all_kinds
from lsbuild.kinds._fields import RefTo
from lsbuild.library.entry import Ref
from lsbuild.relations.graph import CITES, LINKS, POINTS
from lsbuild.views import all_views
from lsbuild.views._desk import Desk

A = "__annotations__"


def test_every_kind_has_entries(prepared):
    """No kind is missing, so that none goes untested."""
    shown = {entry.ref.kind for entry in prepared.portal.library.public()}
    assert shown == {kind.kind for kind in all_kinds()}


@pytest.mark.parametrize("view", all_views(), ids=lambda view: view.__name__)
def test_every_view_is_seen(prepared, view):
    """Each view plans a page or a file of data at least."""
    one = view(prepared.portal, Desk(prepared.portal, "en"))
    assert [*one.pages(), *one.files()]


def test_every_field_is_used(prepared):
    """Each field of each kind, however deep, says something in some entry or other."""
    wanted = {name for kind in all_kinds() for name in declared(kind)}
    used = {name for entry in prepared.portal.library for name in told(entry.data)}

    assert wanted - used == set()


def declared(model: type[BaseModel]) -> Iterator[str]:
    """All fields of a model and of the models in it, under the class that declares them."""
    for name, field in model.model_fields.items():
        yield named(model, name)
        for inner in models_in(field.annotation):
            yield from declared(inner)


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for arg in get_args(annotation):
        yield from models_in(arg)


def told(model: BaseModel) -> Iterator[str]:
    """The fields of a model that do not have the value they have when nobody writes them."""
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        if value != field.default:
            yield named(type(model), name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, BaseModel):
                yield from told(one)


def named(model: type[BaseModel], field: str) -> str:
    owner = next(one for one in reversed(model.__mro__) if field in vars(one).get(A, ()))
    return f"{owner.__name__}.{field}"


def test_every_relation_is_drawn(prepared):
    """Each field that names another entry does so somewhere, and bodies cite and link."""
    portal = prepared.portal
    entries = list(portal.library)
    drawn = {
        (entry.ref.kind, edge.relation) for entry in entries for edge in portal.graph.out(entry.ref)
    }
    fields = {
        (entry.ref.kind, str(keys[0]))
        for entry in entries
        for keys, _, mark in entry.marked(RefTo)
        if mark.kind != "source"
    }

    assert fields <= drawn
    assert {CITES, LINKS, POINTS} <= {relation for _, relation in drawn}


class TestWhoIsShown:
    def test_a_draft_is_nowhere(self, prepared):
        """A draft has no page and no line of data."""
        assert not any("sample-draft" in page.url for page in prepared.plan.pages)
        assert not mentioned(prepared, "sample draft", "Unfinished words")

    def test_a_withdrawn_entry_leaves_only_a_note(self, prepared):
        """Its address says when and why it went; its own words are nowhere."""
        page = page_at(prepared, "case-studies/sample-withdrawn/")

        assert page.data["why"].startswith("The people of this sample asked")
        assert page.words is None
        assert not mentioned(prepared, "sample secret", "Withdrawn words")

    def test_a_retired_entry_stays(self, prepared):
        """It is kept, and says that nobody looks after it."""
        page = page_at(prepared, "case-studies/sample-retired/")
        assert page.data["entry"]["status"]["id"] == "retired"

    def test_an_original_in_french_needs_no_twin(self, prepared):
        """It stands under `/fr/`, and lists of the portal's own language leave it out."""
        assert page_at(prepared, "fr/case-studies/sample-reunions/").language == "fr"
        assert len(prepared.portal.library.versions(Ref("case-study", "sample-reunions"))) == 1

    def test_a_translated_pair_knows_of_each_other(self, prepared):
        """Each version links to the other in its own language's name."""
        english = page_at(prepared, "lessons/sample-first-lesson/")
        french = page_at(prepared, "fr/lessons/sample-first-lesson/")

        assert [one["label"] for one in english.data["languages"]] == ["français"]
        assert [one["label"] for one in french.data["languages"]] == ["English"]


def page_at(prepared, url):
    return next(page for page in prepared.plan.pages if page.url == url)


def mentioned(prepared, *words: str) -> list[str]:
    """Where words stand, in anything that readers may get."""
    plan = prepared.plan
    texts = {page.url: repr(page) for page in plan.pages}
    texts |= {name: data.decode(errors="replace") for name, data in plan.data.items()}
    return [name for name, text in texts.items() if any(word in text for word in words)]


def test_only_pictures_in_use_are_copied(prepared):
    """A picture and the words of a film are planned, at addresses below `media/`."""
    assert set(prepared.plan.assets) == {
        "media/lessons/sample-film.vtt",
        "media/lessons/sample-words.vtt",
        "media/pages/about/square.png",
    }
    assert all(isinstance(path, Path) for path in prepared.plan.assets.values())
