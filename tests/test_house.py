"""The house keeps its own rules: floors, sizes, registries and words."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from lsbuild.kinds import all_kinds
from lsbuild.rules import all_rules
from lsbuild.show import all_formats

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "lsbuild").rglob("*.py"))
MAX_FILE = 250
MAX_FUNCTION = 40

every_module = pytest.mark.parametrize(
    "module", MODULES, ids=lambda path: str(path.relative_to(ROOT / "lsbuild"))
)
Function = ast.FunctionDef | ast.AsyncFunctionDef


def tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def test_imports_only_go_down():
    """import-linter finds every contract kept."""
    program = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True)

    assert done.returncode == 0, done.stdout


@every_module
def test_a_file_can_be_read_in_one_sitting(module):
    """No file is longer than 250 lines."""
    assert len(module.read_text(encoding="utf-8").splitlines()) <= MAX_FILE


@every_module
def test_a_function_fits_on_a_screen(module):
    """No function is longer than 40 lines, its docstring apart."""
    assert [name for name, size in sizes(tree(module)) if size > MAX_FUNCTION] == []


def sizes(module: ast.Module) -> Iterator[tuple[str, int]]:
    for node in ast.walk(module):
        if isinstance(node, Function):
            first = node.body[1] if ast.get_docstring(node) and node.body[1:] else node.body[0]
            yield node.name, (node.end_lineno or 0) - first.lineno + 1


@every_module
def test_what_is_public_says_what_it_is_for(module):
    """Public functions and classes have a docstring."""
    silent = [
        node.name
        for node in tree(module).body
        if isinstance(node, Function | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]

    assert silent == []


@pytest.mark.parametrize(
    "template", sorted((ROOT / "theme").rglob("*.html")), ids=lambda path: path.name
)
def test_a_template_uses_what_it_imports(template):
    """No macro is imported for nothing."""
    told = Environment().parse(template.read_text(encoding="utf-8"))
    imports = [name for one in told.find_all(nodes.FromImport) for name in one.names]
    used = {one.name for one in told.find_all(nodes.Name) if one.ctx == "load"}

    assert {name if isinstance(name, str) else name[1] for name in imports} <= used


def test_registries_hold_what_was_agreed(golden):
    """Kinds, rules, formats and views are printed, so that a change of them is seen."""
    registries = {
        "kinds": [f"{kind.kind:<14} {kind.folder}/" for kind in all_kinds()],
        "rules": [f"{rule.code} {rule.severity:<7} {rule.name}" for rule in all_rules()],
        "formats": [one.name for one in all_formats()],
        "views": sorted(one.__name__ for one in views()),
    }
    text = "\n\n".join("\n".join([f"# {name}", *lines]) for name, lines in registries.items())

    golden(ROOT / "tests/registries.txt", text + "\n")


def views() -> tuple[type, ...]:
    return getattr(import_module("lsbuild.views"), "all_views", tuple)()


@pytest.mark.skipif(not (ROOT / "CHANGELOG.md").exists(), reason="there is no changelog yet")
def test_the_changelog_has_room_for_what_comes():
    """What changed since the last release stands below Unreleased."""
    assert "\n## [Unreleased]\n" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
