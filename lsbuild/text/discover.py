"""The only registry there is: every class of a folder."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


@cache
def discover(package: ModuleType, base: type[T]) -> tuple[type[T], ...]:
    """Import each module of `package` and return the subclasses of `base` written there.

    Modules whose name begins with `_` are the registry's own and are left out.
    """
    found: dict[str, type[T]] = {}
    for folder in package.__path__:
        for path in sorted(Path(folder).glob("[!_]*.py")):
            module = import_module(f"{package.__name__}.{path.stem}")
            for thing in vars(module).values():
                if (
                    isinstance(thing, type)
                    and issubclass(thing, base)
                    and thing.__module__ == module.__name__
                    and not thing.__name__.startswith("_")
                ):
                    found[f"{thing.__module__}.{thing.__name__}"] = thing
    return tuple(found.values())
