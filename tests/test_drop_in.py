"""A kind, a rule, a view and a format are in as soon as their files are there."""

import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

ROOT = Path(__file__).parent.parent

KIND = '''
"""A recipe."""
from lsbuild.kinds._base import Content, Section
from lsbuild.kinds._fields import Text

class Recipe(Content):
    """Something to cook for a meeting."""

    kind, folder, label, plural = "recipe", "recipes", "Recipe", "Recipes"
    template = "recipe.html"
    sections = (Section("steps", "Steps", ("steps",)),)
    steps: tuple[Text, ...] = ()
    """What to do, in order."""
    sample = """---
title: Tea
summary: Enough tea for a meeting of twelve people.
status: published
steps: [Boil water.]
---
"""
'''

RULE = '''
from lsbuild.rules._rule import Rule

class TeaWithoutSugar(Rule):
    """A recipe for tea has no sugar."""

    code, name = "LS999", "tea-without-sugar"
    bad = good = ""

    def check(self, entry, portal):
        if entry.ref.kind == "recipe" and "sugar" not in entry.source.text:
            yield self.at(entry, "title", says="the tea has no sugar", hint="add some")
'''

VIEW = '''
from lsbuild.views._view import View
from lsbuild.views.page import Page

class MenuPages(View):
    """One page with all recipes."""

    def pages(self):
        titles = [one.data.title for one in self.portal.library.public("recipe")]
        url = f"{self.desk.prefix()}menu/"
        yield Page(url=url, title="Menu", template="menu.html", data={"titles": titles})
'''

FORMAT = '''
from lsbuild.show._format import Format

class Tally(Format):
    """How many findings there are."""

    name = "tally"

    def show(self, report, out):
        out.write(f"{len(report.findings)} to mend\\n")
'''


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A copy of the house with one file more on four floors, and two templates."""
    root = tmp_path_factory.mktemp("house")
    for name in ("lsbuild", "theme"):
        shutil.copytree(ROOT / name, root / name)
    (root / "lsbuild/kinds/recipe.py").write_text(KIND)
    (root / "lsbuild/rules/tea_without_sugar.py").write_text(RULE)
    (root / "lsbuild/views/menu.py").write_text(VIEW)
    (root / "lsbuild/show/tally.py").write_text(FORMAT)
    (root / "theme/recipe.html").write_text('{% extends "entry.html" %}')
    (root / "theme/menu.html").write_text(
        '{% extends "base.html" %}{% block content %}<h1>{{ title }}</h1>'
        "{% for one in data.titles %}<p>{{ one }}</p>{% endfor %}{% endblock %}"
    )
    (root / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text())
    recipe = root / "content" / "recipes" / "tea.md"
    recipe.parent.mkdir(parents=True)
    recipe.write_text(
        dedent("""\
            ---
            title: Tea
            summary: Enough tea for a meeting of twelve people.
            status: published
            steps: [Boil water, Add sugar.]
            ---
            """)
    )
    return root


def run(root, *arguments):
    return subprocess.run(
        [sys.executable, "-m", "lsbuild", *arguments], cwd=root, text=True, capture_output=True
    )


@pytest.mark.slow
def test_a_new_kind_and_view_have_pages(copy):
    """A dropped-in kind is read, listed, searched and documented; a dropped-in view is shown."""
    done = run(copy, "build")

    assert done.returncode == 0, done.stderr
    assert "Tea" in (copy / "site/recipes/tea/index.html").read_text()
    assert "tea/" in (copy / "site/recipes/index.html").read_text()
    assert "Tea" in (copy / "site/menu/index.html").read_text()
    assert '"recipe/tea"' in (copy / "site/data/catalog.json").read_text()
    assert "What to do, in order." in (copy / "site/handbook/fields/recipe/index.html").read_text()


def test_a_new_rule_judges(copy):
    """A dropped-in rule finds what it looks for, and explains itself."""
    recipe = copy / "content/recipes/bitter.md"
    recipe.write_text((copy / "content/recipes/tea.md").read_text().replace("sugar", "nothing"))
    found = run(copy, "check", "--format", "concise")
    recipe.unlink()

    assert found.returncode == 1
    assert "content/recipes/bitter.md:2:8: LS999 the tea has no sugar" in found.stdout
    assert "A recipe for tea has no sugar." in run(copy, "explain", "LS999").stdout


def test_a_new_format_prints(copy):
    """A dropped-in format may be asked for by its name."""
    assert run(copy, "check", "--format", "tally").stdout == "0 to mend\n"
