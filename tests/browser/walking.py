"""Somebody who follows every link and presses every button they are shown."""

import re
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve
from django.urls.resolvers import RoutePattern
from playwright.sync_api import Locator, Response

from tests.browser.looking import Eye, shape_of
from tests.browser.visitor import Visitor

# Of addresses that differ by an id alone, so many are opened; the others are asked whether they answer.
OF_EACH = 2
FILES = (
    "resume:export",
    "ps101:summary-pdf",
    "ps101:calendar",
    "ps101:experiment-calendar",
    "your-data-export",
    "openapi",
    "robots",
    "favicon",
)
# Answers a page gives to a form that lacks something: shown as a page, not a failure.
WITH_WORDS = (409, 422)
# Ends what the walk needs, or begins it anew, so it comes last and in this order.
LAST = (
    "ps101:start",
    "ps101:experiment-remove",
    "ps101:experience-remove",
    "wimd:remove-file",
    "your-data-end-share",
)
ALIKE = "ps101:"
# Ends the session of this browser, so the walk does it by itself.
NEVER = ("your-data-leave",)
BUTTONS = "#main form button:not([type=button]):not([disabled])"
FILL = """(button) => {
  for (const one of button.form.elements) {
    if (one.type === 'checkbox') one.checked = true
    else if (one.type === 'number') one.value ||= 5
    else if (one.type === 'date') one.value ||= one.min || new Date().toISOString().slice(0, 10)
    else if (one.type === 'select-one') one.value ||= one.options[one.options.length - 1].value
    else if (one.type === 'textarea' || (['text', 'search'].includes(one.type) && !one.value)) {
      one.value += ' Petra asked me to plan the rota at the Donaudampfschifffahrtsgesellschaftshauptgebaeude.'
      one.dispatchEvent(new Event('input', { bubbles: true }))
    }
  }
}"""
SIGNS = "(buttons) => buttons.map((one) => [one.form.action, one.innerText])"
LINKS = "() => [...document.querySelectorAll('a[href]')].map((one) => one.href)"
DRAFTED = "#draft-state.saved"
# What is new in every answer and says nothing: the token of a form, the id a form sent twice is known by.
FRESH = re.compile(r'(csrfmiddlewaretoken|client_id)" value="[^"]+"|X-CSRFToken[^}]+')

# The page, where the form leads, and the words on the button.
Sign = tuple[str, str, str]


def page_routes(patterns: list[URLPattern | URLResolver], space: str = "") -> Iterator[str]:
    """Yield the names of all routes that are pages; an API route has a pattern of its own, the admin its own walk."""
    for one in patterns:
        if isinstance(one, URLResolver):
            if one.app_name != "admin":
                yield from page_routes(one.url_patterns, f"{one.namespace}:" if one.namespace else space)
        elif type(one.pattern) is RoutePattern:
            yield f"{space}{one.name}"


ALL_ROUTES = frozenset(page_routes(get_resolver().url_patterns))


def route_of(url: str) -> str:
    """Return the name of the route an address belongs to."""
    try:
        return resolve(urlsplit(url).path).view_name
    except Resolver404:
        return ""


@dataclass
class Seen:
    """What walkers before have looked at, and pressed in discovery: its pages are alike for everybody."""

    shapes: set[str] = field(default_factory=set)
    pressed: set[Sign] = field(default_factory=set)


@dataclass
class Walker:
    """A visitor on the way through all pages, or through those whose route begins with `only`."""

    visitor: Visitor
    eye: Eye
    file: Path
    seen: Seen = field(default_factory=Seen)
    only: str = ""
    presses: bool = True
    allowed: tuple[int, ...] = WITH_WORDS
    reached: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)
    pressed: set[Sign] = field(default_factory=set)
    landed: set[str] = field(default_factory=set)
    known: dict[str, tuple[str, list[str]]] = field(default_factory=dict)
    later: dict[tuple[str, str], tuple[Sign, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.visitor.page.on("response", self._note)

    def _note(self, answer: Response) -> None:
        """Note which route answered; being led back to the door is no answer of the route."""
        method, path = answer.request.method, urlsplit(answer.url).path
        if answer.status in (301, 302) and method == "GET" and answer.headers.get("location") == "/":
            return
        if answer.status < 400 or answer.status in self.allowed:
            self.reached.add(route_of(answer.url))
        elif answer.request.is_navigation_request():
            self.eye.note(f"{answer.status} from {method} {path}", route_of(answer.url))

    def walk(self, *starts: str) -> None:
        """Go from page to page until nothing new is shown."""
        before = -1
        while before != len(self.seen.shapes) + len(self.pressed):
            before = len(self.seen.shapes) + len(self.pressed)
            self._round(starts)

    def _round(self, starts: tuple[str, ...]) -> None:
        opened: Counter[str] = Counter()
        queue, queued = deque(self.visitor.url + start for start in starts), set(starts)
        while queue:
            url = queue.popleft()
            route = route_of(url)
            opened[route] += 1
            if route in FILES or (opened[route] > OF_EACH and url not in self.landed):
                self._ask(url)
                continue
            for link in self._known(url) or self._visit(url):
                if link not in queued and link.startswith(self.visitor.url) and route_of(link).startswith(self.only):
                    queued.add(link)
                    queue.append(link)

    def _known(self, url: str) -> list[str]:
        """Return the addresses behind a page that says what it said when it was left, with every button pressed."""
        before, links = self.known.get(url, ("", []))
        return links if before and before == plain(self.visitor.context.request.get(url).text()) else []

    def _visit(self, url: str) -> list[str]:
        """Open a page and press what can be pressed; return the addresses it and the pages behind it show."""
        said = self._open(url)
        links = self._at_a_page()
        if self.presses:
            said, more = self._press_all(url, said)
            links += more
        self.known[url] = said, links
        return links

    def _open(self, url: str) -> str:
        """Open a page; return what it says."""
        answer = self.visitor.page.goto(url)
        return plain(answer.text()) if answer else ""

    def _ask(self, url: str) -> None:
        """See whether an address answers, without opening it."""
        if url in self.asked:
            return
        self.asked.add(url)
        status = self.visitor.context.request.get(url).status
        self.reached.add(route_of(url))
        if status >= 400:
            self.eye.note(f"{status} from GET {urlsplit(url).path}", route_of(url))

    def _at_a_page(self) -> list[str]:
        """Look at a page when it has a shape not seen before; return the addresses it shows."""
        page = self.visitor.page
        route = route_of(page.url)
        shape = f"{route} {shape_of(page)}"
        if shape not in self.seen.shapes:
            self.seen.shapes.add(shape)
            self.eye.look(page, route)
        # A link within the page is no way on, least of all from the answer to a form.
        found = [urldefrag(link).url for link in page.evaluate(LINKS)]
        return [link for link in found if link != urldefrag(page.url).url]

    def _press_all(self, url: str, said: str) -> tuple[str, list[str]]:
        """Press every button not pressed on such a page before; return what it says then, and the addresses found."""
        shown: list[str] = []
        place, signs = 0, self._signs(route_of(url))
        while place < len(signs):
            sign, action = signs[place]
            button = self.visitor.page.locator(BUTTONS).nth(place)
            place += 1
            if sign in self.pressed | self.seen.pressed or sign[1] in NEVER:
                continue
            self.pressed.add(sign)
            if sign[1].startswith(ALIKE) and sign[1] not in LAST:
                self.seen.pressed.add(sign)
            if sign[1] in LAST:
                # What two pages offer for the same thing is done once: a file deleted on one is gone on the other.
                self.later.setdefault((action, sign[2]), (sign, url))
                continue
            landed = self._press(button)
            self.landed |= landed
            shown += [*landed, *self._at_a_page()]
            # A button may have brought another one before it, as taking back what it did.
            said, signs, place = self._open(url), self._signs(route_of(url)), 0
        return said, shown

    def _signs(self, route: str) -> list[tuple[Sign, str]]:
        """Return what every button of the open page stands for, and the address its form is sent to."""
        found = self.visitor.page.locator(BUTTONS).evaluate_all(SIGNS)
        return [((route, route_of(action), re.sub(r"\W*\d.*", "", text)), action) for action, text in found]

    def _press(self, button: Locator) -> set[str]:
        """Fill in what a form has and send it; return the address it led to, when there is one to come back to."""
        page = self.visitor.page
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
        button.evaluate(FILL)
        chooser = button.locator("xpath=ancestor::form").locator("input[type=file]").first
        if chooser.count():
            chooser.set_input_files(self.file)
        if button.locator("xpath=ancestor::form").locator("[hx-post]").count():
            page.locator(DRAFTED).wait_for()
        if button.locator("xpath=ancestor::form[@hx-post]").count():
            return self._swap(button)
        if button.locator("xpath=ancestor::form[@data-uploads]").count():
            self._swap(button)
            page.locator("#files[aria-busy]").wait_for(state="detached")
            return {urldefrag(page.url).url}
        with page.expect_navigation() as coming:
            button.click()
        answer = coming.value
        return {urldefrag(answer.url).url} if answer and answer.request.method == "GET" else set()

    def _swap(self, button: Locator) -> set[str]:
        """Press a button whose answer takes the place of a part of the page."""
        page = self.visitor.page
        with page.expect_response(lambda answer: answer.request.method == "POST") as coming:
            button.click()
        coming.value.finished()
        page.wait_for_load_state("networkidle")
        return set()

    def finish(self) -> None:
        """Press what was left for the end, where it is still shown."""
        for sign, url in sorted(self.later.values(), key=lambda one: LAST.index(one[0][1])):
            self.visitor.page.goto(url)
            found = [one for one, _ in self._signs(sign[0])]
            if sign in found:
                self._press(self.visitor.page.locator(BUTTONS).nth(found.index(sign)))
                self._at_a_page()


def plain(text: str) -> str:
    """Return what a page says, without what is new in every answer."""
    return FRESH.sub("", text)
