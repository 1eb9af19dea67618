"""The few settings, read from `mkdocs.yml` as plain YAML: no tags, no code."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator
from pydantic_core import PydanticCustomError

from lsbuild.config_file import SettingsError as SettingsError
from lsbuild.config_file import folder, load, own_block, theme_folder
from lsbuild.kinds._fields import Language
from lsbuild.text.words import did_you_mean

EDITOR = "edit/"
"""The address of the web editor."""
_ON_GITHUB = re.compile(r"https://github\.com/([^/]+/[^/]+)/edit/([^/]+)/(.+?)/?")


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


class Editor(BaseModel):
    """The web editor at `/edit/`; it is there when one of the two is true.

    Written under `editor:` of the block.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    own_domain: bool = False
    """That no other site shares the portal's domain, so that none can read an editor's token."""
    trial: bool = False
    """Whether it saves only in the browser, to be tried out: without account, token or proposal."""


class Repository(NamedTuple):
    """Where the portal's files lie on GitHub."""

    name: str
    """`owner/name`."""
    branch: str
    folder: str
    """The content folder, without `/` at its ends."""


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
    language: Language = "en"
    """The language whose addresses have no prefix."""
    issues: str = ""
    """Where mistakes can be reported: an address."""
    contact: str = ""
    """An e-mail address for people without an account."""
    footer: str = ""
    """One line at the foot of every page: who speaks here, and for whom not."""
    licence: str = ""
    """The licence of all words, such as `CC BY 4.0`; who sends something agrees to it."""
    strict: bool = False
    """Whether warnings block the build."""
    budgets: Budgets = Budgets()
    """What pages may weigh."""
    offline: bool = True
    """Whether readers may keep pages on their device; `false` also clears what they kept."""
    editor: Editor = Editor()
    """Whether people can write in their browser, at `/edit/`."""
    workers: int = 0
    """How many processes share the work; 0 means one for each core."""

    @field_validator("editor", mode="before")
    @classmethod
    def _says_why(cls, value: object) -> object:
        if value is True:
            raise PydanticCustomError(
                "editor",
                "say below it `own_domain: true` if no other site shares the portal's domain, or "
                "`trial: true` to try it out",
            )
        return value or {}

    @property
    def hands(self) -> int:
        return self.workers or os.cpu_count() or 1

    @property
    def base_path(self) -> str:
        """The path of the site's address, ending in `/`."""
        return (urlsplit(self.site_url).path or "/").rstrip("/") + "/"

    @property
    def has_editor(self) -> bool:
        return self.editor.own_domain or self.editor.trial

    @property
    def repository(self) -> Repository | None:
        """Read from `edit_uri`; nothing where that does not lead to GitHub."""
        found = _ON_GITHUB.fullmatch(self.edit_uri)
        return Repository(*found.groups()) if found else None


Place = tuple[Path, Path | None]
"""The file of the settings, and the portal's folder where it was named apart."""


def read_settings(config: Path, root: Path | None = None) -> Settings:
    """Read `mkdocs.yml`; raises `SettingsError`.

    With a `root`, content and output are those below it and only the settings are taken from
    `config`: so a proposal is checked by rules it cannot change.
    """
    return settings_from(load(config), config, root)


def settings_from(data: dict[str, Any], config: Path, root: Path | None = None) -> Settings:
    """Settings from the values of `mkdocs.yml`; raises `SettingsError`."""
    root = (root or config.parent).resolve()
    block = own_block(data, Settings.model_fields, config)
    known = {
        key: data[key]
        for key in ("site_name", "site_description", "site_url", "edit_uri", "strict")
        if data.get(key)
    }
    try:
        settings = Settings(
            root=root,
            content=root / folder(data, "docs_dir", "content", config),
            theme=root / theme_folder(data, config),
            out=root / folder(data, "site_dir", "site", config),
            **{"site_name": "Portal", **block, **known},
        )
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = ".".join(str(key) for key in first["loc"])
        near = did_you_mean(first.get("ctx", {}).get("near", ""))
        says = first["msg"][:1].lower() + first["msg"][1:]
        raise SettingsError(
            f"{config}: the setting `{name}`: {says}{near and '; '}{near}"
        ) from error
    if os.path.realpath(settings.content) != os.path.normpath(settings.content):
        raise SettingsError(
            f"{settings.content} is a link or lies behind one. Put the folder itself there; "
            "nothing outside is ever read"
        )
    _check_editor(settings, config)
    return settings


def _check_editor(settings: Settings, config: Path) -> None:
    """An editor that others could rob, or that knows no repository, is refused."""
    if not settings.editor.own_domain:
        return
    site = urlsplit(settings.site_url)
    if (site.hostname or "").endswith(".github.io") and site.path.strip("/"):
        raise SettingsError(
            f"{config}: `editor.own_domain` says that no other site shares the domain, but "
            f"{site.hostname} is shared by all project sites of one owner, and each of them could "
            "read the token that the editor keeps in the browser. Give the portal a domain of its "
            "own, or write `trial: true` instead: then nothing leaves the browser"
        )
    if settings.repository is None and not settings.editor.trial:
        raise SettingsError(
            f"{config}: the web editor makes proposals on GitHub, so `edit_uri` must be like "
            "https://github.com/owner/name/edit/main/content/"
        )
