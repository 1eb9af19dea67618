"""What is seen of a finished page at a glance is never less than a closer look sees."""

from pathlib import PurePosixPath

import pytest

from lsbuild.rules._rendered import RenderedPage

PAGES = {
    "quotes of every kind": """<p id="a"><a id='b' href='one/'>1</a> <a href=two/ id=c>2</a>""",
    "lines within tags": """<a\nhref="one/"\nid="a">1</a><img\nsrc="two.png"\nalt="">""",
    "escaped letters": """<a href="one/?a=1&amp;b=2#x" id="a&amp;b">1</a>""",
    "several in one value": """<img srcset="https://a.b/c.png 1x, two.png 2x" src="one.png">""",
    "scripts and head": """<script src="a.js">const x = '<img src="b.png">'</script>
        <link rel="stylesheet" href="c.css"><form action="d/"><video poster="e.png"></video>""",
}


@pytest.mark.parametrize("html", PAGES.values(), ids=PAGES)
def test_a_glance_sees_enough(html):
    """Addresses and ids of every form are among those found quickly."""
    page = RenderedPage("", PurePosixPath("index.html"), html)
    assert page.ways
    assert {way.target for way in page.ways} <= page.addresses
    assert {id_ for id_, _ in page.ids} <= {*page.names}


@pytest.mark.parametrize("html", PAGES.values(), ids=PAGES)
def test_what_browsers_fetch_is_all_found(html):
    """Scripts, pictures and links of the head are the same in both ways of looking."""
    page = RenderedPage("", PurePosixPath("index.html"), html)
    asking = {"script", "link", "img"}
    assert page.fetched == tuple(way for way in page.ways if way.tag.name in asking)
