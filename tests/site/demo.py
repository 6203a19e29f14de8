"""A page that exists only in tests, rendered as the staging does it and turned into HTML as the builder does it."""

import markdown
from bs4 import BeautifulSoup

from scripts import pages
from scripts.render import Renderer

TODAY = "2026-11-22"
EXTENSIONS = ["attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"]
FRONT = "title: A guide\ndescription: For the tests\n"


def rendered(body: str, tree: str = "en", today: str = TODAY) -> str:
    """The Markdown of a page with that body; a second page, guides/next.md, can be linked to."""
    own = pages.Page(tree, "guides/demo.md", FRONT, body)
    return Renderer(tree, pages.ROOT, today, {own.name: own, "guides/next.md": own}).render(own, {})


def built(body: str, tree: str = "en") -> str:
    return markdown.markdown(rendered(body, tree), extensions=EXTENSIONS)


def html(body: str, tree: str = "en") -> BeautifulSoup:
    return BeautifulSoup(built(body, tree), "html.parser")
