"""The row of tools above every answer: compare, both languages, share and keep. Shown only where its script runs."""

from functools import cache

from calc.view.html import Markup, tag, void
from calc.view.sources import ROOT_OF_TREE
from calc.words import Words

FILES = ("csv", "json", "calendar")


def tools(fragment: str, has_dates: bool, is_beside: bool, is_compared: bool, words: Words) -> Markup:
    """The row for an answer whose link is `fragment` ("" where it would be too long)."""
    row = _row(bool(fragment), has_dates, is_beside, is_compared, words)
    return tag(
        "div",
        row,
        class_="calc-tools",
        id="calc-tools",
        role="group",
        aria_label=words.text("tools.label"),
        data_link=fragment or None,
    )


@cache
def _row(has_link: bool, has_dates: bool, is_beside: bool, is_compared: bool, words: Words) -> Markup:
    """Everything but the link; kept, since no answer changes it."""
    files = [name for name in FILES if has_dates or name != "calendar"]
    kept = [_button(name, words) for name in ("print", *files)]
    share = tag(
        "details",
        tag("summary", words.text("tools.more")),
        _link(words) if has_link else "",
        tag("div", *kept, _button("report", words), class_="calc-tool-row"),
        class_="calc-fold calc-share",
        id="calc-share",
    )
    said = tag("div", class_="calc-tools-said", id="calc-tools-said", role="status")
    shared = tag("div", class_="calc-shared", id="calc-shared")
    toggles = (_toggle("compare", is_compared, words), _toggle("beside", is_beside, words))
    return Markup("".join((tag("div", *toggles, class_="calc-tool-row"), share, said, shared)))


def _button(name: str, words: Words) -> Markup:
    return tag("button", words.text(f"tools.{name}"), type="button", id=f"calc-tool-{name}", data_tool=name)


def _toggle(name: str, is_on: bool, words: Words) -> Markup:
    pressed = "true" if is_on else "false"
    return tag(
        "button",
        words.text(f"tools.{name}"),
        type="button",
        id=f"calc-tool-{name}",
        data_tool=name,
        aria_pressed=pressed,
    )


def _link(words: Words) -> Markup:
    """The button with a sentence beside it that says what it hands out, and the box for browsers that do not copy."""
    button = tag(
        "button",
        words.text("tools.link"),
        type="button",
        id="calc-tool-link",
        data_tool="link",
        data_copied=words.text("tools.copied"),
        data_select=words.text("tools.select"),
        aria_describedby="calc-link-holds",
    )
    holds = tag("p", words.text("tools.link-holds"), class_="calc-hint", id="calc-link-holds")
    label = tag("label", words.text("tools.link-box"), for_="calc-link")
    box = void("input", id="calc-link", name="link", readonly=True)
    return tag("div", button, holds, tag("div", label, box, class_="calc-link-box", hidden=True), class_="calc-link")


def report(text: str, words: Words) -> Markup:
    """The error report, to be copied and sent by whoever reads it."""
    button = tag(
        "button",
        words.text("tools.report-copy"),
        type="button",
        id="calc-tool-report-copy",
        data_tool="report-copy",
        data_copied=words.text("tools.report-copied"),
        data_select=words.text("tools.report-select"),
    )
    how = tag("a", words.text("tools.report-how"), href=f"{ROOT_OF_TREE}about/method/#report")
    hint = tag("p", words.text("tools.report-hint"), " ", how, class_="calc-hint", id="calc-report-hint")
    label = tag("label", words.text("tools.report-box"), for_="calc-report")
    area = tag(
        "textarea",
        text,
        id="calc-report",
        name="report",
        rows="16",
        spellcheck="false",
        aria_describedby="calc-report-hint",
    )
    return Markup(label + hint + area + button)
