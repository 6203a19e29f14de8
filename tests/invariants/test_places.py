"""The register of places: every name leads to one place, every city to its province."""

import re
from collections import Counter

import opencc
import pytest

from calc import places
from calc.tables import table
from scripts import traditional

EVERYWHERE = places.everywhere()
PROVINCES = [place for place in EVERYWHERE if place.code.endswith("0000")]


def most_common(names: list[str]) -> tuple[str, int]:
    return Counter(names).most_common(1)[0]


def test_all_31_provinces_are_there():
    assert len(PROVINCES) == 31


def test_every_citys_province_is_there():
    assert {place.province for place in EVERYWHERE} == {place.code for place in PROVINCES}


def test_codes_are_six_digits_in_order():
    codes = list(table("data/places"))
    assert all(re.fullmatch(r"\d{4}00", code) for code in codes)
    assert codes == sorted(codes)


@pytest.mark.parametrize(
    "name_of", [lambda p: p.slug, lambda p: p.zh, lambda p: p.name("en")], ids=["slug", "zh", "en"]
)
def test_names_shown_and_slugs_are_unique(name_of):
    assert most_common([name_of(place) for place in EVERYWHERE])[1] == 1


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_name_shown_leads_back_to_its_own_place(lang):
    for place in EVERYWHERE:
        assert places.find(place.name(lang)) == (place,)
        assert places.find(place.code) == (place,)


def test_every_slug_and_pinyin_names_its_place_alone_or_among_namesakes():
    for place in EVERYWHERE:
        for name in (place.slug, place.pinyin, place.zh.rstrip("市省")):
            assert place in places.find(name)


def test_only_true_namesakes_are_ambiguous():
    shared = {place.en for place in EVERYWHERE if len(places.find(place.en)) > 1}
    assert shared == {"Suzhou", "Fuzhou", "Taizhou"}


def test_slugs_and_pinyin_are_plain_ascii():
    for place in EVERYWHERE:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", place.slug)
        assert re.fullmatch(r"[a-z]+", place.pinyin)


def test_the_nation_is_no_place_to_be_insured_in():
    assert places.find(places.NATION) == places.find("") == places.find("中国") == ()


@pytest.mark.parametrize("convention", ["s2t", "s2tw", "s2hk"])
def test_every_place_is_read_in_traditional_characters(convention):
    convert = opencc.OpenCC(convention).convert
    for place in EVERYWHERE:
        assert places.find(convert(place.zh)) == (place,), convert(place.zh)


def test_the_table_of_traditional_characters_is_that_of_the_register():
    assert traditional.TARGET.read_text(encoding="utf-8") == traditional.written(), "run python -m scripts.traditional"


@pytest.mark.parametrize(
    "name",
    [
        *("香港", "香港特别行政区", "香港特別行政區", "Hong Kong", "hongkong", "HK", "xiang gang", "810000"),
        *("澳门", "澳門", "Macau", "MACAO", "aomen", "820000"),
        *("台湾", "臺灣", "台灣省", "Taiwan", "台北市", "710000"),
    ],
)
def test_the_three_regions_with_insurance_of_their_own_are_known_by_their_usual_names(name):
    assert places.is_elsewhere(name)
    assert places.find(name) == ()


def test_no_place_of_the_register_is_elsewhere():
    assert not [place for place in EVERYWHERE if any(map(places.is_elsewhere, (place.zh, place.en, place.pinyin)))]


@pytest.mark.parametrize(("typed", "code"), [("Ürümqi", "650100"), ("Běijīng", "110000"), ("廣東廣州", "440100")])
def test_accents_and_provinces_do_not_matter(typed, code):
    assert [place.code for place in places.find(typed)] == [code]
