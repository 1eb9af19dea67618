"""A page of a Plan as readers get it: through its template, as the build renders it."""

from functools import cache

from jinja2 import Environment
from mkdocs.config import load_config

from lsbuild.hosts._shown import Shown
from lsbuild.settings import Settings
from lsbuild.views.page import Page, Plan
from tests import portals


@cache
def _environment() -> Environment:
    return load_config(str(portals.GOLDEN / "mkdocs.yml")).theme.get_env()


def main_of(page: Page, settings: Settings) -> str:
    """The HTML between `<main>` and `</main>`."""
    return html_of(page, settings).partition("<main")[2].partition("</main>")[0]


def html_of(page: Page, settings: Settings) -> str:
    """The whole HTML."""
    context = Shown(page, settings, Plan()).context()
    return _environment().get_template(page.template).render(context)
