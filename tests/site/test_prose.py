"""Figures in pages come from the values, with their source; and what is not known stops the build, and where."""

from functools import cache

import pytest
from bs4 import BeautifulSoup

from scripts import dates, pages, stage
from scripts.notes import Said
from scripts.prose import Prose
from scripts.render import StageError
from tests.site.demo import TODAY, html, rendered


@pytest.mark.parametrize(
    ("expression", "en", "zh"),
    [
        ('rate("pension")', "8%", "8%"),
        ('rate("pension", "employee", side="employer", place="310000")', "16%", "16%"),
        ('rate("medical", side="employee_fixed", place="110000")', "¥3", "3 元"),
        ('rate("injury", side="class-8")', "1.9%", "1.9%"),
        ('rate("pension", worker="flexible")', "20%", "20%"),
        ('base("pension", "310000", "floor")', "¥7,546", "7,546 元"),
        ('base("pension", "310000", "ceiling", month="2025-07")', "¥37,302", "37,302 元"),
        ('limit("sil-58")', "30 days", "30日"),
        ('limit("sil-45")', "1 year", "1年"),
        ('limit("sil-46", "paid_from_5_years")', "18 months", "18个月"),
        ('limit("sil-86")', "0.05%", "0.05%"),
        ('grace("rate")', "6 months", "6个月"),
    ],
)
def test_a_figure_is_shown_as_its_language_shows_it_with_one_note(expression, en, zh):
    for tree, shown in (("en", en), ("zh", zh)):
        made = html("# Demo { #demo }\n\nIt is {{ " + expression + " }}.", tree)
        figure = made.select_one("p .figure")
        assert figure.find(string=True) == shown
        link = figure.select_one("sup a")
        assert made.select_one(link["href"]).name == "li"
        assert made.select_one(f".figure-notes a[href='#{link['id']}']"), "the note leads back"


def test_a_note_names_place_time_grade_check_and_source():
    note = html('{{ base("pension", "310000", "floor") }}').select_one("#figure-1").get_text()
    for part in ("lowest base: ¥7,546", "Shanghai", "July 2026 to June 2027", "official text read", "2026-11-22"):
        assert part in note
    assert "Shanghai Human Resources and Social Security Bureau" in note
    assert "not opened by us" in note


def test_figures_of_one_entry_share_a_note_that_names_them_all():
    made = html('{{ rate("pension") }} {{ rate("pension", side="employer") }} {{ rate("pension") }}')
    assert len(made.select(".figure-notes li")) == 1
    assert "your rate: 8%; Pension insurance, employer's rate: 16%" in made.select_one("#figure-1").get_text()
    assert [link["href"] for link in made.select(".figure-back")] == [f"#figure-1-use-{n}" for n in (1, 2, 3)]
    ids = [element["id"] for element in made.find_all(id=True)]
    assert len(ids) == len(set(ids))


def test_a_figure_from_one_source_says_so_beside_it_and_in_the_note():
    made = html('{{ rate("medical") }}')
    link = made.select_one(".figure-mark a")
    assert link.get_text() == "1?"
    assert link["aria-label"] == "Note 1, less than certain"
    assert "One source, not yet checked against the notice." in made.select_one("#figure-1").get_text()


def test_a_disputed_figure_shows_both_readings():
    text = html('{{ rate("unemployment", place="420000") }}').select_one(".figure").get_text()
    assert text.startswith("0.3% (another source: 0.5%)")


def test_a_figure_past_its_last_month_says_that_it_is_not_renewed():
    text = rendered('{{ base("pension", "310000", "floor") }}', today="2027-09-01")
    assert "Not yet renewed" in text


def test_a_figure_checked_long_ago_says_so():
    assert "more than a year ago" in rendered('{{ rate("pension") }}', today="2028-01-01")


def test_the_month_is_that_of_the_build_unless_given():
    assert "7,460" in rendered('{{ base("pension", "310000", "floor") }}', today="2026-06-30")


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ('base("pension", "310000", "floor", month="2016-07")', "there is no base.pension for 310000 in 2016-07"),
        ('rate("unemployment")', "there is no rate.unemployment.employee for 000000 in 2026-11 (ended)"),
        ('rate("medical", place="440300")', "(depends)"),
        ('rate("medical", side="employer")', "has no 'employer'"),
        ('limit("sil-12")', "[sil-12] in calc/data/articles has no days"),
        ('limit("sil-999")', "calc/data/articles has no [sil-999]"),
        ('service("example.com")', "does not name example.com"),
        ('worked(place="440300", wage=10000)', "local_hukou"),
        ('links_to(["guides/none.md"])', "there is no page 'guides/none.md'"),
        ("no_such_function()", "is undefined"),
    ],
)
def test_what_is_not_known_stops_the_build_with_file_line_and_remedy(expression, said):
    with pytest.raises(StageError) as stopped:
        rendered("# Demo { #demo }\n\nText\n\n{{ " + expression + " }}\n")
    # Two lines of front matter between two fences, then the fifth line of the body.
    assert str(stopped.value).startswith("docs/en/guides/demo.md:9: ")
    assert said in str(stopped.value)


def test_the_line_is_named_inside_a_part_of_a_guide_too():
    body = '\n\n{% call guide.short() %}\n\n{{ limit("sil-12") }}\n\n{% endcall %}\n'
    with pytest.raises(StageError, match=r"demo\.md:9: ProseError"):
        rendered(body)


def test_named_escapes_are_marked_and_have_no_note():
    made = html('{{ example(yuan=10000) }} {{ example(days=3) }} {{ claimed(years=15) }} {{ claimed("half") }}')
    assert [one.get_text() for one in made.select("span[class]")] == ["¥10,000", "3 days", "15 years", "half"]
    assert not made.select(".figure-notes")


def test_a_worked_example_is_the_calculators_answer():
    body = '{% set pay = worked(place="310000", wage=10000) %}{{ pay.amount("employee_total") }} '
    body += '{{ pay.line("pension", "account") }}\n\n{{ guide.split(pay) }}'
    made = html(body)
    assert [one.find(string=True) for one in made.select(".figure")] == ["¥1,050", "¥800"]
    rows = [[cell.get_text() for cell in row.select("th, td")] for row in made.select("tbody tr")]
    assert rows[0] == ["Pension insurance", "800", "1,600", "800", "1,600"]
    assert rows[-1] == ["Together", "1,050", "2,570", "1,000", "2,620"]
    assert "weakest figure in it: one source" in made.select_one("#figure-1").get_text()


def test_both_languages_have_the_same_words_and_every_function_exists():
    assert set(Said("en")._words) == set(Said("zh")._words)
    for tree in pages.TREES:
        assert all(callable(one) for one in Prose(tree, TODAY).functions().values())


def test_the_address_for_reports_is_a_setting_and_empty_by_default(monkeypatch):
    monkeypatch.delenv("REPORT_URL", raising=False)
    assert "names no address" in rendered("{{ report() }}")
    monkeypatch.setenv("REPORT_URL", 'https://example.org/?a=1&b="2"')
    assert html("{{ report() }}").a["href"] == 'https://example.org/?a=1&b="2"'


@cache
def bodies(tree: str) -> dict[str, str]:
    return stage.bodies(tree, pages.ROOT, dates.today())


@pytest.mark.parametrize("name", sorted(pages.read_tree("en")))
def test_twins_hold_the_same_figures(name):
    """One language may not tell of a limit or a rate that the other leaves out."""
    marks = [len(BeautifulSoup(bodies(tree)[name], "html.parser").select(".figure")) for tree in pages.TREES]
    assert marks[0] == marks[1]
