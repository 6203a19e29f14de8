"""What a visitor does with the form, and what is then to be read."""

from playwright.sync_api import Page, expect

HEADLINE = ".calc-headline"


def headline(page: Page) -> str:
    return page.inner_text(HEADLINE)


def fill(page: Page, name: str, text: str) -> None:
    """Type into a field and leave it."""
    page.fill(f"[name='{name}']", text)
    page.locator(f"[name='{name}']").blur()


def expect_headline(page: Page, text: str) -> None:
    expect(page.locator(HEADLINE)).to_contain_text(text)


def expect_error(page: Page, name: str, text: str) -> None:
    """The message stands beside the field, and the field points to it."""
    error = page.locator(f"#f-{name}-error")
    expect(error).to_contain_text(text)
    field = page.locator(f"#f-{name}")
    expect(field).to_have_attribute("aria-invalid", "true")
    assert f"f-{name}-error" in (field.get_attribute("aria-describedby") or "")
