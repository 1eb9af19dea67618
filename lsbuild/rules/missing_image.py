from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from posixpath import relpath

from lsbuild.library.library import AnyEntry
from lsbuild.library.tree import APPLE, IN_APPLES_FORM, repaired
from lsbuild.relations.portal import Portal
from lsbuild.rules._links import beside
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.outline import LinkType, link_type
from lsbuild.text.words import listed, nearest

PICTURES = (".avif", ".jpeg", ".jpg", ".png", ".webp")


class MissingImage(Rule):
    """A picture is not there, or is not a picture.

    Readers would see a broken frame where something was to be shown. Put the file beside the
    text and write the way from the text to it: `![Eight people at a table](meeting.png)`. A
    PDF or a table is linked, not shown: leave the `!` out.
    """

    code = "LS312"
    name = "missing-image"
    allowed = False

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    ![Eight people around a table](meating.png)   <!-- <- LS312 -->
    --- lessons/meeting.png (PNG, 40 x 30 pixels)
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    ![Eight people around a table](meeting.png)
    --- lessons/meeting.png (PNG, 40 x 30 pixels)
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        assets = portal.library.assets
        for image in entry.outline.images:
            if link_type(image.target) is not LinkType.FILE:
                continue
            path, _ = beside(entry, image.target)
            if path.suffix not in PICTURES:
                says, hint = _no_picture(image.target, path)
                yield self.in_body(entry, image.start, image.end, says=says, hint=hint)
            elif path not in assets:
                folder = str(entry.source.path.parent)
                near = nearest(image.target, (relpath(str(one), folder) for one in assets))
                yield self.in_body(
                    entry,
                    image.start,
                    image.end,
                    near=near,
                    says=f"there is no picture `{image.target}`",
                    hint=""
                    if near
                    else "put the file there, or write the way from this file to it",
                    write=f"![{image.alt}]({near})" if near else "",
                )


def _no_picture(target: str, path: PurePosixPath) -> tuple[str, str]:
    """What a picture of another ending is, and what to do with it."""
    end, right = path.suffix.lower(), repaired(path.name)
    way = target[: target.rfind("/") + 1]
    if end in APPLE:
        right = repaired(f"{path.stem}.jpg") or "meeting.jpg"
        return f"`{target}` is {IN_APPLES_FORM}", f"save it as JPEG, and write `{way}{right}` here"
    if end in PICTURES and right:
        return (
            f"`{target}` has capital letters in its ending",
            f"rename the file to `{right}`, and write `{way}{right}` here",
        )
    return (
        f"`{target}` is not a picture",
        f"pictures end in {listed(PICTURES)}; to link to another file, leave the `!` out",
    )
