"""A mistake in the fields of a file hides nothing of its body."""

from tests.sample import checked, findings

BODY = "---\n# Background\n\nThis is <b>bold</b>; [click here](http://example.org/x).\n"
ALL = {("lessons/a.md", code) for code in ("LS301", "LS308", "LS310")}


def codes(sample: str) -> set[tuple[str, str]]:
    return {(path, code) for path, _, code in findings(sample)}


def test_a_wrong_value_does_not_hide_the_body():
    """An author hears of a misspelled status and of all that is wrong below in one run."""
    found = codes("--- lessons/a.md\ntitle: A lesson\nstatus: publshed\n" + BODY)

    assert found == {("lessons/a.md", "LS114"), *ALL}


def test_fields_that_are_not_yaml_do_not_hide_the_body():
    """The body is known as long as the line is where the fields end."""
    found = codes("--- lessons/a.md\ntitle: Kilifi: what now\n" + BODY)

    assert found == {("lessons/a.md", "LS103"), *ALL}


def test_fields_without_an_end_are_no_body():
    """Nobody is told to write the fields in Markdown."""
    sample = "--- lessons/a.md (as it is)\n---\ntitle: <b>A</b>\n"

    assert codes(sample) == {("lessons/a.md", "LS102")}


def test_what_the_page_accepts_stays_accepted():
    """A reason that was given counts, whatever is wrong with another field."""
    allow = "allow:\n  - {rule: top-level-heading, why: It is quoted.}\n"
    found = codes(f"--- lessons/a.md\ntitle: A lesson\nstatus: publshed\n{allow}{BODY}")

    assert ("lessons/a.md", "LS114") in found and ("lessons/a.md", "LS308") not in found


def test_rules_that_ask_the_fields_wait():
    """What a field would have made right is not reported while that field cannot be read."""
    found = codes(
        "--- lessons/a.md\ntitle: A lesson\nterms: [learning loop]\n---\n"
        "Each learning loop has [three steps](#steps).\n"
        "--- glossary/learning-loop.md\ntitle: Learning loop\n"
    )

    assert {code for path, code in found if path == "lessons/a.md"} == {"LS120"}


def test_a_file_half_read_is_no_entry():
    """Nothing is counted, linked or shown of a page whose fields have mistakes."""
    portal, *_ = checked("--- lessons/a.md\ntitle: A lesson\nstatus: publshed\n")

    assert not portal.library.entries and len(portal.library.half) == 1
