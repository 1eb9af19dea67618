"""The shapes of keys and tokens, which never belong in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SHAPES = {
    "a private key": (("PRIVATE KEY",), r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----"),
    "a token of GitHub": (
        ("ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"),
        r"\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{50,})",
    ),
    "a key of a language model": (
        ("sk-",),
        r"\bsk-(?:ant-[a-z]+\d+-[\w-]{20,}|(?:proj|svcacct)-[\w-]{20,}|[A-Za-z0-9]{40,})",
    ),
    "a token of GitLab": (("glpat-",), r"\bglpat-[\w-]{20,}"),
    "a token of npm": (("npm_",), r"\bnpm_[A-Za-z0-9]{36}\b"),
    "a token of PyPI": (("pypi-AgE",), r"\bpypi-AgE[\w-]{50,}"),
    "a key of Amazon": (("AKIA", "ASIA"), r"\b(?:AKIA|ASIA)[A-Z0-9]{16}\b"),
    "a key of Google": (("AIza",), r"\bAIza[\w-]{35}\b"),
    "a token of Slack": (("xox",), r"\bxox[abprs]-[\w-]{10,}"),
    "a signed token": (("eyJ",), r"\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}"),
}


def secrets_in(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """What looks like a secret: what it is, and where."""
    for what, (begins, shape) in _SHAPES.items():
        # To look for a few letters first is ten times as quick.
        if any(begin in text for begin in begins):
            for found in re.finditer(shape, text):
                yield what, found
