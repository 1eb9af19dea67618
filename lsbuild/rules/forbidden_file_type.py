from __future__ import annotations

from lsbuild.rules._rule import Rule


class ForbiddenFileType(Rule):
    """A file is of a type that is not published.

    Office files, programs and SVG drawings can carry code or hidden data, and many readers
    cannot open them on a phone. Text belongs in Markdown, pictures in PNG, JPEG, WebP or AVIF,
    tables in CSV, documents in PDF. Delete what is not for readers.
    """

    code = "LS006"
    name = "forbidden-file-type"
    allowed = False

    bad = """
    --- lessons/minutes.docx   # <- LS006
    Minutes of the meeting
    """

    good = """
    --- lessons/minutes.md
    title: Minutes of the meeting
    """
