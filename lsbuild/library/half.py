"""What stands in for the fields of a file that have mistakes, so that its body is judged too."""

from __future__ import annotations

from functools import cache
from pathlib import PurePosixPath
from typing import Any

from pydantic import ValidationError

from lsbuild.kinds._base import Content
from lsbuild.text.front_matter import read_front, split


def right_of(front: dict[str, Any], error: ValidationError) -> dict[str, Any]:
    """The fields with no mistake in them."""
    wrong = {one["loc"][0] for one in error.errors(include_url=False)}
    return {name: value for name, value in front.items() if name not in wrong}


def stand_in(kind: type[Content], right: dict[str, Any]) -> Content:
    """The fields that are right, and those of the kind's sample for all others."""
    return kind.model_validate({**_sample(kind), **right})


@cache
def _sample(kind: type[Content]) -> dict[str, Any]:
    return read_front(split(PurePosixPath(), kind.sample))
