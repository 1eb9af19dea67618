"""What a view is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lsbuild.relations.portal import Portal
from lsbuild.views._desk import Desk
from lsbuild.views.page import NavItem, Page, Planned, ready


class View:
    """Makes pages of one sort. `pages` hands over plain data, ready-ordered."""

    order: ClassVar[int] = 50
    """Where its pages stand in the Plan."""

    def __init__(self, portal: Portal, desk: Desk) -> None:
        self.portal, self.desk = portal, desk

    def pages(self) -> Iterator[Page]:
        """The pages of this view; a view that puts their making off has `planned` instead."""
        puts_off = type(self).planned is not View.planned
        return (make() for _, make in self.planned()) if puts_off else iter(())

    def planned(self) -> Iterator[Planned]:
        """The same, each with its making; a view with many pages puts the making off."""
        for page in self.pages():
            yield ready(page)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Data beside the pages, each with its address."""
        return iter(())

    def nav(self) -> Iterator[tuple[int, NavItem]]:
        """Places in the navigation, each with its rank."""
        return iter(())
