"""Keys and tokens are known by their shapes."""

import pytest

from lsbuild.text.secrets import secrets_in

LONG = "aB3dE6gH9" * 8


@pytest.mark.parametrize(
    ("begins", "what"),
    [
        ("sk-ant-api03-", "a key of a language model"),
        ("sk-proj-", "a key of a language model"),
        ("sk-", "a key of a language model"),
        ("glpat-", "a token of GitLab"),
        ("pypi-AgE", "a token of PyPI"),
    ],
)
def test_a_token_is_found_by_how_it_begins(begins, what):
    """What follows is long and looks like nothing else."""
    assert [one for one, _ in secrets_in(f"It is {begins}{LONG}.")] == [what]


def test_a_token_of_npm_has_its_length():
    """Thirty-six letters and digits."""
    assert [one for one, _ in secrets_in(f"It is npm_{LONG[:36]}.")] == ["a token of npm"]


def test_words_that_begin_alike_are_no_secrets():
    """Names of packages and of pages begin so as well."""
    text = "Use npm_config_cache, the pypi-AgE, sk-learn, glpat-x and sk-ant-farm; ask-proj-ects."
    assert list(secrets_in(text)) == []
