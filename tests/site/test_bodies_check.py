"""The check of calc/data/bodies.toml: a small register that passes, and each fault that is refused."""

import copy
import tomllib

import pytest

from scripts import pages
from scripts.checks import bodies

BOX = {"en": "Box", "zh": "框", "about_en": "a box", "about_zh": "一个框"}
SOUND = {
    "branches": {"tax": {"en": "Tax", "zh": "税务"}},
    "levels": {"nation": {"en": "Nation", "zh": "全国"}},
    "bodies": {
        "office": {
            "branch": "tax",
            "page": "agencies/a.md",
            "levels": ["nation"],
            "name_en": "Office",
            "name_zh": "局",
            "does_en": ["collects"],
            "does_zh": ["征收"],
            "under": "",
            "articles": ["sil-1"],
            "contact": "tax",
            "sure": "A",
            "reforms": [{"date": "2018-03", "document": "", "what_en": "began", "what_zh": "开始", "sure": "B"}],
        }
    },
    "tasks": {
        "pay": {
            "name_en": "Pay",
            "name_zh": "缴费",
            "body": "office",
            "also": [],
            "guide": "agencies/a.md",
            "articles": ["sil-1"],
            "limits": ["sil-1", {"article": "sil-2", "name": "first"}],
            "online": ["pay.example"],
            "appeal": "court",
        }
    },
    "appeals": {
        "court": {
            **{"name_en": "Court", "name_zh": "法院", "says_en": "Sue.", "says_zh": "起诉。"},
            **{"bodies": ["office"], "articles": ["sil-1"]},
        }
    },
    "duties": [{"id": "one", "name_en": "One", "name_zh": "一项", "holders": ["office"], "articles": ["sil-1"]}],
    "flow": {
        "boxes": {
            "you": {"row": 1, "from": 0, "to": 3, "kind": "you", **BOX},
            "bureau": {"row": 2, "from": 2, "to": 6, "kind": "body", "body": "office", **BOX},
        },
        "steps": [{"from": "you", "to": "bureau", "says_en": "Pay.", "says_zh": "缴。", "articles": ["sil-1"]}],
    },
}
KNOWN = bodies.Known(
    articles={"sil-1": {"days": 30}, "sil-2": {"limits": {"first": {"years": 1}}}},
    pages={"agencies/a.md"},
    hosts={"pay.example"},
)
# Where the sound register is spoilt, by what, and a word of the refusal.
SPOILT = [
    (("bodies", "office", "under"), "ministry", "the body 'ministry'"),
    (("tasks", "pay", "body"), "bank", "the body 'bank'"),
    (("tasks", "pay", "also"), ["bank"], "the body 'bank'"),
    (("tasks", "pay", "decides"), "bank", "the body 'bank'"),
    (("appeals", "court", "bodies"), ["bank"], "the body 'bank'"),
    (("duties", 0, "holders"), ["bank"], "the body 'bank'"),
    (("flow", "boxes", "bureau", "body"), "bank", "the body 'bank'"),
    (("bodies", "office", "articles"), ["sil-99"], "cites sil-99"),
    (("flow", "steps", 0, "articles"), ["sil-99"], "cites sil-99"),
    (("tasks", "pay", "guide"), "guides/none.md", "no page of both languages"),
    (("bodies", "office", "page"), "agencies/none.md", "no page of both languages"),
    (("tasks", "pay", "limits"), ["sil-2"], "holds none"),
    (("tasks", "pay", "limits"), [{"article": "sil-2", "name": "last"}], "holds none"),
    (("tasks", "pay", "online"), ["pay.invalid"], "names the host pay.invalid"),
    (("tasks", "pay", "appeal"), "king", "has the appeal 'king'"),
    (("bodies", "office", "levels"), ["moon"], "has the level 'moon'"),
    (("bodies", "office", "branch"), "army", "has the branch 'army'"),
    (("bodies", "office", "contact"), "army", "has the contact 'army'"),
    (("bodies", "office", "sure"), "D", "has the grade 'D'"),
    (("bodies", "office", "reforms", 0, "date"), "March 2018", "has the date"),
    (("bodies", "office", "does_zh"), ["征收", "登记"], "the same number of texts"),
    (("bodies", "office", "name_zh"), "", "the same number of texts"),
    (("bodies", "office", "does_en"), ["answers within 30 days"], "typed figure"),
    (("bodies", "office", "does_en"), ["collects the social insurance fee"], "the glossary has"),
    (("bodies", "office", "colour"), "red", "unknown key 'colour'"),
    (("bodies", "office", "spans"), ["army"], "spans 'army'"),
    (("flow", "boxes", "you", "to"), 2, "neither one above the other"),
    (("flow", "boxes", "bureau", "row"), 1, "neither one above the other"),
    (("flow", "boxes", "you", "kind"), "cloud", "has the kind 'cloud'"),
    (("flow", "steps", 0, "to"), "moon", "no box of"),
]


def faults(content):
    return [what for _, what in bodies.faults(content, KNOWN, pages.ROOT)]


def test_a_sound_register_passes():
    assert faults(SOUND) == []


@pytest.mark.parametrize(("path", "value", "refusal"), SPOILT)
def test_what_does_not_hold_is_refused_with_its_place(path, value, refusal):
    content = copy.deepcopy(SOUND)
    holder = content
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    assert any(refusal in what for what in faults(content)), faults(content)


@pytest.mark.parametrize("kind", ["bodies", "tasks", "appeals"])
def test_a_row_without_one_of_its_keys_is_refused(kind):
    for name, row in SOUND[kind].items():
        for key in bodies.NEEDED[kind]:
            content = copy.deepcopy(SOUND)
            del content[kind][name][key]
            assert f"lacks {key!r}; add it" in faults(content)
            assert key in row


def test_the_twelve_duties_are_twelve():
    content = tomllib.loads((pages.ROOT / bodies.FILE).read_text(encoding="utf-8"))
    assert len({duty["id"] for duty in content["duties"]}) == len(content["duties"]) == 12
