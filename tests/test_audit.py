"""The last look at rendered pages."""

from lsbuild.output.audit import audit_site
from lsbuild.rules._rendered import RenderedSite
from tests.sample import audited, write_sample


def says(report):
    return [one.says for one in report]


def test_the_way_to_a_page_is_read_as_browsers_do(tmp_path):
    """Relative ways, parts, questions, escapes and the site's own base path lead to files."""
    write_sample(
        """
        --- index.html
        <a href="./">1</a><a href="a/?q=1#p">2</a><a href="a/b%20c.pdf">3</a><a href="#">4</a>
        <a href="/portal/a/">5</a><a href="mailto:a@example.org">6</a><a href="a/index.html">7</a>
        --- a/index.html
        <p id="p"><a href=".">1</a><a href="..">2</a><a href="../">3</a><a href='#p'>4</a></p>
        """,
        tmp_path,
    )
    (tmp_path / "a/b c.pdf").touch()

    assert says(audit_site(RenderedSite(tmp_path, [], "/portal/"))) == []


def test_scripts_and_comments_hold_no_links():
    """What stands in a script or a comment is no tag, and places after it are right."""
    report, _ = audited(
        """
        --- index.html
        <script>const a = '<a href="nowhere/">';</script><!-- <img src="gone.png"> -->
        <pre><code>&lt;a href="gone"&gt;</code></pre>
        <a href="gone/">x</a>
        """
    )

    assert [(one.code, one.span.line, one.span.column) for one in report] == [("LS701", 3, 1)]


def test_requests_without_a_protocol_and_in_sets_are_seen():
    """A browser asks for whatever stands in `srcset`, a style sheet or behind `//`."""
    report, _ = audited(
        """
        --- index.html
        <img src="a.png" srcset="a.png 1x, //example.org/a.png 2x" alt="">
        <link rel="stylesheet" href="https://example.org/a.css">
        <link rel="canonical" href="https://example.org/">
        --- a.png (PNG, 4 x 3 pixels)
        """
    )

    assert [(one.code, one.span.line) for one in report] == [("LS705", 1), ("LS705", 2)]


def test_counts_what_it_looked_at():
    """The report says how many pages were looked at."""
    report, _ = audited("--- index.html\n<p>a</p>\n--- a/index.html\n<p>b</p>\n--- b.css\n")

    assert report.looked_at == 2
