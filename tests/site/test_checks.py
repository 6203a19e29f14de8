"""The checks of the pages: each with samples that pass and samples that are refused, in both languages."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import pages, stage
from scripts.checks import figures, front_matter, headings, links, pictures, titles, twins

FRONT = "---\ntitle: {title}\ndescription: What it holds\nreviewed: 2026-11-22\nsection: pay\nquestion: What?\n---\n"
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """`write(en="…", zh="…")` makes a small project with that page in both languages."""
    for shared in ("docs/components", "docs/law", "docs/navigation.toml", "calc"):
        target = tmp_path / shared
        target.parent.mkdir(parents=True, exist_ok=True)
        target.symlink_to(pages.ROOT / shared)

    def page(en: str, zh: str | None = None, name: str = "guides/a.md", title: str = "A") -> Path:
        for tree, body in (("en", en), ("zh", en if zh is None else zh)):
            path = tmp_path / "docs" / tree / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(FRONT.format(title=title) + body, encoding="utf-8")
        return tmp_path

    return page


def body_of(text: str) -> pages.Page:
    return pages.Page("en", "guides/a.md", "", text)


TYPED = [
    *("It takes 30 days.", "a 30-day limit", "ten working days", "Two more years", "twenty-five years", "half a year"),
    *("You pay 8%.", "You pay 8 %", "8 percent", "two per cent", "0.5 percentage points", "５％"),
    *(
        "¥12,000 a month",
        "12,000 yuan",
        "RMB 300",
        "CNY300",
        "a hundred yuan",
        "at 60 years",
        "aged 60",
        "within one month",
    ),
    *(
        "三十日内办理",
        "30日内",
        "15个工作日",
        "满十五年",
        "缴满15年",
        "每月6个月",
        "百分之八",
        "费率为8%",
        "万分之五",
        "三分之二",
    ),
    *("年满六十周岁", "60岁", "3元", "12,000 元", "两万元", "十二个月", "半年", "２４小时", "提高0.5个百分点"),
    *("| a | 30 |\n|---|---|\n| b | 8 |", "<b>30 days</b>", '<img alt="30 days left" src="a.svg">'),
    *('{{ zh("三十日") }}', '{{ guide.step("a", "Wait 30 days") }}', "{{ 30 }} days", "{% set n = 8 %}{{ n }}"),
    "{% call guide.short() %}\n- 30 days\n{% endcall %}",
]
NOT_TYPED = [
    *("In force since 1 July 2011.", "In 2029 and 2030", "May 2019", "from 2026-07", "on 29 December 2018"),
    *(
        "2011年7月1日起施行",
        "2026年",
        "7月起",
        "二〇一一年七月一日",
        "五月一日",
        "12月31日",
        "上一年的工资",
        "每一天",
        "第一年",
    ),
    *(
        "article 58",
        "articles 10 and 23",
        "第五十八条",
        "第十五年",
        "国办发〔2019〕13号",
        "order No. 13",
        "法释〔2025〕12号",
    ),
    *("Call 12333.", "拨打 12393", "12345 or 12366", "| hrss | 12333 |\n", "| year | 2025 |", "WCAG 2.2", "step 3"),
    *(
        "three of the insurances",
        "two pots",
        "once a year",
        "every month",
        "the five branches",
        "五个险种",
        "两个“口袋”",
    ),
    *("`8%` in code", "```\n30 days\n```\n", "[text](a-30-days.md)", '<a href="x?30%">text</a>', "<!-- 30 days -->"),
    *('{{ limit("sil-58") }}', "{{ example(yuan=10000) }}", '{{ claimed("15 years") }}', '{{ rate("pension") }} of it'),
    *(
        '{{ worked(place="310000", wage=10000).wage }}',
        "{## 30 days in a comment ##}",
        "every year of work",
        "年年",
        "三三两两",
    ),
]


@pytest.mark.parametrize("text", TYPED)
def test_a_typed_figure_is_refused(text):
    assert figures.typed(body_of(text)), text


@pytest.mark.parametrize("text", NOT_TYPED)
def test_dates_articles_documents_and_telephones_are_no_figures(text):
    assert figures.typed(body_of(text)) == []


def test_a_typed_figure_is_named_with_its_file_line_and_remedy(write):
    root = write(
        "# A { #a }\n\nFine.\n\nYou pay {{ rate('pension') }} or\nwait 30 days.\n", "# 甲 { #a }\n\n满十五年。\n"
    )
    en, zh = figures.problems(root)
    assert en.startswith(
        "docs/en/guides/a.md:13: “30 days” is a typed figure; take it from the values, such as {{ rate("
    )
    assert zh.startswith("docs/zh/guides/a.md:10: “十五年” is a typed figure")


def test_front_matter_holds_no_figure_either(write):
    found = figures.problems(write("# A { #a }\n", title="Pay 8% for 15 years"))
    assert len(found) == 4
    assert found[0] == (
        "docs/en/guides/a.md:1: “8%” is a figure in the front matter, where none can be looked up; "
        "say it without the figure"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# A { #a }\n\n## B\n", ":10: the heading has no id; end it with `{ #short-name }`"),
        ("# A { #a }\n\n## B { #b }\n\n## C { #b }\n", ":12: the id `b` is used 2 times"),
        ("# A { #a }\n\n### B { #b }\n", ":10: the heading skips a level; use ##"),
        ("# A { #a }\n\n# B { #b }\n", ":8: the page has 2 top headings"),
        ("Text\n", ":8: the page has 0 top headings"),
        ("# A { #a }\n\n## B { #figure-sources }\n", ":10: the id `figure-sources` is kept for the notes"),
    ],
)
def test_a_bad_heading_is_refused(write, text, said):
    assert any(f"docs/en/guides/a.md{said}" in problem for problem in headings.problems(write(text)))


def test_headings_of_twins_have_the_same_ids(write):
    (problem,) = headings.problems(write("# A { #a }\n\n## B { #b }\n", "# 甲 { #a }\n"))
    assert problem == "docs/zh/guides/a.md:1: no heading has the id `b`, which its twin has; add it"


def test_good_headings_pass_and_code_holds_none(write):
    text = "# A { #a }\n\n## B { #b data-search-exclude }\n\n```sh\n# a comment\n```\n\n## C { #c }\n\n### D { #d }\n"
    assert headings.problems(write(text)) == []


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("[x](b.md)", "the link leads to guides/b.md, which does not exist; correct or remove it"),
        ("[x](#b)", "docs/en/guides/a.md has no heading or element with the id `b`; correct the part after #"),
        ("[x](../index.md#b)", "docs/en/index.md has no heading or element with the id `b`"),
        ('<a href="b.md">x</a>', "the link leads to guides/b.md"),
        ("[x](/guides/a.md)", "would break below a folder"),
        ("[x](http://example.org/)", "is not encrypted; use https"),
        ("[x](javascript:alert)", "is not encrypted"),
    ],
)
def test_a_link_that_leads_nowhere_is_refused(write, link, said):
    write("# Home { #home }\n", name="index.md", title="Home")
    found = links.problems(write(f"# A {{ #a }}\n\n{link}\n"))
    assert any(problem.startswith("docs/en/guides/a.md:10: ") and said in problem for problem in found), found


def test_links_to_pages_parts_and_made_notes_pass(write):
    write("# Home { #home }\n\n## Part { #part }\n", name="index.md", title="Home")
    text = "# A { #a }\n\n[h](../index.md#part) [a](#a) [s](#short) [o](https://example.org/) [t](tel:12333)\n\n"
    text += (
        '{% call guide.short() %}\n- {{ limit("sil-58") }}\n{% endcall %}\n\n[n](#figure-1) [all](#figure-sources)\n'
    )
    assert links.problems(write(text)) == []


def test_a_page_that_cannot_be_staged_is_named_with_its_line(write):
    (en, zh) = links.problems(write('# A { #a }\n\n{{ limit("sil-12") }}\n'))
    assert en.startswith("docs/en/guides/a.md:10: ProseError: [sil-12]")
    assert zh.startswith("docs/zh/guides/a.md:10: ")


@pytest.mark.parametrize("picture", ["![](a.svg)", "![ ](a.svg)", '<img src="a.svg">', "![a.svg](a.svg)"])
def test_a_picture_without_words_is_refused(write, picture):
    found = pictures.problems(write(f"# A {{ #a }}\n\n{picture}\n"))
    assert len(found) == 2
    assert found[0].startswith("docs/en/guides/a.md:10: the ")
    assert "write what it shows" in found[0]


@pytest.mark.parametrize("picture", ["![Who pays](a.svg)", '<img alt="" src="a.svg">', "`![](a.svg)`"])
def test_a_picture_with_words_passes(write, picture):
    assert pictures.problems(write(f"# A {{ #a }}\n\n{picture}\n")) == []


def test_titles_are_unique_and_short(write):
    write("# A { #a }\n", title="Your pay, explained")
    root = write("# B { #b }\n", name="guides/b.md", title="Your pay explained")
    assert titles.problems(root)[0] == (
        "docs/en/guides/b.md:1: docs/en/guides/a.md has the same title; say what sets this page apart"
    )
    found = titles.problems(write("# B { #b }\n", name="guides/b.md", title="养" * 33))
    assert found[0] == "docs/en/guides/b.md:1: the title is 66 wide; shorten it to 64 (Chinese counts double)"
    assert titles.problems(write("# B { #b }\n", name="guides/b.md", title="养" * 32)) == []


def test_front_matter_is_complete_known_and_not_from_the_future(write):
    root = write("# A { #a }\n")
    assert front_matter.problems(root) == []
    path = root / "docs/en/guides/a.md"
    path.write_text("---\ntitle: A\ncolour: red\nreviewed: 2999-01-01\n---\n# A { #a }\n", encoding="utf-8")
    found = front_matter.problems(root)
    assert [re.sub(r"^docs/en/guides/a.md:1: ", "", problem) for problem in found] == [
        "front matter lacks `description`; add the line",
        "front matter has an unknown key `colour`; correct or remove it",
        "`reviewed: 2999-01-01` lies in the future; write the day of the review",
    ]
    path.write_text("# A { #a }\n", encoding="utf-8")
    assert "front matter needs `reviewed: YYYY-MM-DD`" in " ".join(front_matter.problems(root))


def test_twins_are_recorded_and_the_reader_is_told_of_a_stale_one(write):
    root = write("# A { #a }\n", "# 甲 { #a }\n")
    assert len(twins.problems(root)) == 2
    for tree in pages.TREES:
        twins.record(root / "docs" / tree / "guides/a.md", root)
    assert twins.problems(root) == []
    assert b"page-stale" not in stage.staged("zh", root, "2026-11-22")["guides/a.md"]

    path = root / "docs/en/guides/a.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nNew.\n", encoding="utf-8")
    (problem,) = twins.problems(root)
    assert problem.startswith(
        "docs/zh/guides/a.md: docs/en/guides/a.md has changed since this page was compared with it"
    )
    assert "scripts.check twins --record docs/zh/guides/a.md" in problem
    assert "本页的英文版在上次对照之后有改动" in stage.staged("zh", root, "2026-11-22")["guides/a.md"].decode()
    assert b"page-stale" not in stage.staged("en", root, "2026-11-22")["guides/a.md"]


def test_a_page_without_a_twin_is_refused(write):
    root = write("# A { #a }\n")
    (root / "docs/zh/guides/a.md").unlink()
    assert "docs/en/guides/a.md: has no twin; write docs/zh/guides/a.md in the same change" in twins.problems(root)
