"""The web editor's page and configuration; its program comes from `lsbuild.output.editor`."""

from __future__ import annotations

from collections.abc import Iterator

from lsbuild.settings import EDITOR
from lsbuild.views._editor import config, page
from lsbuild.views._view import View


class EditorFiles(View):
    """No page of the Plan: readers, search, sitemap and packs know nothing of it."""

    order = 95

    def files(self) -> Iterator[tuple[str, bytes]]:
        if self.portal.settings.has_editor and not self.desk.prefix():
            yield f"{EDITOR}index.html", page(self.portal)
            yield f"{EDITOR}config.json", config(self.portal)
