"""What the portal changes, the pages that readers keep follow: at the next visit with a network."""

import random

import pytest

from tests import portals
from tests.browser.keeping import (
    FORGOTTEN,
    GONE,
    LESSON,
    LONELY,
    PATH,
    RENEWED,
    caches,
    forget_news,
    keep,
    kept,
    title,
    workers,
)
from tests.browser.visiting import serving
from tests.portals import Portal

pytestmark = pytest.mark.browser


@pytest.fixture
def living(built):
    """A portal of the test's own that can be changed while it is online."""
    with serving(built.site) as address:
        yield built, address


def test_a_withdrawn_page_vanishes(living, reading):
    """At the next visit with a network it is gone from the pack, whatever page one opens."""
    portal, address = living
    reader = reading(f"offline/?keep={PATH}", at=address)
    keep(reader, "A path for: Sample teams")
    withdraw(portal, "case-study/sample-unplaced")
    forget_news(reader)
    reader.go(LESSON)
    reader.until(GONE, arg=LONELY)
    reader.until(FORGOTTEN, arg=LONELY)
    reader.page.context.set_offline(True)
    reader.page.goto(f"{address}{LONELY}")
    assert "missing" in reader.url or title(reader) == "This page was withdrawn"
    reader.go(LESSON)
    assert title(reader) == "A first sample lesson"


def test_a_withdrawn_page_that_was_kept_alone_takes_the_worker_along(living, reading):
    """Nothing is left of it, and the page says that nothing is kept."""
    portal, address = living
    reader = reading(f"offline/?keep={LONELY}", at=address)
    keep(reader, "")
    withdraw(portal, "case-study/sample-unplaced")
    forget_news(reader)
    reader.go(LONELY)
    assert title(reader) == "This page was withdrawn"
    reader.go("offline/")
    reader.page.get_by_text("Nothing is kept for reading offline").wait_for()

    assert caches(reader) == [] and workers(reader) == 0


def test_a_new_version_is_shown_and_kept(living, reading):
    """Online the reader sees new words and new style at once; offline they are there too."""
    portal, address = living
    reader = reading(f"offline/?keep={LESSON}", at=address)
    keep(reader, "A first sample lesson")
    portal.edit(f"{LESSON.strip('/')}.md", "A first sample lesson", "A mended lesson")
    style = portal.theme / "assets/lsbuild.css"
    style.write_text(f"{style.read_text()}h1 {{ color: rgb(1, 2, 3) !important; }}")
    assert portal.build().returncode == 0
    forget_news(reader)
    reader.go(LESSON)
    assert title(reader) == "A mended lesson"
    reader.until(RENEWED, arg="A mended lesson")
    reader.page.context.set_offline(True)
    reader.go(LESSON)

    assert title(reader) == "A mended lesson"
    colour = "getComputedStyle(document.querySelector('h1')).color"
    assert reader.page.evaluate(colour) == "rgb(1, 2, 3)"


def test_much_is_loaded_only_when_the_reader_says_so(living, reading):
    """Data cost money: a big change waits, offline the old whole is shown, a tap renews it."""
    portal, address = living
    reader = reading(f"offline/?keep={LESSON}", at=address)
    keep(reader, "A first sample lesson")
    portal.edit(f"{LESSON.strip('/')}.md", "A first sample lesson", "A mended lesson")
    style = portal.theme / "assets/lsbuild.css"
    style.write_text(f"{style.read_text()}/* {random.Random(1).randbytes(400_000).hex()} */")
    assert portal.build().returncode == 0
    forget_news(reader)
    reader.go(LESSON)
    assert title(reader) == "A mended lesson"
    reader.go("offline/")
    newer = reader.page.get_by_role("button", name="Load them")
    newer.wait_for()
    assert kept(reader) == ["A first sample lesson"]
    reader.page.context.set_offline(True)
    reader.go(LESSON)
    assert title(reader) == "A first sample lesson"
    reader.page.context.set_offline(False)
    reader.go("offline/")
    newer.click()
    reader.page.get_by_text("What you keep is up to date").wait_for()

    assert kept(reader) == ["A mended lesson"] and newer.count() == 0


def test_a_new_worker_takes_over(living, reading):
    """The next visit brings the next worker; no old one keeps an old portal."""
    portal, address = living
    reader = reading(f"offline/?keep={LESSON}", at=address)
    keep(reader, "A first sample lesson")
    worker = portal.site / "worker.js"
    worker.write_text(f"{worker.read_text()}\ntasks.version = async (_, tell) => tell('new');")
    reader.go(LESSON)
    reader.until(VERSION)
    reader.go("offline/")

    assert kept(reader) == ["A first sample lesson"]


def test_a_host_can_switch_it_off(living, reading):
    """`offline: false` takes the page away, and clears the devices of those who come back."""
    portal, address = living
    reader = reading(f"offline/?keep={LESSON}", at=address)
    keep(reader, "A first sample lesson")
    config = portal.config.read_text()
    portal.config.write_text(config.replace("workers: 2", "workers: 2\n      offline: false"))
    assert portal.build().returncode == 0
    forget_news(reader)
    reader.go(LESSON)
    reader.until("caches.keys().then((all) => !all.length)")

    assert not (portal.site / "offline").exists()
    assert reader.page.get_by_role("link", name="Keep this page").count() == 0
    reader.go(LESSON)
    assert workers(reader) == 0


def withdraw(portal: Portal, page: str) -> None:
    """Take a page down as an editor does, and publish."""
    words = ["--root", str(portal.root), "withdraw", page, "--why", "Asked for."]
    done = portals.run("-m", "lsbuild", *words)
    assert done.returncode == 0, done.stderr
    assert portal.build().returncode == 0


VERSION = """() => navigator.serviceWorker.ready.then(({ active }) => new Promise((done) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => done(data[0] === "new");
  setTimeout(done, 300, false);
  active.postMessage(["version"], [port2]);
}))"""
