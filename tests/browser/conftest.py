"""A real Chromium, and a small server that shows the golden site below `/portal/`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.visiting import Visit, chromium, serving


@pytest.fixture(scope="session", name="chromium")
def started() -> Iterator[Browser]:
    """One browser for all tests; `LSBUILD_CHROME` names another."""
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def address(golden_site: Path) -> Iterator[str]:
    """Where the built golden site is served: a path below a host, as on GitHub Pages."""
    with serving(golden_site) as address:
        yield address


def visit(browser: Browser, address: str, **more: object) -> Visit:
    context = browser.new_context(reduced_motion="reduce", **more)
    context.set_default_timeout(15_000)
    return Visit(context, address)


@pytest.fixture(scope="session")
def reader(chromium: Browser, address: str) -> Iterator[Visit]:
    """A reader who goes from page to page; tests leave no choices behind."""
    one = visit(chromium, address)
    yield one
    one.page.context.close()


@pytest.fixture(scope="session")
def plain_reader(chromium: Browser, address: str) -> Iterator[Visit]:
    """A reader whose browser runs no script."""
    one = visit(chromium, address, java_script_enabled=False)
    yield one
    one.page.context.close()


@pytest.fixture
def open_page(chromium: Browser, address: str) -> Iterator[Callable[..., Visit]]:
    """Opens a page for somebody new: `open_page("about/", width=360, dark=True)`."""
    opened: list[Visit] = []

    def open_page(
        url: str = "", *, width: int = 1280, dark: bool = False, script: bool = True
    ) -> Visit:
        more = {
            "viewport": {"width": width, "height": 800},
            "color_scheme": "dark" if dark else "light",
            "java_script_enabled": script,
        }
        opened.append(visit(chromium, address, **more))
        opened[-1].go(url)
        return opened[-1]

    yield open_page
    for one in opened:
        one.page.context.close()


@pytest.fixture
def reading(chromium: Browser, address: str) -> Iterator[Callable[..., Visit]]:
    """Opens the page that keeps for somebody new; `at` names another portal."""
    opened: list[Visit] = []

    def reading(url: str = "offline/", at: str = address, **more: object) -> Visit:
        opened.append(visit(chromium, at, **more))
        opened[-1].go(url)
        return opened[-1]

    yield reading
    for one in opened:
        one.page.context.close()
