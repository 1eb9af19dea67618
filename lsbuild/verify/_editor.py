"""What the web editor is told. Whoever changes it is sent the work, or the token, of others.

It stands here a second time on purpose, like the policies.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from lsbuild.kinds import all_kinds
from lsbuild.settings import Settings
from lsbuild.verify._problem import Problem

CONFIG = "edit/config.json"


def in_config(text: str, settings: Settings) -> Iterator[Problem]:
    """Whatever is not as the settings have it; the fields of the forms are not looked at."""
    said, wanted = json.loads(text), _wanted(settings)
    folders = {one.get("name"): one.get("folder") for one in said.pop("collections", [])}
    for name in sorted(said.keys() | wanted.keys()):
        if said.get(name) != wanted.get(name):
            yield Problem(CONFIG, 0, "editor", f"`{name}` is not what the settings say")
    if folders != {kind.kind: f"{_folder(settings)}/{kind.folder}" for kind in all_kinds()}:
        yield Problem(CONFIG, 0, "editor", "pages would be saved in other folders")


def _folder(settings: Settings) -> str:
    return settings.repository.folder if settings.repository else settings.content.name


def _wanted(settings: Settings) -> dict[str, Any]:
    wanted: dict[str, Any] = {
        "backend": {"name": "test-repo"},
        "app_title": settings.site_name,
        "media_folder": f"{_folder(settings)}/pages/media",
        "show_preview_links": False,
        "editor": {"preview": False},
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": 80},
        "output": {"omit_empty_optional_fields": True},
    }
    if settings.repository and not settings.editor.trial:
        wanted["backend"] = {
            "name": "github",
            "repo": settings.repository.name,
            "branch": settings.repository.branch,
            "open_authoring": True,
            "auth_scope": "public_repo",
            "auth_methods": ["token"],
        }
    if not settings.editor.trial:
        wanted["publish_mode"] = "editorial_workflow"
    if settings.site_url:
        wanted["site_url"] = settings.site_url
        wanted["logo"] = {"src": f"{settings.base_path}assets/mark.svg"}
    if settings.issues:
        wanted["issue_reports"] = {"url": settings.issues}
    return wanted
