"""The program of the web editor: fetched once with npm, known by its hash, made to ask nobody else.

It is Sveltia CMS. Nothing of it is committed; what is fetched waits in the user's cache for the
next build. A newer release means: its number and hash here, a look at `_REWRITTEN`, the hash of
the whole here and that of the script in `lsbuild/verify/_trusted.py`; what they are says
`pytest tests/test_editor.py`.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import tarfile
import tempfile
from base64 import b64encode
from pathlib import Path

from lsbuild.output.files import put, walk
from lsbuild.output.work import folder_for
from lsbuild.relations.portal import Portal
from lsbuild.settings import EDITOR, SettingsError
from lsbuild.views._editor import config, page

PACKAGE = "@sveltia/cms"
VERSION = "0.221.1"
INTEGRITY = (
    "sha512-J+Qoik9kGMk2L7vNpOQrnDmFRi+NB6vwJ0f657YtsxWH0P8WYSYRR"
    "SRC2pQ/jGGbVlM//Pg/WIgmkpswqoo3gQ=="
)
WHOLE = "f37879abc7788051a55725f8709710aa8c61a8ddd7a68a513090f2fd46ab9665"
"""Of all files as they are published, names included."""
SCHEMA = "schema.json"
"""The form of its configuration; kept for tests, never published."""
_TIME = 300
_SCRIPT = "sveltia-cms.js"
_FONTS = ("material-symbols-outlined", "source-sans-3", "noto-mono")
# Each pattern fits one place of the program. The last two are asked at each start: whether there
# is a newer release, and whether GitHub works; the one is answered by us, the other not at all.
_REWRITTEN = {
    rf"https://[\w./-]+/{name}(?::vf)?@5\.3\.\d/latin-[\w-]+\.woff2": f"fonts/{name}.woff2"
    for name in _FONTS
} | {
    r"`https://[\w.-]+/@sveltia/cms`": "`./sveltia`",
    r"`https://www\.githubstatus\.com/[\w./]+`": "`data:,`",
}


class NoEditor(SettingsError):
    """The program cannot be had; the message says why and what to do."""


def bring() -> Path:
    """The folder with the program, fetched where it is not there yet; raises `NoEditor`."""
    kept = folder_for("editor") / VERSION
    if not _is_whole(kept):
        shutil.rmtree(kept, ignore_errors=True)
        # Beside its place, so that it comes there in one step.
        with tempfile.TemporaryDirectory(prefix="editor-", dir=kept.parent) as work:
            _make(_files(_fetched(Path(work))), made := Path(work, "made"))
            if not _is_whole(made):
                raise NoEditor(f"{PACKAGE} {VERSION} is not what it was: {whole(made)}")
            try:
                made.rename(kept)
            except OSError:
                # Another build was quicker.
                if not _is_whole(kept):
                    raise
    return kept


def write_editor(portal: Portal, out: Path) -> None:
    """Write its page, what it is told, and the program, where the settings want it.

    Nothing of it is in the Plan: readers, lists, search, sitemap and packs do not know of it.
    """
    if portal.settings.has_editor:
        kept = bring()
        for name in walk(kept):
            if name != SCHEMA:
                put(out / EDITOR / name, (kept / name).read_bytes())
        put(out / EDITOR / "index.html", page(portal))
        put(out / EDITOR / "config.json", config(portal))


def _fetched(work: Path) -> Path:
    """The package as it was released, compared with its hash."""
    words = ["npm", "pack", f"{PACKAGE}@{VERSION}", "--ignore-scripts", "--silent"]
    try:
        done = subprocess.run(
            [*words, "--pack-destination", str(work)],
            # npm does what a `.npmrc` beside the portal says.
            cwd=work,
            capture_output=True,
            text=True,
            timeout=_TIME,
            check=False,
        )
    except FileNotFoundError as error:
        raise NoEditor(
            "the web editor is on (`editor` in mkdocs.yml), and its program is fetched with npm, "
            "which is not on this machine. Install Node.js, which brings npm, or take the setting "
            "away"
        ) from error
    except subprocess.TimeoutExpired as error:
        raise NoEditor(f"npm did not bring {PACKAGE} within {_TIME} seconds. Try again") from error
    found = next(work.glob("*.tgz"), None)
    if done.returncode or found is None:
        last = " ".join(done.stderr.split())[-300:]
        raise NoEditor(
            f"npm could not fetch {PACKAGE} {VERSION}, the program of the web editor: {last}. "
            "Look whether this machine reaches a registry (`npm ping`), or take `editor` out of "
            "mkdocs.yml"
        )
    known = "sha512-" + b64encode(hashlib.sha512(found.read_bytes()).digest()).decode()
    if known != INTEGRITY:
        raise NoEditor(
            f"what npm brought is not {PACKAGE} {VERSION} as we know it ({known}), so it is not "
            "published. Somebody may have changed it on the way: try another network"
        )
    return found


def _files(package: Path) -> dict[str, bytes]:
    """What a package holds, but for what only its makers need."""
    found = {}
    with tarfile.open(package) as archive:
        for member in archive:
            data = None if member.name.endswith(".map") else archive.extractfile(member)
            if data is not None:
                found[member.name.removeprefix("package/")] = data.read()
    return found


def _make(files: dict[str, bytes], made: Path) -> None:
    """The files as they are published: script, fonts, its words in other languages, licences."""
    script = files[f"dist/{_SCRIPT}"].decode()
    for old, new in _REWRITTEN.items():
        script, places = re.subn(old, new, script)
        if places != 1:
            raise NoEditor(f"{PACKAGE} {VERSION} does not name `{old}` once")
    # The map it names is not published.
    put(made / _SCRIPT, script.rpartition("//# sourceMappingURL")[0].encode())
    licences = [files["LICENSE.txt"]]
    for font in _FONTS:
        name = next(one for one in files if one.startswith(f"npm/assets/{font}-"))
        put(made / f"fonts/{font}.woff2", files[name])
        licences.append(files[f"npm/assets/{font}.LICENSE.txt"])
    put(made / "LICENSE.txt", b"\n\n".join(licences))
    put(made / "sveltia/package.json", json.dumps({"version": VERSION}).encode())
    for name, words in files.items():
        if name.startswith("locales/"):
            put(made / f"sveltia@{VERSION}/{name}", words)
    put(made / SCHEMA, files["schema/sveltia-cms.json"])


def whole(folder: Path) -> str:
    """One hash for all files of a folder and their names."""
    found = hashlib.sha256()
    for name in walk(folder):
        found.update(
            f"{name}\0{hashlib.sha256((folder / name).read_bytes()).hexdigest()}\n".encode()
        )
    return found.hexdigest()


def _is_whole(folder: Path) -> bool:
    return folder.is_dir() and whole(folder) == WHOLE
