"""What the register of bodies becomes on pages: two pictures with their lists, facts, and whom to go to."""

import re

import pytest
from bs4 import BeautifulSoup

from scripts import pages, stage
from scripts.bodies import drawing, pictures
from scripts.bodies.page import Bodies
from tests.site.demo import TODAY

REGISTER = pictures.register()
both = pytest.mark.parametrize("tree", pages.TREES)
each_picture = pytest.mark.parametrize("picture", ["levels", "money"])


def bodies(tree: str, name: str = "agencies/levels.md") -> Bodies:
    own = pages.read_tree(tree)
    return Bodies(own[name], own, TODAY)


def svg(tree: str, picture: str) -> BeautifulSoup:
    made = getattr(pictures, picture)(tree, bodies(tree).said)
    return BeautifulSoup(made, "html.parser").svg


@both
@each_picture
def test_a_picture_has_a_name_and_no_style_of_its_own(tree, picture):
    drawn = svg(tree, picture)
    assert drawn["role"] == "img"
    assert drawn["aria-label"] == bodies(tree).said(f"{picture}-name")
    assert not [tag.name for tag in [drawn, *drawn.find_all()] if tag.has_attr("style") or tag.has_attr("onclick")]


@both
@each_picture
def test_every_line_of_text_lies_within_a_box_and_the_picture(tree, picture):
    drawn = svg(tree, picture)
    height = int(drawn["viewbox"].split()[3])
    rects = [[int(rect[side]) for side in ("x", "y", "width", "height")] for rect in drawn.find_all("rect")]
    for text in drawn.select("text.diagram-name, text.diagram-about"):
        size = drawing.NAME if "diagram-name" in text["class"] else drawing.ABOUT
        middle, base, half = int(text["x"]), int(text["y"]), drawing.broad(text.get_text(), size) / 2
        assert any(
            x <= middle - half and middle + half <= x + width and y < base - 8 and base <= y + tall
            for x, y, width, tall in rects
        ), text.get_text()
        assert base < height


@both
@each_picture
def test_no_two_boxes_overlap(tree, picture):
    rects = [
        [int(rect[side]) for side in ("x", "y", "width", "height")] for rect in svg(tree, picture).find_all("rect")
    ]
    for at, (x, y, width, tall) in enumerate(rects):
        for left, top, other, height in rects[at + 1 :]:
            assert x + width < left or left + other < x or y + tall < top or top + height < y


@both
def test_the_picture_of_the_levels_shows_every_drawn_body_and_the_list_shows_all(tree):
    drawn = "".join(svg(tree, "levels").stripped_strings).replace(" ", "")
    listed = bodies(tree).levels_picture()
    for body in REGISTER["bodies"].values():
        if body.get("drawn"):
            assert body.get(f"short_{tree}", body[f"name_{tree}"]).replace(" ", "") in drawn
        assert f"[{body[f'name_{tree}']}](" in listed


def test_a_body_is_tied_by_a_full_line_to_the_one_above_it_by_law():
    drawn = svg("en", "levels")
    lines = drawn.select("path.diagram-line")
    broken = [line for line in lines if "diagram-broken" in line["class"]]
    full = {"tax-authority", "social-insurance-agency", "healthcare-agency", "service-point"}
    assert len(lines) - len(broken) == len(full)
    assert all(REGISTER["bodies"][body]["under"] for body in full)
    assert len(broken) == 3


@both
def test_each_step_of_the_money_has_its_number_in_the_picture_and_its_line_in_the_list(tree):
    steps = REGISTER["flow"]["steps"]
    assert [text.get_text() for text in svg(tree, "money").select(".diagram-number")] == [
        str(number) for number in range(1, len(steps) + 1)
    ]
    items = BeautifulSoup(bodies(tree).money_picture(), "html.parser").select("ol.money-steps > li")
    assert [item.find(string=True).strip() for item in items] == [step[f"says_{tree}"] for step in steps]
    assert all(item.select("small a[href*='#']") for item in items)


def test_a_word_that_no_box_can_hold_is_refused():
    with pytest.raises(ValueError, match="too wide for its box"):
        drawing.wrapped("Donaudampfschifffahrtsgesellschaft", 90, 12)


@both
def test_the_facts_of_a_body_say_since_when_with_how_sure_we_are(tree):
    facts = BeautifulSoup(bodies(tree).body_facts("nhsa"), "html.parser")
    names = [term.get_text() for term in facts.select("dt")]
    said = bodies(tree).said
    assert names == [said(name) for name in ("does", "levels", "under", "since", "phone", "law", "sure")]
    since = facts.select("dd")[3].get_text()
    assert "2018" in since
    assert "国务院机构改革方案" in since
    assert facts.select_one("a[href='tel:12393']")


@both
def test_every_body_is_told_on_its_page_under_its_own_id(tree):
    renderings = stage.renderings(tree, pages.ROOT, TODAY)
    made = {page: renderings[page]() for page in {body["page"] for body in REGISTER["bodies"].values()}}
    for name, body in REGISTER["bodies"].items():
        assert re.search(rf"^## .*\{{ #{name} \}}$", made[body["page"]], re.MULTILINE), name


@both
def test_a_task_leads_to_its_guide_only_where_there_is_one(tree):
    own = pages.read_tree(tree)
    page = own["agencies/overview.md"]
    task = REGISTER["tasks"]["card"]
    without = Bodies(page, {}, TODAY).tasks_table()
    guided = Bodies(page, {"guides/card.md": page}, TODAY).tasks_table()
    assert f"| {task[f'name_{tree}']} |" in without
    assert f"| [{task[f'name_{tree}']}](../guides/card.md) |" in guided


@both
def test_whom_to_go_to_can_be_told_for_some_bodies_alone(tree):
    table = bodies(tree).tasks_table("arbitration").splitlines()
    assert len(table) == 2 + sum(task["body"] == "arbitration" for task in REGISTER["tasks"].values())


def test_other_pages_have_no_use_for_it():
    from scripts.bodies import page as bodies_page

    own = pages.read_tree("en")
    assert bodies_page.functions(own["index.md"], own, TODAY) == {}
