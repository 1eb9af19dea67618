"""The distance between settings, for any settings at all."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from lsbuild.relations.distance import FIELDS, distance

TERMS = st.frozensets(st.sampled_from("abcdef"), max_size=4)
SETTINGS = st.fixed_dictionaries(dict.fromkeys(FIELDS, TERMS))
FILLED = st.fixed_dictionaries({field: TERMS.filter(bool) for field in FIELDS})


@given(SETTINGS, SETTINGS)
def test_it_is_the_same_both_ways(one, other):
    """How unlike one setting is to another does not depend on where one stands."""
    assert distance(one, other) == distance(other, one)


@given(SETTINGS)
def test_a_setting_is_like_itself(one):
    """A setting is no distance from itself, however little is known of it."""
    assert distance(one, one) == 0


@given(SETTINGS, SETTINGS)
def test_it_lies_between_nothing_and_one(one, other):
    """No pair of settings is further apart than one."""
    assert 0 <= distance(one, other) <= 1


@given(FILLED, FILLED, FILLED)
def test_no_detour_is_shorter(one, other, third):
    """Where all is told it is a metric: the way over a third setting is never shorter."""
    assert distance(one, other) <= distance(one, third) + distance(third, other)


def test_each_field_weighs_the_same():
    """Terms in common are shares of a field; what only one side tells counts half."""
    mine = {"levels": {"district"}, "governance": {"devolved"}}

    assert distance(mine, {"levels": {"district", "facility"}}) == Fraction(1, 2)
    assert distance(mine, {**mine, "governance": {"central"}}) == Fraction(1, 2)
    assert distance(mine, {**mine, "groups": {"teams"}}) == Fraction(1, 6)


def test_only_the_fields_asked_for_count():
    """Questions a reader leaves open are no difference."""
    assert distance({"levels": {"a"}}, {"levels": {"a"}, "groups": {"b"}}, ["levels"]) == 0
