"""The commands for editors: new, sources, rename, withdraw, due."""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import click

from lsbuild.editing import EditingError
from lsbuild.editing.bibtex import Unread
from lsbuild.editing.blank import Need, needs
from lsbuild.editing.due import as_ics, as_json, as_lines
from lsbuild.editing.due import due as due_entries
from lsbuild.editing.new import create
from lsbuild.editing.rename import rename as rename_entry
from lsbuild.editing.rename import versions_of
from lsbuild.editing.sources import Known, Written, import_sources, unused
from lsbuild.editing.translated import to_translate, translate
from lsbuild.editing.withdraw import withdraw as take_down
from lsbuild.kinds import all_kinds
from lsbuild.kinds._base import Content
from lsbuild.library.entry import Ref
from lsbuild.pipeline import gather
from lsbuild.relations.portal import Portal
from lsbuild.settings import Place, read_settings
from lsbuild.show._format import visible
from lsbuild.text.dates import as_day, today
from lsbuild.text.words import count, did_you_mean, listed, nearest


def _portal(place: Place) -> Portal:
    return gather(read_settings(*place))[0]


def _shown(portal: Portal, path: object) -> str:
    """A file as it is called where the command runs."""
    return os.path.relpath(portal.library.root / str(path))


class _Kinds(click.Group):
    """Says which kinds there are where somebody names another."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            near = [name for name in self.commands if name.startswith(f"{args[0]}-")]
            hint = did_you_mean(near[0] if near else nearest(args[0], self.commands))
            ctx.fail(f"there is no kind `{args[0]}`; {hint or 'write ' + listed(self.commands)}")
        return super().resolve_command(ctx, args)


@click.group(cls=_Kinds)
def new() -> None:
    """Begin a new page of a kind, such as `lsbuild new lesson "Meetings that learn"`.

    The file passes `lsbuild check`; what is still to be written is marked TODO in it.
    """


def _new_kind(kind: type[Content]) -> click.Command:
    """The command that begins an entry of one kind."""
    wanted = list(needs(kind))
    options: list[click.Parameter] = [click.Argument(["title"])]
    options += [_option(need) for need in wanted]
    options += [
        click.Option(["--slug"], default="", help="Its name in the address, if not the title's."),
        click.Option(["--language"], default="", metavar="CODE", help="Such as fr; the portal's."),
    ]
    run = click.pass_obj(partial(_create, kind=kind, wanted=wanted))
    about = (kind.__doc__ or "").strip()
    return click.Command(kind.kind, params=options, callback=run, help=about)


def _option(need: Need) -> click.Option:
    return click.Option(
        [f"--{re.sub('[._]', '-', need.name)}", _parameter(need)],
        multiple=need.many,
        type=click.Choice(need.choices) if need.choices else int if need.number else str,
        help=need.sentence,
    )


def _parameter(need: Need) -> str:
    """The name by which click hands over what was given."""
    return need.name.replace(".", "__")


def _create(place: Place, /, *, kind: type[Content], wanted: list[Need], **given: Any) -> None:  # noqa: ANN401
    portal = _portal(place)
    title, name, language = given.pop("title"), given.pop("slug"), given.pop("language")
    told = {need.name: given[_parameter(need)] for need in wanted}
    known = {key: list(v) if isinstance(v, tuple) else v for key, v in told.items() if v}
    if first := to_translate(portal, kind, name, language):
        made, source = translate(portal, first, title, language, known), first.source.path
    else:
        if sys.stdin.isatty():
            known |= _asked([need for need in wanted if need.name not in known], portal)
        made, source = create(portal, kind, title, known, name, language), None
    path = _shown(portal, made.path)
    begun = f" from {_shown(portal, source)}" if source else ""
    click.echo(f"Wrote {path}{begun}, with {count(made.todos, 'place')} marked TODO.")
    click.echo(
        f"`lsbuild check {path}` lists what is left. `lsbuild serve` shows the page as it will be; "
        "readers get it once it says `status: published`."
    )
    click.echo(f"Every field with an example: /handbook/fields/{kind.kind}/ of the portal.")


def _asked(wanted: list[Need], portal: Portal) -> dict[str, Any]:
    """Ask for what no placeholder can stand for; an empty answer leaves it marked TODO."""
    answers: dict[str, Any] = {}
    for need in wanted:
        if need.words:
            continue
        ids = need.choices or [term.id for term in portal.vocabularies.terms(need.vocabulary)]
        click.echo(f"{need.sentence} ({', '.join(ids)})" if ids else need.sentence, err=True)
        answer = click.prompt(need.name, default="", show_default=False, err=True).strip()
        if need.number and answer.isdecimal():
            answers[need.name] = int(answer)
        elif answer:
            parts = [part.strip() for part in answer.split(",") if part.strip()]
            answers[need.name] = parts if need.many else answer
    return answers


for _kind in all_kinds():
    new.add_command(_new_kind(_kind))


@click.group()
def sources() -> None:
    """Bring in references, and find those that nothing rests on."""


@sources.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def import_(place: Place, file: Path) -> int:
    """Write one source file for each new reference of FILE: BibTeX, or CSL-JSON from Zotero.

    What is there already (the same DOI, ISBN or title) is left as it is.
    """
    portal = _portal(place)
    counts = Counter[type]()
    for one in import_sources(portal, file):
        counts[type(one)] += 1
        if isinstance(one, Written):
            left = f" (not taken over: {', '.join(one.left)})" if one.left else ""
            click.echo(visible(f"wrote {_shown(portal, one.path)}: {one.title}{left}"))
        elif isinstance(one, Known):
            where = _shown(portal, one.path)
            click.echo(f"left out `{one.item.key}` ({one.item.place}): {where} has its {one.by}")
        else:
            click.echo(f"{file}: `{one.key}` ({one.place}) was not taken: {one.says}", err=True)
    click.echo(
        f"{count(counts[Written], 'source')} written, {counts[Known]:,} already there, "
        f"{counts[Unread]:,} not taken. `lsbuild check` lists what is left to write in each."
    )
    return int(counts[Unread] > 0)


@sources.command("unused")
@click.pass_obj
def unused_(place: Place) -> None:
    """List the sources that no page cites or points to."""
    portal = _portal(place)
    found = unused(portal)
    for entry in found:
        click.echo(f"{_shown(portal, entry.source.path)}: {visible(entry.data.title)}")
    if unread := portal.library.unread:
        click.echo(f"{count(len(unread), 'file')} could not be read and may cite them.", err=True)
    click.echo(f"{count(len(found), 'source')} without a page that rests on it.", err=True)


@click.command()
@click.argument("old", metavar="KIND/OLD")
@click.argument("new_name", metavar="KIND/NEW")
@click.pass_obj
def rename(place: Place, old: str, new_name: str) -> None:
    """Give a page another name: KIND/OLD becomes KIND/NEW.

    Every reference and link follows, and the old address leads readers to the new one.
    """
    portal = _portal(place)
    was = Ref.parse(old)
    now = Ref.parse(new_name) if "/" in new_name else Ref(was.kind, new_name)
    if was.kind != now.kind:
        raise EditingError("a page keeps its kind; begin a new one with `lsbuild new` instead")
    done = rename_entry(portal, was, now)
    for before, after in done.moved:
        click.echo(f"moved {_shown(portal, before)} to {_shown(portal, after)}")
    for one in done.changed:
        click.echo(f"changed {_shown(portal, one.path)} in {count(one.places, 'place')}")


@click.command()
@click.argument("entry", metavar="KIND/NAME")
@click.option("--why", default="", metavar="REASON", help="In words that harm nobody.")
@click.pass_obj
def withdraw(place: Place, entry: str, why: str) -> None:
    """Take a page down; its address then says only when and why."""
    portal = _portal(place)
    versions_of(portal.library, Ref.parse(entry))
    if not why and sys.stdin.isatty():
        why = click.prompt("Why? Readers will see this sentence", err=True)
    if not why:
        raise click.UsageError('say why: --why "The people it was about asked for it."')
    done = take_down(portal, Ref.parse(entry), why)
    for path in done.paths:
        click.echo(f"withdrawn: {_shown(portal, path)}")
    for path, line in done.places:
        click.echo(f"still leads there: {_shown(portal, path)}:{line}")
    click.echo(
        "Its text is no longer shown, but stays in the file and in the history of the repository.",
        err=True,
    )


@click.command()
@click.option("--before", metavar="DAY", help="Year-month-day; in 30 days if left out.")
@click.option("--format", "look", default="text", type=click.Choice(["text", "json", "ics"]))
@click.pass_obj
def due(place: Place, before: str | None, look: str) -> None:
    """List the pages that someone wanted to look at again before a day."""
    portal = _portal(place)
    try:
        limit = date.fromisoformat(before) if before else today() + timedelta(days=30)
    except ValueError:
        such_as = as_day(before or "") or "2027-11-22"
        says = f"write year-month-day, such as {such_as}, not `{before}`"
        raise click.BadParameter(says, param_hint="--before") from None
    found = due_entries(portal, limit)
    if look == "text":
        click.echo(as_lines(found), nl=False)
        click.echo(f"{count(len(found), 'review')} due before {limit}.", err=True)
    else:
        shown = as_json(found) if look == "json" else as_ics(found, portal)
        click.echo(shown, nl=False)


COMMANDS = (new, sources, rename, withdraw, due)
