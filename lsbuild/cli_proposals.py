"""The commands around a proposal: diff, preview-file, review, comment."""

from __future__ import annotations

import json
from pathlib import Path

import click

from lsbuild.editing import EditingError
from lsbuild.editing.changed import changed_from, where_it_began
from lsbuild.editing.differences import Weights, differences, findings_of
from lsbuild.editing.published import vanished_since
from lsbuild.editing.review import MOST, EntryChange, Review, read_review
from lsbuild.editing.telling import as_comment, as_text
from lsbuild.pipeline import examine, gather, portal_before
from lsbuild.relations.portal import Portal
from lsbuild.settings import Settings, read_settings
from lsbuild.text.words import count

Place = tuple[Path, Path]
_FILE = click.Path(path_type=Path)
_PREFIX = "content/"


def _compared(place: Place, now: Portal, base: str) -> list[EntryChange]:
    """All differences, with the weight of each page before and after."""
    # mkdocs is a third of the time it takes to begin.
    from lsbuild.hosts.few import Theme, weights

    paths = changed_from(now.settings.content, base)
    theme = Theme(place[0])
    with portal_before(now.settings, base) as before:
        weighed: tuple[Weights, Weights] = (
            weights(before, theme, paths),
            weights(now, theme, paths),
        )
        return list(differences(before, now, weighed))


@click.command()
@click.argument("base", metavar="BASE")
@click.option("--format", "look", default="text", type=click.Choice(["text", "json"]))
@click.pass_obj
def diff(place: Place, base: str, look: str) -> None:
    """Say in words what differs from BASE: a version of git, or a folder with the content.

    Fields before and after, claims and sources that came or went, how hard each text is to
    read, and how heavy its page is.
    """
    now, _ = gather(read_settings(*place))
    changes = _compared(place, now, base)
    if look == "json":
        rows = [one.model_dump(mode="json") for one in changes]
        text = json.dumps({"version": 1, "entries": rows}, ensure_ascii=False, indent=2)
        click.echo(text)
    else:
        click.echo(as_text(changes), nl=False)


@click.command("preview-file")
@click.argument("file", type=_FILE)
@click.option(
    "--changed-from",
    "base",
    default="",
    metavar="BASE",
    help="A version of git, or a folder with the content as it was. "
    "If left out: where this branch left main, or HEAD.",
)
@click.pass_obj
def preview_file(place: Place, file: Path, base: str) -> None:
    """Write the changed pages into one FILE to look at, drafts too.

    It opens anywhere, also on a phone without a network: it has no scripts, and its pictures
    are inside.
    """
    now, _ = gather(read_settings(*place))
    base = base or where_it_began(now.settings.content)
    paths = changed_from(now.settings.content, base)
    html, number = _previewed(place, now, paths)
    if not number:
        raise EditingError(_no_page(paths, base, now.settings))
    file.write_text(html, encoding="utf-8")
    click.echo(f"{file}: {count(number, 'page')}, {file.stat().st_size / 1_000:,.0f} kB")


def _no_page(paths: frozenset[str], base: str, settings: Settings) -> str:
    """Why there is nothing to look at, and where to look instead."""
    began = where_it_began(settings.content)
    on_branch = began != "HEAD"
    was = "where this branch left `main`" if on_branch and base == began else f"`{base}`"
    if paths:
        names = ", ".join(f"`{path}`" for path in sorted(paths)[:3])
        more = " and others" if len(paths) > 3 else ""
        return f"no page is made of what differs from {was}: {names}{more}; no file was written"
    says = f"nothing differs from {was}, so no file was written"
    if base != "HEAD":
        return says
    return (
        f"{says}; to see what you committed: `--changed-from {'main' if on_branch else 'HEAD~1'}`"
    )


def _previewed(place: Place, now: Portal, paths: frozenset[str]) -> tuple[str, int]:
    from lsbuild.hosts.few import Theme
    from lsbuild.hosts.preview_file import preview_file as make

    return make(now, Theme(place[0]), paths)


@click.command()
@click.argument("base", metavar="BASE")
@click.option("--out", default="review.json", show_default=True, type=_FILE, metavar="FILE")
@click.option("--preview", type=_FILE, metavar="FILE", help="Write the one-file preview as well.")
@click.pass_obj
def review(place: Place, base: str, out: Path, preview: Path | None) -> None:
    """Write what there is to say about a proposal as data, for `lsbuild comment`.

    What is proposed is read and never run. Findings do not make this command fail.
    """
    now, report = examine(read_settings(*place))
    paths = changed_from(now.settings.content, base)
    changes = _compared(place, now, base)
    with portal_before(now.settings, base) as before:
        report += vanished_since(before, now)
    findings, more = findings_of(report, paths, _PREFIX)
    pages = {one.path for one in changes}
    made = Review(
        findings=findings,
        more_findings=more,
        entries=changes[:MOST],
        more_entries=max(0, len(changes) - MOST),
        outside=[path[:300] for path in sorted(paths - pages) if path.isprintable()][:MOST],
    )
    out.write_text(made.model_dump_json() + "\n", encoding="utf-8")
    if preview is not None:
        preview.write_text(_previewed(place, now, paths)[0], encoding="utf-8")


@click.command()
@click.argument("file", type=_FILE)
@click.option("--link", default="", metavar="ADDRESS", help="What makes an address of a path.")
@click.option("--preview", default="", metavar="ADDRESS", help="Where the preview is.")
@click.option(
    "--changed",
    type=_FILE,
    metavar="FILE",
    help="The paths that the proposal changes as GitHub lists them, one a line.",
)
def comment(file: Path, link: str, preview: str, changed: Path | None) -> None:
    """Print the comment for a proposal from the FILE that `lsbuild review` wrote.

    FILE may come from a stranger: it is refused where it is large or not of the form
    `lsbuild schema review` shows, and nothing in it can call a person or become a link. Where
    a path of --changed lies outside `content/`, that is said in place of the verdict.
    """
    lines = changed.read_text("utf-8", errors="replace").split("\n")[:-1] if changed else []
    beyond = [line for line in lines if not line.startswith(_PREFIX)]
    click.echo(as_comment(read_review(file), link, preview, beyond), nl=False)


COMMANDS = (diff, preview_file, review, comment)
