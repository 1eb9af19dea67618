"""What readers get of a picture: its points, and nothing of who took it, where and with what."""

import io
import struct
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from lsbuild.output.files import asset
from lsbuild.rules._bare import NotBared, bare

WORDS = b"Ada Example"
NAMES = ("JPEG", "PNG", "WEBP")


def details(turned: int = 1) -> Image.Exif:
    made = Image.Exif()
    made[0x013B], made[0x010E], made[0x0112] = WORDS.decode(), "At Ada Example's", turned
    made.get_ifd(0x8825)[1] = "S"
    return made


def painted(name: str, turned: int = 1, **more) -> bytes:
    """A picture with a colour profile and details in every place there is."""
    image = Image.radial_gradient("L").convert("RGB").resize((40, 30))
    if name == "PNG":
        more["pnginfo"] = PngInfo()
        more["pnginfo"].add_text("Author", WORDS.decode())
        more["pnginfo"].add_itxt("Comment", WORDS.decode(), zip=True)
    elif name == "JPEG":
        more |= {"comment": WORDS, "progressive": True}
    made = io.BytesIO()
    xmp = {} if name == "PNG" else {"xmp": b"<x>" + WORDS + b"</x>"}
    image.save(made, name, exif=details(turned), icc_profile=b"colours", **xmp, **more)
    return made.getvalue()


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize("name", NAMES)
def test_only_the_points_are_published(name):
    """Names, comments and places go; not a point and no colour changes."""
    data = painted(name)
    found = bare(data)

    assert b"Ada" not in found and len(found) < len(data)
    assert opened(found).tobytes() == opened(data).tobytes()
    assert opened(found).info["icc_profile"] == b"colours"
    assert not opened(found).getexif() and not opened(found).info.keys() & {"xmp", "comment"}
    assert bare(found) == found


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_stays_the_right_way_up(name):
    """Of the details one number is left, if it says anything."""
    found = opened(bare(painted(name, turned=6)))

    assert dict(found.getexif()) == {0x0112: 6}
    assert found.info.keys().isdisjoint({"xmp", "comment", "Author"})


def test_what_stands_behind_the_end_goes():
    """Phones put a second picture there, with details of its own, or a film."""
    plain = painted("JPEG")
    for name in NAMES:
        assert bare(painted(name) + plain + WORDS) == bare(painted(name))


def test_parts_nobody_knows_go():
    """What is kept is written down, not what goes: other makers have parts of their own."""
    jpeg, png = painted("JPEG"), painted("PNG")
    part = b"\xff\xeb" + struct.pack(">H", 2 + len(WORDS)) + WORDS
    sum_ = struct.pack(">I", zlib.crc32(b"prVt" + WORDS))
    chunk = struct.pack(">I", len(WORDS)) + b"prVt" + WORDS + sum_

    assert bare(jpeg[:2] + part + jpeg[2:]) == bare(jpeg)
    assert bare(png[:33] + chunk + png[33:]) == bare(png)


def test_a_moving_picture_still_moves():
    """All its frames are there."""
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "green", "blue")]
    for name in ("PNG", "WEBP"):
        made = io.BytesIO()
        more = {"save_all": True, "append_images": frames[1:], "exif": details()}
        frames[0].save(made, name, lossless=True, **more)
        found = Image.open(io.BytesIO(bare(made.getvalue())))

        assert b"Ada" not in bare(made.getvalue()) and found.n_frames == 3
        found.seek(2)
        assert found.convert("RGB").getpixel((0, 0)) == (0, 0, 255)


@given(st.sampled_from([painted(name) for name in NAMES]), st.integers(12, 3000))
def test_a_cut_picture_never_brings_its_details(data, at):
    """It is refused, or comes out without them."""
    with suppress(NotBared):
        assert b"Ada" not in bare(data[:at])


@given(st.sampled_from([painted(name) for name in NAMES]), st.integers(0, 3000), st.binary())
def test_nonsense_is_refused_and_nothing_breaks(data, at, bytes_):
    """Whatever stands in a file, there is an answer."""
    with suppress(NotBared):
        bare(data[:at] + bytes_ + data[at + len(bytes_) :])


def test_other_files_are_as_they_were(tmp_path):
    """Words and tables have no such parts; a broken picture is not published at all."""
    (tmp_path / "a.csv").write_bytes(b"a,b\n")
    (tmp_path / "a.jpg").write_bytes(painted("JPEG")[:30])

    assert asset(tmp_path / "a.csv") == b"a,b\n"
    assert asset(tmp_path / "a.jpg") == b""
