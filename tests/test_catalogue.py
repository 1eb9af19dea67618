"""Every word of ours that readers see stands in one catalogue."""

import re
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
CATALOGUE = ROOT / "lsbuild" / "locale" / "lsbuild.pot"


def messages() -> set[str]:
    """Words in templates and views, and the labels of kinds and scales."""
    found = set()
    sources = [("**.html", "jinja2.ext:babel_extract")], [("**.py", "python")]
    for folder, methods in ((ROOT / "theme", sources[0]), (ROOT / "lsbuild", sources[1])):
        for _, _, message, _, _ in extract_from_dir(
            folder, method_map=methods, keywords={"_": None, "say": None}
        ):
            found.add(message if isinstance(message, str) else message[0])
    return found | labels()


def labels() -> set[str]:
    from lsbuild.kinds import _scales, all_kinds
    from lsbuild.kinds._questions import questions, suggested_kinds
    from lsbuild.text.dates import SEASONS
    from lsbuild.views import _extras, _facets, _side, _sure

    kinds = {text for kind in all_kinds() for text in (kind.label, kind.plural, kind.about)}
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
    words = asked | kinds | titles | nav | scales | alerts | {"Back to the text"}
    tables = (_facets.TITLES, _extras.BACK, _side.ROWS, _sure.TELLERS, SEASONS)
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


def test_templates_say_nothing_outside_the_catalogue():
    """Words between tags of the readers' templates come from the catalogue."""
    for path in (ROOT / "theme").rglob("*.html"):
        if path.name.startswith("handbook"):
            continue
        text = re.sub(r"\{[{%#].*?[}%#]\}|<script.*?</script>", "", path.read_text(), flags=re.S)
        words = re.findall(r">([^<]*[A-Za-z]{3,}[^<]*)<", text)
        assert words == [], path.name
