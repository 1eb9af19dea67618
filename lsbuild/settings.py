"""The few settings, read from `mkdocs.yml` as plain YAML: no tags, no code."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, ValidationError

from lsbuild.text import yaml12
from lsbuild.text.yaml12 import YamlProblem


class SettingsError(Exception):
    """`mkdocs.yml` cannot be used; the message says why and how to mend it."""


class Budgets(BaseModel):
    """What pages may weigh, in kilobytes; compressed as they go over the wire, but for `html`.

    Written under `budgets:` of the block. A page over one of them is a finding.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    html: float = 60
    """The HTML of any page, uncompressed."""
    article: float = 12
    """The HTML of an entry's page."""
    styles: float = 6
    """Our own style sheets on an entry's page."""
    scripts: float = 8
    """Our own scripts on an entry's page, before anybody searches."""
    first: float = 90
    """Any page as the first one somebody opens, with all that a browser fetches for it."""
    next: float = 14
    """Any page after another: its HTML and its own pictures."""


class Settings(BaseModel):
    """What a portal decides for itself. Written under `plugins: - lsbuild:`."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    root: Path
    """The folder of `mkdocs.yml`."""
    content: Path
    """Where the Markdown is."""
    theme: Path
    """Templates and styles."""
    out: Path
    """Where the portal is written."""
    site_name: str
    """The portal's name."""
    site_description: str = ""
    """One sentence for search engines and the home page."""
    site_url: str = ""
    """The public address; it may have a path."""
    edit_uri: str = ""
    """Where a page's source can be edited, ending in the content folder."""
    language: str = "en"
    """The language whose addresses have no prefix."""
    issues: str = ""
    """Where mistakes can be reported: an address."""
    contact: str = ""
    """An e-mail address for people without an account."""
    strict: bool = False
    """Whether warnings block the build."""
    budgets: Budgets = Budgets()
    """What pages may weigh."""
    offline: bool = True
    """Whether readers may keep pages on their device; `false` also clears what they kept."""
    workers: int = 0
    """How many processes share the work; 0 means one for each core."""

    @property
    def hands(self) -> int:
        return self.workers or os.cpu_count() or 1

    @property
    def base_path(self) -> str:
        """The path of the site's address, ending in `/`."""
        return (urlsplit(self.site_url).path or "/").rstrip("/") + "/"


Place = tuple[Path, Path | None]
"""The file of the settings, and the portal's folder where it was named apart."""


def read_settings(config: Path, root: Path | None = None) -> Settings:
    """Read `mkdocs.yml`; raises `SettingsError`.

    With a `root`, content and output are those below it and only the settings are taken from
    `config`: so a proposal is checked by rules it cannot change.
    """
    try:
        data = yaml12.load(config.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"{config}: {error.strerror}") from error
    except YamlProblem as problem:
        raise SettingsError(f"{config}: {problem.says}. {problem.hint}") from problem
    return settings_from(data if isinstance(data, dict) else {}, config, root)


def settings_from(data: dict[str, Any], config: Path, root: Path | None = None) -> Settings:
    """Settings from the values of `mkdocs.yml`; raises `SettingsError`."""
    root = (root or config.parent).resolve()
    theme = data.get("theme")
    custom = theme.get("custom_dir", "theme") if isinstance(theme, dict) else "theme"
    known = {
        key: data[key]
        for key in ("site_name", "site_description", "site_url", "edit_uri")
        if data.get(key)
    }
    try:
        return Settings(
            root=root,
            content=root / data.get("docs_dir", "content"),
            theme=root / custom,
            out=root / data.get("site_dir", "site"),
            **{"site_name": "Portal", **known},
            **_own_block(data.get("plugins") or []),
        )
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = ".".join(str(key) for key in first["loc"])
        raise SettingsError(f"{config}: the setting `{name}`: {first['msg'].lower()}") from error


def _own_block(plugins: list[Any]) -> dict[str, Any]:
    for plugin in plugins:
        if isinstance(plugin, dict) and "lsbuild" in plugin:
            return dict(plugin["lsbuild"] or {})
    return {}
