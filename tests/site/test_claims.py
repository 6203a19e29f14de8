"""Claims set right: each says what is right, why people believe it and by which article, and tests hold what can be computed."""

import re
from functools import cache

import pytest
from bs4 import BeautifulSoup, Tag

from scripts import build, pages
from scripts.claims import calculators_of, held_by, named_cases
from scripts.prose import ProseError

PAGES = sorted(name for name in pages.read_tree("en") if name.startswith("myths/"))
in_both_languages = pytest.mark.parametrize("lang", ["en", "zh"])
each_page = pytest.mark.parametrize("name", PAGES)
LABELS = {
    "en": ("What is right", "Why people believe it", "The law"),
    "zh": ("正确的是", "为什么有人信", "依据"),
}


@cache
def claims(lang: str, name: str) -> list[Tag]:
    path = build.SITE / ("zh" if lang == "zh" else ".") / name.removesuffix(".md") / "index.html"
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").select("section.claim")


@in_both_languages
@each_page
def test_each_claim_is_named_corrected_and_tied_to_an_article(lang: str, name: str):
    found = claims(lang, name)
    assert len(found) >= 5
    for claim in found:
        text = claim.get_text(" ", strip=True)
        right, why, law = LABELS[lang]
        assert re.search(r"[“”]", claim.h2.get_text()), "the heading is the claim, as people say it"
        assert right in text and why in text, claim.h2.get_text()
        if law in text:
            assert claim.select('a[href*="law/"][href*="#"]'), claim.h2.get_text()


@each_page
def test_both_languages_set_the_same_claims_right(name: str):
    ids = [[claim["aria-labelledby"] for claim in claims(lang, name)] for lang in ("en", "zh")]
    assert ids[0] == ids[1]
    assert len(ids[0]) == len(set(ids[0]))


@each_page
def test_what_people_search_for_leads_to_each_claim(name: str):
    """The page's questions, which the home page and the search show, lead to claims of the page."""
    asked = [str(question) for question in pages.read_tree("en")[name].meta["question"]]
    targets = {match.group(1) for question in asked if (match := re.search(r"\{ #([\w-]+) \}", question))}
    assert targets <= {claim["aria-labelledby"] for claim in claims("en", name)}
    assert len(targets) >= 5


def held(lang: str) -> set[str]:
    source = "\n".join(page.body for name, page in pages.read_tree(lang).items() if name in PAGES)
    calls = re.findall(r"held_by\(([^)]*(?:\([^)]*\)[^)]*)*)\)", source)
    return {case for call in calls for case in re.findall(r'"([^"]+)"', call)}


@in_both_languages
def test_every_error_that_the_tests_know_is_explained_to_readers(lang: str):
    known = {case for case in named_cases() if ": Known wrong: " in case}
    assert known
    assert known <= held(lang)


@in_both_languages
def test_a_claim_that_is_held_leads_to_its_calculator(lang: str):
    linked = [claim for name in PAGES for claim in claims(lang, name) if claim.select(".claim-test")]
    assert len(linked) >= 10
    for claim in linked:
        assert claim.select('.claim-test a[href*="calculators/"]')


def test_a_case_that_is_not_there_is_refused():
    with pytest.raises(ProseError, match="has no case 'retirement: Nobody'"):
        held_by("retirement: Nobody")
    assert calculators_of(["pension: a", "retirement: b", "pension: c"]) == ["pension", "retirement"]
