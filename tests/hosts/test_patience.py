"""Nothing hangs: what takes too long is stopped and named."""

import pytest
from jinja2 import DictLoader, Environment

from lsbuild.hosts._render import PageCache, RenderFailed, render_all
from lsbuild.settings import read_settings
from lsbuild.text.hands import TooLong, at_most
from lsbuild.views.page import Page, Pages, Plan, ready
from tests.portals import GOLDEN

ENDLESS = "{% for one in range(10 ** 9) %}{% endfor %}"


def render(pages: list[Page], tmp_path, workers: int) -> None:
    settings = read_settings(GOLDEN / "mkdocs.yml").model_copy(update={"workers": workers})
    templates = {
        "quick.html": "{{ title }}",
        "slow.html": "{% if data.slow %}" + ENDLESS + "{% endif %}",
    }
    env = Environment(loader=DictLoader(templates), autoescape=True)
    cache = PageCache.load(tmp_path / "work", tmp_path / "none")
    plan = Plan(Pages([ready(page) for page in pages]))
    render_all(plan, settings, env, tmp_path, cache, lambda number: None, seconds=0.3)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_page_that_never_ends_is_stopped_and_named(tmp_path, workers):
    """Whichever hand shows the page, the build ends and says which one it was."""
    pages = [Page(f"a{number}/", "A", "slow.html", {"slow": number == 61}) for number in range(99)]
    with pytest.raises(RenderFailed, match=r"/a61/ was not shown: it was stopped after 0\.3 sec"):
        render(pages, tmp_path, workers)


def test_time_is_given_to_each_page_anew(tmp_path):
    """Many pages may take longer together than one may alone."""
    render([Page(f"a{number}/", "A", "quick.html") for number in range(99)], tmp_path, 1)

    with at_most(0.3):
        pass
    with pytest.raises(TooLong), at_most(0.1):
        while True:
            pass
