"""The glossary: one term, one translation; where its terms are explained; what the check refuses."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from scripts import build, pages
from scripts.checks import terms as terms_check
from scripts.glossary import FILE, GlossaryError, refused, terms
from scripts.term_links import linked

in_both_languages = pytest.mark.parametrize("lang", ["en", "zh"])
TERM = """
[groups]
paying = { en = "Paying", zh = "缴费" }

[terms.pooled-fund]
en = "pooled fund"
zh = "统筹基金"
group = "paying"
says_en = "The common pot."
says_zh = "大家共用的钱。"
not_en = ["coordination fund"]
not_zh = ["统筹池"]
"""


def soup(lang: str, page: str) -> BeautifulSoup:
    path = build.SITE / ("zh" if lang == "zh" else ".") / page / "index.html"
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


@in_both_languages
def test_the_page_has_every_term_with_its_twin_and_a_sentence(lang: str):
    page = soup(lang, "reference/glossary")
    for term in terms():
        entry = page.find(id=term.id)
        assert entry.dfn.get_text() == term.name(lang)
        twin = entry.find(class_="glossary-other")
        assert (twin.get_text(), twin["lang"]) == (term.name("zh" if lang == "en" else "en"), "zh-Hans" if lang == "en" else "en")
        assert len(entry.dd.get_text()) > 8


@in_both_languages
@pytest.mark.parametrize("page", ["guides/your-pay", "guides/social-insurance", "calculators/pension"])
def test_a_page_explains_each_term_once_and_not_in_headings_or_calculators(lang: str, page: str):
    links = soup(lang, page).select("a.term")
    assert links
    targets = [link["href"].partition("#")[2] for link in links]
    assert len(targets) == len(set(targets))
    assert set(targets) <= {term.id for term in terms()}
    assert all(link["data-says"] for link in links)
    assert not soup(lang, page).select("h1 a.term, h2 a.term, h3 a.term, a a, shebao-calculator a.term, svg a.term")


def test_the_glossary_explains_nothing_by_itself():
    assert not soup("en", "reference/glossary").select("a.term")


@pytest.mark.parametrize(
    ("html", "lang", "count"),
    [
        ("<p>pooled funds and the Pooled Fund</p>", "en", 1),
        ("<p>pooled fundamentals</p>", "en", 0),
        ("<h2>pooled fund</h2><a href='x'>pooled fund</a><code>pooled fund</code>", "en", 0),
        ("<shebao-calculator><p>pooled fund</p></shebao-calculator><p>pooled fund</p>", "en", 1),
        ('<p title="pooled fund">x</p>', "en", 0),
        ("<p>进统筹基金，统筹基金</p>", "zh", 1),
        ("<p>an employer</p>", "en", 0),
    ],
)
def test_where_a_term_is_linked(html: str, lang: str, count: int):
    assert linked(html, lang, "../").count('class="term"') == count


def tree(tmp_path: Path, glossary: str, page: str = "", lang: str = "en") -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / FILE).write_text(glossary, encoding="utf-8")
    for name in pages.TREES:
        (tmp_path / "docs" / name).mkdir()
    if page:
        (tmp_path / "docs" / lang / "a.md").write_text(f"---\ntitle: a\n---\n\n{page}\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (('says_zh = "大家共用的钱。"\n', ""), "lacks says_zh"),
        (('group = "paying"', 'group = "other"'), "is in no group"),
        (("not_en", "never_en"), "unknown fields never_en"),
    ],
)
def test_a_glossary_that_is_not_whole_is_refused(tmp_path: Path, edit: tuple[str, str], said: str):
    root = tree(tmp_path, TERM.replace(*edit))
    with pytest.raises(GlossaryError, match=said):
        terms(root)
    assert said in terms_check.problems(root)[0]


def test_two_terms_cannot_share_a_name(tmp_path: Path):
    twice = TERM + TERM[TERM.index("[terms") :].replace("terms.pooled-fund", "terms.common-fund").replace("统筹基金", "另一个")
    with pytest.raises(GlossaryError, match="two terms are called pooled fund"):
        terms(tree(tmp_path, twice))


@pytest.mark.parametrize(
    ("lang", "page", "wrong"),
    [
        ("en", "It goes into the coordination funds.", "coordination fund"),
        ("zh", "进统筹池。", "统筹池"),
    ],
)
def test_another_translation_is_refused_with_its_place_and_the_right_one(tmp_path: Path, lang: str, page: str, wrong: str):
    root = tree(tmp_path, TERM, page, lang)
    [problem] = terms_check.problems(root)
    assert problem.startswith(f"docs/{lang}/a.md:5: says “{wrong}”")
    assert terms(root)[0].name(lang) in problem


def test_what_others_say_may_be_said_in_their_words(tmp_path: Path):
    root = tree(tmp_path, TERM, '{{ claimed("the coordination fund") }} and <q>the coordination fund</q>')
    assert terms_check.problems(root) == []
    assert refused("the pooled fund", "en", root) == []
