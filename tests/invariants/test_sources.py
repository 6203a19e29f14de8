"""Sources: every id leads somewhere, none is idle, and nothing internal is ever printed."""

import re
from pathlib import Path

import pytest

import calc
from calc.citations import article, is_article, source
from calc.contacts import contacts
from calc.places import NATION, everywhere, get
from calc.tables import table

ROOT = Path(calc.__file__).parent
FILES = sorted(path.relative_to(ROOT).with_suffix("").as_posix() for path in ROOT.glob("data/places/*.toml"))
FILES += sorted(path.relative_to(ROOT).with_suffix("").as_posix() for path in ROOT.glob("data/national/*.toml"))
SHARED = table("data/sources")["sources"]


def entries_of(name: str) -> list[dict]:
    return [row for kind, rows in table(name).items() if kind != "sources" for row in rows]


def cited_in(name: str) -> set[str]:
    """Every source id that a value file names, in entries, other readings and as the way it was seen."""
    named = {cited for row in entries_of(name) for cited in row.get("sources", ())}
    named |= {
        cited for row in entries_of(name) for other in row.get("other_readings", ()) for cited in other["sources"]
    }
    return named | {via for row in table(name).get("sources", {}).values() for via in row.get("via", ())}


@pytest.mark.parametrize("name", FILES)
def test_every_source_named_is_found_from_where_it_is_named(name):
    code = Path(name).name[:6]
    layers = (code, *get(code).layers[1:]) if code.isdigit() else (NATION,)
    for cited in cited_in(name):
        assert source(cited, layers)["link"] in ("opened", "named", "none")


@pytest.mark.parametrize("name", FILES)
def test_every_source_of_a_file_is_used_in_it(name):
    assert set(table(name).get("sources", {})) <= cited_in(name)


def test_every_shared_source_is_used():
    named = {cited for name in FILES for cited in cited_in(name)}
    named |= {via for row in SHARED.values() for via in row.get("via", ())}
    assert set(SHARED) == named & set(SHARED)


def test_source_ids_are_unique_over_all_files():
    own = [source_id for name in FILES for source_id in table(name).get("sources", {})]
    assert len(own) == len(set(own))
    assert not set(own) & set(SHARED)


def test_a_source_has_an_address_exactly_where_its_link_says_so():
    for rows in (SHARED, *(table(name).get("sources", {}) for name in FILES)):
        for row in rows.values():
            assert ("url" in row) == (row["link"] in ("opened", "named"))
            assert re.match(r"https?://", row.get("url", "http://"))


def test_names_and_titles_come_in_both_languages():
    for rows in (SHARED, *(table(name).get("sources", {}) for name in FILES)):
        for row in rows.values():
            assert ("title_zh" in row, "issuer_zh" in row) == ("title_en" in row, "issuer_en" in row)
            assert {"number", "title_zh", "issuer_zh"} & row.keys()


def test_every_article_a_step_can_cite_is_told_in_both_languages():
    code = "".join(path.read_text(encoding="utf-8") for path in ROOT.rglob("*.py"))
    cited = set(re.findall(r'"((?:sil|hf)-\d+)"', code))
    assert cited
    for article_id in cited:
        assert is_article(article_id)
        told = article(article_id)
        assert all(told[f"{part}_{lang}"] for part in ("law", "gives") for lang in ("en", "zh"))
        assert article_id.endswith(f"-{told['number']}")


def test_no_internal_reference_stands_in_the_data_or_the_texts():
    for path in (*ROOT.rglob("*.toml"), *ROOT.rglob("*.py")):
        text = re.sub(r"https?://\S+", "", path.read_text(encoding="utf-8"))
        assert not re.search(r"stored file|file id|\b\d{10,11}\b|/w(?:ork)/|/r(?:oot)/", text), path


def test_every_place_has_someone_to_ask():
    for place in everywhere():
        found = contacts(place.code, ("hrss", "nhsa", "tax"))
        assert all(contact.host and contact.tel and contact.en and contact.zh for contact in found)


@pytest.mark.parametrize("name", FILES)
def test_hosts_are_bare_host_names(name):
    for row in table(name).get("contacts", ()):
        assert ("host" in row) != ("tel" in row)
        assert re.fullmatch(r"[a-z0-9.-]+\.(cn|com)(/\w+)?", row.get("host", "x.cn"))
        assert re.fullmatch(r"\d{5,12}", row.get("tel", "12345"))
