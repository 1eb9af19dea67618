"""The command `lsbuild`: arguments in, core call, show."""

from __future__ import annotations

import gc
import json
import os
import sys
import traceback
from pathlib import Path
from typing import Any, NoReturn

import click
from pydantic import BaseModel

from lsbuild import __version__
from lsbuild.cli_check import check
from lsbuild.cli_verify import verify
from lsbuild.editing import EditingError
from lsbuild.editing.review import Review
from lsbuild.hosts.commands import build, serve, stage
from lsbuild.kinds import all_kinds
from lsbuild.kinds._schema import schema_of
from lsbuild.library.vocabularies import VocabularyFile
from lsbuild.output.stats import as_lines
from lsbuild.output.stats import stats as count_all
from lsbuild.pipeline import examine
from lsbuild.rules._choice import ChoiceError, rule_asked_for
from lsbuild.rules._explain import explained, listed_rules
from lsbuild.settings import Place, SettingsError, read_settings

_SCHEMAS: dict[str, type[BaseModel]] = {
    **{kind.kind: kind for kind in all_kinds()},
    "vocabulary": VocabularyFile,
    "review": Review,
}


class _Main(click.Group):
    """Ends every run with one of four codes and, but for a fault of ours, without a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        self._bring_editing()
        return super().list_commands(ctx)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        known = super().get_command(ctx, cmd_name)
        if known is None:
            self._bring_editing()
        return known or super().get_command(ctx, cmd_name)

    def _bring_editing(self) -> None:
        """Editors' commands bring as much along as all others, so they come when asked for."""
        from lsbuild import cli_editing, cli_intake, cli_keeping, cli_proposals

        for part in (cli_editing, cli_intake, cli_keeping, cli_proposals):
            for command in part.COMMANDS:
                self.add_command(command)

    def main(self, *args: Any, **extra: Any) -> NoReturn:  # noqa: ANN401 - click's own signature
        # What is read stays until the end; to look for garbage in it took a quarter of the time.
        gc.disable()
        try:
            code = super().main(*args, **{**extra, "standalone_mode": False})
        except click.exceptions.NoArgsIsHelpError as asked:
            asked.show()
            code = 2
        except click.ClickException as error:
            code = _refuse(error.format_message())
        except (SettingsError, ChoiceError, EditingError) as error:
            code = _refuse(str(error))
        except (KeyboardInterrupt, click.Abort):
            code = _refuse("stopped", 130)
        except BrokenPipeError:
            # The reader went away, as `head` does; what is left to say goes nowhere.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            code = 1
        except OSError as error:
            where = f"{error.filename}: " if error.filename else ""
            code = _refuse(f"{where}{error.strerror or error}")
        except Exception as error:
            code = _confess(error)
        finally:
            gc.enable()
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
@click.option("--root", metavar="DIR", help="The portal's folder, if not that of the settings.")
@click.pass_context
def main(ctx: click.Context, config: str | None, root: str | None) -> None:
    """Turn curated Markdown about learning health systems into a checked, searchable portal.

    Codes: 0 all is well, 1 findings that block, 2 wrong usage or settings, 3 a fault of lsbuild.
    """
    here = Path(root) if root else None
    ctx.obj = (Path(config) if config else (here or Path()) / "mkdocs.yml", here)


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
def stats(place: Place, look: str) -> None:
    """Count what is published, and how sure the portal is of it."""
    portal, _ = examine(read_settings(*place))
    counted = count_all(portal)
    click.echo(_json(counted) if look == "json" else as_lines(counted))


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)


for _command in (check, build, serve, stage, verify):
    main.add_command(_command)
