"""What the pages under agencies/ may call: pictures with their lists, the facts of a body, whom to go to for what."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from posixpath import dirname, relpath
from typing import Any

from calc.contacts import contacts
from calc.month import Month
from calc.places import NATION
from calc.view.html import Markup, join, prose, tag
from scripts import pages
from scripts.bodies import pictures
from scripts.listing import plain
from scripts.prose import Prose

FOLDER = "agencies/"
WORDS = pages.ROOT / "docs" / "components" / "bodies.toml"
# A call to this line reaches the local government, whichever body it is about.
GOVERNMENT_LINE = "12345"


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))


class Bodies:
    """The register told on one page of one language."""

    def __init__(self, page: pages.Page, tree: Mapping[str, pages.Page], today: str):
        self.page, self.tree, self.lang = page, tree, page.tree
        self.prose = Prose(page.tree, today, page.name)
        self.found = pictures.register()

    def functions(self) -> dict[str, Callable[..., str]]:
        names = (
            "levels_picture",
            "money_picture",
            "body_facts",
            "body_sections",
            "tasks_table",
            "duty",
            "appeals_list",
        )
        return {name: getattr(self, name) for name in names}

    def said(self, name: str, **values: object) -> str:
        text: str = _words()[self.lang][name]
        return text.format(**values) if values else text

    # Pictures, each with the list that says the same

    def levels_picture(self) -> str:
        drawn = pictures.levels(self.lang, self.said)
        lines = []
        for branch, names in self.found["branches"].items():
            lines.append(f"- **{names[self.lang]}**")
            lines += [
                f"    - {self._link(name)}{self.said('colon')}{self._levels(body)}" for name, body in self._of(branch)
            ]
        return self._figure(drawn, "levels-hint") + "\n".join(lines) + "\n"

    def money_picture(self) -> str:
        drawn = pictures.money(self.lang, self.said)
        items = (tag("li", self._told(step["says_" + self.lang], step["articles"])) for step in self._steps())
        return self._figure(drawn, "money-hint") + tag("ol", *items, class_="money-steps") + "\n"

    def _figure(self, drawn: Markup, hint: str) -> str:
        return drawn + "\n\n" + tag("p", self.said(hint), class_="diagram-hint") + "\n\n"

    def _steps(self) -> list[Mapping[str, Any]]:
        steps: list[Mapping[str, Any]] = self.found["flow"]["steps"]
        return steps

    # Bodies

    def _of(self, branch: str) -> list[tuple[str, Mapping[str, Any]]]:
        return [(name, body) for name, body in self.found["bodies"].items() if body["branch"] == branch]

    def name(self, body: str) -> str:
        """Its name; in English with the Chinese one behind it."""
        row = self.found["bodies"][body]
        return str(row["name_zh"]) if self.lang == "zh" else f"{row['name_en']} ({row['name_zh']})"

    def body_sections(self, *names: str) -> str:
        """A heading with the facts for each body."""
        return "\n".join(
            f"## {prose(self.name(name), self.lang)} {{ #{name} }}\n\n{self.body_facts(name)}" for name in names
        )

    def body_facts(self, name: str) -> str:
        """What it does, where, under whom, since which reform, its telephone and the law."""
        body = self.found["bodies"][name]
        facts = {
            "does": _items(prose(does, self.lang) for does in body[f"does_{self.lang}"]),
            "levels": self._levels(body),
            "under": self._address(body["under"]) if body["under"] else "",
            "since": _items(self._reform(reform) for reform in body.get("reforms", ())),
            "phone": self._phone(body["contact"]),
            "law": self._law(body["articles"]),
            "sure": self.prose.said(f"sure-{body['sure']}"),
        }
        rows = (tag("div", tag("dt", self.said(key)), tag("dd", fact)) for key, fact in facts.items() if fact)
        return tag("dl", *rows, class_="facts") + "\n"

    def _levels(self, body: Mapping[str, Any]) -> str:
        return self.said("comma").join(self.found["levels"][level][self.lang] for level in body["levels"])

    def _address(self, name: str) -> Markup:
        """The short name as a link to where the body is told."""
        body = self.found["bodies"][name]
        page = str(body["page"]).removesuffix(".md")
        root = pages.root_of_tree(self.page.name)
        return tag("a", prose(body[f"name_{self.lang}"], self.lang), href=f"{root}{page}/#{name}")

    def _links(self, names: Iterable[str]) -> str:
        """Names as Markdown links, for whatever the builder is to check."""
        return self.said("comma").join(self._link(name) for name in names)

    def _link(self, name: str) -> str:
        body = self.found["bodies"][name]
        return f"[{plain(body[f'name_{self.lang}'])}]({self._way(body['page'])}#{name})"

    def _way(self, page: str) -> str:
        return relpath(page, dirname(self.page.name))

    def _reform(self, reform: Mapping[str, str]) -> Markup:
        told = {"date": self._date(reform["date"]), "what": reform[f"what_{self.lang}"]}
        sure = self.prose.said(f"sure-{reform['sure']}")
        if not reform["document"]:
            return prose(self.said("reform-bare", **told, sure=sure), self.lang)
        return prose(self.said("reform", **told, document=self._document(reform["document"]), sure=sure), self.lang)

    def _document(self, name: str) -> str:
        """A document by its number as it is, by its title in the marks that titles have in Chinese."""
        return name if self.lang == "en" or "〔" in name or "令" in name else f"《{name}》"

    def _date(self, date: str) -> str:
        how = {4: "", 7: "month", 10: "date"}[len(date)]
        if not how:
            return date if self.lang == "en" else f"{date}年"
        return self.prose.words.show(Month.parse(date) if how == "month" else date, how)

    def _phone(self, kind: str) -> str:
        if not kind:
            return ""
        tel = GOVERNMENT_LINE if kind == "service" else contacts(NATION, (kind,))[0].tel
        return tag("a", tel, href=f"tel:{tel}")

    def _told(self, text: str, articles: list[str]) -> Markup:
        return join((prose(text, self.lang), " ", tag("small", self._law(articles))))

    def _law(self, articles: list[str]) -> Markup:
        return Markup(self.said("semicolon").join(self.prose.article_name(article) for article in articles))

    # Whom to go to

    def tasks_table(self, *bodies: str) -> str:
        """What people come for; with names of bodies, only what they are gone to for."""
        lines = [f"| {self.said('task')} | {self.said('go-to')} |", "|---|---|"]
        lines += [self._task(task) for task in self.found["tasks"].values() if not bodies or task["body"] in bodies]
        return "\n".join(lines) + "\n"

    def _task(self, task: Mapping[str, Any]) -> str:
        """The task leads to its guide, where there is one."""
        what, guide = str(task[f"name_{self.lang}"]), str(task.get("guide", ""))
        if guide in self.tree:
            what = f"[{what}]({self._way(guide)})"
        go_to = self._link(task["body"])
        if task["also"]:
            go_to += f"<br><small>{self.said('also', bodies=self._names(task['also']))}</small>"
        return f"| {what} | {go_to} |"

    def _names(self, bodies: Iterable[str]) -> str:
        return self.said("comma").join(self.found["bodies"][body][f"name_{self.lang}"] for body in bodies)

    def duty(self, name: str) -> str:
        """Who holds one of the twelve duties today, and the articles."""
        row = next(row for row in self.found["duties"] if row["id"] == name)
        law = self._law(row["articles"])
        return (
            f"**{self.said('holders')}**{self.said('colon')}{self._links(row['holders'])}\n\n"
            f"**{self.said('duty-law')}**{self.said('colon')}{law}\n"
        )

    def appeals_list(self) -> str:
        """How each kind of decision is challenged."""
        rows = self.found["appeals"].values()
        return "\n".join(
            f"- **{row[f'name_{self.lang}']}**{self.said('colon')}{row[f'says_{self.lang}']} "
            f"<small>{self._law(row['articles'])}</small>"
            for row in rows
        )


def _items(texts: Iterable[Markup]) -> Markup:
    """A list; nothing where there is nothing to list."""
    found = list(texts)
    return tag("ul", *(tag("li", text) for text in found)) if found else Markup("")


def functions(page: pages.Page, tree: Mapping[str, pages.Page], today: str) -> dict[str, Callable[..., str]]:
    """What a page about bodies may call between double braces; other pages have no use for it."""
    return Bodies(page, tree, today).functions() if page.name.startswith(FOLDER) else {}
