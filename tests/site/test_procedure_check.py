"""A procedure has all its parts: pages that pass, and what is refused."""

import pytest

from scripts import pages
from scripts.checks import front_matter, procedure

CALLED = ("wrong", "varies", "law", "evidence", "related")
WHOLE = "\n".join(
    f"{{{{ guide.{part}([]) }}}}" if part in CALLED else f"{{% call guide.{part}() %}}\ntext\n{{% endcall %}}"
    for part in procedure.PARTS
)


def found(body: str, front: str = "procedure: true\n") -> list[str]:
    return list(procedure.faults(pages.Page("en", "guides/a.md", front, body)))


def test_a_whole_procedure_passes():
    assert found(WHOLE) == []


def test_other_parts_may_stand_between():
    assert found(WHOLE.replace("{{ guide.wrong", "{{ guide.limits([]) }}\n{{ guide.wrong")) == []


@pytest.mark.parametrize("part", procedure.PARTS)
def test_a_missing_part_is_named(part):
    assert any(f"guide.{part}(" in what for what in found(WHOLE.replace(f"guide.{part}(", "guide.split(")))


def test_a_part_in_a_comment_does_not_count():
    commented = WHOLE.replace("{{ guide.law([]) }}", "{## {{ guide.law([]) }} ##}")
    assert any("guide.law(" in what for what in found(commented))


def test_parts_out_of_order_are_refused():
    moved = "{{ guide.related([]) }}\n" + WHOLE.replace("{{ guide.related([]) }}", "")
    assert any("in this one: short, before" in what for what in found(moved))


def test_only_true_says_something():
    assert any("write `procedure: true`" in what for what in found(WHOLE, "procedure: guide\n"))


def test_a_page_that_is_no_procedure_may_be_anything():
    assert found("# A page", "title: A\n") == []


def test_the_front_matter_knows_the_word():
    assert "procedure" in front_matter.KNOWN
