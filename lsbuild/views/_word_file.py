"""A form as a Word file: the few parts of the format that a page of text needs.

Written by hand so that the same form is the same bytes on every machine.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from xml.sax.saxutils import escape

from lsbuild.views._forms import Line

_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_STYLES = {"title": "Title", "heading": "Heading2", "hint": "Hint"}
# Size in half points, space before in twentieths of a point.
_LOOKS = (
    ("Title", "Title", 40, 0, "<w:b/>"),
    ("Heading2", "heading 2", 28, 320, "<w:b/>"),
    ("Hint", "Hint", 20, 0, '<w:i/><w:color w:val="595959"/>'),
)


def word_file(lines: Iterable[Line], language: str) -> bytes:
    """A `.docx` with a heading, a hint and an empty paragraph for each answer."""
    body = "".join(_paragraph(one) for one in lines)
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(f"{_OFFICE}/officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": _relations(f"{_OFFICE}/styles", "styles.xml"),
        "word/document.xml": f"<w:document {_NS}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/styles.xml": _styles(language),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 3
            file.writestr(info, _HEAD + text)
    return made.getvalue()


def _paragraph(line: Line) -> str:
    style = _STYLES.get(line.role)
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    text = f"☐ {line.text}" if line.role == "choice" else line.text
    words = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f"<w:p>{look}{words}</w:p>"


def _types() -> str:
    parts = (("/word/document.xml", "document.main"), ("/word/styles.xml", "styles"))
    rows = "".join(
        f'<Override PartName="{name}" ContentType="{_TYPE}.{what}+xml"/>' for name, what in parts
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )


def _relations(what: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{what}" Target="{target}"/></Relationships>'
    )


def _styles(language: str) -> str:
    looks = "".join(
        f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'
        f'<w:pPr><w:keepNext/><w:spacing w:before="{before}" w:after="80"/></w:pPr>'
        f'<w:rPr>{look}<w:sz w:val="{size}"/></w:rPr></w:style>'
        for id_, name, size, before, look in _LOOKS
    )
    return (
        f'<w:styles {_NS}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" '
        f'w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="{language}"/>'
        '</w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" '
        'w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:spacing w:after="120"/></w:pPr>'
        f"</w:style>{looks}</w:styles>"
    )
