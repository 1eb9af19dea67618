"""The commands for keepers: doctor, care, archive."""

from __future__ import annotations

from pathlib import Path

import click

from lsbuild.editing.care import care as care_page
from lsbuild.editing.doctor import State, as_lines, examine_repository
from lsbuild.output.archive import write_archive
from lsbuild.output.unchanged import inputs, is_current
from lsbuild.pipeline import gather
from lsbuild.settings import read_settings
from lsbuild.text.words import count

Place = tuple[Path, Path]
_FILE = click.Path(path_type=Path)


@click.command()
@click.pass_obj
def doctor(place: Place) -> int:
    """List what the repository needs: what is well, what is to do, what only you can see.

    Ends with 1 while something in the files is to do.
    """
    found = examine_repository(gather(read_settings(*place))[0])
    click.echo(as_lines(found), nl=False)
    left = sum(one.state is State.TO_DO for one in found)
    click.echo(f"{count(left, 'thing')} to do in the files.", err=True)
    return int(left > 0)


@click.command()
@click.option("--links", metavar="FILE", type=_FILE, help="What `lychee --format json` wrote.")
@click.option(
    "--suggestions",
    metavar="FILE",
    type=_FILE,
    help="What `gh issue list --json number,title,createdAt` printed.",
)
@click.option("--out", metavar="FILE", type=_FILE, help="Where to; printed if left out.")
@click.pass_obj
def care(place: Place, links: Path | None, suggestions: Path | None, out: Path | None) -> None:
    """Write the page of the month: overdue, broken links, drafts, unused and single sources."""
    text = care_page(gather(read_settings(*place))[0], links, suggestions)
    if out is None:
        click.echo(text, nl=False)
    else:
        out.write_text(text, encoding="utf-8")


@click.command()
@click.argument("file", type=_FILE)
@click.pass_obj
def archive(place: Place, file: Path) -> int:
    """Put the portal, its words, data and sources into one FILE for a library to keep.

    The same content gives the same bytes; what was withdrawn is not in it.
    """
    settings = read_settings(place[0])
    key = inputs(settings, place[0])
    if not key or not is_current(settings, key):
        from lsbuild.hosts.building import build_site

        code = build_site(place[0], None, settings.strict, True, key)
        if code:
            return code
    number = write_archive(gather(settings)[0], file)
    size = file.stat().st_size / 1_000_000
    click.echo(f"{file}: {count(number, 'file')}, {size:.1f} MB")
    return 0


COMMANDS = (doctor, care, archive)
