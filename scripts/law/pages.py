"""The pages of the laws as Markdown: one a chapter, and for each law one screen with all its articles."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from posixpath import dirname, relpath

from calc.numerals import chinese
from calc.view.html import escape, prose
from calc.words import words as calculator_words
from scripts import pages
from scripts.law.texts import FOLDER, Article, Chapter, Law, addresses, laws
from scripts.law.uses import places_resting_on, used_by
from scripts.pages import ROOT

Tree = Mapping[str, pages.Page]
LINKABLE = ("opened", "named")
ITEM = re.compile(r"(?:-|\d+\.) ")


@cache
def words(lang: str, root: Path = ROOT) -> dict[str, str]:
    found: dict[str, str] = tomllib.loads((root / FOLDER / "words.toml").read_text(encoding="utf-8"))[lang]
    return found


def law_pages(lang: str, tree: Tree, root: Path = ROOT) -> dict[str, pages.Page]:
    """Every page of the law in one language by its name; `tree` holds the other pages, which may cite articles."""
    found: dict[str, pages.Page] = {}
    users = used_by(addresses(root), tree, root)
    for law in laws(root):
        writer = _Writer(lang, law, users, tree, root)
        if len(law.chapters) > 1 or law.chapters[0].page != law.page:
            for chapter in law.chapters:
                found[f"{chapter.page}.md"] = writer.chapter(chapter)
        found[f"{law.page}.md"] = writer.whole()
    return found


class _Writer:
    """Writes the pages of one law in one language."""

    def __init__(self, lang: str, law: Law, users: Mapping[str, list[str]], tree: Tree, root: Path):
        self.lang, self.law, self.users, self.tree, self.root = lang, law, users, tree, root
        self.said = words(lang, root)
        self.name = str(law.row[lang])
        self.named = {"law": self.name, "law_zh": law.row["zh"]}

    def chapter(self, chapter: Chapter) -> pages.Page:
        """The articles of a chapter, with the way to the chapters before and after it."""
        first, last = (chapter.articles[at].number for at in (0, -1))
        span = {"first": first, "last": last, "first_zh": chinese(first), "last_zh": chinese(last), **self.named}
        number = {"number": chapter.number, "zh": chinese(chapter.number), "title": chapter.titles[self.lang]}
        title = self.said["chapter"].format(**number)
        front = self._front(
            f"{self.name}{self._pause}{title}", self.said["chapter-description"].format(**span, **number)
        )
        lede = self._prose(self.said["chapter-lede"].format(**span))
        body = f"# {escape(title)} {{ #chapter }}\n\n{lede}\n{{ .lede }}\n\n"
        body += self._state() + "\n".join(self._article(article, chapter.page) for article in chapter.articles)
        return pages.Page(self.lang, f"{chapter.page}.md", front, f"\n{body}\n{self._neighbours(chapter)}")

    def whole(self) -> pages.Page:
        """All articles at a glance; of a law without chapters, the articles themselves."""
        title = self.said["title"].format(**self.named)
        lede = self.said["lede" if self.law.row.get("whole") else "lede-part"]
        body = f"# {escape(title)} {{ #law }}\n\n{lede}\n{{ .lede }}\n\n{self._facts()}"
        alone = self.law.chapters[0].page == self.law.page
        body += f"## {self.said['all']} {{ #all }}\n\n"
        for chapter in self.law.chapters:
            body += self._list(chapter, alone)
        if alone:
            body += "\n".join(self._article(article, self.law.page) for article in self.law.articles)
        front = self._front(title, self.said["description"].format(**self.named))
        return pages.Page(self.lang, f"{self.law.page}.md", front, f"\n{body}")

    def _day(self, field: str) -> str:
        """A day of the law's life in words, or nothing."""
        day = self.law.row.get(field, "")
        return calculator_words(self.lang).show(day, "date") if day else ""

    def _state(self) -> str:
        """What a chapter says of the whole law: since when, and whose words these are."""
        amended = self.said["state-amended"].format(day=self._day("amended")) if "amended" in self.law.row else ""
        since = self.said["state"].format(day=self._day("in_force"), amended=amended)
        whole = self.said["state-more"].format(link="index.md")
        said = self._gap.join((since, self.said["own-words"], whole))
        return f'<p class="law-note" markdown="span">{said}</p>\n\n'

    @property
    def _gap(self) -> str:
        """What stands between two sentences."""
        return "" if self.lang == "zh" else " "

    @property
    def _pause(self) -> str:
        return "，" if self.lang == "zh" else ", "

    def _front(self, title: str, description: str) -> str:
        entries = {"title": title, "description": description, "law": self.law.row["group"]}
        return "".join(f"{key}: {json.dumps(text, ensure_ascii=False)}\n" for key, text in entries.items())

    def _prose(self, text: str) -> str:
        return str(prose(text, self.lang))

    def _paragraphs(self, text: str) -> str:
        return "\n\n".join(self._paragraph(part) for part in text.split("\n\n"))

    def _paragraph(self, part: str) -> str:
        """A list begins after an empty line, also where a sentence leads up to it."""
        lines = [self._prose(line) for line in _lines(part, self.lang)]
        leads = len(lines) > 1 and not ITEM.match(lines[0])
        return "\n".join([lines[0], "", *lines[1:]] if leads else lines)

    def _heading(self, article: Article) -> str:
        unit = self.law.row.get("unit", "article")
        number = self.said[unit].format(number=article.number, zh=chinese(article.number))
        joint = "　" if self.lang == "zh" else ": "
        return f"{number}{joint}{article.text('heading', self.lang)}"

    def _article(self, article: Article, page: str) -> str:
        said, lang = self.said, self.lang
        parts = [
            f"## {escape(self._heading(article))} {{ #{article.id} }}",
            self._paragraphs(article.text("says", lang)),
        ]
        if duties := self._duties(article):
            parts.append(duties)
        for kind in ("you", "changed"):
            if text := article.text(kind, lang):
                parts.append(
                    f'<p class="law-{kind}"><strong>{said[kind]}</strong> {self._prose(_line(text, lang))}</p>'
                )
        if article.row["sure"] != "A":
            parts.append(f'<p class="law-unsure">{said["not-read"]}</p>')
        if users := self._users(article, page):
            parts.append(users)
        return "\n\n".join(parts) + "\n"

    def _duties(self, article: Article) -> str:
        """Who has to do what by when; a definition list reads well on a phone and aloud."""
        rows = []
        for duty in article.row.get("duties", ()):
            when = duty.get(f"when_{self.lang}", "")
            tail = f' <span class="law-when">{self._prose(when)}</span>' if when else ""
            rows.append(
                f"<div><dt>{self._prose(duty[f'who_{self.lang}'])}</dt>"
                f"<dd>{self._prose(duty[f'what_{self.lang}'])}{tail}</dd></div>"
            )
        if not rows:
            return ""
        return f'<div class="law-duties"><p>{self.said["duties"]}</p><dl class="facts">{"".join(rows)}</dl></div>'

    def _users(self, article: Article, page: str) -> str:
        links = [self._link(name, page) for name in self.users[article.id]]
        count = places_resting_on(article.id, self.root)
        if count:
            links.append(self.said["values-one" if count == 1 else "values"].format(count=count))
        if not links:
            return ""
        lines = "\n".join(f"- {link}" for link in links)
        return f'<div class="law-used" markdown>\n\n{self.said["used"]}\n\n{lines}\n\n</div>'

    def _link(self, name: str, start: str) -> str:
        title = str(self.tree[name].meta["title"])
        return f"[{escape(title)}]({relpath(name, dirname(start))})"

    def _list(self, chapter: Chapter, alone: bool) -> str:
        """The articles of a chapter by number and heading, as links."""
        head = ""
        if not alone:
            number = {"number": chapter.number, "zh": chinese(chapter.number), "title": chapter.titles[self.lang]}
            name = self.said["chapter"].format(**number)
            head = f"### [{escape(name)}]({chapter.page.rsplit('/', 1)[1]}.md) {{ #chapter-{chapter.number} }}\n\n"
        target = "" if alone else f"{chapter.page.rsplit('/', 1)[1]}.md"
        lines = [f"- [{escape(self._heading(article))}]({target}#{article.id})" for article in chapter.articles]
        return f'{head}<div class="law-list" markdown>\n\n' + "\n".join(lines) + "\n\n</div>\n\n"

    def _neighbours(self, chapter: Chapter) -> str:
        at = self.law.chapters.index(chapter)
        around = ((self.said["before"], at - 1), (self.said["after"], at + 1))
        links = [
            f"[{name}{self._colon}{escape(other.titles[self.lang])}]({other.page.rsplit('/', 1)[1]}.md)"
            for name, index in around
            if 0 <= index < len(self.law.chapters)
            for other in [self.law.chapters[index]]
        ]
        links.insert(1 if at else 0, f"[{self.said['all']}](index.md)")
        return '<div class="law-around" markdown>\n\n' + "\n".join(f"- {link}" for link in links) + "\n\n</div>\n"

    @property
    def _colon(self) -> str:
        return "：" if self.lang == "zh" else ": "

    def _facts(self) -> str:
        row, said = self.law.row, self.said
        name = f'<span lang="zh-Hans">{row["name_zh"]}</span>' if self.lang == "en" else row["name_zh"]
        link = (
            f'<a href="{escape(row["url"])}" rel="noopener noreferrer">{name}</a>' if row["link"] in LINKABLE else name
        )
        facts = [
            (said["official"], link),
            (said["issuer"], row[f"issuer_{self.lang}"]),
            (said["number"], self._prose(row["number"])),
            (said["issued"], self._day("issued")),
            (said["in-force"], self._day("in_force")),
            (said["amended"], self._day("amended")),
            (said["text"], said[f"text-{row['text']}"]),
        ]
        rows = "".join(f"<div><dt>{label}</dt><dd>{fact}</dd></div>" for label, fact in facts if fact)
        state = [said[f"link-{row['link']}"]] if row["link"] != "opened" else []
        note = self._gap.join([said["own-words"], *state])
        return f'<dl class="facts">{rows}</dl>\n\n<p class="law-note">{note}</p>\n\n'


def _lines(part: str, lang: str) -> list[str]:
    """A paragraph as one line, a list as one line an item.

    >>> _lines("One\\nsentence.", "en"), _lines("- one\\n- two,\\n  of two lines", "en")
    (['One sentence.'], ['- one', '- two, of two lines'])
    """
    joint = "" if lang == "zh" else " "
    items = re.split(rf"\n(?={ITEM.pattern})", part.strip())
    return [joint.join(line.strip() for line in item.splitlines()) for item in items]


def _line(text: str, lang: str) -> str:
    """A text of several lines as one."""
    return ("" if lang == "zh" else " ").join(text.split())
