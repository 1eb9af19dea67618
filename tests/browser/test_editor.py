"""The web editor in a real browser: what it saves, the checker accepts."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator

from lsbuild.library.read import read
from lsbuild.pipeline import gather
from lsbuild.settings import Editor, read_settings
from lsbuild.views._editor import config
from tests import portals
from tests.browser.conftest import visit
from tests.browser.visiting import Visit, serving

pytestmark = pytest.mark.browser
STORE = "sveltia-cms-test/"
THERE = (
    "case-study/entries/sample-meetings",
    "learning-site/entries/sample-bay",
    "lesson/entries/sample-first-lesson",
    "page/entries/about/markdown",
    "source/entries/sample-report",
)
PUT = """async (files) => {
  for (const [name, text] of Object.entries(files)) {
    let folder = await navigator.storage.getDirectory();
    const parts = name.split("/"), last = parts.pop();
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
    const out = await (await folder.getFileHandle(last, { create: true })).createWritable();
    await out.write(text);
    await out.close();
  }
}"""
GET = """async () => {
  const found = {};
  const walk = async (folder, path) => {
    for await (const [name, one] of folder.entries()) {
      if (one.kind === "directory") await walk(one, `${path}${name}/`);
      else found[path + name] = await (await one.getFile()).text();
    }
  };
  await walk(await navigator.storage.getDirectory(), "");
  return found;
}"""


class Form:
    """Somebody who writes, with a browser of their own; the form keeps its files in there."""

    def __init__(self, one: Visit, files: dict[str, str]) -> None:
        self.visit, self.page = one, one.page
        one.go("edit/")
        self.page.evaluate(PUT, {STORE + name: text for name, text in files.items()})
        self.page.get_by_role("button", name="Work with Test Repository").click()
        self.page.get_by_role("button", name="Create New Entry").first.wait_for()

    def open(self, where: str, height: int = 600) -> None:
        """Fields are made when they come into view; to fill in many, there must be room."""
        self.page.set_viewport_size({"width": 1280, "height": height})
        self.page.goto(f"{self.visit.address}edit/#/collections/{where}")
        self.field("title").wait_for()

    def field(self, name: str) -> Locator:
        return self.page.locator(f'[data-key-path="{name}"]')

    def write(self, name: str, text: str) -> None:
        self.field(name).get_by_role("textbox").first.fill(text)

    def choose(self, name: str, label: str) -> None:
        self.field(name).get_by_label(label, exact=True).first.click()

    def pick(self, name: str, label: str) -> None:
        """From a list that opens and is narrowed by typing."""
        self.field(name).get_by_role("combobox").click()
        self.page.keyboard.type(label[:4])
        self.page.get_by_role("option", name=label).click()

    def save(self) -> dict[str, str]:
        self.page.get_by_role("button", name="Save", exact=True).click()
        self.field("title").wait_for(state="detached")
        found = self.page.evaluate(GET)
        return {name.removeprefix(STORE): text for name, text in found.items()}


@pytest.fixture(scope="module")
def at(editor_built) -> Iterator[str]:
    with serving(editor_built.site) as address:
        yield address


@pytest.fixture
def opened(chromium: Browser, at: str) -> Iterator[Callable[..., Form]]:
    """Opens the form for somebody new, over some files."""
    visits: list[Visit] = []

    def opened(files: dict[str, str] | None = None) -> Form:
        visits.append(visit(chromium, at))
        return Form(visits[-1], files or {})

    yield opened
    for one in visits:
        one.page.context.close()


def golden() -> dict[str, str]:
    content = portals.GOLDEN / "content"
    paths = sorted(content.rglob("*.md"))
    return {f"content/{path.relative_to(content)}": path.read_text("utf-8") for path in paths}


def checked(files: dict[str, str], folder: Path) -> str:
    """What `lsbuild check --strict` prints of the golden site with these files."""
    portal = portals.copy_golden(folder)
    for name, text in files.items():
        (portal.root / name).write_text(text, "utf-8")
    done = portals.run("-m", "lsbuild", "--config", str(portal.config), "check", "--strict")
    return done.stdout + done.stderr


def test_a_case_from_the_form_has_no_findings(opened, tmp_path):
    """The least that must be filled in gives a file that passes every check, asking nobody."""
    form = opened()
    form.open("case-study/new", height=3000)
    form.write("title", 'Meetings that look back: a "small" start')
    form.write("summary", "A team met each month over its own figures and agreed one change.")
    form.choose("depth", "Short note")
    form.write("problem", "Figures went to the capital.\n\nNothing came back: # not a word.")
    form.write("tried", "The team met once a month over its own figures.")
    form.write("changed", "Managers say that meetings became shorter; nobody measured more.")
    form.pick("areas.0.country", "Benin")
    form.choose("areas.0.precision", "The whole country")
    form.write("period", "2016")
    form.choose("levels", "Sample district")
    form.choose("groups", "Sample teams")
    form.write(
        "body", "The *team* wrote it down [@sample-report, p. 3]: a [[term/sample-loop|loop]]."
    )
    form.choose("status", "Published")
    files = form.save()

    assert list(files) == ["content/case-studies/meetings-that-look-back-a-small-start.md"]
    assert "null" not in str(files) and "The *team* wrote it down [@" in str(files)
    assert checked(files, tmp_path).startswith("No findings in ")
    assert (form.visit.outside, form.visit.complaints) == ([], [])


def test_what_is_missing_is_said_at_its_field(opened):
    """Nothing is saved, and each field that must be filled in or has a wrong form says so."""
    form = opened()
    form.open("case-study/new", height=3000)
    form.write("period", "two years ago")
    form.page.get_by_role("button", name="Save", exact=True).click()
    form.page.get_by_text("fields have errors").wait_for()

    assert "This field is required." in form.field("problem").inner_text()
    assert "A year, month, day or period, such as 2016/2018" in form.field("period").inner_text()
    assert form.page.evaluate(GET) == {}


def test_pages_that_are_there_keep_everything(opened, tmp_path):
    """One word is changed in the form; all other values and each letter of the texts stay."""
    before = golden()
    form = opened(before)
    for where in THERE:
        form.open(where)
        form.write("title", "Another title")
        after = form.save()
    changed = [name for name in before if before[name] != after[name]]
    shutil.copytree(portals.GOLDEN / "content", tmp_path / "content")
    for name in changed:
        (tmp_path / name).write_text(after[name], "utf-8")
    old, new = (read(folder / "content")[0].by_path for folder in (portals.GOLDEN, tmp_path))

    assert len(changed) == len(THERE) and old.keys() == new.keys()
    for name in changed:
        one, other = (entries[Path(name).relative_to("content")] for entries in (old, new))
        assert other.data == one.data.model_copy(update={"title": "Another title"})
        assert other.source.body.strip() == one.source.body.strip()
    assert (form.visit.outside, form.visit.complaints) == ([], [])


def test_its_own_words_are_those_of_the_browser(chromium, at):
    """Buttons are French in a French browser, from our own files."""
    one = visit(chromium, at, locale="fr-FR")
    one.go("edit/")
    one.page.get_by_role("button", name="dépôt de test").wait_for()
    one.page.context.close()

    assert (one.outside, one.complaints) == ([], [])


def test_signing_in_needs_a_token_and_asks_nobody_before(chromium, at):
    """With a domain of its own, the page offers a token and nothing that needs a server of ours."""
    more = {
        "editor": Editor(own_domain=True),
        "edit_uri": "https://github.com/owner/name/edit/main/content/",
    }
    settings = read_settings(portals.GOLDEN / "mkdocs.yml").model_copy(update=more)
    real = json.loads(config(gather(settings)[0]))
    one = visit(chromium, at)
    one.page.route("**/edit/config.json*", lambda route: route.fulfill(json=real))
    one.go("edit/")
    one.page.get_by_role("button", name="Sign In Using Access Token").wait_for()
    names = one.page.get_by_role("button").all_inner_texts()
    one.page.context.close()

    assert not any("GitHub" in name for name in names)
    assert (one.outside, one.complaints) == ([], [])
