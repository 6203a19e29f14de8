"""How readability is measured: what counts as a sentence, what is refused, and that every page is in the report."""

import pytest

from scripts import pages, readability, stage
from tests.site.demo import TODAY

EASY = {"en": "The agency pays. You keep your record.\n", "zh": "社保中心发钱。记录由您自己查。\n"}
LONG = {"en": "word " * 40 + "end.\n\n", "zh": "字" * 80 + "。\n\n"}


def page(body: str, tree: str = "en", name: str = "guides/a.md") -> pages.Page:
    return pages.Page(tree, name, "", body)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("One. Two! Three?\n", ["One.", "Two!", "Three?"]),
        ("# Heading\n\nText goes\nover lines.\n", ["Text goes over lines."]),
        ("- one item\n- **another** one.\n", ["one item", "another one."]),
        ("| a | b |\n|---|---|\n| no sentence. | here. |\n", []),
        ("Pay {{ rate('pension') }} of it.\n", ["Pay of it."]),
        ("{% call guide.step('id', 'Do it', who='you') %}\nGo there.\n{% endcall %}\n", ["Go there."]),
        (
            '{{ guide.wrong([{"what": "They refuse", "do": "Ask why. Write it down."}]) }}',
            ["Ask why.", "Write it down."],
        ),
        ("```\nNo prose.\n```\nA [link](to.md) stays.\n", ["A link stays."]),
    ],
)
def test_what_counts_as_a_sentence(body, found):
    assert list(readability.sentences(page(body))) == found


def test_chinese_is_cut_at_its_own_marks():
    assert list(readability.sentences(page("先登记；再缴费。不收费！\n", "zh"))) == ["先登记；", "再缴费。", "不收费！"]


def test_the_measures_of_a_page():
    found = readability.measure(page(EASY["en"]))
    assert (found.sentences, found.units, found.per_sentence) == (2, 7, 3.5)
    chinese = readability.measure(page("社保中心发钱。" + "长" * 61 + "曦。\n", "zh"))
    assert (chinese.sentences, chinese.units, chinese.long) == (2, 68, 0.5)
    assert chinese.rare == pytest.approx(1 / 68)


def test_longer_words_and_sentences_give_a_higher_grade():
    plain, hard = "You pay a part.", "Contributions constitute an administrative responsibility of institutions."
    assert readability.grade(readability.WORD.findall(plain), 1) < readability.grade(readability.WORD.findall(hard), 1)


@pytest.mark.parametrize("tree", pages.TREES)
def test_a_page_of_endless_sentences_is_refused_and_a_plain_one_is_not(tree, tmp_path):
    for shared in ("docs/law", "docs/components", "calc"):
        target = tmp_path / shared
        target.parent.mkdir(parents=True, exist_ok=True)
        target.symlink_to(pages.ROOT / shared)
    for lang in pages.TREES:
        folder = tmp_path / "docs" / lang
        folder.mkdir(parents=True)
        (folder / "easy.md").write_text("---\ntitle: E\n---\n" + EASY[lang] * readability.ENOUGH, encoding="utf-8")
        body = LONG[lang] if lang == tree else EASY[lang]
        (folder / "hard.md").write_text("---\ntitle: H\n---\n" + body * readability.ENOUGH, encoding="utf-8")
    refused = readability.problems(tmp_path)
    assert [line.partition(":")[0] for line in refused] == [f"docs/{tree}/hard.md"]


@pytest.mark.parametrize("tree", pages.TREES)
def test_the_report_lists_the_worst_first_with_links(tree):
    body = stage.renderings(tree, pages.ROOT, TODAY)["reference/readability.md"]()
    measures = readability.measured(tree)
    assert [one.per_sentence for one in measures] == sorted((one.per_sentence for one in measures), reverse=True)
    places = [body.index(f"](../{one.page})") for one in measures if not one.page.startswith("reference/")]
    assert places == sorted(places)
