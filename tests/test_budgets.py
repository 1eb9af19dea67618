"""What pages may weigh, and who says so when they weigh more."""

import re

import pytest

from lsbuild.output.audit import audit_site
from lsbuild.output.heaviest import heaviest
from lsbuild.rules._rendered import RenderedSite
from lsbuild.settings import Budgets, SettingsError, settings_from
from tests.sample import write_sample

PAGE = """
    --- index.html
    <link rel="stylesheet" href="assets/own.css"><link rel="canonical" href="away.css">
    <h2 id="one">1</h2><p data-use="think">[... 9,000 more letters ...]</p>
    <p>[... 900 mixed letters ...]</p>
    <h2 id="two">2</h2><p>[... 2,000 mixed letters ...]</p><img src="map.svg" alt="A map">
    <script src="assets/theme/all.js"></script>
    --- assets/own.css
    [... 1,500 mixed letters ...]
    --- assets/think.js
    import { keep } from "./store.js";
    --- assets/store.js
    [... 2,500 mixed letters ...]
    --- assets/theme/all.js
    [... 9,000 mixed letters ...]
    --- map.svg
    [... 1,200 mixed letters ...]
    --- away.css
    [... 90,000 mixed letters ...]
    --- a/index.html
    <link rel="stylesheet" href="../assets/own.css">
    """


def looked(folder, articles=None, **budgets):
    """What is said about a small site under some budgets."""
    write_sample(PAGE, folder)
    site = RenderedSite(folder, ["", "a/"], "/", articles, Budgets(**budgets))
    return [one.says for one in audit_site(site) if one.code == "LS711"]


def test_within_its_budgets_a_page_is_left_alone(tmp_path):
    """Nothing is said of a page that costs no more than it may."""
    assert looked(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "limit", "says"),
    [
        ("article", 2, "the text has N kB; most of it is `#two` with N kB"),
        ("styles", 1, "its styles have N kB, `assets/own.css` N kB"),
        ("scripts", 1.5, "its scripts have N kB, `assets/store.js` N kB, `assets/think.js` N kB"),
        ("next", 3, "after another page it has N kB: its text N kB, `map.svg` N kB"),
        ("first", 10, "as a reader's first page it has N kB: its text N kB, `assets/theme/all.js`"),
    ],
)
def test_each_budget_is_its_own(tmp_path, name, limit, says):
    """The finding says how much it is, what weighs most, and what the budget is."""
    (found,) = looked(tmp_path, **{name: limit})

    assert re.sub(r"\d+\.\d", "N", found).startswith(says) and found.endswith(
        f"the budget is {limit}"
    )


def test_what_pages_share_is_said_once(tmp_path):
    """The same style sheet on a second page is no second finding."""
    assert len(looked(tmp_path, styles=1)) == 1


def test_some_budgets_are_for_entries_only(tmp_path):
    """A list may be longer than an article, and bring scripts of its own."""
    assert looked(tmp_path, articles=["a/"], article=2, scripts=1) == []


def test_budgets_are_settings(tmp_path):
    """They stand in the plugin's block, and a word that is none of them is refused."""

    def read(budgets):
        block = {"plugins": [{"lsbuild": {"budgets": budgets}}]}
        return settings_from(block, tmp_path / "mkdocs.yml").budgets

    assert read({"article": 20}) == Budgets(article=20)
    with pytest.raises(SettingsError, match=r"budgets\.pages"):
        read({"pages": 20})


def test_the_heaviest_come_first(tmp_path):
    """By what goes over the wire, not by length."""
    write_sample(
        """
        --- long/index.html
        [... 9,000 more letters ...]
        --- index.html
        [... 500 mixed letters ...]
        --- 404.html
        [... 2,000 mixed letters ...]
        """,
        tmp_path,
    )

    assert [url for url, _ in heaviest(tmp_path, 2)] == ["/404.html", "/"]
