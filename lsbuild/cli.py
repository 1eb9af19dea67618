"""The command `lsbuild`: arguments in, core call, show."""

from __future__ import annotations

import json
import os
import sys
import traceback
from pathlib import Path
from typing import Any, NoReturn

import click
from pydantic import BaseModel

from lsbuild import __version__
from lsbuild.hosts.commands import build, serve, stage
from lsbuild.kinds import all_kinds
from lsbuild.kinds._schema import schema_of
from lsbuild.library.vocabularies import VocabularyFile
from lsbuild.output.stats import as_lines
from lsbuild.output.stats import stats as count_all
from lsbuild.pipeline import examine
from lsbuild.rules._choice import OUR_FAULT, ChoiceError, choose, exit_code, rule_asked_for
from lsbuild.rules._explain import explained, listed_rules
from lsbuild.rules._fix import as_diff, repair, repairs
from lsbuild.settings import SettingsError, read_settings
from lsbuild.show import all_formats, format_named
from lsbuild.text.words import count

_SCHEMAS: dict[str, type[BaseModel]] = {
    **{kind.kind: kind for kind in all_kinds()},
    "vocabulary": VocabularyFile,
}


class _Main(click.Group):
    """Ends every run with one of four codes and, but for a fault of ours, without a traceback."""

    def main(self, *args: Any, **extra: Any) -> NoReturn:  # noqa: ANN401 - click's own signature
        try:
            code = super().main(*args, **{**extra, "standalone_mode": False})
        except click.exceptions.NoArgsIsHelpError as asked:
            asked.show()
            code = 2
        except click.ClickException as error:
            code = _refuse(error.format_message())
        except (SettingsError, ChoiceError) as error:
            code = _refuse(str(error))
        except (KeyboardInterrupt, click.Abort):
            code = _refuse("stopped", 130)
        except BrokenPipeError:
            # The reader went away, as `head` does; what is left to say goes nowhere.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            code = 1
        except OSError as error:
            code = _refuse(f"{error.filename or 'lsbuild'}: {error.strerror or error}")
        except Exception as error:
            code = _confess(error)
        sys.exit(code if isinstance(code, int) else 0)


def _refuse(message: str, code: int = 2) -> int:
    click.echo(f"lsbuild: {message}", err=True)
    return code


def _confess(error: Exception) -> int:
    place = traceback.extract_tb(error.__traceback__)[-1]
    if os.environ.get("LSBUILD_TRACEBACK"):
        traceback.print_exception(error)
    where = f"{Path(place.filename).name}:{place.lineno}"
    return _refuse(
        f"{type(error).__name__} in {where}: {error}. This is a fault of lsbuild {__version__}, "
        "not of your files. Report this line where lsbuild is developed; "
        "LSBUILD_TRACEBACK=1 shows more.",
        3,
    )


@click.group(cls=_Main, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="lsbuild")
@click.option("--config", metavar="FILE", help="The settings, if not DIR/mkdocs.yml.")
@click.option("--root", default=".", metavar="DIR", help="The portal's folder.")
@click.pass_context
def main(ctx: click.Context, config: str | None, root: str) -> None:
    """Turn curated Markdown about learning health systems into a checked, searchable portal.

    Codes: 0 all is well, 1 findings that block, 2 wrong usage or settings, 3 a fault of lsbuild.
    """
    ctx.obj = (Path(config) if config else Path(root) / "mkdocs.yml", Path(root))


@main.command()
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
@click.option("--fix", is_flag=True, help="Repair what is safe to repair, then check again.")
@click.option("--diff", is_flag=True, help="Show what --fix would change; write nothing.")
@click.option("--select", multiple=True, metavar="RULES", help="Only these: LS2,lonely-entry.")
@click.option("--ignore", multiple=True, metavar="RULES", help="All but these.")
@click.option("--quiet", "-q", is_flag=True, help="Findings only, without a summary.")
@click.pass_obj
def check(
    place: tuple[Path, Path],
    paths: tuple[str, ...],
    look: str,
    strict: bool,
    fix: bool,
    diff: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    quiet: bool,
) -> int:
    """Say what is wrong in the content.

    Every finding has its place and the way to mend it. With PATHS, only those files and folders
    are spoken of; all are read, since entries point to one another.
    """
    settings = read_settings(*place)
    choice = choose(settings, paths, select, ignore)
    prefix = Path(os.path.relpath(settings.content, settings.root)).as_posix() + "/"
    report = choice.of(examine(settings)[1])
    if diff:
        click.echo(as_diff(repairs(settings.content, report), prefix), nl=False)
    else:
        if fix:
            done = repair(settings.content, report)
            places = count(sum(one.places for one in done), "place")
            click.echo(f"Repaired {places} in {count(len(done), 'file')}.", err=True)
            report = choice.of(examine(settings)[1])
        format_named(look)(prefix, quiet).show(report, sys.stdout)
    code = exit_code(report, strict or settings.strict)
    if code == 3:
        where = settings.issues or settings.contact or "where lsbuild is developed"
        _refuse(f"{OUR_FAULT} is a fault of lsbuild, not of your files. Report it: {where}")
    return code


@main.command()
@click.argument("rule", default="", metavar="[RULE]")
def explain(rule: str) -> None:
    """Say what RULE means, or list all rules.

    RULE is a code such as LS201 or a name such as dangling-reference.
    """
    click.echo(explained(rule_asked_for(rule)) if rule else listed_rules())


@main.command()
@click.argument("kind", required=False, metavar="[KIND]", type=click.Choice([*_SCHEMAS]))
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path), help="One file a kind.")
def schema(kind: str | None, out: Path | None) -> None:
    """Print the JSON Schema of a kind.

    Without KIND, the schemas of all kinds are printed as one document.
    """
    chosen = {name: schema_of(_SCHEMAS[name]) for name in _SCHEMAS if kind in (None, name)}
    if out is None:
        click.echo(_json(chosen[kind] if kind else chosen))
        return
    out.mkdir(parents=True, exist_ok=True)
    for name, one in chosen.items():
        (out / f"{name}.schema.json").write_text(_json(one) + "\n", encoding="utf-8")


@main.command()
@click.option("--format", "look", default="text", type=click.Choice(["text", "json"]))
@click.pass_obj
def stats(place: tuple[Path, Path], look: str) -> None:
    """Count what is published, and how sure the portal is of it."""
    portal, _ = examine(read_settings(*place))
    counted = count_all(portal)
    click.echo(_json(counted) if look == "json" else as_lines(counted))


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)


for _command in (build, serve, stage):
    main.add_command(_command)
