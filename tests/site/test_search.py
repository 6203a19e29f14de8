"""The search index: how text is cut, what is read from a page, what the files hold."""

import json
import tomllib

import pytest

from scripts import search
from scripts.search_pages import Section, SitePage, read_page
from scripts.search_words import Cutter, articles, fold, numeral, read_glossary

GLOSSARY = read_glossary(search.GLOSSARY)
CUTTER = Cutter(GLOSSARY)
HTML = """<!doctype html><html><head><title>Your pay · Guide</title><meta name="description" content="What is taken.">
</head><body><nav><a href="x">Menu</a></nav><article><h1 id="top">Your pay</h1><p>First<br>line</p>
<form><h2 id="no">Not this</h2></form><div data-search-exclude><p>nor <b>this</b></p></div>
<h2 id="base">The base<a class="headerlink" href="#base">¶</a></h2><ul><li>one</li><li>two</li></ul>
<h3>Without an id</h3></article></body></html>"""


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Shèbǎo", "shebao"),
        ("第１２条", "第12条"),
        ("Worker’s", "workers"),
        ("醫療保險繳費", "医疗保险缴费"),
        ("個人賬戶／個人帳戶", "个人账户/个人账户"),
    ],
)
def test_what_is_compared_has_no_accents_widths_or_traditional_forms(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(("written", "value"), [("58", 58), ("十", 10), ("五十八", 58), ("一百〇五", 105)])
def test_article_numbers_are_read_in_figures_and_characters(written, value):
    assert numeral(written) == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see article 58 of", ["§58"]),
        ("arts. 11, 12 and 14", ["§11", "§12", "§14"]),
        ("《社会保险法》第十一、十二条", ["§11", "§12"]),
        ("第５８条", ["§58"]),
        ("the articles of 2010; part 3; 第三章", []),
    ],
)
def test_articles_have_one_name_in_both_languages(text, found):
    assert list(articles(fold(text))) == found


def test_words_of_our_field_are_kept_whole_and_in_parts():
    assert {"缴费基数", "缴费", "基数"} <= set(CUTTER.words("按缴费基数计算"))
    assert {"视同缴费", "统筹账户"} <= set(CUTTER.words("视同缴费年限不进统筹账户"))
    assert "的" not in CUTTER.words("您的养老金", every=True)


def test_of_a_title_every_pair_of_characters_is_found():
    assert {"常问", "问", "问题"} <= set(CUTTER.words("大家常问的问题", every=True))
    assert "常问" not in CUTTER.words("大家常问的问题")


def test_a_page_is_read_by_headings_without_what_is_left_out():
    page = read_page(HTML, "pay/")
    assert page == SitePage(
        "pay/",
        "Your pay",
        "What is taken.",
        [Section("", "Your pay", "First line"), Section("base", "The base", "one two Without an id")],
    )
    assert read_page(HTML.replace('name="description"', 'name="robots"').replace("What", "noindex"), "pay/") is None


def test_where_words_stand_is_written_in_steps():
    assert search.postings([["a"], ["b", "b"], ["a", "b"]]) == {"a": [1, 2], "b": [2, -2, 1]}


def test_the_same_pages_give_the_same_bytes(tmp_path, monkeypatch):
    monkeypatch.setattr(search, "LIBRARIES", {})
    pages = [SitePage("a/", "医保卡", "怎样补办", [Section("", "医保卡", "社会保障卡"), Section("x", "断缴", "补缴")])]
    for name in ("first", "second"):
        search.write_index(tmp_path / name, pages, GLOSSARY)
    first, second = ({p.name: p.read_bytes() for p in (tmp_path / n / "search").iterdir()} for n in ("first", "second"))
    assert first == second
    start = json.loads(first["start.json"])
    assert start["pages"] == [["a/", "医保卡", "怎样补办"]]
    assert start["sections"] == [[0, "", "医保卡"], [0, "x", "断缴"]]
    assert len(start["simplified"][0]) == len(start["simplified"][1]) > 0
    assert "断缴" in start["synonyms"]
    assert "hukou" not in start["synonyms"]  # nothing it could lead to is on these pages


def test_the_glossary_says_nothing_twice():
    given = tomllib.loads(search.GLOSSARY.read_text(encoding="utf-8"))
    assert sorted(set(given["dictionary"])) == sorted(given["dictionary"])
    assert sorted(set(given["ignored"])) == sorted(given["ignored"])
    for group in given["synonym"]:
        phrases = [phrase for key in ("same", "typed", "means") for phrase in group.get(key, [])]
        assert set(group) <= {"same", "typed", "means"}, group
        assert len(phrases) > 1, group
        assert len(set(phrases)) == len(phrases), group


def test_no_synonym_is_a_word_that_is_left_out():
    assert not GLOSSARY.ignored & GLOSSARY.synonyms.keys()
