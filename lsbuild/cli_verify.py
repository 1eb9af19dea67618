"""`lsbuild verify`: a last look at a folder, by code that did not make it."""

from __future__ import annotations

from pathlib import Path

import click

from lsbuild.library.read import read
from lsbuild.settings import Place, read_settings
from lsbuild.text.words import count


@click.command()
@click.argument("site", required=False, type=click.Path(path_type=Path, file_okay=False))
@click.option("--quiet", "-q", is_flag=True, help="Say nothing but what is wrong.")
@click.pass_obj
def verify(place: Place, site: Path | None, quiet: bool) -> int:
    """Say whether a built folder may go online.

    SITE is the built portal if left out. Its files are read as a stranger would read them: the
    policy and the scripts must be ours, nothing may run or be asked of elsewhere, every link must
    lead somewhere, no file may be missing or of others, and no word of a draft or a withdrawn entry
    may be there.
    """
    # Editors' commands need none of it.
    from lsbuild.verify import verify as look

    settings = read_settings(*place)
    folder = site or settings.out
    if not folder.is_dir():
        raise click.UsageError(f"{folder} is not there. Build the portal first: lsbuild build")
    library, _ = read(settings.content, settings.language, settings.hands)
    done = look(folder, settings, library.entries)
    for problem in done.problems:
        click.echo(str(problem))
    if not quiet or done.problems:
        what = f"{count(done.pages, 'page')} and {count(done.files, 'file')} in all"
        found = count(len(done.problems), "problem") if done.problems else "no problem"
        click.echo(f"lsbuild: {what}, {found}: {folder}", err=True)
    return 1 if done.problems else 0
