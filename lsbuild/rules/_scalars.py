"""The values of a front matter as they are written, with their keys."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from lsbuild.kinds._marks import Keys
from lsbuild.text.source import Source

Scalar = tuple[Keys, yaml.ScalarNode]


def scalars(source: Source) -> Iterator[Scalar]:
    """Each value of a front matter, with its keys."""
    yield from _within(yaml.compose(source.front, Loader=yaml.CSafeLoader), ())


def _within(node: yaml.Node | None, keys: Keys) -> Iterator[Scalar]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _within(value, (*keys, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for index, one in enumerate(node.value):
            yield from _within(one, (*keys, index))
    elif isinstance(node, yaml.ScalarNode):
        yield keys, node
