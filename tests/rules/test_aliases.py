"""Former addresses, as they are copied from an address bar."""

import pytest

from tests.sample import checked


@pytest.mark.parametrize("written", ["case-studies/old-rota", "/case-studies/old-rota/"])
def test_a_former_address_gets_its_slashes(written):
    """Only one address can be meant, so the fix is safe."""
    report = checked(f"--- lessons/a.md\ntitle: A lesson\naliases: [{written}]\n")[1]
    [one] = [one for one in report if one.code == "LS012"]

    assert one.hint == "did you mean `case-studies/old-rota/`?"
    assert one.fix.safe and one.fix.text == "case-studies/old-rota/"


def test_a_former_address_with_capitals_is_no_slip_of_slashes():
    """What cannot have been an address of ours is not guessed."""
    report = checked("--- lessons/a.md\ntitle: A lesson\naliases: [/lessons/Old]\n")[1]
    [one] = [one for one in report if one.code == "LS012"]

    assert one.fix is None and one.hint.startswith("write it like")


@pytest.mark.parametrize("alias", ["find/", "fr/find/", "fr/lessons/", "lessons/b/team-sheet/"])
def test_a_former_address_is_none_of_the_portal_s_own(alias):
    """Its own pages are refused in each of its languages."""
    french = "--- lessons/b.fr.md\ntitle: Une leçon\n"
    report = checked(f"--- lessons/a.md\ntitle: A lesson\naliases: [{alias}]\n{french}")[1]

    [one] = [one for one in report if one.code == "LS014"]
    assert one.says == f"the portal has something of its own at `/{alias}`"


def test_a_page_may_have_been_called_like_a_sheet():
    """Only below an entry is the name the portal's own."""
    report = checked("--- lessons/a.md\ntitle: A\naliases: [lessons/team-sheet/]\n")[1]

    assert "LS014" not in {one.code for one in report}
