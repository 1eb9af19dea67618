"""The commands that need an engine: build, serve, stage."""

from __future__ import annotations

import os
from pathlib import Path

import click

from lsbuild.hosts.staged import stage as write_stage
from lsbuild.output import publish
from lsbuild.output.unchanged import inputs, is_current
from lsbuild.output.work import work_of
from lsbuild.pipeline import prepare
from lsbuild.settings import Place, read_settings


@click.command()
@click.option("--out", metavar="DIR", help="Where to; `site_dir` of mkdocs.yml if left out.")
@click.option("--strict", is_flag=True, help="Warnings block as errors do.")
@click.option(
    "--verify", is_flag=True, help="Do what `lsbuild verify` does before it is published."
)
@click.option("--quiet", "-q", is_flag=True, help="Say nothing but what is wrong.")
@click.pass_obj
def build(place: Place, out: str | None, strict: bool, verify: bool, quiet: bool) -> int:
    """Check the content, render every page, index it, and put the whole in place.

    The published folder changes in one step, at the end and only if all went well; where
    nothing has changed since the last build, it stays as it is.
    """
    _one_folder(place)
    settings = read_settings(place[0])
    changes = {"out": Path(out).absolute() if out else settings.out, "strict": strict}
    settings = settings.model_copy(update=changes)
    key = inputs(settings, place[0])
    if key and not verify and is_current(settings, key):
        publish.tidy(settings.out, settings.content, work_of(settings.root))
        if not quiet:
            click.echo(f"lsbuild: nothing has changed: {settings.out}", err=True)
        return 0
    # mkdocs is a third of the time it takes to begin.
    from lsbuild.hosts.building import build_site

    return build_site(place[0], Path(out) if out else None, strict, quiet, key, verify=verify)


@click.command()
@click.option("--port", default=8000, show_default=True, help="The next free one is taken.")
@click.option("--open", "browse", is_flag=True, help="Open the browser.")
@click.pass_obj
def serve(place: Place, port: int, browse: bool) -> int:
    """Show the portal on this machine; saved changes appear by themselves."""
    from lsbuild.hosts.preview import preview

    _one_folder(place)
    return preview(place[0], port, browse)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.pass_obj
def stage(place: Place, folder: Path) -> int:
    """Write the Plan into FOLDER as text: one file a page, data on top, HTML below."""
    settings = read_settings(*place)
    prepared = prepare(settings)
    if prepared.report.blocks(settings.strict):
        click.echo("lsbuild: there are findings; `lsbuild check` shows them.", err=True)
        return 1
    try:
        publish.claim(folder, settings.content)
    except publish.CannotPublish as error:
        raise click.UsageError(str(error)) from error
    write_stage(prepared.plan, folder)
    click.echo(f"{len(prepared.plan.pages):,} pages in {os.path.relpath(folder)}", err=True)
    return 0


def _one_folder(place: Place) -> None:
    """The engine knows one folder: that of its settings."""
    config, root = place
    if root is not None and root.resolve() != config.parent.resolve():
        raise click.UsageError(
            f"`--root {root}` is not the folder of {config}: pages are built where their settings "
            "lie. Leave one of the two out."
        )
