"""`lsbuild archive`: one file that outlives its funding: pages, words, data, sources, checksums."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lsbuild import __version__
from lsbuild.kinds import all_kinds
from lsbuild.kinds._schema import schema_of
from lsbuild.kinds.source import SourceText
from lsbuild.output.files import walk
from lsbuild.relations.portal import Portal
from lsbuild.text.words import count
from lsbuild.views._references import csl
from lsbuild.views.plan import assets_in_use

_EPOCH = (1980, 1, 1, 0, 0, 0)
SUMS = "SHA256SUMS"


def write_archive(portal: Portal, target: Path) -> int:
    """Write the archive and return how many files it holds; the built site must be current.

    The same content gives the same bytes on every machine: no times, a fixed order, and nothing
    compressed, since compressors differ.
    """
    partial = target.with_name(target.name + ".new")
    sums = []
    with zipfile.ZipFile(partial, "w", zipfile.ZIP_STORED) as file:
        for name, data in _files(portal):
            sums.append(f"{hashlib.sha256(data).hexdigest()}  {name}\n")
            _add(file, name, data)
        _add(file, SUMS, "".join(sums).encode())
    partial.replace(target)
    return len(sums) + 1


def _add(file: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.create_system, info.external_attr = 3, 0o100644 << 16
    file.writestr(info, data)


def _files(portal: Portal) -> Iterator[tuple[str, bytes]]:
    """Everything, in a fixed order; drafts and what was withdrawn are not in it."""
    root = portal.settings.content
    yield "README.txt", _readme(portal).encode()
    for path in sorted(_published(portal)):
        yield f"content/{path}", (root / path).read_bytes()
    for kind in all_kinds():
        yield f"schemas/{kind.kind}.schema.json", _json(schema_of(kind))
    sources = [one for one in portal.library.public("source") if isinstance(one.data, SourceText)]
    yield "sources.csl.json", _json([csl(one) for one in sources])  # type: ignore[arg-type]
    for name in walk(portal.settings.out):
        yield f"site/{name}", (portal.settings.out / name).read_bytes()


def _published(portal: Portal) -> Iterator[str]:
    yield from (str(entry.source.path) for entry in portal.library.public())
    yield from (str(one.source.path) for one in portal.vocabularies)
    yield from (url.removeprefix("media/") for url in assets_in_use(portal))


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n"


def _readme(portal: Portal) -> str:
    settings = portal.settings
    pages = count(len(portal.library.public()), "page")
    licence = f"The words are under {settings.licence}. " if settings.licence else ""
    return (
        f"{settings.site_name}\n{settings.site_description}\n\n"
        f"A frozen copy of {settings.site_url or 'this portal'}: {pages}, made with lsbuild "
        f"{__version__}.\n\n"
        "site/             the portal itself; open site/index.html in a browser. For the search,\n"
        "                  show the folder from a small server: python3 -m http.server -d site\n"
        "content/          the words of each page as Markdown, with their data in front\n"
        "site/data/        the same as JSON; catalog.json lists every page\n"
        "sources.csl.json  every source, as reference managers read it (CSL-JSON)\n"
        "schemas/          what each field means, as JSON Schema\n"
        f"{SUMS}        to see whether all is whole: sha256sum -c {SUMS}\n\n"
        f"{licence}What the words rest on stays its owners'.\n"
    )
