"""The exit code tells the truth, and `--quiet` makes it say less and mean the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.portals import Portal
from tests.proof.small import command, forked, said, small_portal, warm
from tests.proof.table import Row


def _well(portal: Portal) -> None:
    """All is well."""


def _finding(portal: Portal) -> None:
    """An error in the content."""
    portal.edit("glossary/round.md", "status: published", "status: publisht")


def _warning(portal: Portal) -> None:
    """A warning in the content."""
    portal.edit("glossary/round.md", "A round has", "See https://example.org now. A round has")


def _setting(portal: Portal) -> None:
    """A setting that does not exist."""
    portal.config.write_text(portal.config.read_text("utf-8") + "      wokers: 2\n", "utf-8")


def _template(portal: Portal) -> None:
    """A template that fails."""
    (portal.theme / "term.html").write_text("{{ 1 // 0 }}", "utf-8")


def _page(portal: Portal) -> None:
    """A finished page that leads nowhere."""
    footer = portal.theme / "partials/footer.html"
    footer.write_text(footer.read_text("utf-8").replace("/handbook/", "/handbuch/"), "utf-8")


def _taken(portal: Portal) -> None:
    """A file in the place of the site."""
    portal.site.write_text("mine", "utf-8")


CASES: tuple[tuple[Callable[[Portal], None], tuple[str, ...], int], ...] = (
    (_well, ("build",), 0),
    (_well, ("check",), 0),
    (_finding, ("build",), 1),
    (_finding, ("check",), 1),
    (_warning, ("build",), 0),
    (_warning, ("check",), 0),
    (_warning, ("build", "--strict"), 1),
    (_warning, ("check", "--strict"), 1),
    (_setting, ("build",), 2),
    (_setting, ("check",), 2),
    (_template, ("build",), 3),
    (_page, ("build",), 1),
    (_taken, ("build",), 2),
)


def prove(few: bool = False) -> Iterator[Row]:
    """Each case loud and quiet; nothing is shown of what failed, and what failed is said."""
    row = Row("Exit codes, loud and with --quiet: untrue")
    for spoil, words, code in CASES[:: 4 if few else 1]:
        for quiet in ((), ("--quiet",)):
            with small_portal() as portal:
                warm(portal)
                spoil(portal)
                asked = (*words, *quiet)
                found = forked(command(portal, *asked), portal.root / "said.txt")
                told, whole = said(portal), (portal.site / "index.html").is_file()
                row.expect(
                    found == code
                    and (bool(told) or code == 0)
                    and not (quiet and spoil is _well and told)
                    and whole == (code == 0 and words[0] == "build"),
                    f"{spoil.__doc__} {' '.join(asked)}: {found}, not {code}; {told[-200:]}",
                )
    yield row
