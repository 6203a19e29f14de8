"""The search in a real browser: what finds what in both languages, and how it is used."""

from collections.abc import Callable, Iterator
from functools import cache

import opencc
import pytest
import rjieba
from playwright.sync_api import Page, Route, expect

from scripts import build, search
from scripts.search_pages import SitePage, read_site
from scripts.search_words import read_glossary
from tests.browser.conftest import visits
from tests.browser.test_accessibility import violations
from tests.serving import FOLDER

HOME = {"en": "/", "zh": "/zh/"}
NONE = {"en": "Nothing was found for “xyzzyq”.", "zh": "没有找到与“xyzzyq”有关的页面。"}
COUNTED = {"en": "page", "zh": "个页面"}
GUIDE = {
    "insurance": "guides/social-insurance/",
    "pay": "guides/your-pay/",
    "arrears": "guides/arrears/",
    "card": "guides/card/",
    "retire": "guides/retire/",
    "survivors": "guides/survivors/",
    "two": "guides/two-pensions/",
    "years": "myths/pension/",
    "retirement": "calculators/retirement/",
    "pension": "calculators/pension/",
}
in_both_languages = pytest.mark.parametrize("lang", ["en", "zh"])
WORDS_ASKED = 60
IGNORED = read_glossary(search.GLOSSARY).ignored


def pages_of(lang: str) -> list[SitePage]:
    folder = search.FOLDERS[lang]
    return read_site(build.SITE / folder, {"zh"} - {folder})


def open_search(page: Page) -> Page:
    page.click("[data-search-open]")
    page.wait_for_selector("dialog[data-search=whole]")
    return page


def addresses(page: Page, typed: str) -> list[str]:
    """The pages found for what is typed, the best first, as paths below the language's root."""
    page.fill("#search-input", typed)
    page.wait_for_function("typed => document.querySelector('.search-results').dataset.typed === typed", arg=typed)
    if page.locator(".search-more").is_visible():
        page.click(".search-more")
    found: list[str] = page.evaluate(
        "() => Array.from(document.querySelectorAll('.search-results h3 a'), (link) => link.pathname)"
    )
    return [path.removeprefix("/zh").removeprefix("/") for path in found]


@pytest.fixture
def searching(visit, lang) -> Page:
    return open_search(visit(HOME[lang]))


@pytest.fixture(scope="module")
def boxes(browser, address) -> Iterator[Callable[[str], Page]]:
    """`boxes("en")`: one open search a language, for all that only ask."""
    with visits(browser, address) as visit:
        yield cache(lambda lang: open_search(visit(HOME[lang])))


def words_from_the_middle(lang: str) -> Iterator[tuple[str, str]]:
    """Words that stand neither first nor last in a title, with the page: cut as a sentence, not as the index is."""
    for page in pages_of(lang):
        words = rjieba.cut(page.title) if lang == "zh" else page.title.split()
        for word in words[1:-1]:
            plain = word.strip(",.?’'").lower()
            if len(plain) > 1 and plain not in IGNORED and plain.isalnum():
                yield plain, page.url


@in_both_languages
def test_a_word_from_the_middle_of_any_title_finds_its_page(boxes, lang):
    asked = list(words_from_the_middle(lang))
    assert len(asked) > 5
    some = asked[:: 1 + len(asked) // WORDS_ASKED]
    assert [(word, url) for word, url in some if url not in addresses(boxes(lang), word)] == []


@pytest.mark.parametrize("lang", ["zh"])
def test_a_title_in_traditional_characters_finds_the_page(boxes, lang):
    convert = opencc.OpenCC("s2t").convert
    titles = [(page.title, page.url) for page in pages_of(lang) if convert(page.title) != page.title]
    assert titles
    some = titles[:: 1 + len(titles) // WORDS_ASKED]
    assert [(t, url) for t, url in some if url not in addresses(boxes(lang), convert(t))[:3]] == []


@pytest.mark.parametrize(
    ("lang", "typed", "wanted"),
    [
        ("zh", "五险一金", "insurance"),
        ("zh", "断缴", "arrears"),
        ("zh", "斷繳", "arrears"),
        ("zh", "医保卡", "card"),
        ("zh", "社保卡", "card"),
        ("zh", "退休金", "retire"),
        ("zh", "缴费年限", "retirement"),
        ("zh", "退休金缴费年限", "pension"),
        ("zh", "到手工资", "pay"),
        ("zh", "工资条扣款", "pay"),
        ("zh", "勞保", "insurance"),
        ("zh", "父亲去世", "survivors"),
        ("zh", "双重养老金", "two"),
        ("en", "payslip deductions", "pay"),
        ("en", "take-home pay", "pay"),
        ("en", "lost my card", "card"),
        ("en", "my father died", "survivors"),
        ("en", "93 months at 60", "years"),
        ("en", "pay for 15 years then stop", "years"),
        ("en", "how much is deducted from my salary", "pay"),
        ("en", "hukou", "insurance"),
        ("en", "hukou 户口", "insurance"),
        ("en", "五险一金", "insurance"),
        ("en", "退休金", "pension"),
        ("en", "social insurence", "insurance"),
    ],
)
def test_what_people_type_finds_the_right_page(boxes, lang, typed, wanted):
    assert GUIDE[wanted] in addresses(boxes(lang), typed)[:3]


@in_both_languages
@pytest.mark.parametrize("typed", ["article 58", "第五十八条", "第58條", "art. 58"])
def test_an_article_is_found_by_its_number_in_either_language(boxes, lang, typed):
    naming = "第五十八条" if lang == "zh" else "article 58"
    has = [p.url for p in pages_of(lang) if any(naming in section.text.lower() for section in p.sections)]
    assert has
    found = addresses(boxes(lang), typed)
    assert set(has) <= set(found)
    assert found[0] == "law/social-insurance-law/chapter-7/", "the law itself comes first"


@in_both_languages
def test_nothing_found_is_said_in_the_language_of_the_page(searching, lang):
    assert addresses(searching, "xyzzyq") == []
    expect(searching.locator(".search-status")).to_contain_text(NONE[lang])


@in_both_languages
def test_the_count_is_announced_politely_and_marks_show_why(searching, lang):
    addresses(searching, {"en": "pension", "zh": "养老"}[lang])
    status = searching.locator("[role=status].search-status")
    expect(status).to_contain_text(COUNTED[lang])
    expect(searching.locator(".search-results mark").first).to_be_visible()


@in_both_languages
def test_it_works_by_keyboard_and_gives_the_focus_back(visit, lang):
    page = visit(HOME[lang])
    page.focus("[data-search-open]")
    page.keyboard.press("Enter")
    expect(page.locator("#search-input")).to_be_focused()
    page.keyboard.type({"en": "social insurance", "zh": "社会保险"}[lang])
    expect(page.locator(".search-results a").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".search-results a").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#search-input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.search-dialog")).to_be_hidden()
    expect(page.locator("[data-search-open]")).to_be_focused()
    page.keyboard.press("Control+k")
    expect(page.locator("#search-input")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".search-results a").first).to_be_focused()
    first = page.get_attribute(".search-results a", "href")
    page.keyboard.press("Enter")
    page.wait_for_url(first)


def test_the_place_among_the_results_is_kept_when_the_text_arrives(visit):
    held: list[Route] = []
    page = visit("/", prepare=lambda page: page.route("**/search/text-*.json", lambda route: held.append(route)))
    page.click("[data-search-open]")
    page.wait_for_selector("dialog[data-search=titles]")
    assert addresses(page, "social insurance")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    address = page.evaluate("document.activeElement.href")
    assert address
    held[0].continue_()
    page.wait_for_selector("dialog[data-search=whole]")
    page.wait_for_timeout(500)
    assert page.evaluate("document.activeElement.href ?? document.activeElement.id") in (address, "search-input")


def test_a_mouse_can_close_it_and_the_focus_comes_back(visit):
    page = open_search(visit("/"))
    page.click(".search-close")
    expect(page.locator("[data-search-open]")).to_be_focused()
    open_search(page)
    page.mouse.click(5, 5)
    expect(page.locator("dialog.search-dialog")).to_be_hidden()


def test_letters_of_an_input_method_are_not_searched_before_they_are_chosen(visit):
    page = open_search(visit("/zh/"))
    client = page.context.new_cdp_session(page)
    client.send("Input.imeSetComposition", {"text": "shebao", "selectionStart": 6, "selectionEnd": 6})
    page.wait_for_timeout(600)
    expect(page.locator(".search-results > li")).to_have_count(0)
    client.send("Input.insertText", {"text": "社保"})
    expect(page.locator(".search-results a").first).to_be_visible()


def test_nothing_is_loaded_before_it_is_opened_and_nothing_is_asked_word_by_word(visit):
    asked: list[str] = []
    page = visit("/zh/", prepare=lambda page: page.on("request", lambda request: asked.append(request.url)))
    page.wait_for_load_state("networkidle")
    assert [url.rpartition("/")[2] for url in asked if "/search/" in url or "lunr" in url] == ["open.js"]
    open_search(page)
    before = len(asked)
    assert addresses(page, "养老金")
    assert addresses(page, "工伤 beijing")
    assert asked[before:] == []


def test_titles_are_searched_when_the_text_does_not_arrive(visit):
    """The missing file is the test's own doing, so the browser's complaint about it is none."""
    page = visit("/", prepare=lambda page: page.route("**/search/text-*.json", lambda r: r.fulfill(body="not JSON")))
    page.click("[data-search-open]")
    page.wait_for_selector("dialog[data-search=partly]")
    assert GUIDE["insurance"] in addresses(page, "social insurance")
    expect(page.locator(".search-status")).to_contain_text("Only titles")


def test_a_failed_load_is_said_and_tried_again(visit):
    page = visit("/zh/", prepare=lambda page: page.route("**/search/start.json", lambda r: r.fulfill(body="not JSON")))
    page.click("[data-search-open]")
    expect(page.locator(".search-status")).to_contain_text("没有载入成功")
    page.unroute("**/search/start.json")
    page.keyboard.press("Escape")
    assert addresses(open_search(page), "社保")


@in_both_languages
def test_it_works_below_a_folder(visit, lang):
    page = open_search(visit(FOLDER + HOME[lang]))
    page.fill("#search-input", "12333")
    expect(page.locator(".search-results a").first).to_be_visible()
    assert page.evaluate("document.querySelector('.search-results a').pathname").startswith(FOLDER + HOME[lang])


def test_without_javascript_no_button_promises_a_search(visit):
    expect(visit("/", java_script_enabled=False).locator("[data-search-open]")).to_be_hidden()


@in_both_languages
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_the_open_search(visit, lang, theme, width):
    # Room for the whole list: a link that the edge of the window cuts through counts as too small a target.
    page = open_search(visit(HOME[lang], color_scheme=theme, viewport={"width": width, "height": 4000}))
    assert addresses(page, {"en": "pay", "zh": "工资"}[lang])
    assert violations(page) == []
    assert page.evaluate("document.querySelector('.search-dialog').scrollWidth") <= width
    target = page.locator(".search-results a").first.bounding_box()
    assert target is not None
    assert target["height"] >= 24
