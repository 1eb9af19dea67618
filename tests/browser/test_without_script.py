"""JavaScript off: every page is whole, and lists lead everywhere."""

import re
from collections import deque
from posixpath import dirname, join, normpath

import pytest

from tests.portals import TEMPLATES, richest

pytestmark = pytest.mark.browser
SEEN = "document.querySelector('main').innerText"
SENT = """() => {
  const main = document.querySelector("main").cloneNode(true);
  for (const tool of main.querySelectorAll("[hidden], [data-ls], .ls-examples")) tool.remove();
  return main.textContent;
}"""
"""What stands in the page as it was sent, but for tools that say themselves they need a script."""


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_page_is_whole(prepared, plain_reader, reader, template):
    """No sentence waits for a script to be shown, none is loaded, and no button is dead."""
    url = richest(prepared.plan, template).url
    plain_reader.go(url)
    reader.go(url)
    sent = squeezed(plain_reader.page.evaluate(SENT))
    seen = squeezed(plain_reader.page.evaluate(SEEN))
    lines = [squeezed(line) for line in reader.page.evaluate(SEEN).splitlines()]

    assert [one for one in lines if one in sent and one not in seen] == []
    assert len(seen) > 40
    assert [one for one in plain_reader.requests if ".js" in one] == []
    assert plain_reader.page.locator("button:visible:not([disabled])").all_inner_texts() == []


def squeezed(text: str) -> str:
    return " ".join(text.split()).casefold()


def test_lists_lead_everywhere(prepared, golden_site):
    """From the home page every page can be reached by links alone."""
    apart = {"404.html", "case-studies/sample-withdrawn/"}
    wanted = {page.url for page in prepared.plan.pages} - apart
    seen, todo = {""}, deque([""])
    while todo:
        url = todo.popleft()
        for there in links(golden_site, url):
            if there in wanted and there not in seen:
                seen.add(there)
                todo.append(there)

    assert sorted(wanted - seen) == []


def links(site, url: str) -> set[str]:
    html = (site / url / "index.html").read_text("utf-8")
    found = re.findall(r'<a [^>]*?href="([^"#:]+)', html)
    ways = {normpath(join("/", url, href))[1:] + "/" for href in found}
    return {"" if way == "/" else way for way in ways} - {dirname(url)}


def test_a_reader_can_walk_the_lists(plain_reader):
    """Home, cases, a case: three pages, two taps, no script."""
    visit = plain_reader
    visit.go("")
    visit.page.get_by_role("link", name="Cases", exact=True).first.click()
    visit.page.get_by_role("link", name="Sample visits that changed little").first.click()

    assert visit.url == "case-studies/sample-visits/"
    assert visit.page.locator("h1").inner_text() == "Sample visits that changed little"


def test_answers_can_be_opened(plain_reader):
    """What is folded needs no script to be unfolded."""
    plain_reader.go("lessons/sample-first-lesson/")
    option = plain_reader.page.locator("details", has_text="Send a letter.")
    option.locator("summary").click()

    assert option.get_by_text("A letter is slow.").is_visible()
