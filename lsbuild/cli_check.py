"""The command `lsbuild check`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
from watchfiles import watch as watch_files

from lsbuild.editing import EditingError
from lsbuild.editing.changed import changed_from
from lsbuild.editing.published import vanished_since, with_vanished
from lsbuild.output import checked
from lsbuild.output.unchanged import inputs
from lsbuild.pipeline import examine, gather, portal_before
from lsbuild.rules._choice import OUR_FAULT, ChoiceError, choose, exit_code
from lsbuild.rules._explain import words
from lsbuild.rules._fix import as_diff, repair, repairs
from lsbuild.settings import Place, Settings, SettingsError, read_settings
from lsbuild.show import all_formats, format_named
from lsbuild.text.diagnostic import Report
from lsbuild.text.words import count

_LOOKS = 20
"""After so many, two repairs undo each other."""


@dataclass(frozen=True)
class Asked:
    """What was asked of one check."""

    place: Place
    paths: tuple[str, ...]
    look: str
    strict: bool
    fix: bool
    unsafe_fixes: bool
    diff: bool
    changed_from: str
    changed_first: str
    published: Path | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    link: str
    quiet: bool


@click.command()
@click.argument("paths", nargs=-1)
@click.option(
    "--format",
    "look",
    default="full",
    show_default=True,
    type=click.Choice([one.name for one in all_formats()]),
    help="How findings are printed.",
)
@click.option("--strict", is_flag=True, help="Warnings block as errors do.")
@click.option("--fix", is_flag=True, help="Repair what is safe to repair, and check again.")
@click.option("--unsafe-fixes", is_flag=True, help="Make guesses too; look at each afterwards.")
@click.option("--diff", is_flag=True, help="Show what would be repaired; write nothing.")
@click.option("--watch", is_flag=True, help="Check again at each save, until stopped.")
@click.option(
    "--changed-from",
    default="",
    metavar="REF",
    help="Only files that differ from this version in git, or from this folder.",
)
@click.option(
    "--changed-first",
    default="",
    metavar="BASE",
    help="A version or folder to compare with: which addresses have vanished? "
    "In --format github, files that differ from it come first.",
)
@click.option(
    "--published",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The `data/catalog.json` last published: which addresses have vanished?",
)
@click.option("--select", multiple=True, metavar="RULES", help="Only these: LS2,lonely-entry.")
@click.option("--ignore", multiple=True, metavar="RULES", help="All but these.")
@click.option(
    "--link",
    default="",
    metavar="ADDRESS",
    help="What makes a link of a path in --format markdown: `https://…/blob/main/`.",
)
@click.option("--quiet", "-q", is_flag=True, help="Findings only, without a summary.")
@click.pass_obj
def check(place: Place, /, watch: bool, **asked: Any) -> int:  # noqa: ANN401 - click
    """Say what is wrong in the content.

    Every finding has its place and the way to mend it. With PATHS, only those files and folders
    are spoken of; all are read, since entries point to one another.
    """
    wish = Asked(place, **asked)
    if wish.unsafe_fixes and not (wish.fix or wish.diff):
        raise click.UsageError("--unsafe-fixes goes with --fix, which writes, or --diff")
    return _watch(wish) if watch else _once(wish)


def _once(asked: Asked) -> int:
    settings = read_settings(*asked.place)
    only = changed_from(settings.content, asked.changed_from) if asked.changed_from else None
    first = changed_from(settings.content, asked.changed_first) if asked.changed_first else None
    choice = choose(settings, asked.paths, asked.select, asked.ignore, only)
    prefix = Path(os.path.relpath(settings.content, settings.root)).as_posix() + "/"

    def look() -> Report:
        return choice.of(_report(asked, settings) + _vanished(asked, settings))

    report = look()
    if asked.diff:
        made = repairs(settings.content, report, unsafe=asked.unsafe_fixes)
        click.echo(as_diff(made, prefix), nl=False)
    else:
        if asked.fix:
            report = _repaired(settings, report, prefix, asked.unsafe_fixes, look)
        show = format_named(asked.look)
        rules = words(settings.site_url)
        chosen = show(prefix, asked.quiet, rules, asked.link, first or frozenset())
        chosen.show(report, sys.stdout)
    code = exit_code(report, asked.strict or settings.strict)
    if code == 3:
        where = settings.issues or settings.contact or "where lsbuild is developed"
        fault = f"{OUR_FAULT} is a fault of lsbuild, not of your files. Report it: {where}"
        click.echo(f"lsbuild: {fault}", err=True)
    return code


def _report(asked: Asked, settings: Settings) -> Report:
    """Everything there is to find; at once where nothing has changed since the last time.

    Of somebody else's folder nothing is believed, and nothing is written into it.
    """
    config, root = asked.place
    key = "" if root or asked.published else inputs(settings, config)
    known = checked.recall(settings, key)
    if known is not None:
        return known
    portal, report = examine(settings)
    if asked.published:
        return with_vanished(report, portal, asked.published)
    checked.keep(settings, key, report)
    return report


def _vanished(asked: Asked, settings: Settings) -> Report:
    """What readers could open of the content that a proposal is compared with, and no more."""
    if not asked.changed_first:
        return Report()
    with portal_before(settings, asked.changed_first) as before:
        return vanished_since(before, gather(settings)[0])


def _repaired(
    settings: Settings, report: Report, prefix: str, unsafe: bool, look: Callable[[], Report]
) -> Report:
    """Repair what can be, say what each place was and is, and look again.

    What a repair lays open is repaired too, as long as each look finds something.
    """
    places, files = 0, set()
    for _ in range(_LOOKS):
        done = repair(settings.content, report, unsafe=unsafe)
        if not done:
            break
        for one in done:
            for line in one.told():
                click.echo(f"{prefix}{one.path}:{line}", err=True)
        places += sum(one.places for one in done)
        files |= {one.path for one in done}
        report = look()
    what = f"Repaired {count(places, 'place')} in {count(len(files), 'file')}."
    click.echo(what if places else "Nothing here can be repaired by itself.", err=True)
    return report


def _watch(asked: Asked) -> int:
    """Check, and again at each save; a task of an editor reads the two lines around it."""
    try:
        for news in _saves(asked):
            click.echo(f"lsbuild: {news}", err=True)
            try:
                _once(asked)
            except (SettingsError, ChoiceError, EditingError, OSError) as error:
                click.echo(f"lsbuild: {error}", err=True)
            sys.stdout.flush()
            click.echo("lsbuild: waiting for the next save (Ctrl+C stops)", err=True)
    except KeyboardInterrupt:
        pass
    return 0


def _saves(asked: Asked) -> Iterator[str]:
    """What to say before each check: the first at once, then one for each save."""
    settings = read_settings(*asked.place)
    # Refused at once where nothing could ever be found: what is asked for does not exist.
    choose(settings, asked.paths, asked.select, asked.ignore)
    yield "checking"
    for changes in watch_files(settings.content, asked.place[0], debounce=150, step=30):
        names = sorted({os.path.relpath(path, settings.root) for _, path in changes})
        yield f"checking again: {', '.join(names[:3])}{' …' if names[3:] else ''}"
