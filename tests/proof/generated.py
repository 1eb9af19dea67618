"""Files nobody would write on purpose: random bytes, broken front matter, heaps of Markdown."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from tests.portals import GOLDEN

FOLDERS = sorted(path.name for path in (GOLDEN / "content").iterdir())
SEEDS = [path.read_bytes() for path in sorted((GOLDEN / "content").rglob("*.md"))]
LISTS = [path.read_bytes() for path in sorted((GOLDEN / "content").rglob("*.yml"))]
YAML = [
    *("---\n", "- ", ": ", ":", "? ", "|\n", ">\n", "&a ", "*a", "!!int ", "!x ", "<<: ", "#", "%"),
    *("{", "}", "[", "]", ",", '"', "'", "\t", "  ", "\n", "...\n", "~", "null", "true", "NO"),
    *("0x1F", "1e999", "-0", "12:30", "2026-02-30", "9" * 40, "\\x", "\\U0011", "title", "status"),
    *("published", "withdrawn", "sources", "allow", "areas", "csl", "id", "entry"),
]
MARKDOWN = [
    *("#", "##", "## x\n", "- ", "1. ", "> ", "> [!NOTE]\n", "```\n", "~~~", "`", "``", "***", "_"),
    *("[", "]", "(", ")", "](", "![", "[[", "]]", "|", "[@", "[^1]", "[^1]: ", "[x]: ", ": ", "~~"),
    *("- [ ] ", "<a ", "</", "<!--", "-->", "<?", "<![CDATA[", "&", "&#", "&#x0;", "&lt;", "\\"),
    *(
        "  \n",
        "\n",
        "\n\n",
        "    ",
        "\t",
        "---\n",
        "===\n",
        "| - |\n",
        "{#x}",
        "https://a.b",
        "x@y.z",
    ),
    *("[[term/sample-loop]]", "[@sample-article, p. 1]", "](../x.md#y)", "word", "word word "),
]
LETTERS = [
    *("é", "ß", "İ", "ﬁ", "\u0301", "\u200b", "\u200d", "\u202e", "\u2066", "\ufeff", "\ufffd"),
    *(
        "\u2028",
        "\x85",
        "\xa0",
        "\x00",
        "\x0c",
        "\x1b",
        "\x7f",
        "\r",
        "\r\n",
        "𝔘",
        "👩‍👩‍👧",
        "\U000e0041",
    ),
    *("ا", "ह", "中", "\ue000", "\uffff", "\U0010ffff"),
]


def file(random: Random) -> bytes:
    """One file of one of the sorts below."""
    return random.choice(SORTS)(random)


def _bytes(random: Random) -> bytes:
    return random.randbytes(random.randrange(400))


def _flipped(random: Random) -> bytes:
    data = bytearray(random.choice(SEEDS))
    for _ in range(random.randrange(1, 8)):
        data[random.randrange(len(data))] = random.randrange(256)
    return bytes(data)


def _cut(random: Random) -> bytes:
    data = random.choice(SEEDS)
    start, end = sorted(random.randrange(len(data)) for _ in range(2))
    return random.choice((data[:end], data[start:], data[:start] + data[end:], data[:end] * 2))


def _spliced(random: Random) -> bytes:
    text = random.choice(SEEDS).decode()
    for _ in range(random.randrange(1, 6)):
        at = random.randrange(len(text) + 1)
        text = text[:at] + random.choice(random.choice((YAML, MARKDOWN, LETTERS))) + text[at:]
    return text.encode()


def _heap(random: Random) -> bytes:
    """A whole front matter, and below it Markdown by the shovel."""
    front, _, _ = random.choice(SEEDS).decode()[4:].partition("\n---\n")
    return f"---\n{front}\n---\n{_shovel(random, MARKDOWN, 60)}".encode()


def _front(random: Random) -> bytes:
    return f"---\n{_shovel(random, YAML, 40)}\n---\n{_shovel(random, MARKDOWN, 8)}".encode()


def _shovel(random: Random, words: list[str], most: int) -> str:
    many = random.choice((1, 1, 1, 30))
    parts = [
        random.choice(words if random.random() < 0.93 else LETTERS) * (many if i == 3 else 1)
        for i in range(random.randrange(most))
    ]
    return random.choice(("", " ")).join(parts)


def _values(random: Random) -> bytes:
    """A front matter with some values of another shape; JSON is YAML too."""
    text = random.choice(SEEDS).decode()
    front, _, body = text[4:].partition("\n---\n")
    for line in random.sample(front.split("\n"), k=min(3, front.count("\n"))):
        key, colon, _ = line.partition(": ")
        if colon:
            shape = json.dumps(value(random), ensure_ascii=random.random() < 0.5)
            front = front.replace(line, f"{key}: {shape}", 1)
    return f"---\n{front}\n---\n{body}".encode("utf-8", "surrogatepass")


def value(random: Random, depth: int = 0) -> Any:
    """Any value a form could hold, and some it could not."""
    sort = random.randrange(8 if depth < 3 else 6)
    if sort == 6:
        return [value(random, depth + 1) for _ in range(random.randrange(4))]
    if sort == 7:
        return {_word(random): value(random, depth + 1) for _ in range(random.randrange(4))}
    plain = (
        None,
        random.random() < 0.5,
        random.choice((0, -1, 10**6, 10**30, 2026)),
        random.choice((0.5, -1e300, 3.0)),
    )
    return plain[sort] if sort < len(plain) else _word(random)


def _word(random: Random) -> str:
    words = ("", "x", "a b", "2026-13-40", "term/sample-loop", "sample-article", "x" * 1_300, "BV")
    return random.choice((*words, *YAML, *MARKDOWN, *LETTERS))


SORTS: tuple[Callable[[Random], bytes], ...] = (
    *(_bytes, _flipped, _cut),
    *(_spliced, _spliced),
    *(_heap, _heap),
    *(_front, _values, _values),
)


def list_file(random: Random) -> bytes:
    """A vocabulary, spoilt."""
    data = bytearray(random.choice(LISTS))
    at = random.randrange(len(data))
    data[at:at] = random.choice((*YAML, *LETTERS)).encode()
    return bytes(data)


def write(random: Random, content: Path, many: int) -> list[Path]:
    """Some generated files in the folders of all kinds, with fitting names."""
    written = []
    for n in range(many):
        folder = random.choice(FOLDERS)
        listed = folder.startswith("_")
        path = content / folder / f"generated-{n}{'.yml' if listed else '.md'}"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(list_file(random) if listed else file(random))
        written.append(path)
    return written
