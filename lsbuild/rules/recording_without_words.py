from __future__ import annotations

from collections.abc import Iterator

from lsbuild.kinds._keeping import Media
from lsbuild.kinds._marks import parts
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._links import beside
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic, Severity


class RecordingWithoutWords(Rule):
    """A film or recording has neither a transcript nor captions, or their file is not there.

    People who do not hear, who read a language better than they hear it, or who pay for every
    megabyte, are left out. Put a text or captions beside the page and name the file under
    `transcript` or `captions`. Where the recording is not ours and has none, say in
    `description` what a reader misses, and `allow` this with the reason.
    """

    code = "LS505"
    name = "recording-without-words"
    severity = Severity.WARNING

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    media:
      - title: A film   # <- LS505
        url: https://example.org/film
        description: A team looks at its figures.
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    media:
      - title: A film
        url: https://example.org/film
        description: A team looks at its figures.
        captions: film.vtt
    --- lessons/film.vtt
    WEBVTT
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        for keys, media in parts(entry.data, Media):
            if not media.transcript and not media.captions:
                yield self.at(
                    entry,
                    *keys,
                    "title",
                    says=f"`{media.title}` has neither a transcript nor captions",
                    hint="name a file under `transcript` or `captions`",
                )
            for name in ("transcript", "captions"):
                file = getattr(media, name)
                if file and beside(entry, file)[0] not in portal.library.assets:
                    yield self.at(
                        entry,
                        *keys,
                        name,
                        says=f"there is no file `{file}` beside this one",
                        hint="files are .vtt or .pdf",
                    )
