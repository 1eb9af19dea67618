"""Words of ours, and names of countries and languages, are there for every language."""

import pycountry
import pytest

from lsbuild.text.dates import in_words
from lsbuild.text.messages import country_name, direction, language_name

LANGUAGES = sorted(one.alpha_2 for one in pycountry.languages if hasattr(one, "alpha_2"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_in_any_language_can_be_shown(language):
    """Every language of ISO 639-1 has a direction, names and dates, in English if need be."""
    assert direction(language) in ("ltr", "rtl")
    assert country_name("KE", language) and language_name(language, language)
    assert in_words("2016-04-02/2017-05", language)


def test_a_language_that_babel_does_not_know_falls_back_to_english():
    """Bislama is named, and what stands around a page in it is said in English."""
    assert language_name("bi", "bi") == "Bislama"
    assert in_words("2016-05", "bi") == "May 2016"
