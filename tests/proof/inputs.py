"""Never a traceback for an editor: whatever a file holds, `check` ends soon and in words."""

from __future__ import annotations

import io
import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

from lsbuild.pipeline import examine
from lsbuild.rules._explain import words
from lsbuild.settings import Settings, read_settings
from lsbuild.show import all_formats
from lsbuild.text.diagnostic import Diagnostic, Report
from tests.portals import Portal
from tests.proof.generated import write
from tests.proof.small import small_portal
from tests.proof.table import Row

SEED = int(os.environ.get("SEED", "6"))
BATCH = 25
LIMIT = 1.0
"""Seconds for one file."""


def prove_generated(few: bool = False) -> Iterator[Row]:
    """More than 20,000 generated files, in batches; each batch is told in every format."""
    row = Row("Bad inputs to check: tracebacks, hangs, places outside", least=0 if few else 20_000)
    random = Random(SEED)
    slowest = findings = 0.0
    with small_portal() as portal:
        settings = settings_of(portal)
        for _ in range(4 if few else 20_200 // BATCH):
            files = write(random, portal.content, BATCH)
            began = time.process_time()
            report, faults = checked(settings)
            each = time.process_time() - began
            if each > LIMIT:
                each = max(alone(settings, portal, file) for file in files)
            slowest, findings = max(slowest, each), findings + len(report.findings)
            row.tried += len(files)
            row.failed += faults
            if each > LIMIT:
                row.failed.append(f"a file took {each:.1f} s")
            for file in files:
                file.unlink()
    row.note = f"{findings:,.0f} findings; slowest {BATCH} files {slowest:.2f} s; seed {SEED}"
    yield row


def settings_of(portal: Portal) -> Settings:
    return read_settings(portal.config).model_copy(update={"workers": 1})


def alone(settings: Settings, portal: Portal, file: Path) -> float:
    """How long one file takes when no other generated one is beside it."""
    others = {path: path.read_bytes() for path in portal.content.rglob("generated-*")}
    for path in others:
        if path != file:
            path.unlink()
    began = time.process_time()
    examine(settings)
    took = time.process_time() - began
    for path, data in others.items():
        path.write_bytes(data)
    return took


def checked(settings: Settings, *formats: str) -> tuple[Report, list[str]]:
    """Check, tell it in some formats or all, and say what no check may do."""
    try:
        report = examine(settings)[1]
        told(report, formats)
    except Exception as error:  # whatever it is, an editor would see it
        return Report(), [f"{type(error).__name__}: {error}"[:300]]
    lines = {id(one.source): one.source.text.split("\n") for one in _one_each(report)}
    found = (fault(one, lines[id(one.source)], settings.content) for one in report)
    return report, [wrong for wrong in found if wrong]


def _one_each(report: Report) -> Iterable[Diagnostic]:
    """One finding of each file: a file may have thousands."""
    return {id(one.source): one for one in report}.values()


def told(report: Report, formats: tuple[str, ...]) -> None:
    """Print a report to nobody."""
    for format_ in all_formats():
        if formats and format_.name not in formats:
            continue
        format_("content/", False, words(""), "").show(report, io.StringIO())


def fault(one: Diagnostic, lines: list[str], content: Path) -> str:
    """What is wrong with a finding itself: a fault of ours, or a place outside its file."""
    where = f"{one.source.path}:{one.span.line}:{one.span.column}+{one.span.length} {one.code}"
    if one.name == "own-fault":
        return f"{where} {one.says} {_start(content / one.source.path)}"
    text = one.source.text
    line, column, length = one.span
    if not 1 <= line <= len(lines) or column < 1 or length < 1:
        return f"{where}: no such line"
    # A finding about nothing, such as a missing value, stands right behind the last letter.
    if text and column - 1 + length > max(1, len(lines[line - 1]) + 1):
        return f"{where}: line {line} has {len(lines[line - 1])} letters"
    if one.fix and not 0 <= one.fix.start <= one.fix.end <= len(text):
        return f"{where}: its fix is outside"
    return ""


def _start(path: Path) -> str:
    return repr(path.read_bytes()[:300]) if path.is_file() else ""
