from __future__ import annotations

from collections.abc import Iterator

from lsbuild.rules._page_rule import PageRule
from lsbuild.rules._rendered import RenderedPage, RenderedSite
from lsbuild.text.diagnostic import Diagnostic


class RepeatedPageId(PageRule):
    """Two elements of a rendered page have the same id.

    A link to the second one leads to the first, and labels of form fields are read out at the
    wrong place. Ids of headings are kept apart by themselves, so the second one comes from a
    template: give it an id that no heading can have.
    """

    code = "LS702"
    name = "repeated-page-id"
    allowed = False

    bad = """
    --- index.html
    <h2 id="roles">Roles</h2>
    <h2 id="roles">More roles</h2>   <!-- <- LS702 -->
    """

    good = """
    --- index.html
    <h2 id="roles">Roles</h2>
    <h2 id="more-roles">More roles</h2>
    """

    def check_page(self, page: RenderedPage, site: RenderedSite) -> Iterator[Diagnostic]:
        if len(page.names) == len({*page.names}):
            return
        seen: set[str] = set()
        for id_, tag in page.ids:
            if id_ in seen:
                yield self.in_page(
                    page,
                    tag.start,
                    tag.end,
                    says=f"the id `{id_}` stands twice on this page",
                    hint="mend the template that writes it",
                )
            seen.add(id_)
