"""What is not known: found by key and month, from the place and its province."""

from calc.gaps import gaps
from calc.month import Month


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
    (gap,) = gaps("320100", "medical_years")
    assert "ybj.nanjing.gov.cn" in gap.note("en")
    assert "ybj.nanjing.gov.cn" in gap.note("zh")


def test_a_place_without_a_file_has_none():
    assert kinds("341300", "medical_years") == []
