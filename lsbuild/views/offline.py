"""Where readers keep pages on their device for reading offline, and take them away again."""

from __future__ import annotations

from collections.abc import Iterator

from lsbuild.views._view import View
from lsbuild.views.page import Page, Words

URL = "offline/"


class OfflinePages(View):
    """`/offline/`: its script asks the worker to keep what `data/offline/` lists."""

    order = 70

    def pages(self) -> Iterator[Page]:
        settings, library = self.portal.settings, self.portal.library
        if self.desk.prefix() or not settings.offline or not library.public():
            return
        title = self.desk.say("Reading offline")
        about = self.desk.say(
            "Keep a page, a path or everything on this device, and read it where there is no "
            "network."
        )
        yield Page(
            url=URL,
            title=title,
            template="offline.html",
            language=self.desk.language,
            description=about,
            section="about/",
            words=Words(title, (about,)),
        )
