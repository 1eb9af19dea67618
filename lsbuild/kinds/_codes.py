"""Codes of countries, their parts and languages, and what people write for them."""

from __future__ import annotations

from typing import Any

import pycountry
from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

from lsbuild.text.country_names import country_of, parts_called, sharing
from lsbuild.text.words import listed


def _known(code: str, what: str, right: str, hint: str = "") -> str:
    """Letters count: who compares `ke` with `KE` would find two countries."""
    if not code or code != right:
        says = "no {what} has the code `{code}`"
        given = {"what": what, "code": code, "near": right, "hint": hint}
        raise PydanticCustomError("iso_code", says, given)
    return code


# What people call a country beside its code; the European Union writes two of them so.
_CALLED = {"UK": "GB", "EL": "GR"}


def _code_of(known: Any, written: str) -> str:  # noqa: ANN401 - a list of pycountry
    """The code that was meant: in other letters, by a name, or as it is often called."""
    try:
        return str(getattr(known.lookup(_CALLED.get(written.upper(), written)), "alpha_2", ""))
    except LookupError:
        return ""


def known_country(code: str) -> str:
    """The code of a country; raises `iso_code`, with what was meant where that is plain."""
    found = pycountry.countries.get(alpha_2=code)
    if several := sharing(code):
        each = " or ".join(f"`{one}` ({name})" for one, name in several.items())
        return _known(code, "country", "", f"two countries are called so: write {each}")
    near = found.alpha_2 if found else country_of(code) or _code_of(pycountry.countries, code)
    return _known(code, "country", near)


def known_subdivision(code: str, info: ValidationInfo) -> str:
    """The code of a part of a country; a name is looked up in the country given above it."""
    found = pycountry.subdivisions.get(code=code)
    if found:
        return _known(code, "subdivision", found.code)
    country = (info.data or {}).get("country")
    called = parts_called(code, country) if country and code else []
    near, hint = (called[0], "") if len(called) == 1 else ("", f"write {listed(called)}")
    return _known(code, "subdivision", near, hint if called else "")


def known_language(code: str) -> str:
    """The code of a language."""
    found = pycountry.languages.get(alpha_2=code)
    near = found.alpha_2 if found else _code_of(pycountry.languages, code)
    return _known(code, "language", near)
