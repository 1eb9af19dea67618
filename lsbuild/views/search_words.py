"""The words of the search box: asked for when somebody opens it, so that no page carries them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lsbuild.text.messages import say as translated
from lsbuild.views._find import written
from lsbuild.views._view import View
from lsbuild.views.page import Plain


class SearchWords(View):
    """`data/words.<language>.json`, for `theme/assets/search-box.js`."""

    def files(self) -> Iterator[tuple[str, bytes]]:
        # The handbook is in English, whatever the languages of the content.
        for language in dict.fromkeys((self.desk.language, "en")):
            yield f"data/words.{language}.json", written(self.words(language))

    def words(self, language: str) -> Plain:
        """What the box says in a language."""
        say = partial(translated, language=language)
        return {
            "search": say("Search"),
            "ask": say("What are you looking for?"),
            "example": say("Supervision, user fees, meetings …"),
            "close": say("Close"),
            "slash": say("Open the search with the key /"),
            "ways": say("More ways to look") if self.portal.library.public() else "",
            "state": {
                "none": say("Nothing found. Try fewer or other words."),
                "hint": say("Write a word or two."),
                "one": say("1 result"),
                "many": say("{n} results"),
                "failed": say("The search could not be loaded."),
                "away": say(
                    "There is no network now. To search without one, keep “Everything” on this "
                    "device."
                )
                if self.portal.settings.offline
                else "",
                "any": say("any"),
                "more": say("Show more"),
                "loading": say("Looking …"),
                "text": say("In the text of pages"),
                "part": say("Only titles, summaries and names could be searched."),
            },
        }
