"""Work out a page's template expressions: figures through scripts/prose.py, parts of guides from docs/components.

A heading id is written `## Heading { #id }`, and a template comment `{## comment ##}`, so that the two cannot be
confused.
"""

from __future__ import annotations

import posixpath
import traceback
from collections.abc import Mapping
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import jinja2

from scripts import glossary, pages
from scripts.claims import calculators_of, held_by
from scripts.prose import Prose, ProseError

PARTS = {"guide": "guide.md", "claims": "claim.md"}
"""Parts that a page calls as guide.short and so on, each from its file of docs/components."""


class StageError(Exception):
    """A page that cannot be staged; the text names the file, the line and the reason."""


@cache
def environment(components: Path) -> jinja2.Environment:
    """Jinja as the pages use it: a missing name is an error, and tags leave no empty lines behind."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(components),
        undefined=jinja2.StrictUndefined,
        comment_start_string="{##",
        comment_end_string="##}",
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


class Renderer:
    """Renders the pages of one language on one day."""

    def __init__(self, tree: str, root: Path, today: str, names: Mapping[str, pages.Page]):
        self._tree, self._today, self._pages = tree, today, names
        self._environment = environment(root / "docs" / "components")

    def render(self, page: pages.Page, more: Mapping[str, Any]) -> str:
        """The body of the page with everything filled in, and the notes of its figures at the end."""
        prose = Prose(self._tree, self._today, page.name)
        names = {
            **self._functions(page),
            **prose.functions(),
            "glossary_list": lambda: glossary.page_body(self._tree),
            "said": prose.said,
            **more,
        }
        try:
            parts = {part: self._environment.get_template(file).make_module(names) for part, file in PARTS.items()}
            body = self._environment.from_string(page.body).render({**names, **parts})
        except Exception as error:
            raise StageError(f"{page.file}:{line_in(error, page)}: {type(error).__name__}: {error}") from error
        return body.rstrip("\n") + "\n" + prose.notes.section()

    def _functions(self, page: pages.Page) -> dict[str, Any]:
        return {
            "zh": lambda text: f'<span lang="zh-Hans">{escape(text)}</span>',
            "en": lambda text: f'<span lang="en">{escape(text)}</span>',
            "links_to": lambda names: [self._link(page, name) for name in names],
            "held_by": held_by,
            "calculators_of": lambda cases: [
                self._link(page, f"calculators/{name}.md") for name in calculators_of(cases)
            ],
        }

    def _link(self, page: pages.Page, name: str) -> tuple[str, str]:
        """Title and relative address of another page, which may be given with a heading's id."""
        address, _, part = name.partition("#")
        if address not in self._pages:
            raise ProseError(f"there is no page {address!r}; the name is the path below docs/{self._tree}")
        relative = posixpath.relpath(address, posixpath.dirname(page.name) or ".")
        return str(self._pages[address].meta["title"]), f"{relative}#{part}" if part else relative


def line_in(error: BaseException, page: pages.Page) -> int:
    """The line of the page at which the template gave up."""
    if isinstance(error, jinja2.TemplateSyntaxError) and error.name is None:
        line = error.lineno
    else:
        frames = traceback.extract_tb(error.__traceback__)
        line = next((f.lineno or 1 for f in reversed(frames) if f.filename == "<template>"), 1)
    return page.first_body_line + line - 1
