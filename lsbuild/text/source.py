"""A file's text, and the way from a place in it back to a line and a column."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import NamedTuple

import yaml

Key = str | int
_MADE = ("_line_starts", "_body_bytes", "_tree")


class Span(NamedTuple):
    """A stretch of one line. Lines and columns count from 1, as editors do."""

    line: int
    column: int = 1
    length: int = 1


@dataclass(frozen=True)
class Source:
    """The text of one file below `content/`.

    `front` is the front matter between the two `---` lines and `body` what follows them;
    a file without front matter is all body, and a YAML file is all front.
    """

    path: PurePosixPath
    text: str
    front: str = ""
    front_at: int = 0
    """Where `front` begins in `text`, in characters."""
    body_at: int = 0
    """Where `body` begins in `text`, in characters."""

    _spans: dict[tuple[tuple[Key, ...], bool], Span] = field(
        default_factory=dict, compare=False, repr=False
    )

    @property
    def body(self) -> str:
        return self.text[self.body_at :]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(i + 1 for i, letter in enumerate(self.text) if letter == "\n")]

    @cached_property
    def _body_bytes(self) -> bytes:
        return self.body.encode()

    def forget(self) -> None:
        """Let go what was made to find places: of many files with findings it fills the memory."""
        for name in _MADE:
            self.__dict__.pop(name, None)

    def __getstate__(self) -> dict[str, object]:
        # Whoever gets it from another process can make the rest again.
        return {key: value for key, value in self.__dict__.items() if key not in _MADE}

    def span(self, start: int, end: int | None = None) -> Span:
        """Turn character offsets into `text` into a span that stays on its first line."""
        start = max(0, min(start, len(self.text)))
        line = bisect_right(self._line_starts, start)
        first = self._line_starts[line - 1]
        stop = self.text.find("\n", start)
        stop = len(self.text) if stop == -1 else stop
        length = min(end if end is not None else start + 1, stop) - start
        return Span(line, start - first + 1, max(1, length))

    def body_span(self, start: int, end: int) -> Span:
        """Turn byte offsets into `body`, as the Markdown parser counts, into a span."""
        before = len(self._body_bytes[:start].decode(errors="ignore"))
        inside = len(self._body_bytes[start:end].decode(errors="ignore"))
        return self.span(self.body_at + before, self.body_at + before + inside)

    def offset(self, span: Span) -> int:
        """Where a span begins in `text`, in characters."""
        return self._line_starts[span.line - 1] + span.column - 1

    def line(self, number: int) -> str:
        """The text of one line, without its end."""
        start = self._line_starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start : len(self.text) if end == -1 else end].rstrip("\r")

    def span_of(self, *keys: Key, name: bool = False) -> Span:
        r"""Find a front matter value, however deep, and say where it stands.

        Positions are looked up only for files that have a finding, so a clean build never
        pays for them. Where the value is not there, its nearest parent is. With `name` the
        key itself is found, not its value.

        >>> text = "---\ntopics: [mentoring, audit]\n---\n"
        >>> source = Source(PurePosixPath("a.md"), text, text[4:31], 4, 35)
        >>> source.span_of("topics", 1)
        Span(line=2, column=21, length=5)
        """
        found = (keys, name)
        if found not in self._spans:
            self._spans[found] = self._find(keys, name)
        return self._spans[found]

    def range_of(self, *keys: Key) -> tuple[int, int]:
        """Where a front matter value begins and ends in `text`, on however many lines."""
        return self._range(keys, name=False)

    def _find(self, keys: tuple[Key, ...], name: bool) -> Span:
        return self.span(*self._range(keys, name))

    def _range(self, keys: tuple[Key, ...], name: bool) -> tuple[int, int]:
        node = self._tree
        if node is None:
            return self.front_at, self.front_at + 1
        marks = node
        for depth, key in enumerate(keys):
            step = _step(node, key)
            if step is None:
                break
            label, node = step
            marks = label if name and depth == len(keys) - 1 else node
        if marks is self._tree:
            return self.front_at, self.front_at + 1
        return self.front_at + marks.start_mark.index, self.front_at + marks.end_mark.index

    @cached_property
    def _tree(self) -> yaml.Node | None:
        try:
            return yaml.compose(self.front, Loader=yaml.CSafeLoader)
        except yaml.YAMLError:
            return None


def _step(node: yaml.Node, key: Key) -> tuple[yaml.Node, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((k, v) for k, v in node.value if k.value == str(key)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        return node.value[key], node.value[key]
    return None
