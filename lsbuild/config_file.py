"""What stands in `mkdocs.yml`, and the slips in it that would be met late or by nobody."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

from lsbuild.text import yaml12
from lsbuild.text.yaml12 import YamlProblem

OWN_PORTAL = "https://lsbuild.github.io/portal/handbook/own/"
"""How to begin a portal, for those who have no handbook yet."""
_LEFT = "Write `{}` at the left edge"
OF_MKDOCS = {
    "content": _LEFT.format("docs_dir: content"),
    "out": _LEFT.format("site_dir: site"),
    "root": "A portal's folder is that of this file",
    "theme": _LEFT.format("theme:` and below it `custom_dir: theme"),
    "site_name": _LEFT.format("site_name: …"),
    "site_description": _LEFT.format("site_description: …"),
    "site_url": _LEFT.format("site_url: https://…"),
    "edit_uri": _LEFT.format("edit_uri: https://…"),
}
"""What mkdocs reads already, in words of its own."""
_MARK = "the picture is `{custom}/assets/mark.svg`"
_COLOURS = "colours and letters stand in `{custom}/assets/lsbuild.css`"
_UNREAD = {
    "theme.logo": _MARK,
    "theme.favicon": _MARK,
    "theme.icon": _MARK,
    "theme.palette": _COLOURS,
    "theme.font": _COLOURS,
    "theme.language": "write `language` below `- lsbuild:`, after six spaces",
    "copyright": "write `footer` and `licence` below `- lsbuild:`, after six spaces",
    "extra_css": _COLOURS,
}
"""What Material reads and our pages do not, and where the same is said to them."""


class SettingsError(Exception):
    """`mkdocs.yml` cannot be used; the message says why and how to mend it."""


def load(config: Path) -> dict[str, Any]:
    """What stands in the file; raises `SettingsError`."""
    try:
        data = yaml12.load(config.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise SettingsError(
            f"{config}: {error.strerror}. A portal lies where its mkdocs.yml is; how to begin one: "
            f"{OWN_PORTAL}"
        ) from error
    except OSError as error:
        raise SettingsError(f"{config}: {error.strerror}") from error
    except YamlProblem as problem:
        raise SettingsError(f"{config}: {problem.says}. {problem.hint}") from problem
    return data if isinstance(data, dict) else {}


def folder(data: dict[str, Any], key: str, default: str, config: Path) -> str:
    """The name of a folder."""
    value = data.get(key, default)
    if not isinstance(value, str):
        raise SettingsError(f"{config}: `{key}` is the name of a folder, such as `{default}`")
    return value


def theme_folder(data: dict[str, Any], config: Path) -> str:
    """The folder named below `theme:`, where nothing else but the name is read."""
    theme = data.get("theme")
    block = theme if isinstance(theme, dict) else {}
    custom = folder(block, "custom_dir", "theme", config)
    unread = [f"theme.{key}" for key in block if key not in {"name", "custom_dir"}]
    for name in (*unread, *sorted(data.keys() & _UNREAD.keys())):
        # Portals have it from the days when Material would have asked others for letters.
        if (name, block.get("font")) != ("theme.font", False):
            where = _UNREAD.get(name, "pages have a theme of their own").format(custom=custom)
            raise SettingsError(f"{config}: `{name}` does nothing here. Take it out: {where}")
    return custom


def check_for_build(config: Path) -> Path:
    """The folder of templates, which lies beside the content; raises `SettingsError` if not."""
    data = load(config)
    theme = data.get("theme")
    named = isinstance(theme, dict) and theme.get("name") == "material" and "custom_dir" in theme
    there = (config.parent / theme_folder(data, config)).resolve()
    if not (named and "docs_dir" in data and (there / "base.html").is_file()):
        raise SettingsError(
            f"{config}: pages are made from templates, which come with the repository of lsbuild "
            f"and not with its package. Copy its folder `theme` to {there}, and let these lines "
            "stand in mkdocs.yml:\n\n"
            "docs_dir: content\ntheme:\n  name: material\n  custom_dir: theme\n\n"
            f"{OWN_PORTAL} says more"
        )
    for one in sorted(there.rglob("*")):
        # Emacs marks what it edits with links that lead nowhere.
        if one.is_symlink() and one.exists():
            raise SettingsError(
                f"{one} is a link to another place. Put the file or folder itself there: all of a "
                "theme is published, and nothing outside it may be"
            )
    return there


def own_block(data: dict[str, Any], names: Collection[str], config: Path) -> dict[str, Any]:
    """Our block below `plugins:`; of all `names`, each stands in its place or is refused."""
    plugins = data.get("plugins") or []
    listed = plugins if isinstance(plugins, list) else [plugins]
    block = next(
        (one["lsbuild"] for one in listed if isinstance(one, dict) and "lsbuild" in one), None
    )
    if not isinstance(block or {}, dict) or not isinstance(plugins, list | dict):
        raise SettingsError(
            f"{config}: `plugins:` must have below it `- lsbuild:`, after two spaces, and below "
            "that one setting a line, after six, such as `language: fr`"
        )
    wrong = (data.keys() & {"content", "out"}) | ((block or {}).keys() & OF_MKDOCS.keys())
    for name in sorted(wrong):
        raise SettingsError(f"{config}: `{name}` is not written so. {OF_MKDOCS[name]}")
    # A setting of ours beside mkdocs' own would be read by nobody, and be missed in silence.
    for name in sorted(data.keys() & (set(names) - OF_MKDOCS.keys() - {"strict"})):
        raise SettingsError(
            f"{config}: `{name}` stands at the left edge, where it does nothing. Put it below "
            f"`- lsbuild:`, after six spaces, and what belongs to it after eight"
        )
    return block or {}
