"""Somebody with a browser: opens pages, notes every console message and every request to elsewhere."""

from dataclasses import dataclass, field
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, StorageState

Scheme = Literal["light", "dark"]
WIDTHS = (360, 1280)
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


@dataclass
class Visitor:
    """A browser context with one page."""

    context: BrowserContext
    page: Page
    url: str
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> int:
        """Open a page and return its status."""
        answer = self.page.goto(self.url + path)
        assert answer is not None
        return answer.status

    def press(self, name: str) -> None:
        """Press the first button or link of this name in the page's body."""
        main = self.page.locator("#main")
        found = main.get_by_role("button", name=name).or_(main.get_by_role("link", name=name)).first
        found.click()
        self.page.wait_for_load_state()


def visit(
    browser: Browser,
    url: str,
    *,
    width: int = 1280,
    scheme: Scheme = "light",
    scripts: bool = True,
    state: StorageState | None = None,
) -> Visitor:
    """Return a new visitor with an empty profile, or with the cookies of another browser."""
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        java_script_enabled=scripts,
        storage_state=state,
        accept_downloads=True,
        reduced_motion="reduce",
        timezone_id="Europe/Stockholm",
    )
    visitor = Visitor(context, context.new_page(), url)

    def console(message: ConsoleMessage) -> None:
        # Chromium reports in the console that it obeyed this header.
        if not message.text.startswith("Clear-Site-Data header"):
            visitor.complaints.append(f"{message.type}: {message.text} on {visitor.page.url}")

    def request(sent: Request) -> None:
        if not sent.url.startswith((url, "data:", "blob:")):
            visitor.complaints.append(f"request to {sent.url}")

    visitor.page.on("console", console)
    visitor.page.on("pageerror", lambda error: visitor.complaints.append(f"error: {error}"))
    visitor.page.on("request", request)
    return visitor
