"""The commands around what people without an account send: intake, forms."""

from __future__ import annotations

import os
from pathlib import Path

import click

from lsbuild.editing.intake import take_in
from lsbuild.editing.receipt import receipt as letter
from lsbuild.editing.receipt import report
from lsbuild.kinds import kind_named
from lsbuild.kinds._questions import suggested_kinds
from lsbuild.pipeline import gather
from lsbuild.settings import read_settings
from lsbuild.text.messages import languages
from lsbuild.views._forms import form_name, issue_form

Place = tuple[Path, Path]
_KINDS = [kind.kind for kind in suggested_kinds()]


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--kind", default=_KINDS[0], show_default=True, type=click.Choice(_KINDS))
@click.option("--slug", default="", help="Its name in the address, if not the title's.")
@click.option("--language", default="", metavar="CODE", help="Such as fr; that of the form.")
@click.option("--title", default="", help="Of the draft, if not the one sent or its first line.")
@click.option(
    "--receipt",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Where the letter to send back is written; without it, it is printed.",
)
@click.pass_obj
def intake(
    place: Place,
    file: Path,
    kind: str,
    slug: str,
    language: str,
    title: str,
    receipt: Path | None,
) -> None:
    """Make a draft of what someone sent: our Word form, the text of an issue, or a letter.

    Everything in FILE is taken as plain text. Nothing is lost: what fits no field, and a letter
    without the headings of the form, stands at the end of the draft, and a report says why.
    """
    settings = read_settings(*place)
    portal, _ = gather(settings)
    made = take_in(portal, kind_named(kind), file, slug, language, title)
    path = os.path.relpath(portal.library.root / made.made.path)
    click.echo(report(made, path, settings.licence), nl=False)
    text = letter(made, settings.site_name)
    if receipt is None:
        click.echo(f"\nTo send back:\n\n{text}", nl=False)
    else:
        receipt.write_text(text, encoding="utf-8")
        click.echo(f"The letter to send back is in {os.path.relpath(receipt)}.")


@click.command()
@click.option(
    "--out",
    metavar="DIR",
    default=".github/ISSUE_TEMPLATE",
    show_default=True,
    type=click.Path(path_type=Path),
)
@click.pass_obj
def forms(place: Place, out: Path) -> None:
    """Write the issue forms for GitHub anew, from the fields of the kinds.

    The Word forms and the forms to copy are made by each build, on the page /contribute/.
    """
    portal, _ = gather(read_settings(*place))
    out.mkdir(parents=True, exist_ok=True)
    for kind in suggested_kinds():
        for language in languages():
            path = out / f"{form_name(kind, language)}.yml"
            path.write_text(issue_form(kind, portal, language), encoding="utf-8")
            click.echo(f"wrote {os.path.relpath(path)}")


COMMANDS = (intake, forms)
