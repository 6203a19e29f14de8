"""Every built page, parsed once."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from scripts.build import SITE

Pages = dict[str, BeautifulSoup]


@pytest.fixture(scope="session")
def site() -> Path:
    assert (SITE / "index.html").exists(), "the site is not built; `make build` builds it"
    return SITE


@pytest.fixture(scope="session")
def pages(site: Path) -> Pages:
    found = sorted(site.rglob("*.html"))
    return {
        str(path.relative_to(site)): BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser") for path in found
    }
