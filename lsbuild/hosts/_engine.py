"""What mkdocs brings to our pages: settings as it reads them, the theme's files, templates."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.contrib import search as mkdocs_search
from mkdocs.structure.files import File

from lsbuild.hosts._render import keys_first
from lsbuild.output.work import cache_folder
from lsbuild.settings import Editor, Settings, read_settings
from lsbuild.text.scripts import lean

# The search box loads it on first use.
LUNR = Path(mkdocs_search.__file__).parent / "templates" / "search" / "lunr.js"
# Parts of Material that nothing of ours loads: source maps and its own search.
_UNUSED = (".map", "assets/javascripts/lunr/", "assets/javascripts/workers/")
_HASHED = {
    "main_css": "assets/stylesheets/main.",
    "bundle_js": "assets/javascripts/bundle.",
}


def settings_of(config: MkDocsConfig, *, serving: bool) -> Settings:
    """Our settings, with what the command line of mkdocs may have changed."""
    settings = read_settings(Path(config.config_file_path))
    return settings.model_copy(
        update={
            "out": Path(config.site_dir).absolute(),
            "strict": settings.strict or bool(config.strict),
            "site_url": config.site_url or "",
            # Other threads run while serving, and then nothing may fork.
            "workers": 1 if serving else settings.workers,
            # Its program may have to be fetched, and a preview needs no network.
            "editor": Editor() if serving else settings.editor,
        }
    )


def theme_files(
    files: Iterable[File], config: MkDocsConfig, settings: Settings, *, live: bool
) -> list[File]:
    """The files that pages use, scripts of ours as readers get them; nothing of `content/`."""
    content = Path(config.docs_dir).resolve()
    kept = [
        file
        for file in files
        if not Path(str(file.abs_src_path)).resolve().is_relative_to(content)
        and not any(part in file.src_uri for part in _UNUSED)
        and (live or not file.src_uri.startswith("assets/live."))
    ]
    for script in kept:
        if _is_ours(script, settings):
            script.content_string = lean(script.content_string)
    return [*kept, _file(config, LUNR, "assets/lunr.js")]


def _file(config: MkDocsConfig, path: Path, address: str) -> File:
    where = (config.site_dir, config.use_directory_urls)
    return File(path.name, str(path.parent), *where, dest_uri=address)


def _is_ours(file: File, settings: Settings) -> bool:
    """Whether a script stands in our own theme."""
    path = Path(str(file.abs_src_path)).resolve()
    return path.suffix == ".js" and path.is_relative_to(settings.theme.resolve())


def hashed_names(files: Iterable[File]) -> dict[str, str]:
    """The names of Material's own files, which carry hashes, as templates ask for them."""
    names = [file.src_uri for file in files]
    return {
        key: next((name for name in names if name.startswith(start)), "")
        for key, start in _HASHED.items()
    }


def make_ready(env: Environment) -> None:
    """Let templates escape, and keep what they are compiled to.

    That is code, so it lies outside the repository, where no proposal can bring any.
    """
    env.autoescape = True
    keys_first(env)
    if templates := cache_folder("templates"):
        env.bytecode_cache = FileSystemBytecodeCache(str(templates))
