from __future__ import annotations

from collections.abc import Iterator

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic, Severity
from lsbuild.text.outline import Link, LinkType

_VAGUE = {
    "here",
    "click here",
    "click",
    "this",
    "this page",
    "this link",
    "link",
    "read more",
    "more",
    "see here",
    "learn more",
    "page",
    "website",
    "download",
}


class VagueLinkText(Rule):
    """The words of a link do not say where it leads.

    Many people jump from link to link, by ear or by eye, and hear only these words: “here”
    tells them nothing, and an address is read out letter by letter. Use the words for what is
    found there: not “click [here](a.md)” but “see [how the team began](a.md)”.
    """

    code = "LS310"
    name = "vague-link-text"
    severity = Severity.WARNING

    bad = """
    --- lessons/second-lesson.md
    title: A second lesson
    ---
    Read the first lesson [here](first-lesson.md).   <!-- <- LS310 -->
    --- lessons/first-lesson.md
    title: A first lesson
    """

    good = """
    --- lessons/second-lesson.md
    title: A second lesson
    ---
    Read [the first lesson](first-lesson.md).
    --- lessons/first-lesson.md
    title: A first lesson
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        for link in entry.outline.links:
            words = " ".join(link.text.split()).strip(" .:!→…")
            # `[[kind/slug]]` takes the title of its page, and `<https://…>` is meant to be seen.
            if link.type is LinkType.ENTRY and not words and "|" not in _written(entry, link):
                continue
            if _is_vague(words) or (not words and not _holds_picture(entry, link)):
                if _is_shown(entry, link):
                    continue
                yield self.in_body(
                    entry,
                    link.start,
                    link.end,
                    says=f"`{words}` does not say where the link leads"
                    if words
                    else "the link has no words",
                    hint="use the words for what is found there",
                )


def _is_vague(words: str) -> bool:
    return words.casefold() in _VAGUE or words.startswith(("http://", "https://", "www."))


def _is_shown(entry: AnyEntry, link: Link) -> bool:
    """Whether the author wrote `<https://…>`, an address for the reader to see."""
    return _written(entry, link).startswith("<")


def _written(entry: AnyEntry, link: Link) -> str:
    return entry.source.body.encode()[link.start : link.end].decode(errors="ignore")


def _holds_picture(entry: AnyEntry, link: Link) -> bool:
    return any(link.start <= image.start < link.end for image in entry.outline.images)
