"""Read the built pages as the search sees them: title, description, and the text under each heading."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

HEADINGS = {"h1", "h2", "h3", "h4"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
LEFT_OUT = {"script", "style", "template", "noscript", "nav", "form", "svg"}
BLOCKS = {"p", "li", "dt", "dd", "td", "th", "div", "section", "summary", "br", "figcaption", "blockquote"}
NOT_SEARCHED = {"404.html"}


@dataclass
class Section:
    """A heading with the text up to the next one; the first has the page's own heading and no anchor."""

    anchor: str = ""
    heading: str = ""
    text: str = ""


@dataclass
class SitePage:
    url: str
    title: str
    description: str
    sections: list[Section] = field(default_factory=list)


class Reader(HTMLParser):
    """Follows one page through its <article>."""

    def __init__(self) -> None:
        super().__init__()
        self.title = ""
        self.description = ""
        self.robots = ""
        self.sections = [Section()]
        self._open: list[str] = []
        self._skip_from: int | None = None
        self._into_heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self._note(given)
        if tag in BLOCKS:
            self.handle_data(" ")
        if tag in VOID:
            return
        self._open.append(tag)
        if self._skip_from is None and (tag in LEFT_OUT or "data-search-exclude" in given):
            self._skip_from = len(self._open)
        if tag in HEADINGS and self._is_read():
            if tag != "h1" and "id" in given:
                self.sections.append(Section(given["id"]))
            self._into_heading = tag == "h1" or "id" in given

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID or tag not in self._open:
            return
        while self._open.pop() != tag:
            pass
        if self._skip_from is not None and len(self._open) < self._skip_from:
            self._skip_from = None
        if tag in HEADINGS:
            self._into_heading = False
        if tag in BLOCKS:
            self.handle_data(" ")

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == "title" and "head" in self._open:
            self.title += data
        elif self._is_read():
            section = self.sections[-1]
            if self._into_heading:
                section.heading += data
            else:
                section.text += data

    def _is_read(self) -> bool:
        return "article" in self._open and self._skip_from is None

    def _note(self, given: dict[str, str]) -> None:
        if given.get("name") == "description":
            self.description = given.get("content", "")
        elif given.get("name") == "robots":
            self.robots = given.get("content", "")


def tidy(text: str) -> str:
    """One space between words, and no paragraph sign of a heading's own link."""
    return " ".join(text.replace("¶", " ").split())


def read_page(html: str, url: str) -> SitePage | None:
    """The page, or None when it asks not to be found."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    if "noindex" in reader.robots:
        return None
    for section in reader.sections:
        section.heading, section.text = tidy(section.heading), tidy(section.text)
    own = tidy(reader.title)
    title = own.rpartition(" · ")[0] or reader.sections[0].heading or own
    return SitePage(url, title, tidy(reader.description), reader.sections)


def read_site(folder: Path, apart: set[str]) -> list[SitePage]:
    """All pages below the folder in a fixed order, without the subfolders that are another site."""
    found = []
    for path in sorted(folder.rglob("*.html")):
        name = path.relative_to(folder).as_posix()
        if name in NOT_SEARCHED or name.split("/")[0] in apart:
            continue
        url = name.removesuffix("index.html") if name.endswith("index.html") else name
        page = read_page(path.read_text(encoding="utf-8"), url)
        if page is not None:
            found.append(page)
    return found
