"""How long one keystroke takes to be answered: from the page to the worker and back, in a real browser.

The same answers are worked out in CPython in the same run, so that the ratio holds on any machine.
"""

import argparse
import statistics
import time

from playwright.sync_api import sync_playwright

import calc
from scripts.browser import find_chromium
from tests.serving import served

ROUND_TRIPS = """async ({ requests, folder }) => {
    const { runtime } = await import(new URL(folder + 'runtime.js', location.href));
    await runtime.start();
    const times = [];
    for (const request of requests) {
        const start = performance.now();
        await runtime.ask(request);
        times.push(performance.now() - start);
    }
    return times;
}"""


def requests(count: int, warm: int) -> list[dict[str, object]]:
    """One more yuan at each keystroke, as the form sends it; the first `warm` ones fill the caches."""
    fields = {"place": "Shanghai", "month": "2026-11", "amount-kind": "wage"}
    return [
        {"calculator": "contributions", "lang": "en", "today": "2026-11-22", "answers": {**fields, "amount": str(pay)}}
        for pay in range(12000, 12000 + warm + count)
    ]


def in_browser(asked: list[dict[str, object]]) -> list[float]:
    with served() as root, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"{root}/calculators/contributions/")
        folder = page.get_attribute("shebao-calculator", "data-runtime")
        times: list[float] = page.evaluate(ROUND_TRIPS, {"requests": asked, "folder": folder})
        browser.close()
    return times


def in_cpython(asked: list[dict[str, object]]) -> list[float]:
    times = []
    for one in asked:
        start = time.perf_counter()
        calc.page(one["calculator"], one["answers"], one["lang"], one["today"])  # type: ignore[arg-type]
        times.append((time.perf_counter() - start) * 1000)
    return times


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--warm", type=int, default=30)
    options = parser.parse_args()
    asked = requests(options.count, options.warm)
    page, desk = in_browser(asked)[options.warm :], in_cpython(asked)[options.warm :]
    for name, times in (("page", page), ("CPython", desk)):
        p95 = statistics.quantiles(times, n=20)[-1]
        print(f"{name:8} median {statistics.median(times):.2f} ms   p95 {p95:.2f} ms   of {len(times)}")
    print(f"ratio of medians {statistics.median(page) / statistics.median(desk):.2f}")


if __name__ == "__main__":
    main()
