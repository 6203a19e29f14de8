"""What is not known: found by key and month, from the place and its province."""

import pytest

from calc.gaps import gaps
from calc.month import Month
from calc.places import NATION, everywhere


def kinds(*asked):
    return [(gap.layer, gap.kind) for gap in gaps(*asked)]


def test_a_city_hears_its_own_gaps_and_those_of_its_province():
    assert ("440300", "medical_years") in kinds("440300", "medical_years")
    assert ("440000", "medical_years") in kinds("440300", "medical_years")


def test_a_gap_is_about_every_key_below_its_kind():
    assert kinds("530100", "rate.long_term_care.employee") == [("530000", "rate.long_term_care")]
    assert kinds("530100", "rate.long_term_carers") == []


def test_a_gap_is_about_its_months():
    asked = ("110000", "base.pension")
    assert kinds(*asked, Month(2023, 7)) == [("110000", "base.pension")]
    assert kinds(*asked, Month(2023, 6)) == kinds(*asked, Month(2024, 7)) == []


def test_a_gap_says_where_to_look_in_both_languages():
    gap, _ = gaps("320100", "medical_years")
    assert "ybj.nanjing.gov.cn" in gap.note("en")
    assert "ybj.nanjing.gov.cn" in gap.note("zh")


def test_a_place_without_a_file_has_its_provinces_and_the_nations():
    assert {layer for layer, _ in kinds("341300")} == {"340000"}
    assert kinds("341300", "medical_years") == [(NATION, "medical_years")]


def test_the_nations_gaps_come_last_and_only_where_a_key_is_asked():
    assert kinds("420100", "medical_account.retiree") == [
        ("420100", "medical_account.retiree"),
        (NATION, "medical_account.retiree"),
    ]
    assert all(layer != NATION for layer, _ in kinds("420100"))
    assert (NATION, "income.urban") in kinds(NATION)


@pytest.mark.parametrize("place", everywhere(), ids=lambda place: place.code)
def test_where_to_look_names_an_office_or_a_telephone(place):
    for gap in gaps(place.code):
        assert "gov.cn" in gap.note("en") or "bureau" in gap.note("en") or "centre" in gap.note("en")
        assert "网站" in gap.note("zh") or "咨询" in gap.note("zh")
