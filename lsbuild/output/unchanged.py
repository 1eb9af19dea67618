"""Nothing to do: the site was made from exactly what stands here now, and is still whole."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import lsbuild
from lsbuild.output.files import digest
from lsbuild.output.publish import MANIFEST
from lsbuild.output.work import work_of
from lsbuild.settings import Settings
from lsbuild.text import yaml12
from lsbuild.text.dates import today
from lsbuild.text.yaml12 import YamlProblem

_NOTES = "built.json"


def inputs(settings: Settings, config: Path) -> str:
    """A hash of everything a build reads: content, theme, settings, code, the day.

    Nothing where mkdocs is told to read more, and where a file cannot be read or is a folder of
    another place.
    """
    made = hashlib.sha256(repr((settings, sys.version, today(), *installed())).encode())
    code = Path(lsbuild.__file__).parent
    try:
        if _reads_more(config):
            return ""
        for path in (config, *_below(settings.content), *_below(settings.theme), *_below(code)):
            _add(made, path)
    except (OSError, YamlProblem, KeyError, TypeError):
        return ""
    return made.hexdigest()


def is_current(settings: Settings, key: str) -> bool:
    """Whether the last build left a whole site made from these inputs, and nothing to say."""
    try:
        notes = json.loads((work_of(settings.root) / _NOTES).read_text())
        if notes["key"] != key or digest(settings.out / MANIFEST) != notes["manifest"]:
            return False
        files = json.loads((settings.out / MANIFEST).read_text())["files"]
        return _modes(settings.out) == _settled(files) and all(
            digest(settings.out / name) == sha for name, sha in files.items()
        )
    except (OSError, ValueError, KeyError, TypeError):
        return False


def remember(settings: Settings, key: str) -> None:
    """Note what the published site was made from; without a key, that nobody may rely on it."""
    notes = work_of(settings.root) / _NOTES
    if key:
        notes.write_text(json.dumps({"key": key, "manifest": digest(settings.out / MANIFEST)}))
    else:
        notes.unlink(missing_ok=True)


def _reads_more(config: Path) -> bool:
    """Whether hooks, other plugins or other settings take part, of whose inputs we know nothing."""
    data = yaml12.load(config.read_text(encoding="utf-8"))
    names = [one if isinstance(one, str) else next(iter(one)) for one in data["plugins"]]
    return bool(data.keys() & {"hooks", "INHERIT"}) or names != ["lsbuild"]


def _below(folder: Path) -> Iterator[Path]:
    """Everything in a folder but compiled code."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (Path(parent, name) for name in sorted([*folders, *names]))


def _add(made: hashlib._Hash, path: Path) -> None:
    """What stands at a path: a link is another thing than a file of the same bytes."""
    sort = stat.S_IFMT(path.lstat().st_mode)
    way = path.readlink() if sort == stat.S_IFLNK else ""
    if way and path.is_dir():
        raise IsADirectoryError(path)
    data = path.read_bytes() if path.is_file() else b""
    made.update(b"\0%b\0%o\0%b\0%d\0" % (os.fsencode(path), sort, os.fsencode(way), len(data)))
    made.update(data)


def _modes(site: Path) -> dict[str, int]:
    """What sort of thing each file and folder of a site is, and who may do what with it."""
    found = [site]
    for parent, folders, names in os.walk(site):
        found += [Path(parent, name) for name in (*folders, *names)]
    # Without what some systems set on folders besides.
    return {str(one.relative_to(site)): one.lstat().st_mode & 0o170777 for one in found}


def _settled(files: dict[str, str]) -> dict[str, int]:
    """The same of a site as it was built."""
    names = [PurePosixPath(name) for name in (*files, MANIFEST)]
    folders = {str(one): stat.S_IFDIR | 0o755 for name in names for one in name.parents}
    return folders | {str(name): stat.S_IFREG | 0o644 for name in names}


def installed() -> list[str]:
    """The packages beside us, with their versions: what any of them brings may be on a page."""
    return sorted(one.name for place in sys.path for one in Path(place).glob("*.dist-info"))
