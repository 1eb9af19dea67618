"""The page about a portal of one's own says every setting, and none that is not read."""

from pathlib import Path

import yaml

from lsbuild.settings import Budgets, Editor, Settings, read_settings
from lsbuild.views._settings_table import settings_tables


def test_every_setting_is_there_with_what_it_does():
    """What the model knows is in one of the two tables, in its own words."""
    tables = settings_tables()
    rows = {one["name"]: one for one in (*tables["left"], *tables["own"])}
    inner = {f"budgets.{one}" for one in Budgets.model_fields}
    inner |= {f"editor.{one}" for one in Editor.model_fields}

    assert all(one["about"] for one in rows.values())
    assert len(rows) == len(Settings.model_fields.keys() - {"root"}) + len(inner)
    assert rows.keys() >= inner | {"docs_dir", "site_dir", "theme.custom_dir", "licence"}


def test_what_is_said_of_a_setting_left_out_is_so(tmp_path: Path):
    """A portal that writes what the table says of its silence is the same portal."""
    settings = tmp_path / "mkdocs.yml"
    settings.write_text("", "utf-8")
    silent = read_settings(settings)
    said = {one["name"]: yaml.safe_load(one["unsaid"]) for one in settings_tables()["own"]}
    block = {name: value for name, value in said.items() if "." not in name and value is not None}
    settings.write_text(yaml.safe_dump({"plugins": [{"lsbuild": block}]}), "utf-8")

    assert read_settings(settings) == silent
