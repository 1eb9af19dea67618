"""A whole little portal written inside a test.

Files begin with `--- path`; Markdown files give their front matter, then `---`, then a body.
Fields that are left out come from the sample of the kind, and lists from what is used of them, so
examples stay as short as their point. `# <- LS201` (or `<!-- <- LS201 -->` in a body) marks the
line where a finding must be.

What cannot be typed is said in the head of a file, in brackets: `(as it is)` adds nothing to it,
`(PNG, 40 x 30 pixels)` makes a picture, `(a pipe)` and `(not there)` make none. In the text
`\\xE9` is one byte, `\\u202E` one character, and `[... 70,000 more letters ...]` many; mixed
letters are such that nothing makes them shorter.
"""

import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random
from string import ascii_letters, digits
from textwrap import dedent
from typing import NamedTuple

from PIL import Image

from lsbuild.kinds import all_kinds
from lsbuild.kinds._fields import TermIn
from lsbuild.library.library import Library
from lsbuild.library.read import VOCABULARIES, read
from lsbuild.output.audit import audit_site
from lsbuild.relations.graph import relate
from lsbuild.relations.portal import Portal
from lsbuild.rules._check import check
from lsbuild.rules._rendered import RenderedSite
from lsbuild.settings import Settings
from lsbuild.text.diagnostic import Report

_MARK = re.compile(r"[ \t]*(?:#|<!--)\s*<-\s*((?:LS\d{3}[, ]*)+)(?:-->)?[ \t]*$")
_HEAD = re.compile(r"--- (\S+\.\S+|\S+/\S+)(?: -> (\S+))?(?: \((.+?)\))?(.*)$")
_PICTURE = re.compile(r"(PNG|JPEG), ([\d,]+) x ([\d,]+) pixels(, with GPS)?$")
_BYTE = re.compile(r"\\x([0-9A-F]{2})")
_LETTER = re.compile(r"\\u([0-9A-F]{4})")
_MANY = re.compile(r"\[\.\.\. ([\d,]+) (more|mixed) letters \.\.\.\]")

Expected = set[tuple[str, int, str]]


class File(NamedTuple):
    path: str
    target: str
    made: str
    lines: list[str]
    mark: str


def write_sample(text: str, root: Path) -> Expected:
    """Write the files of a sample below `root`; returns the marks as (path, line, code)."""
    expected: Expected = set()
    for file in files_of(text):
        path = root / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        expected |= {(file.path, 1, code) for code in re.findall(r"LS\d{3}", file.mark)}
        if file.target:
            path.symlink_to(file.target)
        elif file.made == "a pipe":
            os.mkfifo(path)
        elif _PICTURE.match(file.made):
            _paint(path, file.made)
        elif file.made != "not there":
            expected |= _write(path, file)
    return expected


def _write(path: Path, file: File) -> Expected:
    expected, clean = set(), []
    lines = file.lines if file.made == "as it is" else filled(file.path, file.lines)
    for number, line in enumerate(lines, start=1):
        found = _MARK.search(line)
        if found:
            expected |= {(file.path, number, code) for code in re.findall(r"LS\d{3}", found[1])}
            line = line[: found.start()]
        clean.append(_BYTE.sub(lambda m: chr(0xDC00 + int(m[1], 16)), line))
    text = _LETTER.sub(lambda m: chr(int(m[1], 16)), "\n".join(clean) + "\n")
    text = _MANY.sub(lambda m: _letters(int(m[1].replace(",", "")), m[2]), text)
    path.write_bytes(
        b"".join(
            bytes([ord(c) - 0xDC00]) if 0xDC00 <= ord(c) < 0xDD00 else c.encode() for c in text
        )
    )
    return expected


def _letters(number: int, sort: str) -> str:
    some = ascii_letters + digits if sort == "mixed" else "a"
    return "".join(Random(number).choices(some, k=number))


def _paint(path: Path, made: str) -> None:
    type_, width, height, gps = _PICTURE.match(made).groups()
    picture = Image.new("1", (int(width.replace(",", "")), int(height.replace(",", ""))))
    exif = Image.Exif()
    if gps:
        exif.get_ifd(0x8825)[1] = "N"
    picture.save(path, type_, exif=exif)


def files_of(text: str) -> Iterator[File]:
    """The files a sample is made of."""
    current = None
    for line in dedent(text).strip("\n").split("\n"):
        head = _HEAD.match(line)
        if head:
            if current:
                yield current
            current = File(head[1], head[2] or "", head[3] or "", [], head[4])
        else:
            current.lines.append(line)
    if current:
        yield current


def filled(path: str, lines: list[str]) -> list[str]:
    """Put a Markdown file together: what the example says, then what its kind still needs."""
    kind = next((one for one in all_kinds() if one.folder == path.split("/")[0]), None)
    if kind is None or not path.endswith(".md"):
        return lines
    cut = lines.index("---") if "---" in lines else len(lines)
    front, body = lines[:cut], lines[cut + 1 :]
    given = {line.split(":")[0].strip() for line in front if re.match(r"\w+:", line)}
    return ["---", *front, *_rest(kind.sample, given), "---", *body]


def _rest(sample, given):
    keep = False
    for line in sample.split("---\n")[1].splitlines():
        if re.match(r"\w+:", line):
            keep = line.split(":")[0] not in given
        if keep:
            yield line


def settings_for(root: Path, **more) -> Settings:
    return Settings(
        root=root,
        content=root / "content",
        theme=Path(__file__).parent.parent / "theme",
        out=root / "site",
        site_name="Sample",
        site_url="https://example.org/portal/",
        **more,
    )


def checked(text: str, language: str = "en") -> tuple[Portal, Report, Expected]:
    """Write, read, relate and judge a sample."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "content").mkdir()
        expected = write_sample(text, root / "content")
        library, report = read(root / "content", language)
        if _with_lists(library):
            library, report = read(root / "content", language)
        portal = Portal(settings_for(root, language=language), library, relate(library))
        return portal, check(portal, report), expected


def _with_lists(library: Library) -> bool:
    """Write the lists that a sample leaves out, with what it takes from them."""
    used: dict[str, set[str]] = {}
    for entry in library:
        for _, term, mark in entry.marked(TermIn):
            if mark.vocabulary not in library.vocabularies:
                used.setdefault(mark.vocabulary, set()).add(term)
    for name, terms in used.items():
        path = library.root / VOCABULARIES / f"{name}.yml"
        path.parent.mkdir(exist_ok=True)
        rows = "".join(f"  - {{id: {term}, label: {term}}}\n" for term in sorted(terms))
        path.write_text(f"title: {name}\nterms:\n{rows}", "utf-8")
    return bool(used)


def audited(text: str) -> tuple[Report, Expected]:
    """Write a sample as a rendered site and look at it as the audit does."""
    with tempfile.TemporaryDirectory() as folder:
        expected = write_sample(text, Path(folder))
        urls = [file.path.removesuffix("index.html") for file in files_of(text)]
        planned = [url for url in urls if url == "" or url.endswith(("/", ".html"))]
        return audit_site(RenderedSite(Path(folder), planned)), expected


def findings(text: str) -> Expected:
    """What is found in a sample, as (path, line, code)."""
    _, report, _ = checked(text)
    return {(str(one.source.path), one.span.line, one.code) for one in report}
