"""What a picture says about itself is read without unpacking it."""

import io
import os
import struct
import zlib

import pytest
from PIL import Image, ImageDraw

from lsbuild.pipeline import examine
from lsbuild.rules._pictures import Picture, picture
from tests.sample import checked, settings_for, write_sample

XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf'
    b'-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" '
    b'exif:GPSLatitude="3,37.8S"/></rdf:RDF></x:xmpmeta>'
)
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def exif(place: bool) -> bytes:
    made = Image.Exif()
    made[0x0110] = "A phone"
    if place:
        made.get_ifd(0x8825)[1] = "N"
    return made.tobytes()


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(
    *more: bytes, width: int = 40, height: int = 30, points: bytes = b"", end: bytes = b""
) -> bytes:
    """A grey picture; `more` stands before its points and `end` behind them."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    grey = chunk(b"IDAT", points or zlib.compress(bytes(41 * 30)))
    return SIGNATURE + head + b"".join(more) + grey + end + chunk(b"IEND", b"")


def profile(name: bytes, place: bool = True) -> bytes:
    """Details as ImageMagick writes them: digits in a text."""
    data = exif(place)
    return name + b"\0" + f"\nexif\n{len(data):8}\n{data.hex()}\n".encode()


def packed(text: bytes) -> bytes:
    name, _, words = text.partition(b"\0")
    return name + b"\0\0" + zlib.compress(words)


@pytest.fixture
def look(tmp_path):
    def look_at(data: bytes, name: str = "a.png") -> Picture | None:
        (tmp_path / name).write_bytes(data)
        return picture(tmp_path / name)

    return look_at


def test_the_points_of_a_picture_are_never_unpacked(look):
    """A small file of very many points is measured from its header, even if they are nonsense."""
    nonsense = png(width=13_000, height=13_000, points=b"no points at all")
    assert look(nonsense) == Picture("PNG", 13_000, 13_000, place=False)


def test_a_moving_picture_is_not_unpacked_either(look):
    """A first frame that asks for a background of its size is given none."""
    moves = chunk(b"acTL", struct.pack(">II", 1, 0))
    frame = struct.pack(">IIIIIHHBB", 0, 100_000, 100_000, 0, 0, 1, 1, 1, 0)
    found = look(png(moves, chunk(b"fcTL", frame), width=100_000, height=100_000))
    assert found == Picture("PNG", 100_000, 100_000, place=False)


@pytest.mark.parametrize("name", ["PNG", "JPEG", "WEBP", "AVIF"])
@pytest.mark.parametrize("place", [True, False])
def test_the_place_is_found_in_each_type(look, name, place):
    """Whatever program saved it: the place in a picture is found, and other details are not it."""
    made = io.BytesIO()
    Image.new("RGB", (40, 30)).save(made, name, exif=exif(place))
    found = look(made.getvalue(), f"a.{name.lower()}")
    assert found == Picture(name, 40, 30, place, sealed=name == "AVIF")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (chunk(b"eXIf", exif(True)), b""),
        (b"", chunk(b"eXIf", exif(True))),
        (chunk(b"tEXt", profile(b"Raw profile type exif")), b""),
        (chunk(b"zTXt", packed(profile(b"Raw profile type exif"))), b""),
        (b"", chunk(b"zTXt", packed(profile(b"Raw profile type APP1")))),
        (chunk(b"eXIf", exif(False)), chunk(b"eXIf", exif(True))),
        (chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP), b""),
        (chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(XMP)), b""),
    ],
    ids=["before", "behind", "text", "packed", "older-title", "twice", "xmp", "packed-xmp"],
)
def test_the_place_in_a_png_is_found_wherever_it_stands(look, before, after):
    """Details stand before or behind the points, as they are or as a text."""
    assert look(png(before, end=after)).place


@pytest.mark.parametrize("name", ["JPEG", "WEBP", "AVIF"])
def test_the_place_is_found_in_xmp(look, name):
    """Programs that sort photographs write it there, and keep no other."""
    made = io.BytesIO()
    Image.new("RGB", (40, 30)).save(made, name, xmp=XMP)
    assert look(made.getvalue(), f"a.{name.lower()}").place


@pytest.mark.parametrize(
    ("details", "found"),
    [({"exif": exif(False)}, 1), ({"xmp": XMP.replace(b"GPSLatitude", b"Flash")}, 1), ({}, 0)],
    ids=["exif", "xmp", "none"],
)
def test_an_avif_with_details_is_refused(tmp_path, details, found):
    """An AVIF picture with details of any sort is a finding, for nobody takes them out."""
    (tmp_path / "content/pages").mkdir(parents=True)
    Image.new("RGB", (40, 30)).save(tmp_path / "content/pages/a.avif", **details)
    codes = [one.code for one in examine(settings_for(tmp_path))[1]]

    assert codes.count("LS503") == found


def test_xmp_without_a_place_is_no_fault(look):
    """What else stands there is taken out when the picture is published."""
    other = XMP.replace(b"GPSLatitude", b"Flash")
    assert look(png(chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + other))).place is False


def test_details_that_unpack_to_no_end_are_given_up(look):
    """A text of a few thousand bytes that holds a gigabyte is read to a limit."""
    many = packed(b"Raw profile type exif\0" + b"\n" * 200_000_000)
    assert look(png(chunk(b"zTXt", many))) == Picture("PNG", 40, 30, place=False)


LONG = SIGNATURE + b"\xff\xff\xff\xffeXIf"


@pytest.mark.parametrize(
    "data", [png()[:-20], SIGNATURE, SIGNATURE + chunk(b"IEND", b""), b"PNG", LONG], ids=len
)
def test_half_a_picture_is_none(look, data):
    """A file that ends too early cannot be shown, and is said to be no picture."""
    assert look(data) is None


@pytest.mark.parametrize("other", [b"", b"http://ns.adobe.com/xap/1.0/\0<x/>"], ids=len)
def test_other_things_under_the_title_of_details_are_left_alone(look, other):
    """What is written there and is not of a camera does not spoil the picture."""
    text = b"Raw profile type APP1\0" + f"\nexif\n{len(other):8}\n{other.hex()}\n".encode()
    assert look(png(chunk(b"tEXt", text))) == Picture("PNG", 40, 30, place=False)


def test_details_that_cannot_be_read_may_hide_a_place(look):
    """We do not call such a picture a good one."""
    assert look(png(chunk(b"eXIf", b"no details"))) is None


def test_a_picture_that_was_changed_is_looked_at_again(look):
    """A preview hears of the new file under the old name."""
    assert look(png(chunk(b"eXIf", exif(True)))).place
    assert not look(png(chunk(b"eXIf", exif(False)))).place


PAGE = "--- pages/a.md\ntitle: A page\n---\n"


@pytest.mark.parametrize(
    ("target", "says", "hint"),
    [
        (
            "IMG_2031.HEIC",
            "`IMG_2031.HEIC` is a picture in Apple's form (HEIC), which browsers do not show",
            "save it as JPEG, and write `img-2031.jpg` here",
        ),
        (
            "../media/IMG 1.heic",
            "`../media/IMG 1.heic` is a picture in Apple's form (HEIC), which browsers do not show",
            "save it as JPEG, and write `../media/img-1.jpg` here",
        ),
        (
            "Rota.JPG",
            "`Rota.JPG` has capital letters in its ending",
            "rename the file to `rota.jpg`, and write `rota.jpg` here",
        ),
    ],
)
def test_a_picture_with_another_ending_is_not_called_none(target, says, hint):
    """A photograph of a phone is a picture to its author, who hears at once what to do with it."""
    [one] = [one for one in checked(PAGE + f"![The rota](<{target}>)")[1] if one.code == "LS312"]

    assert (one.says, one.hint) == (says, hint)


@pytest.mark.parametrize("brand", ["heic", "heix", "mif1", "hevc"])
def test_a_renamed_picture_of_an_iphone_is_known_by_its_first_bytes(brand):
    """Another ending makes no JPEG of it, and renaming once more would be in vain."""
    sample = (
        PAGE + f"![The rota](rota.jpg)\n--- pages/rota.jpg (as it is)\n1234ftyp{brand} and more"
    )
    [one] = [one for one in checked(sample)[1] if one.code == "LS504"]

    assert "a picture in Apple's form (HEIC), which browsers do not show" in one.says
    assert one.hint == "open it and save it as JPEG, with the name `rota.jpg`"


def asked(tmp_path, body: str) -> int:
    """How often a consent is asked for, beside a photograph and a drawing that are saved as PNG."""
    write_sample(PAGE + body, tmp_path / "content")
    many = Image.frombytes("RGB", (400, 300), os.urandom(400 * 300 * 3))
    many.resize((800, 600)).save(tmp_path / "content/pages/meeting.png")
    few = Image.new("RGB", (800, 600), "white")
    for size in range(40, 400, 20):
        ImageDraw.Draw(few).ellipse((400 - size, 10, 400 + size, 590), outline=(size // 2, 90, 180))
    few.resize((600, 450)).save(tmp_path / "content/pages/drawing.png")
    report = examine(settings_for(tmp_path))[1]
    return [one.code for one in report].count("LS417")


@pytest.mark.parametrize(
    ("body", "times"),
    [
        ("![The team](meeting.png)", 1),
        ("See [the team](meeting.png) and [again](meeting.jpg#a).", 2),
        ("![Rings](drawing.png) and [the rings](drawing.png)", 0),
        ("See [a page](https://example.org/meeting.jpg) and [none](lost.png).", 0),
    ],
)
def test_a_photograph_is_known_by_its_colours_and_behind_a_link(tmp_path, body, times):
    """Who is seen in a picture is seen as well if it is a PNG, or one press away."""
    assert asked(tmp_path, body) == times
