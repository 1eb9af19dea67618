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


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("who.int", "https://evil.example.com/login"),
        ("WHO guidance at who.int/malaria", "https://evil.example.com/a"),
        ("**WHO.INT**", "https://who.int.example.com/"),
        ("https://www.who.int/", "https://example.com/who.int"),
        ("the team, info@who.int", "mailto:info@example.com"),
        ("who.int", "https://notwho.int/"),
        ("`moh.gov.ke`", "https://moh.gov.ke@example.com/"),
    ],
)
def test_words_that_name_another_host_are_refused(words, address):
    """A reader who looks at the words would think to go there."""
    assert "LS302" in found(f"--- lessons/one.md\ntitle: One\n---\nSee [{words}]({address}).\n")


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("the file data.csv", "https://example.org/a"),
        ("README.md and run.py", "https://example.org/a"),
        ("Node.js 20.1, e.g. i.e. U.S. p.m. et.al a.k.a.", "https://example.org/a"),
        ("it ended.In 2019 v1.2.3 was 3.in", "https://example.org/a"),
        ("who.int/malaria", "https://www.who.int/malaria"),
        ("www.who.int", "https://who.int/"),
        ("apps.who.int", "https://who.int/a"),
        ("who.int, as it was", "https://web.archive.org/web/2020/https://who.int/a"),
        ("how Booking.com’s teams learn", "https://example.org/a"),
        ("info@who.int", "mailto:info@who.int?subject=a"),
    ],
)
def test_words_that_only_look_like_a_host_are_taken(words, address):
    """Names of files, short forms, numbers, and the host itself with more or less before it."""
    assert found(f"--- lessons/one.md\ntitle: One\n---\nSee [{words}]({address}).\n") == ()


def test_a_host_in_code_is_warned_of_in_fields_too():
    """Nobody can read which letters `xn--` stands for."""
    assert found("--- sources/one.md\ntitle: One\nurl: https://xn--who-5cd.example/\n") == (
        "LS321",
    )
    text = "See [it](https://www.xn--who-5cd.example/a), not `https://xn--a.example`."
    assert found(f"--- lessons/one.md\ntitle: One\n---\n{text}\n") == ("LS321",)
