"""Reading offline: what a reader kept is there without a network, whole, current, and deletable."""

import random
import shutil
from contextlib import ExitStack

import pytest

from tests import portals
from tests.browser.conftest import visit
from tests.browser.test_axe import violations
from tests.browser.visiting import serving
from tests.portals import Portal

pytestmark = pytest.mark.browser
CASE = "case-studies/sample-meetings/"
LESSON = "lessons/sample-first-lesson/"
PATH = "paths/teams/"
LONELY = "case-studies/sample-unplaced/"
"""Of the same path; no other page leads to it, so it can be withdrawn."""


@pytest.fixture
def reading(chromium, address):
    """Opens the page that keeps, for somebody new."""
    with ExitStack() as stack:

        def reading(url="offline/", at=address, **more):
            one = visit(chromium, at, **more)
            stack.callback(one.page.context.close)
            one.go(url)
            return one

        yield reading


@pytest.fixture
def living(built):
    """A portal of the test's own that can be changed while it is online."""
    with serving(built.site) as address:
        yield built, address


def keep(reader, title: str, end: str = "Kept. You can read it") -> None:
    reader.page.get_by_role("button", name=f"Keep: {title}").first.click()
    reader.page.get_by_text(end).wait_for()


def kept(reader) -> list[str]:
    reader.page.locator("#offline-app").wait_for()
    return reader.page.locator("#offline-kept a").all_inner_texts()


def workers(reader) -> int:
    return reader.page.evaluate(
        "navigator.serviceWorker.getRegistrations().then((all) => all.length)"
    )


def caches(reader) -> list[str]:
    return reader.page.evaluate("caches.keys()")


def forget_news(reader) -> None:
    """As when the reader comes back another day: a browser stops a worker that has no work."""
    session = reader.page.context.new_cdp_session(reader.page)
    session.send("ServiceWorker.enable")
    session.send("ServiceWorker.stopAllWorkers")


def title(reader) -> str:
    return reader.page.locator("h1").inner_text()


class TestKeeping:
    def test_a_page_is_kept_by_two_taps(self, reading):
        """From the foot of a case, sizes told before; then it opens without a network, styled."""
        reader = reading(CASE, viewport={"width": 360, "height": 740})
        reader.page.get_by_role("link", name="Keep this page").click()
        row = reader.page.locator("#offline-more li").first
        row.wait_for()
        assert "1 page, about" in row.inner_text() and "KB to load" in row.inner_text()
        keep(reader, "Sample meetings")
        reader.page.context.set_offline(True)
        reader.go(CASE)

        assert title(reader).startswith("Sample meetings")
        assert reader.page.evaluate("getComputedStyle(document.querySelector('.ls-skip')).position")
        assert reader.page.locator(".ls-sheet textarea").first.is_visible()
        assert reader.complaints == [] and reader.outside == []

    def test_a_path_brings_all_its_pages(self, reading):
        """The path, its guide, its lessons and its cases can be read; what is not kept says so."""
        reader = reading(f"offline/?keep={PATH}")
        keep(reader, "A path for: Sample teams")
        reader.page.context.set_offline(True)
        for url in (PATH, LESSON, "roles/sample-teams/", CASE):
            reader.go(url)
            assert title(reader)
            assert reader.complaints == []
        reader.page.goto(f"{reader.address}about/")
        reader.page.get_by_text("this page is not kept on this device").wait_for()

        assert reader.url == "offline/?missing=about%2F"
        assert kept(reader) == ["A path for: Sample teams"]

    def test_everything_brings_finding(self, reading):
        """With everything kept, any page opens, and the search finds titles and summaries."""
        reader = reading()
        keep(reader, "Everything")
        reader.page.context.set_offline(True)
        reader.go("")
        assert reader.search("meetings").first.inner_text()
        reader.page.get_by_text("Only titles, summaries and names").wait_for()
        reader.go("find/?q=meetings")
        reader.page.get_by_text("found").first.wait_for()
        reader.go("about/markdown/")
        assert reader.page.locator("article img").evaluate(SHOWN)

    def test_nothing_is_installed_for_others(self, reading):
        """Who has kept nothing has no worker and no cache, even on the page that offers it."""
        reader = reading()
        reader.page.locator("#offline-more li").first.wait_for()

        assert workers(reader) == 0 and caches(reader) == []
        assert reader.complaints == [] and reader.outside == []

    def test_keyboard_alone_is_enough(self, reading):
        """Enter on a focused button keeps, and the focus goes to what is said about it."""
        reader = reading(f"offline/?keep={CASE}")
        button = reader.page.get_by_role("button", name="Keep: Sample meetings")
        button.focus()
        reader.page.keyboard.press("Enter")
        reader.page.get_by_text("Kept. You can read it").wait_for()
        assert reader.page.evaluate("document.activeElement.id") == "offline-state"
        reader.page.keyboard.press("Tab")
        reader.page.keyboard.press("Tab")
        reader.page.keyboard.press("Space")
        reader.page.get_by_text("Deleted from this device").wait_for()

        assert kept(reader) == []


class TestDeleting:
    def test_pack_by_pack(self, reading):
        """What two packs share stays until both are gone; with the last one the worker goes."""
        reader = reading(f"offline/?keep={LESSON}")
        keep(reader, "A first sample lesson")
        keep(reader, "A path for: Sample teams")
        reader.page.get_by_role("button", name="Delete: A path").click()
        reader.page.get_by_text("Deleted from this device").wait_for()
        assert kept(reader) == ["A first sample lesson"]
        reader.page.context.set_offline(True)
        reader.go(LESSON)
        assert title(reader)
        assert reader.page.evaluate(GONE, CASE)
        reader.page.context.set_offline(False)
        reader.go("offline/")
        reader.page.get_by_role("button", name="Delete: A first").click()
        reader.page.get_by_text("Deleted from this device").wait_for()

        assert workers(reader) == 0 and caches(reader) == []

    @pytest.mark.parametrize("everything", [True, False], ids=["whole portal", "for offline"])
    def test_all_at_once(self, reading, everything):
        """The button at the foot of each page clears pages too; so does one beside the list."""
        reader = reading(f"offline/?keep={LESSON}")
        keep(reader, "A first sample lesson")
        keep(reader, "A path for: Sample teams")
        reader.page.on("dialog", lambda dialog: dialog.accept())
        name = "Clear everything on this device" if everything else "Delete all that is kept"
        reader.page.get_by_role("button", name=name).click()
        reader.page.get_by_text("Nothing is kept for reading offline").wait_for()

        assert workers(reader) == 0 and caches(reader) == []


class TestWhatChanges:
    def test_a_withdrawn_page_vanishes(self, living, reading):
        """At the next visit with a network it is gone from the pack, whatever page one opens."""
        portal, address = living
        reader = reading(f"offline/?keep={PATH}", at=address)
        keep(reader, "A path for: Sample teams")
        withdraw(portal, "case-study/sample-unplaced")
        forget_news(reader)
        reader.go(LESSON)
        reader.page.wait_for_function(GONE, arg=LONELY)
        reader.page.context.set_offline(True)
        reader.page.goto(f"{address}{LONELY}")
        assert "missing" in reader.url
        reader.go(LESSON)
        assert title(reader) == "A first sample lesson"

    def test_a_withdrawn_page_that_was_kept_alone_takes_the_worker_along(self, living, reading):
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

    def test_a_new_version_is_shown_and_kept(self, living, reading):
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
        reader.page.wait_for_function(RENEWED, arg="A mended lesson")
        reader.page.context.set_offline(True)
        reader.go(LESSON)

        assert title(reader) == "A mended lesson"
        colour = "getComputedStyle(document.querySelector('h1')).color"
        assert reader.page.evaluate(colour) == "rgb(1, 2, 3)"

    def test_much_is_loaded_only_when_the_reader_says_so(self, living, reading):
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

    def test_a_new_worker_takes_over(self, living, reading):
        """The next visit brings the next worker; no old one keeps an old portal."""
        portal, address = living
        reader = reading(f"offline/?keep={LESSON}", at=address)
        keep(reader, "A first sample lesson")
        worker = portal.site / "worker.js"
        worker.write_text(f"{worker.read_text()}\ntasks.version = async (_, tell) => tell('new');")
        reader.go(LESSON)
        reader.page.wait_for_function(VERSION)
        reader.go("offline/")

        assert kept(reader) == ["A first sample lesson"]

    def test_a_host_can_switch_it_off(self, living, reading):
        """`offline: false` takes the page away, and clears the devices of those who come back."""
        portal, address = living
        reader = reading(f"offline/?keep={LESSON}", at=address)
        keep(reader, "A first sample lesson")
        config = portal.config.read_text()
        portal.config.write_text(config.replace("workers: 2", "workers: 2\n      offline: false"))
        assert portal.build().returncode == 0
        forget_news(reader)
        reader.go(LESSON)
        reader.page.wait_for_function("caches.keys().then((all) => !all.length)")

        assert not (portal.site / "offline").exists()
        assert reader.page.get_by_role("link", name="Keep this page").count() == 0
        reader.go(LESSON)
        assert workers(reader) == 0


VERSION = """() => navigator.serviceWorker.ready.then(({ active }) => new Promise((done) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => done(data[0] === "new");
  setTimeout(done, 300, false);
  active.postMessage(["version"], [port2]);
}))"""


class TestWhatFails:
    def test_a_network_that_is_lost_leaves_what_was(self, reading, golden_site, tmp_path):
        """The failure is told, nothing half is kept, and a second try goes on."""
        site = shutil.copytree(golden_site, tmp_path / "site")
        with serving(site) as address:
            reader = reading(f"offline/?keep={LESSON}", at=address)
            keep(reader, "A first sample lesson")
            for name in ("case-studies/sample-meetings", "roles/sample-teams"):
                (site / name).rename(site / f"{name}-away")
            keep(reader, "A path for: Sample teams", "The portal was changed at this moment")
            assert kept(reader) == ["A first sample lesson"]
            reader.page.context.set_offline(True)
            reader.page.get_by_role("button", name="Keep: A path for: Sample teams").click()
            reader.page.get_by_text("The network was lost").wait_for()
            assert kept(reader) == ["A first sample lesson"]
            reader.page.context.set_offline(False)
            for name in ("case-studies/sample-meetings", "roles/sample-teams"):
                (site / f"{name}-away").rename(site / name)
            keep(reader, "A path for: Sample teams")
            assert len(kept(reader)) == 2
            assert reader.page.evaluate(LACKING) == []

    def test_a_full_device_says_so(self, reading):
        """What does not fit is not kept, and leaves nothing behind."""
        reader = reading(f"offline/?keep={LESSON}")
        session = reader.page.context.new_cdp_session(reader.page)
        origin = reader.address.removesuffix("/portal/")
        session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 90_000})
        keep(reader, "A first sample lesson", "There is not enough room on this device")

        assert kept(reader) == [] and caches(reader) == []
        assert reader.complaints == []

    @pytest.mark.parametrize(
        "script",
        [
            "Object.defineProperty(window, 'caches', {get() { throw new Error('no'); }})",
            "Object.defineProperty(Navigator.prototype, 'serviceWorker', {get() {}})",
            "ServiceWorkerContainer.prototype.getRegistration = () => Promise.reject(Error('no'))",
        ],
        ids=["caches blocked", "no workers", "workers blocked"],
    )
    def test_a_browser_that_keeps_nothing_says_so(self, reading, script):
        """One plain sentence, no dead button, and the clearing of other things still works."""
        reader = reading()
        reader.page.add_init_script(script)
        reader.go("offline/")
        reader.page.get_by_text("This browser cannot keep anything").wait_for()
        assert not reader.page.locator("#offline-app").is_visible()
        reader.page.evaluate("localStorage.setItem('/portal/.ls-done', '{}')")
        reader.page.on("dialog", lambda dialog: dialog.accept())
        reader.page.get_by_role("button", name="Clear everything").click()
        reader.page.wait_for_function("!localStorage.length")

        assert reader.complaints == []

    def test_a_worker_that_may_not_begin_is_told_of(self, reading):
        """Private windows of some browsers offer workers and then refuse them."""
        reader = reading()
        reader.page.add_init_script(
            "ServiceWorkerContainer.prototype.register = () => Promise.reject(new Error('no'))"
        )
        reader.go(f"offline/?keep={LESSON}")
        keep(reader, "A first sample lesson", "This browser cannot keep anything")
        assert kept(reader) == [] and reader.complaints == []

    @pytest.mark.parametrize("rubbish", ["{", "[]", '{"v": 0}', '{"v": 1}', "null"])
    def test_rubbish_is_nothing_kept(self, reading, rubbish):
        """What we did not write counts as nothing, and keeping still works."""
        reader = reading()
        reader.page.evaluate(SPOIL, rubbish)
        reader.go(f"offline/?keep={LESSON}")
        assert kept(reader) == []
        keep(reader, "A first sample lesson")
        reader.page.evaluate(SPOIL, rubbish)
        reader.go(LESSON)
        assert title(reader) == "A first sample lesson"
        assert reader.complaints == []

    @pytest.mark.parametrize("asked", ["nowhere/", "%E0%A4%A/", "constructor/", "//example.org/"])
    def test_an_unknown_page_cannot_be_kept(self, reading, asked):
        """The rest of what can be kept is offered all the same."""
        reader = reading(f"offline/?keep={asked}")
        reader.page.get_by_text("This page cannot be kept").wait_for()
        assert reader.page.locator("#offline-more li").count() == 3

    def test_a_login_page_in_the_way_is_not_kept(self, reading, golden_site, tmp_path):
        """A network that answers everything with its own page does not get into the pack."""
        site = shutil.copytree(golden_site, tmp_path / "site")
        with serving(site) as address:
            reader = reading(f"offline/?keep={LESSON}", at=address)
            reader.page.locator("#offline-more li").first.wait_for()
            (site / LESSON / "index.html").write_text("<title>Buy data</title>")
            keep(reader, "A first sample lesson", "The portal was changed at this moment")
            assert kept(reader) == []


class TestLooks:
    @pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
    def test_nothing_to_complain_of(self, reading, dark):
        """With something kept and something offered: no barrier, and nothing wider than a phone."""
        scheme = "dark" if dark else "light"
        view = {"viewport": {"width": 360, "height": 740}, "color_scheme": scheme}
        reader = reading(f"offline/?keep={LESSON}", **view)
        keep(reader, "A first sample lesson")
        keep(reader, "A path for: Sample teams")

        assert violations(reader) == []
        assert reader.page.evaluate("document.documentElement.scrollWidth") <= 360

    def test_without_script_nothing_is_offered(self, plain_reader):
        """No link on a page, and on the page itself one sentence instead of buttons."""
        plain_reader.go(CASE)
        assert not plain_reader.page.get_by_role("link", name="Keep this page").is_visible()
        plain_reader.go("offline/")
        assert plain_reader.page.get_by_text("Keeping pages needs JavaScript").is_visible()
        assert not plain_reader.page.locator("#offline-app").is_visible()


SPOIL = """async (rubbish) => (await caches.open("ls:/portal/"))
  .put(`${location.origin}/portal/.kept/record`, new Response(rubbish))"""


def withdraw(portal: Portal, page: str) -> None:
    """Take a page down as an editor does, and publish."""
    words = ["--root", str(portal.root), "withdraw", page, "--why", "Asked for."]
    done = portals.run("-m", "lsbuild", *words)
    assert done.returncode == 0, done.stderr
    assert portal.build().returncode == 0


GONE = """async (url) => {
  const record = await caches.match(`${location.origin}/portal/.kept/record`);
  return !Object.values((await record.json()).packs).some((one) => url in one.files);
}"""
SHOWN = """async (picture) => {
  picture.scrollIntoView();
  await picture.decode();
  return picture.naturalWidth > 0;
}"""
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
