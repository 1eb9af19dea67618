"""The policy: its hashes are those of our two inline scripts, and it comes before all else."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest

from tests import portals
from tests.portals import contents

pytestmark = pytest.mark.browser
THEME = portals.ROOT / "theme"
SCRIPT = re.compile(r"<script[^>]*>(.*?)</script>", re.DOTALL)


def hash_of(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def pages(site) -> dict[str, str]:
    return {name: data.decode() for name, data in contents(site).items() if name.endswith(".html")}


def test_the_policy_pins_our_two_scripts():
    """Change a script and this says which hash `theme/base.html` must have."""
    policy = (THEME / "base.html").read_text("utf-8")
    scripts = [
        SCRIPT.findall((THEME / f"partials/{name}.html").read_text("utf-8"))
        for name in ("script_head", "script_body")
    ]

    assert [len(found) for found in scripts] == [1, 1]
    assert re.findall(r"'sha256-[^']+'", policy) == [hash_of(found[0]) for found in scripts]


def test_a_hash_is_never_of_a_template():
    """What is hashed is what is sent: the scripts hold nothing that a template fills in."""
    for name in ("script_head", "script_body"):
        body = SCRIPT.findall((THEME / f"partials/{name}.html").read_text("utf-8"))[0]
        assert "{{" not in body and "{%" not in body


def test_every_page_begins_with_its_policy(golden_site):
    """404 and redirects too: nothing can come before it."""
    late = [
        name
        for name, html in pages(golden_site).items()
        if not re.search(r'<head>\s*<meta http-equiv="Content-Security-Policy"', html)
    ]
    assert late == []


def test_every_inline_script_is_pinned(golden_site):
    """No page holds a script of other words, a handler in an attribute or a style of its own."""
    for name, html in pages(golden_site).items():
        policy = re.search(r'content="(default-src[^"]+)"', html)
        inline = [one for one in SCRIPT.findall(html) if one and not one.startswith("{")]

        assert policy and all(hash_of(one) in policy[1] for one in inline), name
        assert not re.search(r"<[^>]+\s(on[a-z]+|style)=", html), name


def test_the_policy_stops_what_is_not_pinned(open_page):
    """A script or style that somebody brings in does not run, and nothing is loaded elsewhere."""
    visit = open_page()
    visit.page.evaluate(
        """() => {
        const script = document.createElement("script");
        script.textContent = "window.hit = 1";
        const image = new Image();
        image.src = "https://example.org/pixel.png";
        document.body.append(script, image);
        }"""
    )
    visit.page.wait_for_timeout(200)

    assert visit.page.evaluate("window.hit") is None
    assert len(visit.complaints) >= 2
