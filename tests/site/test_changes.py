"""What changed: told from the `recorded` dates, on the page and in the feed, in both languages."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup

from scripts import changes, changes_feed, changes_page, ledger, pages
from scripts.changes import ChangesError, Day, Teller, days
from scripts.ledger import Dated
from tests.site.conftest import Pages

ATOM = "{http://www.w3.org/2005/Atom}"
PAGES = {"en": "reference/changes/index.html", "zh": "zh/reference/changes/index.html"}
SHANGHAI = {"place": "310000", "file": "calc/data/places/310000-shanghai.toml", "section": "bases", "keys": ("base.pension",)}


def limits(index: int, recorded: str, **more: object) -> Dated:
    row = {"schemes": ["pension"], "floor": 7546, "ceiling": 37731, "grade": "A", "recorded": recorded}
    return Dated(**SHANGHAI, index=index, row={**row, **more})  # type: ignore[arg-type]


OLD = limits(1, "2026-11-22", **{"from": "2026-07", "to": "2027-06"})
NEW = limits(0, "2027-06-30", **{"from": "2027-07", "to": "2028-06", "floor": 7800, "grade": "C"})


@pytest.fixture
def two_years(monkeypatch: pytest.MonkeyPatch) -> tuple[Dated, ...]:
    monkeypatch.setattr(changes, "before", lambda entry, _: OLD if entry is NEW else None)
    monkeypatch.setattr(changes, "notes", lambda: ())
    return (NEW, OLD)


def test_days_are_newest_first_and_hold_all_entries(two_years):
    told = days(two_years)
    assert [(day.date, day.entries) for day in told] == [("2027-06-30", [NEW]), ("2026-11-22", [OLD])]


@pytest.mark.parametrize(
    ("lang", "name", "told"),
    [
        (
            "en",
            "Contribution limits (pension insurance)",
            "July 2027 to June 2028: lowest base: was ¥7,546, now ¥7,800; highest base ¥37,731; one source",
        ),
        (
            "zh",
            "缴费基数上下限（养老保险）",
            "2027年7月至2028年6月：下限：由7,546元变为7,800元；上限37,731元；只有一个来源",
        ),
    ],
)
def test_a_new_figure_is_told_with_its_months_what_it_was_and_its_grade(two_years, lang, name, told):
    teller = Teller(lang)
    assert teller.name(NEW) == name
    assert teller.entry(NEW) == told


def test_the_ledger_knows_what_held_before_and_after():
    line = [one for one in ledger.ledger() if one.place == "310000" and "base.pension" in one.keys]
    newest = max(line, key=lambda one: one.start)
    older = ledger.before(newest, "base.pension")
    assert older is not None
    assert older.start < newest.start
    assert ledger.after(older, "base.pension") is newest
    assert ledger.after(newest, "base.pension") is None


def link(code: str):
    return changes_page.place_link(pages.Page("en", "reference/changes.md", "", ""), {}, code)


def test_a_day_with_few_entries_is_told_in_full_by_place(two_years):
    section = changes_page.section(days(two_years)[0], Teller("en"), link)
    assert section.startswith("## 30 June 2027 { #d-2027-06-30 }\n")
    told = BeautifulSoup(section, "html.parser")
    assert told.h3.get_text() == "Shanghai"
    assert "was ¥7,546, now ¥7,800" in told.li.get_text()


def test_a_day_with_very_many_entries_is_told_by_numbers_and_folds_the_rest():
    many = Day("2027-06-30", [replace(NEW, index=number) for number in range(changes.MANY + 1)])
    section = BeautifulSoup(changes_page.section(many, Teller("en"), link), "html.parser")
    assert section.p.get_text().startswith(f"{changes.MANY + 1} figures for 1 place were recorded on this day.")
    assert [one.get_text() for one in section.select("summary")] == ["By kind of figure", "By place"]
    rows = [[cell.get_text() for cell in row.select("th, td")] for row in section.select("tbody tr")]
    assert rows == [["Contribution limits", "1", "61"], ["Shanghai", "contribution limits", "61"]]
    assert not section.select("details[open]")


def test_a_place_is_a_link_where_it_has_a_page():
    page = pages.Page("zh", "reference/changes.md", "", "")
    here = changes_page.place_link(page, {"places/shanghai.md": page}, "310000")
    assert here == '<a href="../../places/shanghai/">上海市</a>'
    assert changes_page.place_link(page, {}, "310000") == "上海市"
    assert changes_page.place_link(page, {}, "000000") == "全国"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('[[notes]]\nen = "a"\nzh = "b"\n', "note 1 needs a date such as"),
        ('[[notes]]\ndate = "2027-02-30"\nen = "a"\nzh = "b"\n', "note 1 needs a date such as"),
        ('[[notes]]\ndate = "2027-02-28"\nen = "a"\n', "note 1 needs a text in 'zh'"),
    ],
)
def test_a_note_without_date_or_language_stops_the_build(tmp_path, monkeypatch, written, said):
    file = tmp_path / "changes.toml"
    file.write_text(written, encoding="utf-8")
    monkeypatch.setattr(changes, "NOTES", file)
    changes.notes.cache_clear()
    with pytest.raises(ChangesError, match=said):
        changes.notes()
    changes.notes.cache_clear()


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_page_shows_every_day_with_its_notes(pages: Pages, lang):
    page = pages[PAGES[lang]]
    anchors = [heading["id"] for heading in page.select("article h2")]
    assert anchors == [changes_page.anchor(day.date) for day in days()]
    text = page.get_text()
    for note in changes.notes():
        assert note[lang] in text


@pytest.mark.parametrize(("lang", "folder"), [("en", ""), ("zh", "zh/")])
def test_every_page_names_the_feed_of_its_language_and_it_is_there(pages: Pages, site, lang, folder):
    for name in (PAGES[lang], f"{folder}index.html", f"{folder}guides/your-pay/index.html"):
        [found] = pages[name].select('link[type="application/atom+xml"]')
        assert (site / name).parent.joinpath(found["href"]).resolve() == (site / folder / "changes.xml").resolve()
    ours = [link["href"] for link in pages[PAGES[lang]].select("article a") if link["href"].endswith("changes.xml")]
    assert ours == ["../../changes.xml"]


def parsed(lang: str, told: list[Day], site_url: str = "") -> ET.Element:
    return ET.fromstring(changes_feed.feed(lang, list(changes_feed.items(told, lang)), site_url))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_feed_has_all_that_atom_asks_for(two_years, lang):
    feed = parsed(lang, days(two_years))
    for holder in (feed, *feed.findall(f"{ATOM}entry")):
        for needed in ("id", "title", "updated"):
            assert holder.findtext(f"{ATOM}{needed}"), needed
        assert holder.find(f"{ATOM}link[@rel='alternate']") is not None
        assert holder.findtext(f"{ATOM}updated").endswith("T00:00:00+08:00")
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    assert feed.findtext(f"{ATOM}updated") == "2027-06-30T00:00:00+08:00"
    ids = [one.text for one in feed.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids)) == 3
    assert all(one.startswith("urn:uuid:") for one in ids)


def test_an_entry_keeps_its_id_when_others_come_and_wherever_the_copy_lies(two_years):
    def ids(told: list[Day], site_url: str = "") -> list[str]:
        return [entry.findtext(f"{ATOM}id") for entry in parsed("en", told, site_url).findall(f"{ATOM}entry")]

    both = ids(days(two_years))
    assert ids(days((OLD,))) == both[1:]
    assert ids(days(two_years), "https://example.org/guide/") == both
    one, two = {"date": "2027-01-01", "en": "a", "zh": "b"}, {"date": "2027-01-01", "en": "c", "zh": "d"}
    assert ids([Day("2027-01-01", notes=[two, one])])[1:] == ids([Day("2027-01-01", notes=[one])])


@pytest.mark.parametrize(("lang", "folder"), [("en", ""), ("zh", "zh/")])
def test_links_are_whole_only_where_the_address_is_known(two_years, lang, folder):
    relative = [link.get("href") for link in parsed(lang, days(two_years)).iter(f"{ATOM}link")]
    assert set(relative) == {"reference/changes/", "reference/changes/#d-2027-06-30", "reference/changes/#d-2026-11-22"}
    whole = parsed(lang, days(two_years), "https://example.org/guide")
    root = f"https://example.org/guide/{folder}"
    assert {link.get("href") for link in whole.iter(f"{ATOM}link")} == {root + one for one in (*relative, "changes.xml")}


def test_the_feed_is_the_same_each_time_and_never_too_long(two_years):
    assert changes_feed.files("en") == changes_feed.files("en")
    assert len(ET.fromstring(changes_feed.files("en")["changes.xml"]).findall(f"{ATOM}entry")) <= changes_feed.LONGEST
