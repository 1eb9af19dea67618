"""Reports made by hand, so that formats are tried without any rule."""

from pathlib import PurePosixPath

from lsbuild.text.diagnostic import Diagnostic, Fix, Related, Report, Severity
from lsbuild.text.source import Source, Span

NAMES = {"LS201": "dangling-reference", "LS301": "raw-html", "LS402": "lonely-entry"}


def source(text: str, path: str = "lessons/setting-up.md") -> Source:
    return Source(PurePosixPath(path), text)


def finding(text: str, word: str, says: str, hint: str = "", code: str = "LS201", **more):
    """A finding below the first `word` of a text; `path`, `write` and `severity` may be given."""
    file = source(text, more.get("path", "lessons/setting-up.md"))
    start = text.index(word)
    write = more.get("write", "")
    fix = Fix(f"write `{write}`", start, start + len(word), write) if write else None
    return Diagnostic(
        NAMES[code],
        file,
        file.span(start, start + len(word)),
        says,
        hint,
        write,
        fix,
        more.get("keys", ()),
        code,
        more.get("severity", Severity.ERROR),
        more.get("related", ()),
    )


LESSON = (
    "---\ntitle: Setting up a learning site\nneeds:\n  - first-lessn\n---\nThis is <b>bold</b>.\n"
)
SITE = "---\ntitle: Kilifi\n---\n\tTab, 日本 and 👩‍⚕️ before <b>bold</b>.\n"

MANY_KINDS = Report.of(
    [
        finding(
            LESSON,
            "first-lessn",
            "no lesson is called `first-lessn`",
            "did you mean `first-lesson`?",
            write="first-lesson",
            keys=("needs", 0),
        ),
        *(
            finding(text, "<b>", "`<b>` is HTML", "write it in Markdown", "LS301", path=path)
            for text, path in (
                (LESSON, "lessons/setting-up.md"),
                (SITE, "learning-sites/kilifi.md"),
            )
        ),
        finding(
            LESSON,
            "Setting up a learning site",
            "nothing leads to this page",
            "link to it from a page that readers see",
            "LS402",
            severity=Severity.WARNING,
            related=(
                Related(source(SITE, "learning-sites/kilifi.md"), Span(2, 8, 6), "but for this"),
            ),
        ),
        Diagnostic(
            "lonely-entry",
            source("", "pages/100%, or: less.md"),
            Span(1),
            "this file is empty",
            "write something, or delete it",
            code="LS402",
            severity=Severity.ADVICE,
        ),
    ],
    looked_at=24,
)
