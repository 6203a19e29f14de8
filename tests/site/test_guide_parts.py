"""A demonstration of every part that guides are made of. It is not published."""

from html.parser import HTMLParser

import pytest
from bs4 import BeautifulSoup

from scripts import pages
from scripts.notes import Said
from tests.site.demo import built, html

DEMONSTRATION = """
# Demonstration { #demo }

{% call guide.short() %}
- One **thing**
- Another
{% endcall %}

{% call guide.before() %}
- Have a card at hand
{% endcall %}

{% call guide.steps() %}
{% call guide.step("first", "Do this", who="you", documents="a card", limit=limit("sil-58"), fee="none",
  online="[here](next.md)", in_person="at the counter", without_phone="by letter") %}
A paragraph with {{ rate("pension") }}.

- a list
{% endcall %}
{% call guide.step("second", "Then that") %}
No facts here.
{% endcall %}
{% endcall %}

{% call guide.documents() %}
- A card
{% endcall %}

{{ guide.limits([{"what": "Register", "limit": limit("sil-58"), "counted": "the first day", "law": "sil-58"}]) }}

{{ guide.wrong([
  {"what": "They refuse your **papers**", "do": "Ask for it in writing, [as here](next.md)."},
  {"what": "Nothing happens after " ~ limit("sil-58"), "do": "Complain."},
]) }}

{{ guide.varies([{"what": "The fee", "decides": "the province", "find": "[here](next.md)"}]) }}

{% call guide.who(["hrss", "nhsa", "tax"]) %}
They decide.
{% endcall %}

{{ guide.law(["sil-58", "sil-12", "hr-4"]) }}

{{ guide.evidence([
  {"about": "The time limits", "source": article_name("sil-58"), "grade": "A"},
  {"about": "The fee", "source": "a leaflet", "grade": "D"},
]) }}

{{ guide.related(["guides/next.md", "guides/next.md#part"]) }}

{{ guide.grades() }}
"""


class Balance(HTMLParser):
    """Whether every element that is opened is closed in turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, _: list) -> None:
        if tag not in ("br", "img", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)


@pytest.mark.parametrize("tree", pages.TREES)
def test_every_part_of_a_guide_is_well_formed_and_named_by_its_heading(tree):
    made = built(DEMONSTRATION, tree)
    balance = Balance()
    balance.feed(made)
    assert not balance.faults
    assert not balance.open
    assert "{ #" not in made, "a heading inside a part was not read as one"
    assert "<code>" not in made, "indented lines were taken for code"
    found = BeautifulSoup(made, "html.parser")
    for part in (
        "short",
        "before",
        "steps",
        "documents",
        "limits",
        "wrong",
        "varies",
        "who",
        "law",
        "evidence",
        "related",
    ):
        section = found.select_one(f"section.guide-{part}")
        assert section["aria-labelledby"] == part
        assert section.select_one(f"h2#{part}").get_text() == Said(tree)(part)


def test_what_the_parts_hold():
    found = html(DEMONSTRATION)
    steps = found.select("ol.guide-list > li.guide-step")
    assert [step.h3["id"] for step in steps] == ["first", "second"]
    facts = {row.dt.get_text(): row.dd.find(string=True) for row in steps[0].select(".facts > div")}
    assert list(facts) == [
        "Who does it",
        "Documents",
        "Time limit",
        "Fee",
        "Online",
        "In person",
        "Without a smartphone",
    ]
    assert facts["Time limit"] == "30 days"
    assert steps[0].select_one("dd > a")["href"] == "next.md"
    assert not steps[1].select(".facts")
    assert [cell.find(string=True) for cell in found.select(".guide-limits td")][:2] == ["Register", "30 days"]
    assert [link["href"] for link in found.select(".guide-who td a[href^='tel:']")] == [
        "tel:12333",
        "tel:12393",
        "tel:12366",
    ]
    laws = [law.get_text() for law in found.select(".guide-law > ul > li > strong")]
    assert laws == [
        "Social Insurance Law (社会保险法)",
        "Social Insurance Handling Regulations (社会保险经办条例)",
    ]
    assert "Article 58: " in found.select_one(".guide-law").get_text()
    assert [link["href"] for link in found.select(".guide-related a")] == ["next.md", "next.md#part"]


def test_what_can_go_wrong_stands_with_what_to_do():
    rows = html(DEMONSTRATION).select("section.guide-wrong dl.guide-problems > div")
    assert [row.dt.find(string=True) for row in rows] == ["They refuse your ", "Nothing happens after "]
    assert rows[0].dt.strong.get_text() == "papers"
    assert rows[0].dd.a["href"] == "next.md"
    assert rows[1].dt.select_one(".figure").find(string=True) == "30 days"


@pytest.mark.parametrize("tree", pages.TREES)
def test_what_varies_and_how_sure_we_are_stand_in_tables(tree):
    found = BeautifulSoup(built(DEMONSTRATION, tree), "html.parser")
    said = Said(tree)
    varies, evidence = (found.select_one(f"section.guide-{part}") for part in ("varies", "evidence"))
    heads = [[cell.get_text() for cell in part.select("th")] for part in (varies, evidence)]
    assert heads[0] == [said("varies-what"), said("varies-decides"), said("varies-find")]
    assert heads[1] == [said("evidence-about"), said("evidence-from"), said("evidence-sure")]
    assert varies.p.get_text() == said("varies-lead")
    assert [cell.get_text() for cell in evidence.select("td:last-child")] == [said("sure-A"), said("sure-D")]
    assert varies.select_one("td a")["href"] == "next.md"


def test_the_demonstration_is_not_published():
    assert not [path for path in (pages.ROOT / "docs").rglob("*.md") if "Demonstration {" in path.read_text()]
