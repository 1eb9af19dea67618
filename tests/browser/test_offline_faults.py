"""A failed save leaves what was there before, and says what happened."""

import shutil

import pytest

from tests.browser.keeping import LACKING, LESSON, caches, keep, kept, title
from tests.browser.visiting import serving

pytestmark = pytest.mark.browser


def test_a_network_that_is_lost_leaves_what_was(reading, golden_site, tmp_path):
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


def test_a_full_device_says_so(reading):
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
def test_a_browser_that_keeps_nothing_says_so(reading, script):
    """One plain sentence, no dead button, and the clearing of other things still works."""
    reader = reading()
    reader.page.add_init_script(script)
    reader.go("offline/")
    reader.page.get_by_text("This browser cannot keep anything").wait_for()
    assert not reader.page.locator("#offline-app").is_visible()
    reader.page.evaluate("localStorage.setItem('/portal/.ls-done', '{}')")
    reader.page.on("dialog", lambda dialog: dialog.accept())
    reader.page.get_by_role("button", name="Clear everything").click()
    reader.until("!localStorage.length")

    assert reader.complaints == []


def test_a_worker_that_may_not_begin_is_told_of(reading):
    """Private windows of some browsers offer workers and then refuse them."""
    reader = reading()
    reader.page.add_init_script(
        "ServiceWorkerContainer.prototype.register = () => Promise.reject(new Error('no'))"
    )
    reader.go(f"offline/?keep={LESSON}")
    keep(reader, "A first sample lesson", "This browser cannot keep anything")
    assert kept(reader) == [] and reader.complaints == []


@pytest.mark.parametrize("rubbish", ["{", "[]", '{"v": 0}', '{"v": 1}', "null"])
def test_rubbish_is_nothing_kept(reading, rubbish):
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
def test_an_unknown_page_cannot_be_kept(reading, asked):
    """The rest of what can be kept is offered all the same."""
    reader = reading(f"offline/?keep={asked}")
    reader.page.get_by_text("This page cannot be kept").wait_for()
    assert reader.page.locator("#offline-more li").count() == 3


def test_a_login_page_in_the_way_is_not_kept(reading, golden_site, tmp_path):
    """A network that answers everything with its own page does not get into the pack."""
    site = shutil.copytree(golden_site, tmp_path / "site")
    with serving(site) as address:
        reader = reading(f"offline/?keep={LESSON}", at=address)
        reader.page.locator("#offline-more li").first.wait_for()
        (site / LESSON / "index.html").write_text("<title>Buy data</title>")
        keep(reader, "A first sample lesson", "The portal was changed at this moment")
        assert kept(reader) == []


SPOIL = """async (rubbish) => (await caches.open("ls:/portal/"))
  .put(`${location.origin}/portal/.kept/record`, new Response(rubbish))"""
