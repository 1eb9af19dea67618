"""Every word of ours that readers see stands in one catalogue."""

import ast
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
CATALOGUE = ROOT / "lsbuild" / "locale" / "lsbuild.pot"
LANGUAGES = sorted(CATALOGUE.parent.glob("*.po"))


def messages() -> set[str]:
    """Words in templates and views, and the labels of kinds and scales."""
    told = extract_from_dir(
        ROOT / "theme", method_map=[("**.html", "jinja2.ext:babel_extract")], keywords={"_": None}
    )
    found = {one if isinstance(one, str) else one[0] for _, _, one, _, _ in told}
    return found | said() | labels()


def said() -> set[str]:
    """What our code says, also within an f-string, where Babel finds nothing."""
    calls = (
        call
        for path in (ROOT / "lsbuild").rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text()))
        if isinstance(call, ast.Call) and call.args
    )
    named = (
        one for one in calls if getattr(one.func, "attr", getattr(one.func, "id", "")) == "say"
    )
    words = (one.args[0] for one in named)
    return {one.value for one in words if isinstance(one, ast.Constant)}


def labels() -> set[str]:
    from lsbuild.kinds import _scales, all_kinds
    from lsbuild.kinds._questions import questions, suggested_kinds
    from lsbuild.text.dates import SEASONS
    from lsbuild.views import _extras, _facets, _side, _sure

    kinds = {
        text for kind in all_kinds() for text in (kind.label, kind.plural, kind.counted, kind.about)
    }
    titles = {part.title for kind in all_kinds() for part in kind.sections}
    nav = {kind.nav_title for kind in all_kinds()}
    scales = {
        value.label
        for thing in vars(_scales).values()
        if isinstance(thing, type) and issubclass(thing, _scales.Scale)
        for value in thing
    }
    alerts = {"Note", "Tip", "Important", "Warning", "Caution", "done", "to do"}
    asked = {
        words
        for kind in suggested_kinds()
        for one in questions(kind)
        for words in (kind.suggest, one.heading, one.hint)
    }
    words = asked | kinds | titles | nav | scales | alerts | {"Back to the text", _extras.USED}
    tables = (_facets.TITLES, _extras.BACK, _side.ROWS, _sure.TELLERS, _sure.LIMITS, SEASONS)
    return words.union(*(table.values() for table in tables)) - {""}


def test_the_catalogue_holds_every_message(request):
    """A message that a template or view says is in the catalogue, and nothing else is."""
    wanted = messages()
    if request.config.getoption("--accept"):
        catalogue = Catalog(project="lsbuild", charset="utf-8", header_comment="# Words of ours.")
        for message in sorted(wanted):
            catalogue.add(message)
        with CATALOGUE.open("wb") as file:
            write_po(file, catalogue, omit_header=True, width=100)
    with CATALOGUE.open("rb") as file:
        known = {one.id for one in read_po(file) if one.id}
    assert known == wanted


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_each_language_has_every_message(path):
    """Every message has its words in each language, and names the same places to fill in."""
    with path.open("rb") as file:
        told = {str(one.id): str(one.string) for one in read_po(file) if one.id and one.string}
    assert told.keys() == messages()
    assert {text: said for text, said in told.items() if _filled(text) != _filled(said)} == {}


def _filled(text: str) -> list[str]:
    return sorted(re.findall(r"\{.*?\}", text))


def test_french_signs_are_not_left_alone_at_the_end_of_a_line():
    """Before a colon, a semicolon, a question mark or a quotation mark stands no plain space."""
    with (CATALOGUE.parent / "fr.po").open("rb") as file:
        assert [one.id for one in read_po(file) if re.search(r" [:;?!»]|« ", str(one.string))] == []


def test_templates_say_nothing_outside_the_catalogue():
    """Words between tags of the readers' templates come from the catalogue."""
    for path in (ROOT / "theme").rglob("*.html"):
        if path.name.startswith("handbook"):
            continue
        text = re.sub(r"\{[{%#].*?[}%#]\}|<script.*?</script>", "", path.read_text(), flags=re.S)
        words = re.findall(r">([^<]*[A-Za-z]{3,}[^<]*)<", text)
        assert words == [], path.name
