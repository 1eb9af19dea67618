"""What tests of reading offline share: to keep, and to look at what is kept."""

from __future__ import annotations

from tests.browser.visiting import Visit

CASE = "case-studies/sample-meetings/"
LESSON = "lessons/sample-first-lesson/"
PATH = "paths/teams/"
LONELY = "case-studies/sample-unplaced/"
"""Of the same path; no other page leads to it, so it can be withdrawn."""
GONE = """async (url) => {
  const record = await caches.match(`${location.origin}/portal/.kept/record`);
  return !Object.values((await record.json()).packs).some((one) => url in one.files);
}"""
"""Whether a page is in no pack."""
FORGOTTEN = """async (url) => {
  const how = { cache: "only-if-cached", mode: "same-origin" };
  const known = await fetch(`${location.origin}/portal/${url}`, how).catch(() => {});
  return !known?.ok || (await known.text()).includes("This page was withdrawn");
}"""
"""Whether the browser's own memory has nothing of a withdrawn page but the note at its address."""
LACKING = """async () => {
  const at = (name) => `${location.origin}/portal/.kept/${name}`;
  const { packs } = await (await caches.match(at("record"))).json();
  const files = Object.values(packs).flatMap((one) => Object.entries(one.files));
  const found = await Promise.all(files.map(([, hash]) => caches.match(at(hash))));
  return files.filter((_, place) => !found[place]).map(([path]) => path);
}"""
"""Files that the record names and the device does not have."""
RENEWED = """async (title) => {
  const record = await caches.match(`${location.origin}/portal/.kept/record`);
  return Object.values((await record.json()).packs).some((one) => one.title === title);
}"""
"""Whether a pack has this title."""


def keep(reader: Visit, title: str, end: str = "Kept. You can read it") -> None:
    reader.page.get_by_role("button", name=f"Keep: {title}").first.click()
    reader.page.get_by_text(end).wait_for()


def kept(reader: Visit) -> list[str]:
    reader.page.locator("#offline-app").wait_for()
    return reader.page.locator("#offline-kept a").all_inner_texts()


def workers(reader: Visit) -> int:
    return reader.page.evaluate(
        "navigator.serviceWorker.getRegistrations().then((all) => all.length)"
    )


def caches(reader: Visit) -> list[str]:
    return reader.page.evaluate("caches.keys()")


def forget_news(reader: Visit) -> None:
    """As when the reader comes back another day: a browser stops a worker that has no work."""
    session = reader.page.context.new_cdp_session(reader.page)
    session.send("ServiceWorker.enable")
    session.send("ServiceWorker.stopAllWorkers")


def title(reader: Visit) -> str:
    return reader.page.locator("h1").inner_text()
