"""What one walk over a body gives."""

from lsbuild.text.markdown import write
from lsbuild.text.outline import Slot


def html(body: str) -> str:
    return "".join(part for part in write(body).parts if not isinstance(part, Slot))


def test_a_footnote_is_shown_once_whatever_the_size_of_its_letters():
    """Two marks that are one label share a number and a note."""
    made = html("One[^a], two[^A].\n\n[^a]: At the clinic.\n")

    assert made.count("At the clinic.") == 1 and made.count('href="#fn-1"') == 2


def test_the_words_of_a_picture_are_no_words_of_the_page():
    """Code and line ends in the text for a picture stay with the picture."""
    outline = write("Before ![a `code` and  \nmore](a.png) after")

    assert outline.images[0].alt == "a code and\nmore"
    assert outline.paragraphs == ["Before  after"]
