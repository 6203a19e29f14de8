"""The page about the open data: every file, every field, and an example that runs."""

import re
import subprocess
import sys

import pytest

from scripts.open_data.fields import fields, written
from tests.serving import served
from tests.site.conftest import Pages

PAGES = {"en": "reference/open-data/index.html", "zh": "zh/reference/open-data/index.html"}


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_page_links_every_file_and_tells_every_field(pages: Pages, lang):
    page = pages[PAGES[lang]]
    links = [link["href"] for link in page.select("article a[href*='data/v1/']")]
    for file in written()["file"]:
        assert any(link.endswith(file["name"]) for link in links), file["name"]
    cells = [code.get_text() for code in page.select("th code")]
    assert cells == [field["name"] for field in fields()]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_example_of_the_page_runs_as_it_stands(pages: Pages, lang):
    """The reader's ten lines, with the address of the site as it is served here."""
    [example] = [code.get_text() for code in pages[PAGES[lang]].select("pre code")]
    assert len(example.strip().splitlines()) <= 10
    with served() as root:
        ours = re.sub(r'"https://[^"]*/data/v1/', f'"{root}/data/v1/', example)
        assert root in ours
        done = subprocess.run([sys.executable, "-c", ours], capture_output=True, text=True, check=True)
    assert "2026-07 2027-06 7546 37731 " in done.stdout
