"""The law's pages: every article whole, in both languages, tied to whoever cites it; and what the checks refuse."""

import shutil
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from calc import citations
from calc.numerals import chinese
from calc.view.sources import address
from scripts import build, pages
from scripts.checks import law as law_check
from scripts.law import shingles
from scripts.law.pages import words
from scripts.law.texts import FOLDER, Article, Law, laws
from scripts.law.uses import used_by

LAWS = laws()
ARTICLES = [article.id for law in LAWS for article in law.articles]
in_both_languages = pytest.mark.parametrize("lang", ["en", "zh"])
each_law = pytest.mark.parametrize("law", LAWS, ids=[law.id for law in LAWS])


@cache
def soup(lang: str, page: str) -> BeautifulSoup:
    path = build.SITE / ("zh" if lang == "zh" else ".") / page.removesuffix("index") / "index.html"
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def page_of(law: Law, article: Article) -> str:
    return next(chapter.page for chapter in law.chapters if article in chapter.articles)


@in_both_languages
@each_law
def test_every_article_stands_under_its_number_at_its_own_address(law: Law, lang: str):
    for article in law.articles:
        heading = soup(lang, page_of(law, article)).find(id=article.id)
        assert heading is not None, article.id
        number = words(lang)[law.row.get("unit", "article")].format(number=article.number, zh=chinese(article.number))
        assert heading.get_text().startswith(number + {"en": ": ", "zh": "\u3000"}[lang])


def test_the_social_insurance_law_is_whole():
    [law] = [law for law in LAWS if law.id == "sil"]
    assert [article.number for article in law.articles] == list(range(1, 99))
    assert len(law.chapters) == 12


@in_both_languages
def test_the_whole_law_is_on_one_screen_and_chapters_follow_one_another(lang: str):
    [law] = [law for law in LAWS if law.id == "sil"]
    listed = [link["href"].split("#")[1] for link in soup(lang, law.page).select(".law-list a")]
    assert listed == [article.id for article in law.articles]
    for number, chapter in enumerate(law.chapters, start=1):
        around = [link["href"] for link in soup(lang, chapter.page).select(".law-around a")]
        wanted = [f"../chapter-{n}/" for n in (number - 1, number + 1) if 1 <= n <= len(law.chapters)]
        assert [link for link in around if "chapter" in link] == wanted
        assert "../" in around


@pytest.mark.parametrize("cited", citations.articles())
def test_every_article_that_can_be_cited_has_its_words_here(cited: str):
    assert cited in ARTICLES
    page, _, anchor = address(cited).partition("#")
    assert anchor == cited
    assert soup("en", page.removesuffix("/")).find(id=anchor) is not None
    row = citations.article(cited)
    for lang in ("en", "zh"):
        assert len(row[f"gives_{lang}"]) >= 7, f"{cited}: say in one line what it gives"


def used_in(lang: str, page: str, article: str) -> set[str]:
    """The pages that an article lists as its users, as addresses below the language's root."""
    element = soup(lang, page).find(id=article).find_next_sibling(["h2", "div"], class_=["law-used", None])
    while element is not None and element.name != "h2" and "law-used" not in element.get("class", []):
        element = element.find_next_sibling(["h2", "div"])
    return {link["href"].replace("../", "") for link in element.select("a")} if element and element.name == "div" else set()


@in_both_languages
@pytest.mark.parametrize(
    ("article", "users"),
    [
        ("sil-12", {"calculators/contributions/", "guides/your-pay/", "guides/social-insurance/"}),
        ("delay-2", {"calculators/retirement/", "calculators/pension/"}),
        ("sil-64", {"guides/your-pay/"}),
        ("sil-18", set()),
    ],
)
def test_an_article_names_the_calculators_and_pages_that_use_it(lang: str, article: str, users: set[str]):
    assert users <= used_in(lang, address(article).partition("#")[0].removesuffix("/"), article)


@in_both_languages
def test_whoever_links_to_an_article_is_named_there(lang: str):
    """Both ways: each page written by hand that leads to an article is in the article's list."""
    for name in pages.read_tree(lang):
        if not name.startswith(("guides/", "myths/")):
            continue
        own = name.removesuffix(".md") + "/"
        for link in soup(lang, own.removesuffix("/")).select('main a[href*="law/"][href*="#"]'):
            page, _, article = link["href"].partition("#")
            if article in ARTICLES:
                assert own in used_in(lang, page.replace("../", "").removesuffix("/"), article), (own, article)


def test_only_what_a_calculator_can_reach_counts_as_its_use():
    tree = {"calculators/retirement.md": pages.Page("en", "calculators/retirement.md", "", "")}
    found = used_by(ARTICLES, tree)
    assert found["delay-2"] == ["calculators/retirement.md"]
    assert found["sil-12"] == []


# What the check refuses


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A tree with its own law files, which a test may break."""
    shutil.copytree(pages.ROOT / FOLDER, tmp_path / FOLDER)
    shutil.copytree(pages.ROOT / "calc" / "data" / "articles", tmp_path / "calc" / "data" / "articles")
    shutil.copy(pages.ROOT / "calc" / "data" / "laws.toml", tmp_path / "calc" / "data")
    for tree in pages.TREES:
        (tmp_path / "docs" / tree).mkdir()
    return tmp_path


def change(path: Path, edit: Callable[[str], str]) -> None:
    before = path.read_text(encoding="utf-8")
    after = edit(before)
    assert after != before
    path.write_text(after, encoding="utf-8")


SIL_1 = FOLDER / "social-insurance-law" / "01.toml"
STATUTE = "用人单位和个人依法缴纳社会保险费，有权查询缴费记录、个人权益记录"


def without(text: str, article: str) -> str:
    start = text.index(f"[{article}]")
    end = text.find("\n[", start)
    return text[:start] + (text[end + 1 :] if end > 0 else "")


@pytest.mark.parametrize(
    ("file", "edit", "said"),
    [
        (FOLDER / "laws.toml", lambda t: t.replace('link = "none"\n', "", 1), "[sil] lacks link"),
        (SIL_1, lambda t: without(t, "sil-3"), "articles 3 of sil are missing"),
        (SIL_1, lambda t: t.replace("says_zh = ", "said_zh = ", 1), "lacks says_zh"),
        (SIL_1, lambda t: t.replace("says_zh = ", "said_zh = ", 1), "unknown field 'said_zh'"),
        (SIL_1, lambda t: t.replace("number = 2\n", "number = 7\n", 1), "must be called sil-NUMBER"),
        (SIL_1, lambda t: t.replace('sure = "A"', 'sure = "D"', 1), 'needs sure = "A"'),
        (SIL_1, lambda t: t.replace('heading_zh = "', f'heading_zh = "{STATUTE}', 1), "the statute's own words"),
        (Path("calc/data/articles/sil.toml"), lambda t: t.replace("[sil-2]", "[sil-99]", 1), "[sil-99] can be cited but is not"),
        (Path("calc/data/articles/sil.toml"), lambda t: t.replace("chapter = 1\n", "chapter = 3\n", 1), "needs chapter = 1"),
    ],
)
def test_a_law_that_is_not_whole_or_not_ours_is_refused(copy: Path, file: Path, edit: Callable[[str], str], said: str):
    assert law_check.problems(copy) == []
    change(copy / file, edit)
    laws.cache_clear()
    assert any(said in problem for problem in law_check.problems(copy)), law_check.problems(copy)


def test_a_page_with_a_sentence_of_the_statute_is_refused_unless_it_is_marked_as_quoted(copy: Path):
    page = copy / "docs" / "zh" / "a.md"
    page.write_text(f"---\ntitle: a\n---\n\n# 一 {{ #a }}\n\n法律规定：{STATUTE}。\n", encoding="utf-8")
    assert [p for p in law_check.problems(copy) if "a statute's own words" in p and p.startswith("docs/zh/a.md")]
    change(page, lambda text: text.replace(STATUTE, f"<q>{STATUTE}</q>"))
    assert law_check.problems(copy) == []


def test_official_names_are_no_copies():
    name = "城镇企业职工基本养老保险关系转移接续暂行办法"
    assert shingles.copied(f"见《{name}》。")
    assert not shingles.copied(f"见《{name}》。", law_check.official_names(pages.ROOT))


def test_runs_are_seen_across_punctuation_and_digits_but_not_across_quotations():
    assert shingles.copied("用人单位和个人，依法缴纳1社会保险费。")
    assert not shingles.copied("用人单位和个人「依法」缴纳社会保险费")


def test_the_hashes_are_made_from_texts_alone():
    text = "一二三四五六七八九十甲乙丙丁戊己"
    assert shingles.written([text, text]) == b"".join(sorted(map(shingles.hashed, shingles.runs(text))))


def test_the_register_of_laws_names_each_law_that_is_cited():
    names = tomllib.loads((pages.ROOT / "calc" / "data" / "laws.toml").read_text(encoding="utf-8"))
    assert {article.rpartition("-")[0] for article in citations.articles()} <= names.keys()
    assert all(row["zh"] and row["en"] and row["folder"] for row in names.values())
