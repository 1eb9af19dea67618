"""The portal's own content: clean, in our own words, and without people in it."""

import re
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import pytest

from lsbuild.library.library import AnyEntry
from lsbuild.pipeline import examine
from lsbuild.settings import read_settings
from lsbuild.text.diagnostic import Severity
from tests.portals import ROOT

SEEDS = ROOT.parent / "shared" / "seeds"
"""The two founding texts. They are not ours to publish, so they lie beside the repository."""
HASHES = ROOT / "tests" / "seeds.hashes"
"""What the repository keeps of them: `pytest --accept` writes it anew where they are."""
OURS = pytest.mark.skipif(
    read_settings(ROOT / "mkdocs.yml").site_url != "https://lsbuild.github.io/portal/",
    reason="this is another portal's content",
)
"""What is agreed for the content of this repository, and not for a portal made from it."""
RUN = 8
NOT_OUR_WORDS = {"csl", "url", "name"}
"""Bibliography, addresses, and what organisations are called."""


@pytest.fixture(scope="module")
def examined():
    return examine(read_settings(ROOT / "mkdocs.yml"))


@pytest.fixture(scope="module")
def entries(examined):
    return list(examined[0].library)


def test_nothing_blocks(examined):
    """`lsbuild check --strict` is clean on the real content."""
    blocking = [one for one in examined[1] if one.severity is not Severity.ADVICE]

    assert [f"{one.source.path}: {one.says}" for one in blocking] == []


@OURS
def test_no_words_are_the_seeds(entries, golden):
    """No run of eight words of ours stands in the seeds."""
    if SEEDS.is_dir():
        seeds = {one for path in SEEDS.iterdir() for one in hashes(path.read_text("utf-8"))}
        golden(HASHES, "\n".join(sorted(seeds)) + "\n")
    seeds = set(HASHES.read_text("utf-8").split())

    assert len(seeds) > 1_000
    assert [
        f"{entry.ref}: {run}"
        for entry in entries
        for text in texts(entry)
        for run in runs(text)
        if hashed(run) in seeds
    ] == []


@OURS
def test_no_page_names_a_person(entries):
    """Those who wrote the sources are named in references only, and no page claims an author."""
    people = {
        person.family
        for entry in entries
        if entry.ref.kind == "source"
        for person in (*entry.data.csl.author, *entry.data.csl.editor)
        if person.family
    }
    named = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(people)))})\b")

    assert len(people) > 100
    assert [str(one.ref) for one in entries if one.data.authors or one.data.reviewers] == []
    assert [
        f"{entry.ref}: {found.group()}"
        for entry in entries
        if entry.ref.kind != "source"
        for text in texts(entry)
        for found in named.finditer(text)
    ] == []


def texts(entry: AnyEntry) -> Iterator[str]:
    """What readers read of an entry that is in our words; the titles of sources are not."""
    fields = entry.data.model_dump()
    if entry.ref.kind == "source":
        del fields["title"]
    yield from strings(fields)
    yield from entry.outline.paragraphs


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield str(value)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in NOT_OUR_WORDS:
                yield from strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from strings(inner)


def runs(text: str) -> Iterator[str]:
    """Every eight words that follow one another, in small letters and without signs."""
    words = re.findall(r"[^\W_]+", re.sub(r"['’]", "", text.lower()))
    return (" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def hashes(text: str) -> set[str]:
    return {hashed(run) for run in runs(text)}


def hashed(run: str) -> str:
    return sha256(run.encode()).hexdigest()[:12]
