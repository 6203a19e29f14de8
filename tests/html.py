"""A fragment of HTML as a list of elements, read by the standard library, and what is not well formed in it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"input", "br", "hr", "img", "meta", "link", "col", "wbr"}
CLOSES_ITSELF = {"option"}
"""Elements whose end tag may be left out."""


@dataclass
class Element:
    """An element with its attributes, its own text and the names of the elements around it."""

    name: str
    attributes: dict[str, str]
    around: tuple[str, ...]
    text: str = ""


@dataclass
class Page(HTMLParser):
    """All elements in order; `faults` says what is not well formed."""

    elements: list[Element] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in CLOSES_ITSELF and self.open and self.open[-1].name == tag:
            self.open.pop()
        if len({name for name, _ in attrs}) != len(attrs):
            self.faults.append(f"<{tag}> has an attribute twice")
        element = Element(tag, {name: value or "" for name, value in attrs}, tuple(one.name for one in self.open))
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open[-1].name in CLOSES_ITSELF and self.open[-1].name != tag:
            self.open.pop()
        if not self.open or self.open.pop().name != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data

    def named(self, name: str) -> list[Element]:
        return [element for element in self.elements if element.name == name]

    def with_id(self, identity: str) -> Element:
        return next(element for element in self.elements if element.attributes.get("id") == identity)

    def of_class(self, name: str) -> list[Element]:
        return [element for element in self.elements if name in element.attributes.get("class", "").split()]


def read(fragment: str) -> Page:
    """The elements of a fragment."""
    page = Page()
    page.feed(fragment)
    page.close()
    page.faults += [f"<{element.name}> is never closed" for element in page.open]
    return page
