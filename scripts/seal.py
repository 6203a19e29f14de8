"""Finish a built site: add the packed runtime, and give every page its Content-Security-Policy.

The policy is the first element of <head>. It allows the site's own files, WebAssembly, and the inline
scripts that are in the page by their hash, nothing else; in a page that has to stand alone (404), its style
too, marked `data-alone`. A page that would need more is refused.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import re
import shutil
import sys
from html.parser import HTMLParser
from pathlib import Path

from scripts import stage

ROOT = Path(__file__).resolve().parents[1]
POLICY = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-src": "'none'",
}
HEAD = re.compile(r"<head\b[^>]*>", re.IGNORECASE)
ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
SCRIPT_URL = re.compile(r"\s*javascript:", re.IGNORECASE)
LOADED_BY_CSS = re.compile(r"""(?:url\(|@import)\s*["']?\s*((?:[a-z]+:)?//[^"')\s]+)""", re.IGNORECASE)
# A browser reads the encoding from the first 1024 bytes only.
CHARSET_WITHIN = 1024
LOADING = {"src", "srcset", "poster", "data", "action", "formaction", "background", "ping"}
POINTING_ONLY = {"canonical", "alternate", "next", "prev", "license", "author"}
NOT_RUN = {"application/json", "application/ld+json", "speculationrules"}


class Reader(HTMLParser):
    """Collects what the policy allows by hash, and what in the page it would stop."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.inline: dict[str, list[str]] = {"script": [], "style": []}
        self.problems: list[tuple[int, str]] = []
        self._open: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        for name, value in given.items():
            self._look_at(tag, name, value, given)
        alone = tag == "style" and "data-alone" in given
        if tag in ("style", "base", "iframe", "object", "embed") and not alone:
            self._refuse(f"<{tag}> is not allowed; styles belong in docs/assets/css")
        runs = tag == "script" and "src" not in given and given.get("type") not in NOT_RUN
        self._open = [] if runs or alone else None

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            self._open.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.inline and self._open is not None:
            self.inline[tag].append("".join(self._open))
        self._open = None

    def _look_at(self, tag: str, name: str, value: str, given: dict[str, str]) -> None:
        if name == "style":
            self._refuse(f'style="{value}" on <{tag}>: use a class')
        elif name.startswith("on"):
            self._refuse(f"the handler {name} on <{tag}>: add a listener in a module")
        elif name in ("href", "xlink:href") and tag != "a":
            pointing = tag == "link" and set(given.get("rel", "").split()) <= POINTING_ONLY
            if ELSEWHERE.match(value) and not pointing:
                self._refuse(f"<{tag}> loads {value} from another host")
        elif name in LOADING and ELSEWHERE.search(value):
            self._refuse(f"<{tag}> loads {value} from another host")
        if SCRIPT_URL.match(value) and (name in LOADING or name.endswith("href")):
            self._refuse(f"{name}={value!r}: a javascript: address")

    def _refuse(self, reason: str) -> None:
        self.problems.append((self.getpos()[0], reason))


def hashes(texts: list[str]) -> str:
    found = sorted({base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts})
    return "".join(f" 'sha256-{value}'" for value in found)


def policy(inline: dict[str, list[str]]) -> str:
    """The policy for a page with these inline scripts and styles."""
    allowed = {f"{tag}-src": hashes(texts) for tag, texts in inline.items()}
    return "; ".join(f"{name} {value}{allowed.get(name, '')}" for name, value in POLICY.items())


def seal_page(text: str) -> tuple[str, list[tuple[int, str]]]:
    """The page with its policy, and what is wrong with it as (line, reason)."""
    reader = Reader()
    reader.feed(text)
    reader.close()
    head = HEAD.search(text)
    if head is None:
        return text, [*reader.problems, (1, "there is no <head>")]
    meta = f'\n<meta http-equiv="Content-Security-Policy" content="{policy(reader.inline)}">'
    sealed = text[: head.end()] + meta + text[head.end() :]
    charset = sealed.encode().find(b"<meta charset")
    if not 0 <= charset < CHARSET_WITHIN:
        reader.problems.append((1, f"<meta charset> must begin within the first {CHARSET_WITHIN} bytes"))
    return sealed, reader.problems


def problems_of_style(text: str) -> list[tuple[int, str]]:
    found = LOADED_BY_CSS.finditer(text)
    return [(text.count("\n", 0, m.start()) + 1, f"loads {m.group(1)} from another host") for m in found]


def add_runtime(site: Path) -> None:
    """Copy the packed runtime beside the pages that ask for it, and drop older ones."""
    target = site / "runtime"
    shutil.rmtree(target, ignore_errors=True)
    packed = stage.runtime(ROOT)
    if packed:
        version = packed["version"]
        shutil.copytree(ROOT / "build" / "runtime" / version, target / version)


def seal(site: Path) -> list[str]:
    """Seal every page of the site; the answer lists what is wrong."""
    problems: list[str] = []
    for path in sorted(site.rglob("*.html")):
        text, found = seal_page(path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8", newline="\n")
        problems += [f"{path}:{line}: {reason}" for line, reason in found]
    for path in sorted(site.rglob("*.css")):
        found = problems_of_style(path.read_text(encoding="utf-8"))
        problems += [f"{path}:{line}: {reason}" for line, reason in found]
    return problems


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, help="the folder of the built site")
    parser.add_argument("--unsealed", action="store_true", help="add the runtime only (for mkdocs serve)")
    options = parser.parse_args()
    add_runtime(options.site)
    if options.unsealed:
        return
    problems = seal(options.site)
    if problems:
        sys.exit("seal: these would break the Content-Security-Policy:\n" + "\n".join(problems))


if __name__ == "__main__":
    main()
