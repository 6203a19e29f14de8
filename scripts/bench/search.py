"""What the search costs: bytes before it is opened, bytes and time when it is, and the time of one query.

With --pages the built site is taken as the seed of a larger one: its sentences, or those of --texts, are put together
at random into so many pages, and the same index is written for them. --keep leaves those pages as HTML in a folder,
so that another search can be tried on them.
"""

import argparse
import gzip
import html
import random
import re
import shutil
import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from scripts import build, search
from scripts.browser import find_chromium
from scripts.search_pages import Section, SitePage, read_site
from scripts.search_words import read_glossary
from tests.serving import served

LETTERS = {"en": 4000, "zh": 1330}  # on one page, about what our guides have
SECTIONS = 6
QUERIES = {
    "en": ["pay", "social insurance card", "how is the contribution base worked out", "article 58", "contributoins"],
    "zh": ["工资", "社会保障卡", "缴费基数是怎么算出来的", "第五十八条", "繳費年限"],
}
LOADED = """() => performance.getEntriesByType("resource").map(({ name }) => name)
  .filter((name) => name.includes("/search/"))"""
TIMED = """async ({ queries, rounds }) => {
  const { Engine } = await import(new URL("assets/search/engine.js", location.href));
  const began = performance.now();
  const engine = await Engine.open();
  engine.search(queries[0]);
  const titles = performance.now() - began;
  await engine.whole;
  const whole = performance.now() - began;
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const query of queries) {
      const start = performance.now();
      engine.search(query);
      times.push(performance.now() - start);
    }
  }
  return { titles, whole, times };
}"""


def sentences(pages: list[SitePage], texts: Path | None) -> list[str]:
    """What pages are put together from."""
    if texts:
        found = "\n".join(path.read_text(encoding="utf-8") for path in sorted(texts.rglob("*")) if path.is_file())
    else:
        found = "\n".join(section.text for page in pages for section in page.sections)
    return [part for part in re.split(r"(?<=[.!?。！？])\s*|\n+", found) if len(part) > 8]


def many(lang: str, pages: list[SitePage], count: int, texts: Path | None) -> list[SitePage]:
    """So many pages with titles, headings and text taken at random, the same ones each time."""
    chance = random.Random(count)
    parts = sentences(pages, texts)
    headings = [section.heading for page in pages for section in page.sections if section.anchor]

    def text(letters: int) -> str:
        chosen: list[str] = []
        while sum(map(len, chosen)) < letters:
            chosen.append(chance.choice(parts))
        return " ".join(chosen)

    def page(number: int) -> SitePage:
        title = f"{chance.choice(headings)} {number}"
        first = Section("", title, text(LETTERS[lang] // SECTIONS))
        rest = [
            Section(f"s{at}", chance.choice(headings), text(LETTERS[lang] // SECTIONS)) for at in range(1, SECTIONS)
        ]
        return SitePage(f"made/{number}/", title, chance.choice(parts)[:150], [first, *rest])

    return [page(number) for number in range(count)]


def keep(folder: Path, lang: str, pages: list[SitePage]) -> None:
    """The pages as plain HTML."""
    for page in pages:
        body = "".join(
            f"<h{1 + bool(s.anchor)} id='{s.anchor}'>{html.escape(s.heading)}</h{1 + bool(s.anchor)}>"
            f"<p>{html.escape(s.text)}</p>"
            for s in page.sections
        )
        target = folder / lang / page.url / "index.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(
            f"<!doctype html><html lang='{lang}'><meta charset='utf-8'><title>{html.escape(page.title)}</title>{body}",
            encoding="utf-8",
        )


def zipped(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), mtime=0))


def file_of(site: Path, root: str, address: str) -> Path:
    return site / address.removeprefix(root).lstrip("/")


def measure(page: Page, site: Path, root: str, lang: str, slow: int) -> None:
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slow})
    page.goto(root + {"en": "/", "zh": "/zh/"}[lang])
    print(f"  before it is opened: {[file_of(site, root, name).name for name in page.evaluate(LOADED)]}")
    took = page.evaluate(TIMED, {"queries": QUERIES[lang], "rounds": 10})
    page.click("[data-search-open]")
    page.wait_for_selector("dialog[open]")
    page.wait_for_load_state("networkidle")
    total = 0
    for name in sorted(set(page.evaluate(LOADED))):
        path = file_of(site, root, name)
        total += zipped(path)
        print(f"  {path.name}: {path.stat().st_size / 1000:.1f} kB, gzip {zipped(path) / 1000:.1f} kB")
    print(f"  all of it, gzip: {total / 1000:.1f} kB")
    times = took["times"]
    print(
        f"  with the CPU {slow} times slower, in the worker: titles after {took['titles']:.0f} ms,"
        f" all text after {took['whole']:.0f} ms;"
        f" a query {statistics.median(times):.1f} ms, at most {max(times):.1f} ms"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, default=build.SITE, help="the built site (default: site/)")
    parser.add_argument("--pages", type=int, help="measure with so many pages in each language")
    parser.add_argument("--texts", type=Path, help="a folder with subfolders en and zh of text files for them")
    parser.add_argument("--keep", type=Path, help="leave those pages in this folder")
    parser.add_argument("--slow", type=int, default=4, help="how many times slower than this machine (default 4)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        site = Path(name) / "site"
        shutil.copytree(options.site, site, ignore=shutil.ignore_patterns("runtime"))
        if options.pages:
            glossary = read_glossary(search.GLOSSARY)
            for lang, folder in search.FOLDERS.items():
                texts = options.texts / lang if options.texts else None
                pages = many(lang, read_site(site / folder, {"zh"} - {folder}), options.pages, texts)
                search.write_index(site / folder, pages, glossary)
                if options.keep:
                    keep(options.keep, lang, pages)
        with served(site) as root, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
            for lang in search.FOLDERS:
                print(f"{lang}: {options.pages or 'the built'} pages")
                measure(browser.new_page(), site, root, lang, options.slow)
            browser.close()


if __name__ == "__main__":
    main()
