"""Defects, each of a sort of its own, planted in a good portal."""

from __future__ import annotations

import gzip
import json
import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from lsbuild.library.library import AnyEntry
from lsbuild.library.read import read
from lsbuild.settings import read_settings
from lsbuild.verify import verify
from tests import portals

TOKEN = "ghp_" + "a1B2" * 9
HIDDEN = "Nobody may read this sentence of a draft before it is reviewed"
IN_A_FIELD = "Nobody may read this question of a draft before it is reviewed"
FIND, QUICK, KEPT = "data/find.json", "data/quick.json", "data/offline/index.json"
Plant = Callable[[Path], None]


def into(name: str, old: str, new: str) -> Plant:
    """Put something into a page; every page has a tag `old`."""

    def plant(site: Path) -> None:
        path = site / name
        text = path.read_text("utf-8")
        assert old in text
        fresh(path).write_text(text.replace(old, new, 1), "utf-8")

    return plant


def body(words: str) -> tuple[str, str]:
    return "</h1>", f"</h1>{words}"


def fresh(path: Path) -> Path:
    """The same place with no file in it: what is there may be shared with another folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    return path


def file(name: str, data: bytes, mode: int = 0o644) -> Plant:
    def plant(site: Path) -> None:
        fresh(site / name).write_bytes(data)
        (site / name).chmod(mode)

    return plant


def gone(name: str) -> Plant:
    return lambda site: (site / name).unlink()


def copy(name: str, over: str) -> Plant:
    return lambda site: file(over, (site / name).read_bytes())(site)


POLICY = '<meta http-equiv="Content-Security-Policy"'
IN_PAGES = {
    "policy removed": ("policy", POLICY, "<meta data-was"),
    "policy second": ("policy", "<head>\n", "<head>\n<script src='assets/lsbuild.js'></script>"),
    "policy loosened": ("policy", "default-src 'none'", "default-src *"),
    "policy allows inline": ("policy", "style-src 'self'", "style-src 'self' 'unsafe-inline'"),
    "script in the text": ("inline-script", *body("<script>alert(1)</script>")),
    "script of a strange type": ("inline-script", *body("<script type=module>x</script>")),
    "script in capitals": ("inline-script", *body("<SCRIPT>alert(1)</SCRIPT>")),
    "script in a comment": ("inline-script", *body("<!-- --!><script>alert(1)</script> -->")),
    "our script changed": ("inline-script", "<script>", "<script>/* */"),
    "handler": ("handler", *body("<b onclick='x()'>b</b>")),
    "handler in a picture": ("handler", *body("<svg onload=x()></svg>")),
    "bad scheme": ("address", *body("<a href='javascript:x()'>a</a>")),
    "scheme with a tab": ("address", *body("<a href='java&#9;script:x()'>a</a>")),
    "scheme after a control": ("address", *body("<a href='&#1;javascript:x()'>a</a>")),
    "scheme in a form": ("address", *body("<button formaction='javascript:x()'>a</button>")),
    "data as a page": ("address", *body("<a href='data:text/html,x'>a</a>")),
    "data as a script": ("address", *body("<script src='data:,x'></script>")),
    "picture from elsewhere": ("address", *body("<img src='https://example.org/x.png' alt=''>")),
    "picture without scheme": ("address", *body("<img src='//example.org/x.png' alt=''>")),
    "one of two pictures": ("address", *body("<img srcset='x.png 1x, //a.org/y.png 2x'>")),
    "style from elsewhere": ("address", *body("<link rel=stylesheet href=https://example.org/x>")),
    "contact made early": ("address", *body("<link rel=preconnect href=https://example.org>")),
    "backslashes for a host": ("address", *body("<img src='\\\\example.org/x.png' alt=''>")),
    "frame": ("element", *body("<iframe src='about/'></iframe>")),
    "base": ("element", *body("<base href='/elsewhere/'>")),
    "object": ("element", *body("<object data='x.svg'></object>")),
    "style element": ("element", *body("<style>a{color:red}</style>")),
    "style attribute": ("style", *body("<b style='color:red'>b</b>")),
    "refresh": ("refresh", *body("<meta http-equiv=refresh content='0; url=//example.org'>")),
    "one attribute twice": ("markup", "<html lang", '<html lang="" lang'),
    "two sorts of script": (
        "inline-script",
        *body("<script type=text/javascript type=application/json>x()</script>"),
    ),
    "address named twice": ("address", *body("<a href='javascript:x()' href='#main'>a</a>")),
    "comment": ("markup", *body("<!-- x -->")),
    "comment that ends at once": ("markup", *body("<!--><a href='#main'>a</a>-->")),
    "comment in a title": ("markup", "<title>", "<title><!--</title>-->"),
    "element in a title": ("markup", "<title>", "<title><b title='</title><i>'>"),
    "hidden in an attribute": ("markup", *body("<b title='<i>'>b</b>")),
    "instruction": ("markup", *body("<?x y?>")),
    "element before the head": ("policy", "<head>", "<p>p</p><head>"),
    "words before the head": ("policy", "<html", "words <html"),
    "elements in data": (
        "inline-script",
        *body("<svg><script type=application/json><i></script></svg>"),
    ),
    "refresh by backslashes": (
        "refresh",
        *body("<meta http-equiv=refresh content='0; url=\\\\example.org'>"),
    ),
    "refresh by both": (
        "refresh",
        *body("<meta http-equiv=refresh content='0; url=/\\example.org'>"),
    ),
    "another character set": ("meta", 'charset="utf-8"', 'charset="iso-2022-jp"'),
    "no referrer kept back": ("meta", *body("<meta name=referrer content=unsafe-url>")),
    "settings of a browser": (
        "meta",
        *body("<meta http-equiv=x-dns-prefetch-control content=on>"),
    ),
    "script by another name": ("script", *body("<script src='data/x.json'></script>")),
    "pictures made early": ("attribute", *body("<link rel=preload imagesrcset='//a.org/x 1x'>")),
    "address that changes": (
        "element",
        *body("<svg><a><animate attributeName=href values='x:y'/></a></svg>"),
    ),
    "style in a drawing": ("element", *body("<svg><style>@import url(//a.org)</style></svg>")),
    "HTML in a drawing": ("element", *body("<svg><foreignObject></foreignObject></svg>")),
    "paint from elsewhere": ("attribute", *body("<svg><rect fill='url(//a.org/x#y)'/></svg>")),
    "password": ("input", *body("<input type=password>")),
    "form": ("element", *body("<form method=post></form>")),
    "words as they stand": ("element", *body("<textarea><!--</textarea>-->")),
    "a root in the shadow": ("attribute", *body("<template shadowrootmode=open></template>")),
    "broken link": ("link", *body("<a href='not-there/'>a</a>")),
    "broken root link": ("link", *body("<a href='/portal/not-there/'>a</a>")),
    "broken fragment": ("link", *body("<a href='#nowhere-at-all'>a</a>")),
    "secret": ("secret", *body(f"<p>{TOKEN}</p>")),
    "secret in an attribute": ("secret", *body(f"<p title='{TOKEN}'>t</p>")),
    "control character": ("control", *body("<p>\x9b31m</p>")),
    "control character as a number": ("control", *body("<p title='&#x1b;'>p</p>")),
    "draft": ("unpublished", *body(f"<p>{HIDDEN}.</p>")),
    "a field of a draft": ("unpublished", *body(f"<p>{IN_A_FIELD}.</p>")),
    "draft in a description": ("unpublished", *body(f"<p title='{HIDDEN}.'>t</p>")),
}
IN_FILES: dict[str, tuple[str, str, Plant]] = {
    "script file": ("unknown-script", "assets/x.js", file("assets/x.js", b"alert(1)")),
    "script changed": ("unknown-script", "assets/store.js", file("assets/store.js", b"//")),
    "worker": ("unknown-script", "sw.js", file("sw.js", b"self.x=1")),
    "unknown type": ("file-type", "x.php", file("x.php", b"<?php")),
    "no type": ("file-type", "x", file("x", b"x")),
    "old style page": ("file-type", "x.xhtml", file("x.xhtml", b"<html/>")),
    "hidden file": ("leftover", ".env.json", file(".env.json", b"{}")),
    "link": ("symlink", "passwd.txt", lambda site: (site / "passwd.txt").symlink_to("/etc/passwd")),
    "folder link": ("symlink", "etc", lambda site: (site / "etc").symlink_to("/etc")),
    "executable": ("mode", "y.txt", file("y.txt", b"y", 0o755)),
    "writable by all": ("mode", "z.txt", file("z.txt", b"z", 0o666)),
    "not in the manifest": ("manifest", "w.txt", file("w.txt", b"w")),
    "missing": ("manifest", "data/words.fr.json", gone("data/words.fr.json")),
    "changed": ("manifest", ".nojekyll", file(".nojekyll", b"x")),
    "picture with a script": (
        "inline-script", "a.svg", file("a.svg", b"<svg><script>x()</script></svg>"),
    ),
    "picture with a handler": ("element", "b.svg", file("b.svg", b"<svg onload='x()'/>")),
    "picture that asks": (
        "address", "c.svg", file("c.svg", b"<svg><image href='https://example.org/x'/></svg>"),
    ),
    "drawing of others": ("unknown-drawing", "d.svg", file("d.svg", b"<svg></svg>")),
    "style of others": ("unknown-style", "x.css", file("x.css", b"@import url(//a.org)")),
    "style changed": ("unknown-style", "assets/lsbuild.css", file("assets/lsbuild.css", b"a{}")),
    "page as XML": (
        "xml", "p.xml", file("p.xml", b"<html xmlns='http://www.w3.org/1999/xhtml'/>"),
    ),
    "draft in the data": (
        "unpublished", "data/x.json", file("data/x.json", json.dumps({"a": HIDDEN}).encode()),
    ),
    "draft in the search": (
        "unpublished",
        "pagefind/fragment/x.pf_fragment",
        file("pagefind/fragment/x.pf_fragment", gzip.compress(HIDDEN.encode())),
    ),
    "secret in the data": ("secret", "data/y.json", file("data/y.json", f'"{TOKEN}"'.encode())),
    "control in the data": ("control", "data/c.json", file("data/c.json", b'["\\u001b[31m"]')),
    "secret in captions": ("secret", "media/c.vtt", file("media/c.vtt", TOKEN.encode())),
    "table of others": ("unknown-file", "t.csv", file("t.csv", b"a,b")),
    "program in the data": ("address", FIND, into(FIND, '"url":"', '"url":"javascript:x()//')),
    "address of nothing": ("link", QUICK, into(QUICK, '"url":"', '"url":"nowhere/')),
    "passage from elsewhere": (
        "address",
        "pagefind/fragment/y.pf_fragment",
        file("pagefind/fragment/y.pf_fragment", gzip.compress(b'pagefind_dcd{"url":"//a.org/"}')),
    ),
    "pages of another host": (
        "address", "sitemap.xml", into("sitemap.xml", "<loc>https://example.org", "<loc>//a.org"),
    ),
    "what was kept is dropped": ("offline", KEPT, file(KEPT, b'{"off": true}')),
    "no search": ("missing", "pagefind/pagefind-entry.json", gone("pagefind/pagefind-entry.json")),
    "another first page": ("place", "index.html", copy("404.html", "index.html")),
    "another's page": ("place", "themes/index.html", copy("find/index.html", "themes/index.html")),
    "no page for lost readers": ("missing", "404.html", gone("404.html")),
    "script moved": ("unknown-script", "worker.js", copy("assets/find.js", "worker.js")),
    "archive": ("file-type", "setup.zip", file("setup.zip", b"PK")),
    "file from elsewhere": ("unknown-file", "a.docx", file("a.docx", b"PK")),
    "page from elsewhere": ("unknown-file", "x.html", copy("find/index.html", "x.html")),
    "editor unasked": ("unknown-file", "edit/a.json", file("edit/a.json", b"{}")),
    "another host": ("host", "CNAME", file("CNAME", b"example.com\n")),
    "not to be read": ("unreadable", "data/z.json", file("data/z.json", b"{")),
}  # fmt: skip


def collection(folder: Path) -> tuple[AnyEntry, ...]:
    """The golden collection with one draft more, which no page was built from."""
    content = folder / "content"
    shutil.copytree(portals.GOLDEN / "content", content)
    text = (content / "lessons/sample-first-lesson.fr.md").read_text("utf-8")
    text = text.replace("published", "draft").replace("reflect:", f"reflect:\n  - {IN_A_FIELD}.")
    draft = f"{text}\n{HIDDEN}.\n"
    (content / "lessons/hidden.md").write_text(draft, "utf-8")
    library, report = read(content)
    assert any(entry.ref.slug == "hidden" for entry in library), report.findings
    return library.entries


def problems(
    site: Path, entries: Iterable[AnyEntry] = (), config: Path = portals.GOLDEN / "mkdocs.yml"
) -> set[tuple[str, str]]:
    """What is said of a folder: the sort and the file of each problem."""
    done = verify(site, read_settings(config), tuple(entries))
    return {(one.name, one.path) for one in done.problems}


def plant_all(good: Path, site: Path) -> dict[str, tuple[str, str]]:
    """Copy a portal and plant every defect, each in a page or file of its own; where each is."""
    shutil.copytree(good, site, copy_function=os.link)
    pages = [path for path in sorted(site.rglob("index.html")) if "</h1>" in path.read_text()]
    assert len(pages) > len(IN_PAGES)
    for (_, old, new), path in zip(IN_PAGES.values(), pages, strict=False):
        into(path.relative_to(site).as_posix(), old, new)(site)
    for _, _, plant in IN_FILES.values():
        plant(site)
    where = {
        name: (kind, path.relative_to(site).as_posix())
        for (name, (kind, *_)), path in zip(IN_PAGES.items(), pages, strict=False)
    }
    return where | {name: (kind, path) for name, (kind, path, _) in IN_FILES.items()}
