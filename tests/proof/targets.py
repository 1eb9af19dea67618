"""Where a site may not or cannot be written: full disks, closed folders, other people's files."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.portals import Portal
from tests.proof.small import CACHE, build, said, small_portal, state, temporary, warm
from tests.proof.table import Row

K = 1_024


def prove(few: bool = False) -> Iterator[Row]:
    """Each is refused in words, and what was there stays as it was."""
    yield _full(few)
    yield _foreign()


def _full(few: bool) -> Row:
    """Disks and files of many sizes, so that room ends at many moments, Pagefind's too."""
    row = Row("Full disks and file size limits: sites lost")
    with small_portal() as portal:
        warm(portal)
        assert build(portal) == 0, said(portal)
        before = state(portal.site)
        file = portal.content / "pages/index.md"
        file.write_text(file.read_text("utf-8").replace("Nothing", "Hardly anything"), "utf-8")
        for size in range(2, 90, 40 if few else 4):
            code = build(portal, "--quiet", before=_limited(size * K))
            row.expect(
                code != 0 and state(portal.site) == before and _in_words(portal),
                f"files of {size} KiB at most: code {code}, {said(portal)[-300:]}",
            )
        assert build(portal) == 0, said(portal)
    sizes = () if few or os.getuid() else range(200, 4_000, 200)
    for size in sizes:
        with disk(size) as folder:
            _on_a_disk(folder, size, row)
    row.note = f"{len(sizes)} disks of their own" if sizes else "no disk of its own: needs root"
    return row


def _limited(most: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


@contextmanager
def disk(size: int) -> Iterator[Path | None]:
    """A small file system in memory; nothing where one may not be mounted."""
    with temporary() as folder:
        words = ["mount", "-t", "tmpfs", "-o", f"size={size}k", "proof", str(folder)]
        if subprocess.run(words, capture_output=True).returncode:
            yield None
            return
        try:
            yield folder
        finally:
            subprocess.run(["umount", str(folder)], check=True)


def _on_a_disk(folder: Path | None, size: int, row: Row) -> None:
    """The site on a small disk: whole or not there."""
    if folder is None:
        return
    with small_portal() as portal:
        code = build(portal, "--quiet", "--out", str(folder / "site"))
        there = (folder / "site").exists()
        left = [one.name for one in folder.iterdir() if one.name != "site"]
        row.expect(
            there == (code == 0) and not left and (code == 0 or _in_words(portal)),
            f"a disk of {size} KiB: code {code}, {there}, left {left}, {said(portal)[-300:]}",
        )


def _in_words(portal: Portal) -> bool:
    words = said(portal)
    return bool(words) and "Traceback" not in words and "fault of lsbuild" not in words


def _foreign() -> Row:
    """Places that are not ours: not a byte of them changes."""
    row = Row("Folders, files and links of others: touched")
    for make in (_link, _dangling, _file, _thesis, _repository, _content, _root, _closed):
        with small_portal() as portal, temporary() as other:
            out = make(portal, other)
            if out is None:
                continue
            before = state(portal.root), state(other)
            code = build(portal, "--quiet", "--out", str(out))
            words = said(portal)
            (portal.root / "said.txt").unlink()
            _forget(portal)
            row.expect(
                code == 2 and before == (state(portal.root), state(other)) and words,
                f"{(make.__doc__ or '').strip()} code {code}, {words[-300:]}",
            )
    return row


def _forget(portal: Portal) -> None:
    """What a build keeps for itself is ours."""
    shutil.rmtree(portal.root / CACHE, ignore_errors=True)


def _link(portal: Portal, other: Path) -> Path:
    """A link to a folder of somebody's."""
    (other / "mine").mkdir()
    (other / "mine/letter.txt").write_text("mine")
    (other / "link").symlink_to(other / "mine")
    return other / "link"


def _dangling(portal: Portal, other: Path) -> Path:
    """A link that leads nowhere."""
    (other / "link").symlink_to(other / "nowhere")
    return other / "link"


def _file(portal: Portal, other: Path) -> Path:
    """A file."""
    (other / "site").write_text("mine")
    return other / "site"


def _thesis(portal: Portal, other: Path) -> Path:
    """A folder with somebody's files."""
    (other / "site/data").mkdir(parents=True)
    (other / "site/thesis.doc").write_text("mine")
    return other / "site"


def _repository(portal: Portal, other: Path) -> Path:
    """The portal's own folder."""
    return portal.root


def _content(portal: Portal, other: Path) -> Path:
    """A folder within the content."""
    return portal.content / "pages"


def _root(portal: Portal, other: Path) -> Path:
    """A folder above the portal."""
    return portal.root.parent


def _closed(portal: Portal, other: Path) -> Path | None:
    """A file system that can only be read."""
    if os.getuid():
        (other / "closed").mkdir(mode=0o555)
        return other / "closed/site"
    return Path("/proc/site")
