"""Hostile words that got past every check do nothing, with the policy and without it."""

import re
import shutil
from contextlib import ExitStack
from dataclasses import replace

import pytest
from mkdocs.config import load_config
from pydantic import BaseModel

from lsbuild.hosts._render import PageCache, render_all, target_of
from lsbuild.kinds._fields import Outside
from lsbuild.output.search import begin
from lsbuild.relations.graph import relate
from lsbuild.relations.portal import Portal
from lsbuild.text.source import Source
from lsbuild.views.plan import make_plan
from tests import portals
from tests.browser.visiting import Visit, serving
from tests.portals import TEMPLATES, richest

pytestmark = pytest.mark.browser
HIT = "window.hit=1"
WORDS = (
    f"\"'></title></script></textarea><script>{HIT}</script><img src=x onerror={HIT}>"
    f"<svg onload={HIT}> {{{{ 7*7 }}}} javascript:{HIT} &lt;script&gt;{HIT}&lt;/script&gt;"
)
ADDRESS = f"javascript:{HIT}//https://example.org"
BODY = f"""
## Heading {WORDS}

<script>{HIT}</script> and <img src=x onerror="{HIT}"> and <a href="javascript:{HIT}">click</a>

<svg onload="{HIT}"></svg>

[a link](javascript:{HIT}) [another](JaVaScRiPt:{HIT}) [data](data:text/html,<script>{HIT}</script>)
[entities](&#106;avascript:{HIT}) [titled](https://example.org "x\\" onmouseover={HIT} y=\\"")

![picture](javascript:{HIT}) ![" onerror={HIT} x="](x.png) <javascript:{HIT}>

| a |
| - |
| <script>{HIT}</script> |

> [!NOTE]
> <iframe src="javascript:{HIT}"></iframe>

- [ ] <input onfocus={HIT} autofocus>

`<script>{HIT}</script>` [[term/sample-loop|<script>{HIT}</script>]] [@sample-article, <b>p. 1</b>]
"""


def spoilt(model: BaseModel) -> BaseModel:
    """A copy with hostile words in every text, as no reading would let through."""
    return model.model_copy(
        update={
            name: spoilt_value(getattr(model, name), field.metadata)
            for name, field in type(model).model_fields.items()
        }
    )


def hostile_body(source: Source) -> Source:
    return replace(source, text=source.text[: source.body_at] + BODY)


def spoilt_value(value, metadata):
    if isinstance(value, BaseModel):
        return spoilt(value)
    if isinstance(value, tuple):
        return tuple(spoilt_value(one, ()) for one in value)
    if any(isinstance(mark, Outside) for mark in metadata):
        return ADDRESS
    return f"{value} {WORDS}" if type(value) is str and " " in value else value


@pytest.fixture(scope="module")
def hostile(prepared, golden_site, tmp_path_factory):
    """The golden site with other words in its place, and the same without its policy."""
    settings = prepared.portal.settings.model_copy(update={"site_name": f"Portal {WORDS}"})
    library = prepared.portal.library
    entries = tuple(
        replace(one, data=spoilt(one.data), source=hostile_body(one.source)) for one in library
    )
    library = replace(library, entries=entries)
    plan = make_plan(Portal(settings, library, relate(library)))
    folder = tmp_path_factory.mktemp("hostile")
    guarded, bare = folder / "guarded", folder / "bare"
    shutil.copytree(golden_site, guarded)
    shutil.rmtree(guarded / "pagefind")
    render_all(
        plan, settings, environment(), guarded, nothing(folder), lambda _: None, names(guarded)
    )
    for url, data in plan.data.items():
        (guarded / url).write_bytes(data)
    begin(plan, folder / "search").wait(guarded / "pagefind")
    shutil.copytree(guarded, bare)
    for path in bare.rglob("*.html"):
        html = path.read_text("utf-8")
        path.write_text(re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", html))
    return plan, guarded, bare


def environment():
    env = load_config(str(portals.GOLDEN / "mkdocs.yml")).theme.get_env()
    env.autoescape = True
    return env


def nothing(folder) -> PageCache:
    return PageCache.load(folder / "work", folder / "none")


def names(site) -> dict[str, object]:
    """Material's own files, as the plugin hands them to templates."""
    found = {"main_css": "main.*.css", "palette_css": "palette.*.css", "bundle_js": "bundle.*.js"}
    paths = {key: next(site.rglob(pattern)) for key, pattern in found.items()}
    rows = {key: path.relative_to(site).as_posix() for key, path in paths.items()}
    return {**rows, "serving": False, "live": False}


@pytest.mark.parametrize("guarded", [True, False], ids=["with policy", "without policy"])
def test_nothing_is_executed(chromium, hostile, guarded):
    """On a page of every template, and in the search, no hostile word runs or opens a way out."""
    plan, *folders = hostile
    with ExitStack() as stack:
        address = stack.enter_context(serving(folders[0 if guarded else 1]))
        context = chromium.new_context()
        stack.callback(context.close)
        visit = Visit(context, address)
        for template in TEMPLATES:
            visit.go(richest(plan, template).url)
            assert visit.page.evaluate("window.hit") is None, template
            assert visit.page.evaluate(WAYS_OUT) == [], template
        visit.search("sample").first.wait_for()
        assert visit.page.evaluate("window.hit") is None
        assert visit.page.evaluate(WAYS_OUT) == []
        assert visit.outside == []


WAYS_OUT = """() => [...document.querySelectorAll("*")].filter((it) =>
  [...it.attributes].some((one) => /^on/.test(one.name) ||
    (/^(href|src|action|formaction|srcdoc|xlink:href)$/.test(one.name) &&
     /^\\s*(javascript|data|vbscript):/i.test(one.value)))
  || it.matches("iframe, object, embed, base")).map((it) => it.outerHTML.slice(0, 200))"""


def test_the_hostile_words_were_there(hostile):
    """The words did reach the pages, as words."""
    plan, guarded, _ = hostile
    for template in ("case_study.html", "lesson.html", "source.html", "term.html", "home.html"):
        html = (guarded / target_of(richest(plan, template))).read_text("utf-8")
        assert f"&lt;script&gt;{HIT}" in html, template
        assert f"<script>{HIT}" not in html, template
