"""`lsbuild serve` and `mkdocs serve`: what was saved is seen soon, and nothing is left behind."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest

from tests.portals import ENVIRONMENT, Portal

pytestmark = pytest.mark.slow
SOON = 90
"""Seconds, for a machine that does much else."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(portal: Portal, *words: str, temp: Path) -> Iterator[subprocess.Popen[str]]:
    """A preview that runs until the end of the block; it is stopped as Ctrl+C would."""
    temp.mkdir(exist_ok=True)
    process = subprocess.Popen(
        [sys.executable, "-m", *words],
        cwd=portal.root,
        env=ENVIRONMENT | {"TMPDIR": str(temp)},
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.communicate(timeout=SOON)
        finally:
            process.kill()


@pytest.fixture
def address(golden_copy, tmp_path):
    """Where `lsbuild serve` shows a copy of the golden site."""
    port = free_port()
    with served(golden_copy, "lsbuild", "serve", "--port", str(port), temp=tmp_path / "temp"):
        address = f"http://127.0.0.1:{port}/portal/"
        wait_for(address, "only a sample")
        yield address


def read(address: str) -> str:
    try:
        with urlopen(address, timeout=5) as answer:
            return str(answer.read().decode())
    except HTTPError as error:
        return error.read().decode()
    except (URLError, ConnectionError, TimeoutError):
        return ""


def wait_for(address: str, words: str) -> str:
    """The page, as soon as it holds the words."""
    until = time.monotonic() + SOON
    while words not in (page := read(address)):
        assert time.monotonic() < until, f"`{words}` did not come to {address}"
        time.sleep(0.05)
    return page


def test_a_saved_change_is_seen(golden_copy, address):
    """Other words in a file are other words on the page, and the page knows that it is live."""
    golden_copy.edit("pages/about.md", "The tests keep it.", "The tests keep it fresh.")
    page = wait_for(f"{address}about/", "The tests keep it fresh.")

    assert "assets/live.js" in page
    assert '<meta name="ls-source" content="pages/about.md">' in page


def test_a_template_can_be_changed(golden_copy, address):
    """The theme is watched as the content is."""
    footer = golden_copy.theme / "partials/footer.html"
    footer.write_text(footer.read_text().replace("Made with", "Put together with"))

    wait_for(address, "Put together with")


def test_a_broken_file_is_told_and_the_others_are_shown(golden_copy, address):
    """Findings come with the news that pages listen to; mended, they are gone."""
    golden_copy.edit("pages/about.md", "status: published", "status: publisht")
    news = f"{address}__lsbuild/version"
    assert "did you mean `published`?" in wait_for(news, "LS114")
    assert "The visitors used" in read(f"{address}case-studies/sample-visits/")
    page = wait_for(f"{address}about/", "This page cannot be shown")
    assert "pages/about.md" in page and "did you mean `published`?" in page

    golden_copy.edit("pages/about.md", "status: publisht", "status: published")
    wait_for(news, '"findings": []')


def test_a_broken_template_is_told_on_its_pages(golden_copy, address):
    """A page that cannot be rendered says why, the others are shown; mended, it is back."""
    template = golden_copy.theme / "term.html"
    whole = template.read_text()
    template.write_text("{% if %}")
    wait_for(f"{address}glossary/sample-round/", "term.html, line 1")
    assert "The tests keep it." in read(f"{address}about/")

    template.write_text(whole.replace("</h2>", "!</h2>", 1))
    wait_for(f"{address}glossary/sample-round/", "What it means!")


def test_an_unknown_address_gets_the_404_page(address):
    """As the host will do it; folders are not listed, and an address may lack its last `/`."""
    missing = [read(f"{address}{path}") for path in ("nowhere/", "nowhere", "data/")]

    assert all("There is no page at this address" in page for page in missing)
    assert "The tests keep it." in read(f"{address}about")


def test_two_editors_have_two_previews(golden_copy, tmp_path):
    """Who asks for a port that is taken gets another, and both see what is saved."""
    words = ["lsbuild", "serve", "--port", str(free_port())]
    one, other = (served(golden_copy, *words, temp=tmp_path / name) for name in ("one", "other"))
    with one as first, other as second:
        addresses = {address_of(first), address_of(second)}
        for address in addresses:
            wait_for(address, "only a sample")
        golden_copy.edit("pages/about.md", "The tests keep it.", "The tests keep it fresh.")
        assert len(addresses) == 2
        for address in addresses:
            wait_for(f"{address}about/", "The tests keep it fresh.")


def address_of(process: subprocess.Popen[str]) -> str:
    """What a preview says of itself."""
    return next(line.split()[1] for line in process.stderr if "(Ctrl+C stops it)" in line)


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_nothing_is_left_behind(golden_copy, tmp_path, stop):
    """Ctrl+C and a polite kill end it with code 0, without its folders and without a site."""
    port, temp = free_port(), tmp_path / "temp"
    with served(golden_copy, "lsbuild", "serve", "--port", str(port), temp=temp) as process:
        wait_for(f"http://127.0.0.1:{port}/portal/", "only a sample")
        process.send_signal(stop)
        _, said = process.communicate(timeout=SOON)

    assert process.returncode == 0, said
    assert "Traceback" not in said
    assert list(temp.iterdir()) == []
    assert not golden_copy.site.exists()


def test_mkdocs_serve_works_as_well(golden_copy, tmp_path):
    """The engine's own preview shows the portal and follows changes."""
    port = free_port()
    words = ["mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with served(golden_copy, *words, temp=tmp_path / "temp"):
        wait_for(f"http://127.0.0.1:{port}/portal/", "only a sample")
        golden_copy.edit("pages/about.md", "The tests keep it.", "The tests keep it fresh.")
        wait_for(f"http://127.0.0.1:{port}/portal/about/", "The tests keep it fresh.")


def test_only_this_machine_is_answered(address):
    """A name of somebody's that leads here brings nothing, and what was seen may be any number."""
    for host in ("evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost@x", ""):
        with pytest.raises(HTTPError, match="403"):
            urlopen(Request(f"{address}about/", headers={"Host": host}), timeout=5)
    for host in ("localhost", "LOCALHOST:1", "[::1]:8000", "127.0.0.1"):
        with urlopen(Request(f"{address}about/", headers={"Host": host}), timeout=5) as answer:
            assert answer.status == 200
    for seen in ("9" * 9000, "%C2%B2"):
        assert '"findings"' in read(f"{address}__lsbuild/version?seen={seen}")
