"""Every page: strict, self-contained, in two languages that know each other, with links that lead somewhere."""

import hashlib
import json
import re
from base64 import b64encode
from pathlib import Path
from posixpath import normpath

from bs4 import BeautifulSoup

import calc
from scripts import dates
from tests.site.conftest import Pages

CALCULATORS = {"en": "calculators/contributions/index.html", "zh": "zh/calculators/contributions/index.html"}


def policy(page: BeautifulSoup) -> dict[str, list[str]]:
    first = page.head.find(True)
    while first.name == "meta" and first.has_attr("charset"):
        first = first.find_next_sibling(True)
    assert first.get("http-equiv") == "Content-Security-Policy", f"{first} comes before the policy"
    return {words[0]: words[1:] for part in first["content"].split(";") if (words := part.split())}


def test_every_page_has_the_strict_policy_before_anything_that_loads(pages: Pages):
    for name, page in pages.items():
        rules = policy(page)
        assert rules["default-src"] == ["'none'"], name
        assert "'unsafe-inline'" not in json.dumps(rules), name
        assert "'unsafe-eval'" not in json.dumps(rules), name
        assert {word for word in rules["script-src"] if not word.startswith("'sha256-")} <= {
            "'self'",
            "'wasm-unsafe-eval'",
        }
        for inline in page.find_all("script", src=False, type=lambda kind: kind != "application/json"):
            digest = b64encode(hashlib.sha256(inline.string.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in rules["script-src"], f"{name}: {inline.string[:60]}"


def test_no_page_styles_or_handles_inline_or_loads_from_a_stranger(pages: Pages):
    for name, page in pages.items():
        for element in page.find_all(True):
            assert "style" not in element.attrs, f"{name}: {element.name} {element.attrs}"
            assert not [key for key in element.attrs if key.startswith("on")], f"{name}: {element.attrs}"
            source = element.get("src") or (element.get("href") if element.name == "link" else None)
            if source and element.get("rel") not in (["canonical"], ["alternate"]):
                assert not re.match(r"(https?:)?//", source), f"{name} loads {source}"


def test_pages_name_their_language_and_their_twin(pages: Pages):
    for name, page in pages.items():
        if name.endswith("404.html"):
            continue
        lang = "zh-Hans" if name.startswith("zh/") else "en"
        assert page.html["lang"] == lang, name
        twin = name.removeprefix("zh/") if lang == "zh-Hans" else f"zh/{name}"
        assert twin in pages, f"{name} has no twin"
        assert page.title.string.strip(), name
        assert page.find("meta", attrs={"name": "description"})["content"].strip(), name


def test_links_within_the_site_lead_to_pages_and_their_parts(pages: Pages, site: Path):
    ids = {name: {element["id"] for element in page.find_all(id=True)} for name, page in pages.items()}
    for name, page in pages.items():
        if name.endswith("404.html"):
            continue
        for link in page.find_all("a", href=True):
            address, _, part = link["href"].partition("#")
            if re.match(r"[a-z]+:", address):
                continue
            target = normpath(f"{Path(name).parent}/{address}") if address else name
            if (site / target).is_dir():
                target = normpath(f"{target}/index.html")
            assert (site / target).exists(), f"{name} links to {link['href']}"
            if part.startswith("answer&"):
                assert pages[target].find("shebao-calculator"), f"{name} hands answers to {target}"
            elif part and target in pages:
                assert part in ids[target], f"{name} links to {link['href']}"


def test_ids_are_unique_and_images_have_a_text(pages: Pages):
    for name, page in pages.items():
        ids = [element["id"] for element in page.find_all(id=True)]
        assert sorted(ids) == sorted(set(ids)), name
        assert not page.find_all("img", alt=False), name


def test_the_worked_answer_stands_in_the_page_as_the_calculator_gives_it(site: Path):
    for lang, name in CALCULATORS.items():
        fragment = calc.page("contributions", {}, lang, dates.today())
        assert fragment in (site / name).read_text(encoding="utf-8"), f"{name} is not what calc.page gives"


def test_nothing_internal_reaches_a_reader(pages: Pages):
    for name, page in pages.items():
        text = page.get_text(" ")
        assert "stored file" not in text, name
        assert "{{" not in text, name
        assert "{%" not in text, name
