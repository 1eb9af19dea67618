"""YAML as authors mean it: the 1.2 reading, with no tags, aliases or repeated keys.

`NO` is Norway, `12:30` is a time of day and `0123` an id, all of them text. Dates stay text
too, until the model of a kind reads them.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from lsbuild.text.signs import CONTROL
from lsbuild.text.yaml_mends import Change
from lsbuild.text.yaml_mistakes import explained

MAX_DEPTH = 12
MAX_NODES = 5_000


class YamlProblem(Exception):
    """Text that is not the YAML we read, with the place (characters) where it stops being so."""

    def __init__(
        self,
        name: str,
        says: str,
        start: int,
        end: int | None = None,
        hint: str = "",
        fix: Change | None = None,
    ) -> None:
        super().__init__(says)
        self.name, self.says, self.hint = name, says, hint
        self.start, self.end = start, end if end is not None else start + 1
        self.fix = fix

    def shift(self, by: int) -> None:
        """Count from further up: from where the file begins, not its fields."""
        self.start, self.end = self.start + by, self.end + by
        if self.fix:
            start, end = self.fix.start + by, self.fix.end + by
            self.fix = self.fix._replace(start=start, end=end)


# Only texts with one of these can hold a tag, an alias or deep nesting; signs are found quickly.
_SUSPECT = ("&", "*", "!", "- - - ", f"\n{16 * ' '}")
_NESTED = re.compile(r"[\[{]\s*[\[{]")
_WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}
_WORDS |= {form(word): value for word, value in _WORDS.items() for form in (str.title, str.upper)}
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})$")
_FLOAT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}$")
_NUMBER = frozenset("-+0123456789")
_TEXT, _PLAIN = "text", "plain"
_ONE = "keep one of the two: only one value can count"


class _Loader(yaml.CSafeLoader):
    """Composes nodes. Values are made of them by `_value`, which knows only what we read."""

    def resolve(self, kind: type[yaml.Node], value: str | None, implicit: Any) -> str:  # noqa: ANN401
        """Whether a scalar stands without quotes, so that it may be a number or a word of YAML."""
        return _PLAIN if kind is yaml.ScalarNode and implicit[0] else _TEXT


def _value(node: yaml.Node, *, item: bool = False) -> Any:  # noqa: ANN401 - whatever was written
    if isinstance(node, yaml.SequenceNode):
        return [_value(one, item=True) for one in node.value]
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, item=item)
    return _scalar(node.value) if node.tag == _PLAIN else node.value


def _scalar(text: str) -> Any:  # noqa: ANN401
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in _NUMBER:
        if _INT.match(text):
            return int(text)
        if _FLOAT.match(text):
            return float(text)
    return text


def _mapping(node: yaml.MappingNode, *, item: bool) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        mark = key_node.start_mark
        if not isinstance(key_node, yaml.ScalarNode):
            raise YamlProblem(
                "invalid-yaml",
                "a key must be a single word",
                mark.index,
                hint="write the name of a field, a colon and a space, then the value",
            )
        key = key_node.value
        end = mark.index + len(key)
        if key in found:
            raise YamlProblem(
                "duplicate-key",
                f"`{key}` is written twice",
                mark.index,
                end,
                # In a list nothing may be lost: more often a hyphen is missing than one too many.
                f"if a new item begins here, write `- ` before it; otherwise {_ONE}"
                if item and not node.flow_style
                else _ONE,
            )
        found[key] = _value(value_node)
    return found


def load(text: str, names: frozenset[str] | None = None) -> Any:  # noqa: ANN401 - what was written
    """Read one YAML document; raises `YamlProblem` and nothing else.

    With the `names` that fields can have, a line of text is not taken for one of them.
    """
    try:
        _refuse_unsafe(text)
        loader = _Loader(text)
        try:
            node = loader.get_single_node()
        finally:
            loader.dispose()
        if node is None:
            return None
        if "\\" in text:
            _refuse_control(node)
        return _value(node)
    except YamlProblem:
        raise
    except yaml.MarkedYAMLError as error:
        raise YamlProblem("invalid-yaml", *explained(error, text, names)) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise YamlProblem(
            "invalid-yaml",
            "this cannot be read as YAML",
            0,
            hint="compare it with another file of the same kind, line by line",
        ) from error


def _refuse_control(node: yaml.Node) -> None:
    r"""What cannot stand in a file as it is, such as `\x1b`, may not be written as a code."""
    if isinstance(node, yaml.ScalarNode):
        found = CONTROL.search(node.value)
        if found:
            raise YamlProblem(
                "control-character",
                f"a control character (U+{ord(found.group()):04X}) is written here as a code",
                node.start_mark.index,
                node.end_mark.index,
                "delete the code; for a backslash as a sign, put the text in single quotes",
            )
        return
    for one in node.value:
        for inner in one if isinstance(one, tuple) else (one,):
            _refuse_control(inner)


def _refuse_unsafe(text: str) -> None:
    """Look at the parser's events: the C loader composes aliases and tags out of our reach."""
    lines = f"\n{text}"
    suspect = any(sign in lines for sign in _SUSPECT) or _NESTED.search(text)
    if not suspect and len(text) < 16_384:
        return
    depth = nodes = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        mark = event.start_mark.index  # type: ignore[union-attr]
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise YamlProblem(
                "yaml-alias-or-tag",
                "anchors and aliases (`&`, `*`) are not read here",
                mark,
                hint="write the value out, or put it in quotes if it begins with `&` or `*`",
            )
        tag = getattr(event, "tag", None)
        if tag:
            raise YamlProblem(
                "yaml-alias-or-tag",
                f"the tag `{tag}` is not read here",
                mark,
                hint="put the value in quotes if it begins with `!`",
            )
        nodes += isinstance(event, yaml.NodeEvent)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH or nodes > MAX_NODES:
            raise YamlProblem(
                "oversized-front-matter",
                f"there is too much here: at most {MAX_NODES:,} values, nested {MAX_DEPTH} deep",
                mark,
                hint="move the long text below the second `---`",
            )
