"""The menu and the lists of pages: made from front matter, three levels at most, with room for hundreds of pages."""

import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, normpath
from typing import Any

import pytest
from bs4 import BeautifulSoup

from scripts import nav, stage
from scripts.pages import ROOT, TREES, Page
from scripts.sections import NavError, entries, load
from tests.site.conftest import Pages

LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
DAY = "2026-11-22"
# How many pages of each kind the guide may well come to, with what finds them: 220 in all.
KINDS = {
    "situations": (12, "section: job\nquestion: 'What if {name}?'"),
    "guides": (
        40,
        "section: records\nquestion: ['How do I {name}?', 'Where do I {name}?']\nbody: [tax]\nprocedure: true",
    ),
    "myths": (12, "section: basics\nquestion: 'Is it true that {name}?'"),
    "calculators": (16, "section: retirement\ncalculator: contributions"),
    "benefits": (8, "benefit: pension"),
    "places": (40, "place: '{code}'"),
    "agencies": (10, "body: [social-insurance, tax]"),
    "law": (82, "law: social-insurance-law"),
}


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of more than 200 pages, ours among them."""
    root = tmp_path_factory.mktemp("large")
    shutil.copytree(ROOT / "docs", root / "docs", ignore=shutil.ignore_patterns("theme", "adr", "assets"))
    (root / "docs" / "assets").mkdir()
    (root / "calc" / "data").mkdir(parents=True)
    for table in ("places.toml", "laws.toml"):
        shutil.copy(ROOT / "calc" / "data" / table, root / "calc" / "data")
    codes = list(load(ROOT).provinces)
    for tree in TREES:
        for folder, (count, keys) in KINDS.items():
            for number in range(1, count + 1):
                name = f"{folder}-{number}"
                found = keys.format(name=name, code=f"{codes[number % len(codes)]}0000")
                front = f"title: Title {name}\ndescription: About {name}\nreviewed: {DAY}\n{found}\n"
                path = root / "docs" / tree / folder / f"{name}.md"
                path.parent.mkdir(exist_ok=True)
                path.write_text(f"---\n{front}---\n\n# Title {{ #title }}\n", encoding="utf-8")
    return root


def leaves(items: list[Any], depth: int = 1) -> Iterator[tuple[str, int]]:
    """Every page of a menu with the level it stands on; a section's own index page counts for the section."""
    for item in items:
        if isinstance(item, str):
            yield item, depth - 1 if item.endswith("/index.md") else depth
        else:
            for children in item.values():
                yield from leaves(children, depth + 1)


def first_pages(items: list[Any]) -> set[str]:
    """Where the header's links lead; the part about the guide itself is listed in the footer, page by page."""
    found = set()
    for item in items[1:]:
        (children,) = item.values()
        found |= set(children) if str(children[0]).startswith("about/") else {children[0]}
    return found


def clicks(links: dict[str, set[str]]) -> dict[str, int]:
    """How many clicks from the home page each page is away."""
    away, edge = {"index.md": 0}, ["index.md"]
    while edge:
        page = edge.pop(0)
        for target in sorted(links[page] - away.keys()):
            away[target] = away[page] + 1
            edge.append(target)
    return away


@pytest.mark.parametrize("tree", TREES)
def test_two_hundred_pages_need_no_fourth_level_and_are_all_found(large: Path, tree: str):
    pages, site = stage.sources(tree, large), load(large)
    assert len(pages) > 220
    menu = nav.menu(tree, pages, site)
    placed = list(leaves(menu))
    assert sorted(name for name, _ in placed) == sorted(pages), "every page stands in the menu once"
    assert max(depth for _, depth in placed) == 3
    bodies = stage.bodies(tree, large, DAY)
    links = {
        name: {normpath(f"{dirname(name)}/{address}").lstrip("/") for address in LINK.findall(body)} | first_pages(menu)
        for name, body in bodies.items()
    }
    away = clicks({name: targets & pages.keys() for name, targets in links.items()})
    assert pages.keys() - away.keys() == set(), "these cannot be reached"
    assert max(away.values()) <= 2, "home, list, page"


def test_every_section_of_a_large_site_has_its_own_list(large: Path):
    menu = nav.menu("en", stage.sources("en", large), load(large))
    names = [next(iter(item)) for item in menu[1:]]
    assert names == [
        "Questions",
        "How to",
        "Calculators",
        "Benefits",
        "Places",
        "Who does what",
        "Myths",
        "The law",
        "About this guide",
    ]


def test_a_section_of_its_own_folder_lists_no_other_page_and_procedures_list_all_that_say_so(large: Path):
    found = stage.sources("en", large)
    listed = {name: set(LINK.findall(found[f"{name}/index.md"].body)) for name in ("myths", "procedures")}
    assert listed["myths"] == {name.removeprefix("myths/") for name in found if name.startswith("myths/")} - {
        "index.md"
    }
    assert {f"../guides/guides-{number}.md" for number in range(1, 41)} <= listed["procedures"]
    assert not [name for name in listed["procedures"] if not name.startswith("../guides/")]


@pytest.mark.parametrize("tree", TREES)
def test_the_overview_leads_its_group(large: Path, tree: str):
    agencies = stage.sources(tree, large)["agencies/index.md"].body
    assert LINK.findall(agencies.partition("{ #together }")[2])[0] == "overview.md"


@pytest.mark.parametrize("tree", TREES)
def test_the_home_page_leads_to_every_section_that_has_a_list(large: Path, tree: str):
    found = stage.sources(tree, large)
    home = stage.bodies(tree, large, DAY)["index.md"].partition("{ #ways }")[2]
    lists = {section.index for section in load(large).sections[1:] if section.index in found}
    assert len(lists) == 7
    assert lists <= set(LINK.findall(home))


def test_the_home_page_shows_some_questions_of_each_subject_and_says_where_the_rest_is(large: Path):
    home, site = stage.bodies("en", large, DAY)["index.md"], load(large)
    subject = home.partition("{ #records }")[2].partition("</div>")[0]
    assert len(re.findall(r"^- \[", subject, re.MULTILINE)) == 4
    listed = entries(site.sections[0], stage.sources("en", large), site)["records"]
    assert f"[All {len(listed)} questions](questions/index.md#records)" in home


def page(name: str, front: str) -> dict[str, Page]:
    return {name: Page("en", name, f"title: T\ndescription: D\n{front}", "")}


def test_a_section_without_a_page_of_its_own_is_not_shown():
    asked = "section: pay\nquestion: Why?\n"
    tree = {
        **page("index.md", ""),
        **page("guides/one.md", f"{asked}body: tax\nlaw: regulations\nplace: '310000'\nbenefit: [pension, medical]\n"),
        **page("guides/two.md", f"{asked}body: tax\nlaw: regulations\nplace: '310000'\nbenefit: [pension, medical]\n"),
    }
    assert [next(iter(item)) for item in nav.menu("en", tree, load())[1:]] == ["Questions"]
    with_one = {**tree, **page("guides/three.md", f"{asked}benefit: pension\n")}
    assert [next(iter(item)) for item in nav.menu("en", with_one, load())[1:]] == ["Questions", "Benefits"]


def test_a_single_calculator_is_the_link_itself():
    tree = {**page("index.md", ""), **page("calculators/one.md", "calculator: one\nsection: pay\n")}
    assert nav.menu("en", tree, load()) == ["index.md", {"Calculator": ["calculators/one.md"]}]


@pytest.mark.parametrize(
    ("name", "front", "said"),
    [
        ("guides/a.md", "section: nothing\nquestion: Why?\n", "`section: nothing` is not known; use one of: pay,"),
        ("guides/a.md", "section: pay\n", "front matter needs `question: …`"),
        ("guides/a.md", "question: Why?\n", "front matter needs `section: …`"),
        ("elsewhere/a.md", "section: pay\n", "lies in no section's folder"),
        ("places/a.md", "place: '990000'\n", "`place: 990000` is not known"),
    ],
)
def test_a_page_that_cannot_be_placed_is_named_with_the_remedy(name: str, front: str, said: str):
    other = page("guides/b.md", "section: pay\nquestion: Why?\n") | page("places/b.md", "place: '310000'\n")
    with pytest.raises(NavError, match=re.escape(f"docs/en/{name}:1: ")) as refused:
        nav.menu("en", {**page("index.md", ""), **other, **page(name, front)}, load())
    assert said in str(refused.value)


def test_both_languages_are_found_in_the_same_ways():
    here = page("guides/a.md", "section: pay\nquestion: ['Why? { #why }', 'How?']\n")["guides/a.md"]
    there = Page("zh", "guides/a.md", "section: job\nquestion: ['为什么？ { #reason }', '怎么办？']\n", "")
    found = list(nav.unequal(here, there))
    assert [problem.split(": ")[0] for problem in found] == ["docs/zh/guides/a.md:1"] * 2
    assert nav.problems(ROOT) == []


def test_the_built_pages_lead_to_each_section_and_say_where_they_stand(pages: Pages):
    for name, built in pages.items():
        if name.endswith("404.html"):
            continue
        tops = [link["href"] for link in built.select(".site-nav a")]
        assert len(tops) == len(set(tops)) >= 2, name
        assert built.select(".site-footer nav a"), name
        if name in ("index.html", "zh/index.html"):
            assert not built.select(".site-where"), name
        else:
            assert built.select(".site-where a"), name


def test_the_404_page_speaks_both_languages_and_needs_no_other_file(pages: Pages):
    for name, first in (("404.html", "en"), ("zh/404.html", "zh-Hans")):
        built = pages[name]
        assert built.html["lang"] == first
        assert {block["lang"] for block in built.select("main > div")} == {"en", "zh-Hans"}
        assert built.select("main > div")[0]["lang"] == first
        assert not built.select("link[rel=stylesheet], script[src], img[src]"), name
        assert {link["data-to"] for link in built.select("main a")} >= {"", "zh/", "questions/", "zh/questions/"}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as built for a public address below a folder."""
    folder = tmp_path_factory.mktemp("published")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(folder)]
    told = {**os.environ, "SITE_URL": "https://example.org/guide/", "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=ROOT, env=told, check=True, timeout=120)
    return folder


def read(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def address(root: Path, path: Path) -> str:
    return f"https://example.org/guide/{path.relative_to(root).as_posix().removesuffix('index.html')}"


def test_with_an_address_each_page_names_its_own_and_its_twins(published: Path):
    found = list(published.rglob("index.html"))
    assert len(found) > 10
    titles: dict[tuple[str, str], Path] = {}
    for path in found:
        built = read(path)
        own = address(published, path)
        english = own.replace("/guide/zh/", "/guide/")
        chinese = english.replace("/guide/", "/guide/zh/")
        assert [link["href"] for link in built.select("link[rel=canonical]")] == [own]
        said = {link["hreflang"]: link["href"] for link in built.select("head link[hreflang]")}
        assert said == {"en": english, "zh-Hans": chinese, "x-default": english}
        key = (built.html["lang"], built.title.string)
        assert key not in titles, f"{path} and {titles[key]} have the same title"
        titles[key] = path
        assert 10 <= len(built.find("meta", attrs={"name": "description"})["content"]) <= 200, path


def test_the_sitemap_lists_every_page_in_both_languages(published: Path):
    spaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    for folder in (published, published / "zh"):
        entries = ElementTree.parse(folder / "sitemap.xml").getroot().findall("s:url", spaces)
        inside = {address(published, path) for path in folder.rglob("index.html")}
        if folder == published:
            inside = {own for own in inside if "/guide/zh/" not in own}
        assert {entry.findtext("s:loc", namespaces=spaces) for entry in entries} == inside
        for entry in entries:
            twins = {link.attrib["hreflang"]: link.attrib["href"] for link in entry.findall("x:link", spaces)}
            assert twins["x-default"] == twins["en"] == twins["zh-Hans"].replace("/guide/zh/", "/guide/")
            assert re.fullmatch(r"\d{4}-\d\d-\d\d", entry.findtext("s:lastmod", DAY, spaces))


def test_with_an_address_the_404_page_starts_from_its_path(published: Path):
    for name in ("404.html", "zh/404.html"):
        assert read(published / name).select_one("main")["data-root"] == "/guide/"


@pytest.mark.skipif("SITE_URL" in os.environ and os.environ["SITE_URL"] != "", reason="built for a public address")
def test_without_an_address_there_is_no_sitemap_and_no_canonical_one(site: Path, pages: Pages):
    assert not list(site.rglob("sitemap.xml*"))
    assert not [name for name, built in pages.items() if built.select("link[rel=canonical]")]
