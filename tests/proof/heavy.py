"""Files that are large or deep on purpose: refused or read, within a second and little memory."""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator

from tests.portals import Portal
from tests.proof.inputs import LIMIT, checked, settings_of
from tests.proof.small import TERM, forked, said, small_portal, warm
from tests.proof.table import Row

K = 1_000
MEMORY = 400 * 2**20
"""What one file may take besides what the program has anyway."""
_FRONT = TERM.partition("\n---\n")[0]
TALL = 125 * K
"""Nearly as many letters as a file may have."""


def _of(part: str, most: int = TALL) -> str:
    return part * (most // len(part))


BODIES = {
    "a list 300 deep": "".join("  " * n + "- x\n" for n in range(300)),
    "a list 700 deep": "".join(" " * n + "- x\n" for n in range(700)),
    "a line of `- `": _of("- "),
    "a line of `>`": _of(">"),
    "lines of `>`": _of(f"{'>' * 200}\n"),
    "a line of `[`": _of("["),
    "a line of `![`": _of("!["),
    "many `[a](`": _of("[a]("),
    "many `![a](b`": _of("![a](b"),
    "many `[[`": _of("[["),
    "many `[[a|`": _of("[[a|"),
    "many `[@`": _of("[@"),
    "many `[@a, `": _of("[@a, "),
    "many `<a `": _of("<a "),
    "many `<!--`": _of("<!--"),
    "many `<?`": _of("<?"),
    "many `<![CDATA[`": _of("<![CDATA["),
    "many `*a **b `": _of("*a **b "),
    "many `_a*`": _of("_a*"),
    "many `~`": _of("~a ~~"),
    "backticks of growing length": "".join("`" * n + " " for n in range(700)),
    "many `&`": _of("&"),
    "many `&#x`": _of("&#x"),
    "many `\\\\`": _of("\\"),
    "many footnotes": "".join(f"x[^{n}]\n\n[^{n}]: y\n\n" for n in range(4 * K)),
    "footnotes within footnotes": "".join(f"[^{n}]: x[^{n + 1}]\n\n" for n in range(4 * K))
    + "[^0]",
    "many references": "".join(f"[x][{n}]\n\n[{n}]: https://a.b/{n}\n\n" for n in range(3 * K)),
    "one reference many times": _of("[x]") + "\n\n[x]: https://a.b\n",
    "a wide table": f"|{'a|' * 8 * K}\n|{'-|' * 20 * K}\n" + "|b|\n" * 1_000,
    "a tall table": "|a|b|\n|-|-|\n" + _of("|c|d|\n"),
    "many headings": _of("## x\n"),
    "headings of one name": _of("## same\n\nx\n\n"),
    "many links": _of("[x](../y.md#z) "),
    "many addresses": _of("https://a.b/c "),
    "many pictures": _of("![](x.png)\n"),
    "many citations": _of("[@a-page, p. 1] "),
    "many terms": _of("[[term/round]] "),
    "alerts within alerts": "".join("> " * n + "[!NOTE]\n" for n in range(1, 400)),
    "many `{{`": _of("{{"),
    "many `{% `": _of("{% "),
    "many `{#a`": _of("{#a"),
    "many boxes that never end": _of(":::a\n"),
    "many `[^`": _of("[^"),
    "a line of `- ` and many `[^a]:`": _of("- ", 60 * K) + _of("[^a]:", 60 * K),
    "dots, then sentences": "." * 60 * K + _of("p. ", 60 * K),
    "one long word": "x" * TALL,
    "one long line of words": _of("word "),
    "many lines": "\n" * TALL,
    "letters of four bytes": "𝔘" * (30 * K),
    "accents on one letter": "a" + "\u0301" * 60 * K,
    "definition lists": _of("x\n: y\n\n"),
    "task lists": _of("- [ ] x\n"),
}
FRONTS = {
    "brackets 10,000 deep": "title: " + "[" * 10 * K,
    "braces 10,000 deep": "title: " + "{a: " * 10 * K,
    "dashes in a line": "title:\n  " + "- " * 10 * K,
    "a bomb of aliases": "\n".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" if n else "a0: &a0 x" for n in range(12)
    ),
    "one long value": "title: " + "x" * 60 * K,
    "many keys": "\n".join(f"k{n}: x" for n in range(6 * K)),
    "many items": "themes: [" + "x, " * 20 * K + "x]",
    "indents without end": "\n".join(" " * n + f"k{n}:" for n in range(300)),
    "a long number": "place: " + "9" * 60 * K,
    "a long date": "published: 2026-" + "0" * 60 * K,
    "a period": "period: " + "2016/" * 10 * K,
    "many spaces": _FRONT.removeprefix("---\n") + f"\n# x{' ' * 60 * K}x",
    "quotes": "title: '" + "''" * 30 * K,
    "escapes": 'title: "' + "\\x41" * 15 * K + '"',
    "a long DOI": "csl: {DOI: 10." + "1" * 60 * K + "}",
}


FEW = {"many references", "many `{{`", "headings of one name", "front: a bomb of aliases"}


def prove_ceilings(few: bool = False) -> Iterator[Row]:
    """Each in a process with bounded memory; the slowest is named."""
    row = Row("Heavy files: over a second, out of memory or a traceback")
    slowest = (0.0, "")
    with small_portal() as portal:
        warm(portal)
        settings = settings_of(portal)
        checked(settings)
        for name, data in _files().items():
            if few and name not in FEW:
                continue
            took, code = _one(portal, data)
            slowest = max(slowest, (took, name))
            row.expect(code in (0, 1), f"{name}: code {code}, {took:.2f} s")
            if took > LIMIT:
                row.failed.append(f"{name}: {took:.1f} s")
        took, code = _one(portal, b"x" * 10 * 2**20)
        row.expect(code == 1 and took < 0.3, f"a file of 10 MB: code {code}, {took:.2f} s")
    row.note = f"slowest: {slowest[1]}, {slowest[0]:.2f} s; 10 MB refused in {took * K:.0f} ms"
    yield row


def _files() -> dict[str, bytes]:
    front = _FRONT.replace("title: Round", "title: Heavy")
    bodies = {name: f"{front}\n---\n{text}".encode() for name, text in BODIES.items()}
    fronts = {f"front: {name}": f"---\n{text}\n---\nx\n".encode() for name, text in FRONTS.items()}
    return bodies | fronts


def _one(portal: Portal, data: bytes) -> tuple[float, int]:
    """Seconds and exit code of a check with this file."""
    settings = settings_of(portal)
    path = portal.content / "glossary/heavy.md"
    path.write_bytes(data)

    def run() -> int:
        began = time.process_time()
        used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        report, faults = checked(settings, "concise")
        print(time.process_time() - began, *faults[:5], sep="\n", flush=True)
        if resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 > used + MEMORY:
            return 72
        return 71 if faults else int(report.blocks())

    code = forked(run, portal.root / "said.txt")
    path.unlink()
    # Other programs on this machine are not its fault, so its own time counts.
    took = float(said(portal).partition("\n")[0]) if code < 70 else 0.0
    return took, code
