"""Whoever serves a picture, it says nothing of the people who took it."""

import base64
import re
import shutil

import pytest
from PIL import Image

from lsbuild.hosts.staged import stage
from lsbuild.pipeline import prepare
from lsbuild.settings import read_settings
from tests import portals

SQUARE = "media/pages/about/square.png"

pytestmark = pytest.mark.slow


def test_no_way_out_brings_the_details_of_a_camera(golden_copy, tmp_path):
    """Neither a build, nor a staged folder, nor the one file for a phone; the sums agree."""
    before = tmp_path / "before"
    shutil.copytree(golden_copy.content, before)
    exif = Image.Exif()
    exif[0x013B] = "Ada Example"
    picture = golden_copy.content / "pages" / "about" / "square.png"
    Image.open(picture).save(picture, exif=exif)
    assert b"Ada Example" in picture.read_bytes()
    golden_copy.edit("pages/about/markdown.md", "A small square", "One small square")
    plan = prepare(read_settings(golden_copy.config)).plan
    stage(plan, tmp_path / "staged")
    words = ["--config", str(golden_copy.config), "preview-file", str(tmp_path / "one.html")]
    done = portals.run("-m", "lsbuild", *words, "--changed-from", str(before))
    built = golden_copy.build("--verify")
    in_one = re.findall(r"data:image/png;base64,([\w+/=]+)", (tmp_path / "one.html").read_text())
    served = [
        (tmp_path / "staged" / SQUARE).read_bytes(),
        (golden_copy.site / SQUARE).read_bytes(),
        *map(base64.b64decode, in_one),
    ]

    assert (done.returncode, built.returncode) == (0, 0), done.stderr + built.stderr
    assert len(served) > 2 and len(set(served)) == 1
    assert b"Ada" not in served[0]
