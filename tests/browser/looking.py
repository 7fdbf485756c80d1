"""Looking at a page as it stands: at both widths, in both schemes, with everything on it opened."""

from dataclasses import dataclass, field

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.visitor import SCHEMES, WIDTHS

HEIGHT = 800
# The rule for small targets is off unless it is asked for.
EVERY_RULE: dict[str, object] = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
# What a scheme can change.
COLOURS: dict[str, object] = {"resultTypes": ["violations"], "runOnly": ["color-contrast", "link-in-text-block"]}
OPEN_ALL = "document.querySelectorAll('main details').forEach((one) => { one.open = true })"
# Who reaches over the edge, without what a box scrolls or hides by itself.
TOO_WIDE = """() => document.documentElement.scrollWidth <= innerWidth ? [] :
  [...document.querySelectorAll('body *')]
    .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('.scroll, pre, svg'))
    .map((one) => one.tagName.toLowerCase() + '.' + one.className).slice(0, 3)
    .concat('the page')"""
# A thumb needs 44 px. A link within a sentence is as high as its line, and a tick has its label.
TOO_SMALL = """() => [...document.querySelectorAll(
    'button, .button, .tabs a, .menu a, .strip a, .page-foot a, a.chip, select, textarea, summary, ' +
    'input:not([type=hidden], [type=checkbox], [type=radio], [type=range])')]
  .filter((one) => one.checkVisibility() && !one.closest('#swagger') && one.getBoundingClientRect().height < 43.5)
  .map((one) => one.tagName.toLowerCase() + '.' + one.className + ' ' + one.textContent.trim().slice(0, 30))"""
# Words that are squeezed until they stand one below the other, letter by letter.
TOO_NARROW = """() => [...document.querySelectorAll('main *')]
  .filter((one) => one.checkVisibility() && !one.closest('svg, .scroll, pre') &&
    [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim().length > 6))
  .filter((one) => {
    const style = getComputedStyle(one), size = parseFloat(style.fontSize), box = one.getBoundingClientRect()
    return style.display !== 'inline' && box.width < 3.5 * size && box.height > 3 * size
  })
  .map((one) => one.tagName.toLowerCase() + '.' + one.className + ' ' + one.textContent.trim().slice(0, 30))"""
VIOLATIONS = "(options) => axe.run(options).then((found) => found.violations)"
SHAPE = """() => [...new Set([...document.querySelectorAll('main *')]
  .filter((one) => !one.closest('svg'))
  .map((one) => one.tagName + '.' + one.className + (one.ariaInvalid || '')))].sort().join()"""


@dataclass
class Eye:
    """Notes what is wrong with a page; each fault once."""

    axe: Axe = field(default_factory=Axe)
    faults: dict[str, str] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    has_seen_menu: bool = False

    def look(self, page: Page, what: str) -> None:
        """Look at a page at both widths and in both schemes; a file is no page.

        Another state of a page seen before is held to every rule on a phone, and to its colours in the dark.
        """
        if not page.title():
            return
        is_new = what not in self.seen
        self.seen.add(what)
        if page.locator("#swagger").count():
            # The API's page is drawn by a script from a schema that is fetched first.
            page.locator("#swagger .opblock").first.wait_for()
        page.evaluate(OPEN_ALL)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            for fault, finder in (("sideways", TOO_WIDE), ("squeezed", TOO_NARROW)):
                self._as_laid_out(page, finder, f"{fault} at {width}", what)
            if width == WIDTHS[0]:
                self._as_a_thumb(page, what)
            for scheme, options in zip(SCHEMES, (EVERY_RULE, COLOURS), strict=True):
                if not is_new and (width == WIDTHS[0]) == (scheme == SCHEMES[1]):
                    continue
                page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
                self._as_axe(page, options, f"{what}, {width} {scheme}")

    def _as_laid_out(self, page: Page, finder: str, fault: str, what: str) -> None:
        for found in page.evaluate(finder):
            self.note(f"{fault}: {found}", what)

    def _as_a_thumb(self, page: Page, what: str) -> None:
        menu = page.get_by_role("button", name="menu", exact=True)
        if menu.is_visible():
            menu.click()
            if not self.has_seen_menu:
                self._as_axe(page, EVERY_RULE, "menu")
                self.has_seen_menu = True
        for found in page.evaluate(TOO_SMALL):
            self.note(f"too small for a thumb: {found}", what)
        if menu.is_visible():
            page.keyboard.press("Escape")

    def _as_axe(self, page: Page, options: dict[str, object], what: str) -> None:
        # The script is large and stays in the page; what passed is not asked for.
        if not page.evaluate("() => 'axe' in window"):
            page.evaluate(self.axe.axe_script)
        for violation in page.evaluate(VIOLATIONS, options):
            for node in violation["nodes"]:
                self.note(f"{violation['id']}: {node['target']} {node['html'][:120]}", what)

    def note(self, fault: str, what: str) -> None:
        """Keep a fault with the first place it was seen at."""
        self.faults.setdefault(fault, what)


def shape_of(page: Page) -> str:
    """Return which kinds of things a page shows, to tell its states apart."""
    shape: str = page.evaluate(SHAPE)
    return shape
