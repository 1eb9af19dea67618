"""A reader sees where a link leads: no address shows another host than its own."""

import pytest

from tests.sample import checked

DISGUISED = [
    "https://whо.int/",  # the о is Cyrillic
    "https://wh%D0%BE.int/",
    "https://ｗho.int/",
    "https://who.int@evil.example/",
    "https://who.int%40evil.example/",
    "HTTPS://user:word@who.int/",
]
OPEN = [
    "https://who.int/@team?to=a@b",
    "https://пример.испытание/",
    "https://münchen.example/",
    "https://mu\u0308nchen.example/",
    "https://例え.example/",
    "https://example.org/whо",
]


def found(example: str) -> tuple[str, ...]:
    return tuple(
        one.code for one in checked(example)[1] if one.code[:4] in ("LS30", "LS32", "LS12")
    )


@pytest.mark.parametrize("address", DISGUISED)
def test_an_address_with_a_disguised_host_is_refused(address):
    """In a body it becomes no link, and no field takes it."""
    body = f"--- lessons/one.md\ntitle: One\n---\nSee [the report]({address}).\n"
    portal, report, _ = checked(body)
    assert [one.code for one in report if one.code[:3] == "LS3"] == ["LS302"]
    assert portal.library.entries[0].outline.links[0].type == "forbidden"

    assert found(f"--- sources/one.md\ntitle: One\nurl: '{address}'\n") == ("LS127",)


@pytest.mark.parametrize("address", OPEN)
def test_an_address_with_an_open_host_is_taken(address):
    """One alphabet is fine, whichever it is, and signs behind the host are nobody's disguise."""
    assert found(f"--- lessons/one.md\ntitle: One\n---\nSee [the report]({address}).\n") == ()
    assert found(f"--- sources/one.md\ntitle: One\nurl: '{address}'\n") == ()


def test_a_host_in_code_is_warned_of_in_fields_too():
    """Nobody can read which letters `xn--` stands for."""
    assert found("--- sources/one.md\ntitle: One\nurl: https://xn--who-5cd.example/\n") == (
        "LS321",
    )
    text = "See [it](https://www.xn--who-5cd.example/a), not `https://xn--a.example`."
    assert found(f"--- lessons/one.md\ntitle: One\n---\n{text}\n") == ("LS321",)
