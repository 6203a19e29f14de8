"""The pages under reference/ and the files that stand beside them: what they may call, and what staging adds."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from scripts import changes_feed, changes_page, open_data, pages, readability
from scripts.open_data import page as data_page

FOLDER = "reference/"


def functions(page: pages.Page, tree: Mapping[str, pages.Page], root: str) -> dict[str, Callable[..., object]]:
    """What such a page may call between double braces; other pages have no use for it."""
    if not page.name.startswith(FOLDER):
        return {}
    own = {**data_page.functions(page, root), **changes_page.functions(page, tree)}
    return {**own, **readability.functions(page, tree)}


def files(tree: str) -> dict[str, bytes]:
    """The feed of each language, and once for both the open data."""
    return {**changes_feed.files(tree), **(open_data.files() if tree == "en" else {})}
