"""What arrived from someone without an account, as headings and paragraphs of plain text.

A Word file, the text of a GitHub issue, or a letter with our plain form: all are hostile until
they are words. Of a Word file only the parts that hold words are even opened.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from lsbuild.editing import EditingError
from lsbuild.editing.word_page import ROW, TICK, Page
from lsbuild.text.words import count

_FILE = 10 * 2**20
_XML = 8 * 2**20
_LETTERS = 400_000
_MEMBERS = 2_000
_DEPTH = 200
_PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|word/_rels/document\d*\.xml\.rels"
    r"|word/(?:document\d*|styles|numbering|footnotes|endnotes)\.xml"
)
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f]")
_MADE_OF_SIGNS = re.compile(
    r"\s*(?:(?P<RTF>\{\\rtf)|(?P<XML><\?xml)|(?P<HTML><!doctype html|<html\b)|(?P<PDF>%PDF-))",
    re.IGNORECASE,
)
_HEADING = re.compile(r"(?:#{1,6}\s+(?P<hash>.*?)\s*#*|==+\s*(?P<equals>.*?)\s*=*)$")
_ITEM = re.compile(r"(?:[-*•–]|\d{1,3}[.)])\s+(?=\S)")


class Block(NamedTuple):
    """A stretch of what was sent."""

    role: str
    """`heading`, `item`, `text`, `ticked`, `unticked`, or `row` for one of a table."""
    text: str


class Arrived(NamedTuple):
    """Everything a file says."""

    blocks: list[Block]
    guessed: bool = False
    """Whether its accents may be wrong: it was no UTF-8, and was read as old Windows text."""


def read_arrived(path: Path) -> Arrived:
    """Everything a file says; raises `EditingError` where it is too large or no text."""
    try:
        with path.open("rb") as file:
            raw = file.read(_FILE + 1)
    except OSError as error:
        raise EditingError(f"{path}: {error.strerror}") from error
    if len(raw) > _FILE:
        raise EditingError(f"{path}: more than 10 MiB; ask for the text without its pictures")
    guessed = False
    if raw.startswith(b"PK\x03\x04"):
        blocks = list(_from_word(raw, path))
    else:
        text, guessed = _decoded(raw, path)
        blocks = list(_from_text(text))
    letters = sum(len(one.text) for one in blocks)
    if letters > _LETTERS:
        raise EditingError(
            f"{path}: {letters:,} letters are a book of {letters // 2_000:,} pages; "
            "ask for the part that tells of this one case"
        )
    if not any(one.text.strip() for one in blocks):
        raise EditingError(f"{path}: there are no words in it")
    return Arrived(blocks, guessed)


def _decoded(raw: bytes, path: Path) -> tuple[str, bool]:
    """The text, and whether its encoding was guessed."""
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        raise EditingError(
            f"{path}: this is Word's old form (.doc) or locked by a password; "
            "save it again as .docx, without a password"
        )
    with_mark = raw[:2] in (b"\xff\xfe", b"\xfe\xff")
    for encoding in ("utf-16",) if with_mark else ("utf-8-sig", "cp1252"):
        with suppress(UnicodeDecodeError):
            text = raw.decode(encoding)
            break
    else:
        raise EditingError(
            f"{path}: this is neither a Word file (.docx) nor UTF-8 text; save it as one of them"
        )
    guessed = encoding == "cp1252"
    if "\0" in text or (guessed and _CONTROL.search(text)):
        raise EditingError(f"{path}: this is not text; a Word file (.docx) or plain text is read")
    if found := _MADE_OF_SIGNS.match(text):
        name = found.lastgroup
        raise EditingError(f"{path}: this is {name}, not text; save it as .docx or plain text")
    return text, guessed


def _from_text(text: str) -> Iterator[Block]:
    """The plain form or an issue, also where a mail program has set `> ` before each line."""
    lines = text.splitlines()
    filled = [line for line in lines if line.strip()]
    if filled and all(line.lstrip().startswith(">") for line in filled):
        lines = [re.sub(r"^\s*>\s?", "", line) for line in lines]
    paragraph: list[str] = []
    for line in [*lines, ""]:
        made = _line(line.strip())
        if (paragraph and made != Block("text", line.strip())) or not line.strip():
            yield from _said(paragraph)
            paragraph = []
        if made.role == "text":
            paragraph += [made.text] if made.text else []
        else:
            yield made
    yield from _said(paragraph)


def _said(lines: list[str]) -> Iterator[Block]:
    if lines:
        yield Block("text", "\n".join(lines))


def _line(line: str) -> Block:
    heading = _HEADING.match(line)
    if heading and (heading["hash"] or heading["equals"]):
        return Block("heading", heading["hash"] or heading["equals"])
    tick = TICK.match(line)
    if tick and line[tick.end() :]:
        sign = (tick["box"] or "").strip() or (tick["sign"] or "").strip("☐")
        return Block("ticked" if sign else "unticked", line[tick.end() :])
    item = _ITEM.match(line)
    return Block("item", line[item.end() :]) if item else Block("text", line)


def _from_word(raw: bytes, path: Path) -> Iterator[Block]:
    # Few files are Word's, and every command would wait for it.
    import mammoth

    try:
        clean = io.BytesIO(_words_only(raw, path))
        html = mammoth.convert_to_html(clean, convert_image=lambda image: []).value
    except EditingError:
        raise
    except Exception as error:
        # Whatever is wrong with a stranger's file is no fault of ours.
        raise EditingError(
            f"{path}: this Word file is damaged ({type(error).__name__}); "
            "open it, save it again as .docx, and try once more"
        ) from error
    page = Page()
    page.feed(html)
    page.close()
    for role, text in page.blocks:
        yield Block(role, text) if role in ("heading", ROW) else _of_role(role, text)


def _of_role(role: str, text: str) -> Block:
    made = _line(text)
    return Block("item", text) if role == "item" and made.role == "text" else made


def _words_only(raw: bytes, path: Path) -> bytes:
    """The same file with nothing but its words: no macros, pictures, objects or links outside."""
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        members = file.infolist()
        if len(members) > _MEMBERS:
            raise EditingError(f"{path}: {count(len(members), 'part')} are no Word file")
        kept = [one for one in members if _PARTS.fullmatch(one.filename)]
        if len({one.filename for one in kept}) < len(kept):
            raise EditingError(f"{path}: a part of this Word file is there twice")
        if sum(one.file_size for one in kept) > _XML:
            raise EditingError(f"{path}: its text is more than 8 MiB when unpacked; ask for less")
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as clean:
            for one in kept:
                clean.writestr(one.filename, _safe_xml(file.read(one), path))
    return made.getvalue()


def _safe_xml(data: bytes, path: Path) -> bytes:
    """XML without declarations of its own, which Word never writes and bombs are made of."""
    text = data.decode("utf-8-sig")
    if re.search(r"<!(?:DOCTYPE|ENTITY)", text):
        raise EditingError(f"{path}: this file declares words of its own, as no Word file does")
    depth = 0
    for tag in re.finditer(r"<(/?)[A-Za-z][^<>]*?(/?)>", text):
        depth += -1 if tag[1] else 0 if tag[2] else 1
        if depth > _DEPTH:
            raise EditingError(f"{path}: too many parts within parts; no Word file has so many")
    return text.encode()
