"""What the web editor is told: where the files lie, and a form for each kind; and its page."""

from __future__ import annotations

import json
from html import escape

from lsbuild.kinds import all_kinds
from lsbuild.kinds._base import Content
from lsbuild.kinds._fields import Ask
from lsbuild.kinds._scales import Status
from lsbuild.kinds._shapes import SLUG
from lsbuild.relations.portal import Portal
from lsbuild.settings import Settings
from lsbuild.text.messages import direction, say
from lsbuild.views._editor_fields import FormFields
from lsbuild.views._editor_values import in_words
from lsbuild.views.page import Plain

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
    "img-src 'self' data: blob: https://avatars.githubusercontent.com; "
    "connect-src 'self' blob: data: https://api.github.com; base-uri 'none'; form-action 'none'"
)
"""Of the editor's page alone: its program writes its styles into the page, and asks GitHub."""
_FIRST, _NEXT = ("title", "summary"), ("status", "themes", "related", "keywords")
_ICONS = {
    "case-study": "cases",
    "learning-site": "location_on",
    "lesson": "school",
    "role-guide": "groups",
    "comparison": "compare",
    "term": "dictionary",
    "source": "library_books",
    "page": "article",
}


def config(portal: Portal) -> bytes:
    """The whole configuration, as JSON."""
    settings = portal.settings
    folder = settings.repository.folder if settings.repository else settings.content.name
    data: Plain = {
        "backend": _backend(settings),
        "app_title": settings.site_name,
        "media_folder": f"{folder}/pages/media",
        "show_preview_links": False,
        "editor": {"preview": False},
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": 80},
        "output": {"omit_empty_optional_fields": True},
        "collections": [collection(kind, portal, folder) for kind in all_kinds()],
    }
    if not settings.editor.trial:
        data["publish_mode"] = "editorial_workflow"
    if settings.site_url:
        data |= {
            "site_url": settings.site_url,
            "logo": {"src": f"{settings.base_path}assets/mark.svg"},
        }
    if settings.issues:
        data["issue_reports"] = {"url": settings.issues}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _backend(settings: Settings) -> Plain:
    repository = settings.repository
    if settings.editor.trial or repository is None:
        return {"name": "test-repo"}
    return {
        "name": "github",
        "repo": repository.name,
        "branch": repository.branch,
        "open_authoring": True,
        "auth_scope": "public_repo",
        # To sign in by a click needs a server that keeps a secret; there is none here.
        "auth_methods": ["token"],
    }


def collection(kind: type[Content], portal: Portal, folder: str) -> Plain:
    """The form of a kind, and where its files lie."""
    language = portal.settings.language
    made: Plain = {
        "name": kind.kind,
        "label": say(kind.plural, language),
        "label_singular": say(kind.label, language),
        "icon": _ICONS.get(kind.kind, "article"),
        "folder": f"{folder}/{kind.folder}",
        "extension": "md",
        "format": "yaml-frontmatter",
        "slug": {
            "template": "{{title}}",
            # A new name needs `lsbuild rename`, which also mends what leads to the page.
            "editable": ["create"],
            "hint": say(
                "The last part of the page's address; it cannot be changed later.", language
            ),
            "pattern": [SLUG.pattern, SLUG.says],
        },
        # A page that was published is withdrawn: its address then says why.
        "delete": False,
        "aliases_field": False,
        "fields": form(kind, portal),
    }
    if kind.about:
        made["description"] = say(kind.about, language)
    if kind.kind == "page":
        made |= {"nested": {"subfolders": False}, "meta": {"path": {"label": "Folder"}}}
    return made


def form(kind: type[Content], portal: Portal) -> list[Plain]:
    """What must be written first, then the text, then what may be added, then how it is kept."""
    make = FormFields(portal)
    every = {name: make.field(name, info) for name, info in kind.model_fields.items()}
    for name in Content.model_fields:
        # Their headings are those of a letter to strangers.
        every[name]["label"] = in_words(name)
    # It is always chosen, and the other fields with a value of their own are left out until then.
    every["status"] |= {"required": True, "default": str(Status.DRAFT.value)}
    own = {
        name: info for name, info in kind.model_fields.items() if name not in Content.model_fields
    }
    needed = [every[name] for name, info in own.items() if info.is_required()]
    # What strangers are asked for is what matters most of the rest.
    added = sorted(
        (name for name, info in own.items() if not info.is_required()),
        key=lambda name: not any(isinstance(mark, Ask) for mark in own[name].metadata),
    )
    kept = [every[name] for name in Content.model_fields if name not in (*_FIRST, *_NEXT)]
    return [
        *(every[name] for name in _FIRST),
        *needed,
        _body(kind, portal.settings.language),
        *(every[name] for name in _NEXT),
        *(every[name] for name in added),
        *kept,
    ]


def _body(kind: type[Content], language: str) -> Plain:
    return {
        "name": "body",
        "label": say(kind.story, language) if kind.story else say("Text", language),
        "widget": "richtext",
        "required": False,
        "hint": say(
            "A line that begins with ## is a heading, one with a hyphen an item of a list; an "
            "empty line begins a new paragraph. For bold words and links press the button at the "
            "right of the bar.",
            language,
        ),
        # Shown formatted, a text is written anew: stars become lines, and bold words that end on
        # the next line lose their boldness. So it is shown as it is until somebody asks.
        "modes": ["raw", "rich_text"],
        # Pictures need a consent, a licence and a description.
        "editor_components": ["code-block"],
        "use_emoji_autocomplete": False,
    }


def page(portal: Portal) -> bytes:
    """The page that loads the editor. It is for those who write, so it looks like no other."""
    language, name = portal.settings.language, escape(portal.settings.site_name)
    needs = escape(say("This page needs JavaScript.", language))
    return (
        f'<!doctype html>\n<html lang="{language}" dir="{direction(language)}">\n<head>'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f"<title>{escape(say('Write', language))} · {name}</title>"
        '<meta name="robots" content="noindex"><meta name="referrer" content="no-referrer">\n'
        '<link rel="icon" href="../assets/mark.svg" type="image/svg+xml">\n'
        '<link rel="cms-config-url" type="application/json" href="config.json">\n'
        '<script src="sveltia-cms.js" defer></script></head>\n'
        f"<body><noscript><p>{needs}</p></noscript></body>\n</html>\n"
    ).encode()
