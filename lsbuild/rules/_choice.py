"""Which findings of a run somebody asked for, and what they mean for the one who asked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lsbuild.rules import all_rules
from lsbuild.rules._rule import Rule
from lsbuild.settings import Settings
from lsbuild.text.diagnostic import Diagnostic, Report
from lsbuild.text.words import did_you_mean, nearest

OUR_FAULT = "LS900"
"""The code of a rule or reader that failed; nobody can choose not to see it."""


class ChoiceError(Exception):
    """Something that does not exist was asked for; the message says what there is."""


@dataclass(frozen=True)
class Choice:
    """The files and codes somebody wants to hear about."""

    content: Path
    paths: tuple[str, ...]
    """Files and folders below `content/`; none means all."""
    codes: frozenset[str]
    only: frozenset[str] | None = None
    """The files that changed, where only those are of interest."""

    def of(self, report: Report) -> Report:
        """The wanted findings of a report."""
        found = filter(self._wanted, report)
        if not self.paths and self.only is None:
            return Report.of(found, report.looked_at)
        files = self.only
        if files is None:
            files = frozenset(name for path in self.paths for name in self._files(path))
        return Report.of(found, sum(map(self._within, files)))

    def _wanted(self, one: Diagnostic) -> bool:
        mine = one.code == OUR_FAULT or self._within(str(one.source.path))
        return mine and one.code in self.codes

    def _within(self, path: str) -> bool:
        if self.only is not None and path not in self.only:
            return False
        return not self.paths or any(
            one in (".", path) or path.startswith(f"{one}/") for one in self.paths
        )

    def _files(self, path: str) -> Iterator[str]:
        place = self.content / path
        found = place.rglob("*") if place.is_dir() else [place]
        return (one.relative_to(self.content).as_posix() for one in found if not one.is_dir())


def choose(
    settings: Settings,
    paths: Iterable[str],
    select: Iterable[str],
    ignore: Iterable[str],
    only: frozenset[str] | None = None,
) -> Choice:
    """Understand what was asked for; raises `ChoiceError`.

    Codes are written whole, as a beginning (`LS2`) or as the rule's name. Paths are seen from
    where the command runs, or else from the folder of `mkdocs.yml`.
    """
    if not settings.content.is_dir():
        # An empty report about nothing would look like a clean one.
        raise ChoiceError(f"there is no folder {settings.content}; `docs_dir` names it")
    wanted = _codes(select) or {rule.code for rule in all_rules()}
    return Choice(
        settings.content,
        tuple(_below(path, settings) for path in paths),
        frozenset(wanted - _codes(ignore) | {OUR_FAULT}),
        only,
    )


def exit_code(report: Report, strict: bool) -> int:
    """0 clean, 1 findings that block, 3 where `lsbuild` itself is at fault."""
    if any(one.code == OUR_FAULT for one in report):
        return 3
    return int(report.blocks(strict))


def rule_asked_for(word: str) -> type[Rule]:
    """The rule with this code or name; raises `ChoiceError`."""
    rules = {key: rule for rule in all_rules() for key in (rule.code, rule.name)}
    found = rules.get(word.upper()) or rules.get(word.lower())
    if found is None:
        raise ChoiceError(_no_rule(word))
    return found


def _codes(words: Iterable[str]) -> set[str]:
    """All codes that are meant by words such as `LS2,lonely-entry`."""
    found: set[str] = set()
    for word in (part.strip() for one in words for part in one.split(",")):
        codes = {
            rule.code
            for rule in all_rules()
            if rule.name == word.lower() or (word and rule.code.startswith(word.upper()))
        }
        if not codes:
            raise ChoiceError(_no_rule(word))
        found |= codes
    return found


def _no_rule(word: str) -> str:
    names = [name for rule in all_rules() for name in (rule.name, rule.code)]
    advice = did_you_mean(nearest(word, names)) or "`lsbuild explain` lists all rules"
    return f"no rule is called `{word}`; {advice}"


def _below(path: str, settings: Settings) -> str:
    """A path as it is called below `content/`."""
    content = os.path.abspath(settings.content)  # noqa: PTH100 - links are not followed
    for start in (Path.cwd(), settings.root):
        place = os.path.abspath(start / path)  # noqa: PTH100 - links are not followed
        inside = place == content or place.startswith(content + os.sep)
        if inside and os.path.lexists(place):
            return Path(place).relative_to(content).as_posix()
    raise ChoiceError(f"there is no `{path}` below {settings.content}")
