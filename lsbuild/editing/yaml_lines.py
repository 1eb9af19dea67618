"""Front matter as we write it for authors: plain values, with comments where they help."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from textwrap import wrap
from typing import Any, NamedTuple

import yaml

from lsbuild.text import yaml12
from lsbuild.text.yaml12 import YamlProblem

_WIDTH = 96


class Todo(NamedTuple):
    """A value that can stand for now, and what its author has still to do about it."""

    value: Any
    note: str


class Told(NamedTuple):
    """A value with the sentence that explains its field."""

    value: Any
    sentence: str


def plain(value: Any) -> Any:  # noqa: ANN401 - any value of a front matter
    """A value without notes and sentences, as a model reads it."""
    if isinstance(value, Todo | Told):
        return plain(value.value)
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value


def front_matter(fields: Mapping[str, Any], below: Iterable[str] = ()) -> str:
    """A whole front matter between its two lines; `below` are comments at its end."""
    return "\n".join(["---", *lines(fields), *below, "---", ""])


def lines(fields: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    """Each field on lines of its own."""
    for key, value in fields.items():
        if isinstance(value, Told):
            yield from comment(value.sentence, indent)
            value = value.value
        yield from _field(f"{indent}{key}:", value, indent)


def comment(text: str, indent: str = "") -> list[str]:
    """A sentence as comment lines."""
    return wrap(text, _WIDTH, initial_indent=f"{indent}# ", subsequent_indent=f"{indent}# ")


def _field(head: str, value: Any, indent: str) -> Iterator[str]:  # noqa: ANN401
    if isinstance(value, Mapping):
        yield head
        yield from lines(value, f"{indent}  ")
    elif isinstance(value, list) and value:
        yield head
        for item in value:
            yield from _item(item, f"{indent}  ")
    else:
        yield f"{head} {_written(value)}"


def _item(item: Any, indent: str) -> Iterator[str]:  # noqa: ANN401
    if not isinstance(item, Mapping):
        yield f"{indent}- {_written(item)}"
        return
    dashed = False
    for line in lines(item, f"{indent}  "):
        # The dash stands before the first field; comments above it stay comments.
        if not dashed and not line.lstrip().startswith("#"):
            line = f"{indent}- {line[len(indent) + 2 :]}"
            dashed = True
        yield line


def _written(value: Any) -> str:  # noqa: ANN401
    if isinstance(value, Todo):
        return f"{scalar(value.value)}  # TODO: {value.note}"
    return scalar(value)


def scalar(value: Any) -> str:  # noqa: ANN401 - any plain value
    """A value on one line that reads back as itself, in quotes only where it needs them.

    >>> scalar("Kilifi: what now?"), scalar("NO"), scalar(3)
    ("'Kilifi: what now?'", "'NO'", '3')
    """
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        return json.dumps(value)
    text = yaml.safe_dump(value, allow_unicode=True, width=2**31).removesuffix("\n...\n").strip()
    # YAML knows more line ends and types than we; JSON's quotes are always read as they stand.
    same = "\n" not in text and _reads_back(text, value)
    return text if same else json.dumps(value, ensure_ascii=False)


def _reads_back(text: str, value: str) -> bool:
    try:
        return bool(yaml12.load(f"a:\n  - {text}  # b") == {"a": [value]})
    except YamlProblem:
        return False
