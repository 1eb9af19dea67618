"""What was withdrawn or is not yet meant for readers stands in no file that is published."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from itertools import count
from pathlib import Path, PurePosixPath
from typing import Any

import yaml
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from lsbuild.text import yaml12
from lsbuild.text.front_matter import split
from tests.portals import Portal, contents, copy_golden
from tests.proof.small import build, said, temporary
from tests.proof.table import Row


def prove(few: bool = False) -> Iterator[Row]:
    """An entry of every kind with a canary in each text, withdrawn or a draft."""
    for status in ("draft",) if few else ("withdrawn", "draft"):
        row = Row(f"Canaries in entries with the status {status}: leaked", least=50)
        with temporary() as folder:
            _released(copy_golden(folder), status, row)
        yield row


def _released(portal: Portal, status: str, row: Row) -> None:
    # Published first: what was online and in the search must be gone afterwards as well.
    canaries = [one for file in _bases(portal) for one in plant(file, "published")]
    if build(portal, "--quiet"):
        row.failed.append(said(portal)[-900:])
        return
    there = _all(portal.site)
    seen = sum(one in there for one in canaries)
    for file in sorted(portal.content.glob("*/canary.md")):
        text = file.read_text("utf-8").replace("status: published", f"status: {status}")
        taken = "withdrawal: {on: 2026-03-01, why: We were asked to.}\n"
        file.write_text(text.replace("---\n", f"---\n{taken if status == 'withdrawn' else ''}", 1))
    if build(portal, "--quiet"):
        row.failed.append(said(portal)[-900:])
        return
    left = _all(portal.site)
    for canary in canaries:
        row.expect(canary not in left, f"{canary} {_where(portal.site, canary)}")
    row.note = f"{seen} of them were online before"


def _bases(portal: Portal) -> list[Path]:
    """One published entry of every kind: the longest, which has most fields."""
    found = []
    for folder in sorted(portal.content.glob("[a-z]*")):
        files = [one for one in folder.glob("*.md") if one.name.count(".") == 1]
        open_ = [one for one in files if "status: published" in one.read_text("utf-8")]
        found.append(max(open_, key=lambda one: one.stat().st_size))
    return found


def plant(base: Path, status: str) -> list[str]:
    """A copy of an entry with a canary behind every text of several words, and a picture."""
    source = split(PurePosixPath(base.name), base.read_text("utf-8"))
    front = yaml12.load(source.front)
    front.pop("aliases", None)
    numbers, canaries = count(), []

    def canary() -> str:
        canaries.append(f"qx{base.parent.name[:4].strip('-')}zq{next(numbers):03}q")
        return canaries[-1]

    def sung(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: sung(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [sung(inner) for inner in value]
        words = isinstance(value, str) and " " in value and "/" not in value
        return f"{value} {canary()}" if words else value

    front = sung(front)
    picture = f"{canary()}.png"
    body = f"{source.body}\n\n## A part {canary()}\n\nWords {canary()}.\n\n![A square]({picture})\n"
    text = yaml.safe_dump(front, allow_unicode=True, sort_keys=False, width=10_000)
    (base.parent / "canary.md").write_text(f"---\n{text}---\n{body}", "utf-8")
    _paint(base.parent / picture, canary())
    return canaries


def _paint(path: Path, words: str) -> None:
    info = PngInfo()
    info.add_text("Comment", words)
    Image.new("1", (30, 30)).save(path, "PNG", pnginfo=info)


def _all(site: Path) -> str:
    files = opened(site)
    return " ".join([*files, *(data.decode("utf-8", "replace") for data in files.values())])


def _where(site: Path, canary: str) -> list[str]:
    return [name for name, data in opened(site).items() if canary.encode() in data][:5]


def opened(site: Path) -> dict[str, bytes]:
    """Every published file as a reader's program would read it: Pagefind packs its own."""
    return {
        name: gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
        for name, data in contents(site).items()
    }
