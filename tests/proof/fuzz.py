"""The coverage-guided fuzzer atheris, over what an author can put into one file.

`python -m tests.proof.fuzz -max_total_time=600` goes on from the kept corpus; what it finds new
is written to a folder of its own, and what fails is put into `tests/proof/corpus` once mended.
"""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.proof.table import Row

CORPUS = Path(__file__).parent / "corpus"
SECONDS = 30


def prove(few: bool = False) -> Iterator[Row]:
    """Every file of the kept corpus, which holds all that ever failed; then new ones from it."""
    from tests.proof.inputs import settings_of
    from tests.proof.small import small_portal

    row = Row("Files of the kept corpus: tracebacks, places outside")
    with small_portal() as portal:
        for path in sorted(CORPUS.iterdir())[:: 4 if few else 1]:
            faults = _look(portal.content, settings_of(portal), path.read_bytes())
            row.expect(not faults, f"{path.name}: {faults[:2]}")
    there = importlib.util.find_spec("atheris") is not None
    row.note = "" if there else "atheris is not installed, so no new ones were looked for"
    yield row
    if there and not few:
        yield _guided()


def _guided() -> Row:
    """Half a minute of atheris."""
    from tests.proof.small import temporary

    row = Row("Bad inputs by atheris, guided by coverage: tracebacks, places outside")
    with temporary() as new:
        words = [f"-max_total_time={SECONDS}", "-print_final_stats=1", f"-artifact_prefix={new}/"]
        done = subprocess.run(
            [sys.executable, "-m", "tests.proof.fuzz", *words, str(new), str(CORPUS)],
            capture_output=True,
            text=True,
            errors="replace",
        )
    ran = re.search(r"number_of_executed_units: (\d+)", done.stderr)
    row.tried = int(ran[1]) if ran else 0
    row.failed += [done.stderr[-1_500:]] if done.returncode else []
    return row


def _look(content: Path, settings: object, data: bytes) -> list[str]:
    """Check one file; the first byte says in which folder it stands."""
    from tests.proof.generated import FOLDERS
    from tests.proof.inputs import checked

    folder = FOLDERS[(data[0] if data else 0) % len(FOLDERS)]
    path = content / folder / ("fuzzed.yml" if folder.startswith("_") else "fuzzed.md")
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data[1:])
    try:
        return checked(settings)[1]  # type: ignore[arg-type]
    finally:
        path.unlink()


def main() -> None:
    """Begin fuzzing; libFuzzer's own options may follow."""
    import atheris

    with atheris.instrument_imports(include=["lsbuild", "yaml", "frontmatter"]):
        from tests.proof.inputs import settings_of
        from tests.proof.small import small_portal

    with small_portal() as portal:
        settings = settings_of(portal)

        def one(data: bytes) -> None:
            faults = _look(portal.content, settings, data)
            if faults:
                raise AssertionError(faults[0])

        atheris.Setup(sys.argv, one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
