"""What an answer can hold beside form and figures: outcome, conditions, dates, next pages, sources, two languages."""

import re

import pytest

import calc
from calc.questions import Question
from calc.recap import shown
from calc.words import words
from tests import samples
from tests.html import read
from tests.rules.test_view import PAGES, TODAY, USUAL, each_lang

OUTCOMES = {"eligible": "✓", "not-eligible": "✕", "cannot-tell": "?"}


def sample(outcome="eligible", lang="en", beside=False):
    return read(samples.html(samples.result(outcome, *samples.PICTURES.values()), lang, beside))


@each_lang
@pytest.mark.parametrize("outcome", OUTCOMES)
def test_an_outcome_is_told_by_sign_and_word(outcome, lang):
    page, word = sample(outcome, lang), words(lang).text(f"view.{outcome}")
    (verdict,) = page.of_class("calc-verdict")
    assert verdict.text == OUTCOMES[outcome] + word
    assert page.of_class("calc-answer")[0].attributes["data-outcome"] == outcome


def test_an_answer_in_figures_has_no_verdict():
    assert read(calc.page("contributions", USUAL, "en", TODAY)).of_class("calc-verdict") == []


@each_lang
def test_conditions_are_met_or_not_or_open_by_sign_word_and_sentence(lang):
    page, said = sample(lang=lang), words(lang)
    met = [element for element in page.elements if "data-met" in element.attributes]
    assert [one.attributes["data-met"] for one in met] == ["yes", "no", "open"]
    for one, sign, reason in zip(met, "✓✕?", samples.result("eligible").reasons, strict=True):
        assert one.text.startswith(sign + said.text(f"view.reason-{one.attributes['data-met']}"))
        assert said.say(reason.message) in one.text


@each_lang
def test_dates_are_marked_up_and_said_in_words(lang):
    page = sample(lang=lang)
    dates = [(one.attributes["datetime"], one.text) for one in page.named("time") if "ul" in one.around]
    both = {"en": ["July 2027", "5 March 2027"], "zh": ["2027年7月", "2027年3月5日"]}
    assert dates == list(zip(["2027-07", "2027-03-05"], both[lang], strict=True))


@each_lang
def test_what_was_given_is_said_back_in_words(lang):
    answers = USUAL | {"worker": "employee", "injury_class": "3", "injury_rate": "0.4%", "own.pension.floor": "5000"}
    page, said = read(calc.page("contributions", answers, lang, TODAY)), words(lang, "contributions")
    given = page.with_id("calc-given").text
    for text in (
        said.show("110000", "place"),
        said.text("choice.worker.employee"),
        said.text("choice.injury_class.3"),
        "0.4%",
        "12,000",
        "5,000",
    ):
        assert text in given
    assert said.text("question.housing_rate.label") not in given


@pytest.mark.parametrize(
    ("kind", "answer", "expected"),
    [("flag", True, "Yes"), ("flag", False, "No"), ("whole", 7, "7"), ("date", "2027-03-05", "5 March 2027")],
)
def test_each_kind_of_answer_is_shown_as_a_reader_says_it(kind, answer, expected):
    assert shown(Question("some", kind), "some", answer, words("en")) == expected


@pytest.mark.parametrize("answers", PAGES.values(), ids=PAGES.keys())
def test_every_reference_leads_to_its_line_in_the_one_list_of_sources(answers):
    page = read(calc.page("contributions", answers, "en", TODAY))
    links = {one.attributes["href"] for one in page.named("a") if one.attributes["href"].startswith("#calc-source-")}
    listed = {
        f"#{one.attributes['id']}" for one in page.elements if one.attributes.get("id", "").startswith("calc-source-")
    }
    assert links == listed


def test_a_source_is_named_by_what_it_is():
    page = read(calc.page("contributions", USUAL, "en", TODAY))
    texts = {one.text for one in page.named("a") if one.attributes["href"].startswith("#calc-source-")}
    assert "Social Insurance Law, art. 12" in texts
    assert all(re.fullmatch(r"source \d+|.*, art\. \d+", text) for text in texts)


@pytest.mark.parametrize(
    ("lang", "beside", "expected"),
    [
        ("en", False, ["../../guides/your-pay/"]),
        ("zh", False, ["../../guides/your-pay/"]),
        ("en", True, ["../../guides/your-pay/", "../../zh/guides/your-pay/"]),
        ("zh", True, ["../../guides/your-pay/", "../../../guides/your-pay/"]),
    ],
)
def test_the_next_page_is_of_the_language_of_its_link(lang, beside, expected):
    links = [one.attributes["href"] for one in sample(lang=lang, beside=beside).named("a")]
    assert [link for link in links if "guides" in link] == expected


# Both languages


@each_lang
@pytest.mark.parametrize("answers", PAGES.values(), ids=PAGES.keys())
def test_both_languages_make_one_well_formed_page_without_a_second_id(answers, lang):
    page = read(calc.page("contributions", answers, lang, TODAY, beside=True))
    ids = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
    assert page.faults == []
    assert len(ids) == len(set(ids))


@each_lang
def test_both_languages_say_everything_that_each_says_alone(lang):
    other = "zh" if lang == "en" else "en"
    both, texts = calc.page("contributions", USUAL, lang, TODAY, beside=True), {}
    for one in (lang, other):
        page = read(calc.page("contributions", USUAL, one, TODAY))
        answer = page.of_class("calc-answer")[0].text
        told = (element.text for name in ("p", "h2", "th", "td") for element in page.named(name))
        texts[one] = {text for text in told if text in answer}
        assert len(texts[one]) > 50
    plain = read(both).of_class("calc-answer")[0].text
    for text in texts[lang] | texts[other]:
        assert text in plain


@each_lang
def test_each_part_stands_beside_its_twin_which_says_its_language(lang):
    html_lang = {"en": "zh-Hans", "zh": "en"}[lang]
    for html in (calc.page("contributions", USUAL, lang, TODAY, beside=True), *samples.all_samples(lang, beside=True)):
        pairs = re.findall(r'class="calc-pair"><(div|span)>', html)
        twins = re.findall(rf'<(div|span) lang="{html_lang}">', html)
        assert len(pairs) > 20
        assert len(twins) >= len(pairs)


@each_lang
def test_one_computation_gives_both_columns(lang, monkeypatch):
    from calc import pages

    asked = []
    answer = pages.answer
    monkeypatch.setattr(pages, "answer", lambda *given: (asked.append(given), answer(*given))[1])
    calc.page("contributions", USUAL, lang, TODAY, beside=True)
    assert len(asked) == 1


@each_lang
@pytest.mark.parametrize("beside", [False, True])
def test_samples_are_well_formed_in_both_forms(lang, beside):
    for html in samples.all_samples(lang, beside):
        page = read(html)
        ids = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
        assert page.faults == []
        assert len(ids) == len(set(ids))
        assert not re.search(r"\{\w+(:\w+)?\}|\*\*|None|Decimal\(", page.of_class("calc-top")[0].text)
        assert not [name for element in page.elements for name in element.attributes if name == "style"]
