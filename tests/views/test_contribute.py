"""The page for people without an account, and the forms it offers."""

import io
from pathlib import Path

import docx
import pytest
import yaml

from lsbuild.kinds import kind_named
from lsbuild.kinds._questions import questions, suggested_kinds
from lsbuild.pipeline import examine
from lsbuild.settings import read_settings
from lsbuild.text.messages import languages, say
from lsbuild.views._desk import Desk
from lsbuild.views._forms import form_name, issue_form
from lsbuild.views.contribute import ContributePages
from tests.portals import ROOT
from tests.views.shown import main_of

CASE = kind_named("case-study")
ISSUE_FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"


@pytest.fixture(scope="module")
def portal():
    return examine(read_settings(ROOT / "mkdocs.yml"))[0]


def page(portal, **settings):
    changed = type(portal)(
        portal.settings.model_copy(update=settings), portal.library, portal.graph
    )
    view = ContributePages(changed, Desk(changed, "en"))
    [made] = view.pages()
    return main_of(made, changed.settings)


def test_says_first_that_it_is_public_at_once(portal):
    """What is public, and what must be in place, stands above every way to begin."""
    html = page(portal)

    assert html.index("public at once") < html.index("Everyone who could be recognised")
    assert html.index("Everyone who could be recognised") < html.index("Choose a way")


@pytest.mark.parametrize("language", languages())
def test_issue_forms_are_as_the_fields_say(portal, language):
    """The forms in `.github/` are what `lsbuild forms` writes today."""
    kept = (ISSUE_FORMS / f"{form_name(CASE, language)}.yml").read_text("utf-8")

    assert kept == issue_form(CASE, portal, language), "run `lsbuild forms`"


def test_no_other_issue_form_is_kept():
    """A form of a kind or language that is gone does not stay behind."""
    names = {form_name(kind, one) for kind in suggested_kinds() for one in languages()}

    assert {path.stem for path in ISSUE_FORMS.glob("suggest-*.yml")} == names


@pytest.mark.parametrize("language", languages())
def test_an_issue_asks_for_consent_and_never_for_a_contact(portal, language):
    """An issue is public: all promises are needed, and nobody is asked how to reach them."""
    form = yaml.safe_load(issue_form(CASE, portal, language))
    by_id = {one["id"]: one for one in form["body"] if "id" in one}

    assert "contact" not in by_id
    assert all(one["required"] for one in by_id["consent"]["attributes"]["options"])


@pytest.mark.parametrize("language", languages())
def test_word_forms_open_in_word(portal, language):
    """Each form is a sound Word file with every heading, the same bytes each time."""
    files = dict(ContributePages(portal, Desk(portal, "en")).files())
    raw = files[f"contribute/{form_name(CASE, language)}.docx"]
    again = dict(ContributePages(portal, Desk(portal, "en")).files())
    document = docx.Document(io.BytesIO(raw))
    headings = [one.text for one in document.paragraphs if one.style.name == "Heading 2"]

    assert headings == [say(one.heading, language) for one in questions(CASE)]
    assert raw == again[f"contribute/{form_name(CASE, language)}.docx"]


def test_leads_to_the_issue_form_only_on_github(portal):
    """Other trackers have no such form, so no link to one is shown."""
    assert "new?template=suggest-a-case.yml" in page(portal)
    assert "A form on GitHub" not in page(portal, issues="https://tracker.example.org/new")


def test_says_where_to_send_a_letter(portal):
    """With an address the letter goes there; without one it goes to an editor."""
    assert 'href="mailto:us@example.org"' in page(portal, contact="us@example.org")
    assert "an editor you know" in page(portal, contact="")


def test_says_when_an_account_is_needed(portal):
    """Without an address for letters the one way that needs nobody else needs an account."""
    assert "You need no account" in page(portal, contact="us@example.org")
    alone = page(portal, contact="")
    assert "no account" not in alone and "a free account on GitHub" in alone


def test_every_word_of_the_forms_is_there_in_french():
    """The French form has no English left in it."""
    same = {"Organisations"}
    for one in questions(CASE):
        for words in {one.heading, one.hint} - same:
            assert say(words, "fr") != words, words


def test_readme_names_the_page():
    """People who find the repository first are told of the page."""
    assert "/contribute/" in Path(ROOT / "README.md").read_text("utf-8")
