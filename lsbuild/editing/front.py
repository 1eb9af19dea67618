"""Small changes to a front matter that leave every other letter of it alone."""

from __future__ import annotations

import yaml

from lsbuild.editing import EditingError
from lsbuild.library.library import AnyEntry
from lsbuild.text.diagnostic import Fix


def append(entry: AnyEntry, lines: str) -> Fix:
    """Lines of new fields, below those that are there."""
    _root(entry)
    end = entry.source.front_at + len(entry.source.front)
    return Fix("add fields", end, end, lines)


def set_status(entry: AnyEntry, status: str) -> Fix:
    """Another status; the field is added where it was left out."""
    if "status" not in entry.data.model_fields_set:
        return append(entry, f"status: {status}\n")
    span = entry.source.span_of("status")
    start = entry.source.offset(span)
    return Fix("set the status", start, start + span.length, status)


def set_field(entry: AnyEntry, name: str, text: str) -> Fix | None:
    """What stands for a field that is there, on one line; without a text the field goes."""
    pair = next((pair for pair in _root(entry).value if pair[0].value == name), None)
    if pair is None:
        return None
    front = entry.source.front
    # The end of a block is where the next line begins.
    end = len(front[: pair[1].end_mark.index].rstrip())
    if not text:
        end = front.find("\n", end) + 1 or len(front)
    at = entry.source.front_at
    return Fix(f"set {name}", at + pair[0].start_mark.index, at + end, text)


def former_addresses(entry: AnyEntry, add: str, remove: str) -> Fix | None:
    """The `aliases` of an entry with one more, and without the address it has from now on."""
    node = next((pair for pair in _root(entry).value if pair[0].value == "aliases"), None)
    kept = [one for one in entry.data.aliases if one != remove]
    wanted = [*kept, add] if add and add not in kept else kept
    if wanted == list(entry.data.aliases):
        return None
    if node is None:
        return append(entry, f"aliases: [{add}]\n")
    key, value = node
    at = entry.source.front_at
    if len(kept) < len(entry.data.aliases) or not kept:
        last = value.value[-1] if isinstance(value, yaml.SequenceNode) and value.value else value
        end = last.end_mark.index if value is last or not value.flow_style else value.end_mark.index
        text = f": [{', '.join(wanted)}]"
        return Fix(
            "change the aliases",
            at + key.end_mark.index,
            at + max(end, key.end_mark.index + 1),
            text,
        )
    if value.flow_style:
        end = at + value.end_mark.index - 1
        return Fix("add an alias", end, end, f", {add}")
    last = value.value[-1].end_mark.index
    end = entry.source.front.find("\n", last)
    return Fix("add an alias", at + end, at + end, f"\n{' ' * value.start_mark.column}- {add}")


def _root(entry: AnyEntry) -> yaml.MappingNode:
    node = yaml.compose(entry.source.front, Loader=yaml.CSafeLoader)
    if not isinstance(node, yaml.MappingNode) or node.flow_style:
        raise EditingError(
            f"{entry.source.path}: write each field on a line of its own first, without `{{`"
        )
    return node
