"""A browser for the whole run, and for each test a visitor whose page may not fail, shout or ask strangers."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from scripts.browser import find_chromium
from tests.sample import planted
from tests.serving import served

QUIET = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
CALCULATOR = {"en": "/calculators/contributions/", "zh": "/zh/calculators/contributions/"}

Visit = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser/" in item.nodeid:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    with served() as root:
        yield root


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=find_chromium(), args=QUIET)
        yield found
        found.close()


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """`visit(path, **context options)` opens a page; what went wrong in any of them fails the test at its end."""
    with visits(browser, address) as open_page:
        yield open_page


@contextmanager
def visits(browser: Browser, address: str) -> Iterator[Visit]:
    """The same for the site at any address."""
    faults: list[str] = []
    contexts = []

    def open_page(path: str, prepare: Callable[[Page], None] | None = None, **options: Any) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.on("pageerror", lambda error: faults.append(f"error in {path}: {error}"))
        page.on("console", lambda said: faults.append(f"{said.type} in {path}: {said.text}") if _is_bad(said) else None)
        page.on(
            "request", lambda asked: faults.append(f"asked {asked.url}") if _is_foreign(asked.url, address) else None
        )
        if prepare:
            prepare(page)
        page.goto(address + path)
        return page

    yield open_page
    for page in (page for context in contexts for page in context.pages):
        page.wait_for_timeout(0)  # lets in what the page has said and nobody has heard yet
    heard = list(faults)  # a download that closing cuts short is no fault of the page
    for context in contexts:
        context.close()
    assert heard == []


def _is_bad(said: Any) -> bool:
    return said.type in ("error", "warning")


def _is_foreign(url: str, address: str) -> bool:
    return not url.startswith((address, "data:", "blob:"))


@pytest.fixture
def live(visit: Visit) -> Callable[..., Page]:
    """`live("en")` opens the contributions calculator and waits until it follows what is typed."""

    def open_live(lang: str, **options: Any) -> Page:
        page = visit(CALCULATOR[lang], **options)
        page.focus("#f-amount")
        page.wait_for_selector("[data-answer=live]")
        return page

    return open_live


@pytest.fixture(scope="session")
def sample_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site that has the sample calculator of the tests beside the others."""
    with served(planted(tmp_path_factory.mktemp("sample"))) as root:
        yield root


@pytest.fixture
def sample(browser: Browser, sample_address: str) -> Iterator[Callable[..., Page]]:
    """`sample("en")` opens the sample calculator and waits until it is live, unless told not to."""
    with visits(browser, sample_address) as visit:

        def open_sample(lang: str, live: bool = True, **options: Any) -> Page:
            page = visit(f"{'/zh' if lang == 'zh' else ''}/calculators/sample/", **options)
            if live:
                page.focus("#f-birth")
                page.wait_for_selector("[data-answer=live]")
            return page

        yield open_sample
