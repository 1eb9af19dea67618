"""Reading offline: what a reader kept is there without a network, and can be deleted."""

from urllib.parse import quote

import pytest

from lsbuild.text.dates import in_words
from tests.browser.keeping import CASE, GONE, LESSON, PATH, caches, keep, kept, title, workers
from tests.browser.test_axe import violations

pytestmark = pytest.mark.browser


class TestKeeping:
    def test_a_page_is_kept_by_two_taps(self, reading):
        """From the foot of a case, sizes told before; then it opens without a network, styled."""
        reader = reading(CASE, viewport={"width": 360, "height": 740})
        reader.page.get_by_role("link", name="Keep this page").click()
        row = reader.page.locator("#offline-more li").first
        row.wait_for()
        assert "2 pages, about" in row.inner_text() and "KB to load" in row.inner_text()
        keep(reader, "Sample meetings")
        reader.page.context.set_offline(True)
        reader.go(CASE)

        assert title(reader).startswith("Sample meetings")
        assert reader.page.evaluate("getComputedStyle(document.querySelector('.ls-skip')).position")
        assert reader.page.locator(".ls-sheet textarea").first.is_visible()
        assert reader.complaints == [] and reader.outside == []

    def test_a_page_brings_its_sheet_for_the_team(self, reading):
        """Who keeps a case, or a path with it, can hold the meeting where there is no network."""
        for what in (CASE, PATH):
            reader = reading(f"offline/?keep={what}")
            keep(reader, "Sample meetings" if what == CASE else "A path for: Sample teams")
            reader.page.context.set_offline(True)
            reader.go(CASE)
            reader.page.locator(".ls-tools").get_by_role(
                "link", name="For the team meeting"
            ).click()
            reader.page.wait_for_url("**/team-sheet/")
            assert title(reader) and reader.complaints == []

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

    @pytest.mark.parametrize(
        "words",
        [
            "Your account is closed: ring 0123",
            "../../login/",
            "//example.com/",
            "javascript:x()",
            "%3Cb%3E",
        ],
    )
    def test_words_that_others_put_into_the_address_are_not_shown(self, reading, words):
        """The page names only what may be a page of the portal."""
        reader = reading(f"offline/?missing={quote(words)}")
        reader.page.locator("[data-use=offline].ls-ready").wait_for()

        assert reader.page.locator("#offline-state").inner_text() == ""

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

    def test_what_is_kept_weighs_what_was_offered(self, reading):
        """What all pages share is told apart, and only as long as it has yet to come."""
        reader = reading(f"offline/?keep={CASE}")
        offered = reader.page.locator("#offline-more li span").first.inner_text()
        shared = reader.page.get_by_text("what all pages share")
        assert shared.is_visible()
        keep(reader, "Sample meetings")

        told = reader.page.locator("#offline-kept li span").first.inner_text()
        assert offered.split(", ")[-1].removesuffix(" on the device") == told.split(", ")[1]
        assert not shared.is_visible()

    def test_one_page_brings_no_search_and_says_so(self, reading):
        """With one page kept, the box says what the search lacks, and leads to where it is kept."""
        reader = reading(f"offline/?keep={CASE}")
        keep(reader, "Sample meetings")
        reader.page.context.set_offline(True)
        reader.go(CASE)
        reader.page.keyboard.press("Control+k")
        reader.dialog.get_by_role("link", name="keep “Everything”").click()
        reader.page.wait_for_url("**/offline/")

        assert len(kept(reader)) == 1

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

    @pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Auckland"])
    def test_its_day_is_written_as_elsewhere(self, reading, zone):
        """The day stands before the month, whatever the zone of the device."""
        reader = reading(f"offline/?keep={CASE}", timezone_id=zone, locale="en-US")
        keep(reader, "Sample meetings")
        told = reader.page.locator("#offline-kept li span").first.inner_text()
        kept_on = reader.page.evaluate("new Date().toISOString().slice(0, 10)")

        assert told.endswith(f"kept on {in_words(kept_on)}")


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


SHOWN = """async (picture) => {
  picture.scrollIntoView();
  await picture.decode();
  return picture.naturalWidth > 0;
}"""
