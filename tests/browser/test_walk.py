"""Every page, every link and every button in Chromium: nothing in the console, nothing from elsewhere, no barrier."""

import json
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

import pytest
from playwright.sync_api import Browser, StorageState

from tests.browser.journeys import answer_the_fast_track, bring_a_resume, make_a_resume_and_apply
from tests.browser.looking import Eye
from tests.browser.visitor import Visitor, visit
from tests.browser.walking import ALIKE, ALL_ROUTES, WITH_WORDS, Seen, Walker
from tests.program import Program
from tests.served import Served
from tests.simulation.files import everybody
from tests.simulation.visit import Stuck, Visit

pytestmark = [pytest.mark.browser, pytest.mark.served, pytest.mark.timeout(900)]

# A receipt is written when a text goes to a language model; here none answers, and tests/guards open it.
NEEDS_A_MODEL = frozenset({"your-data-receipt", "wimd:write-down", "wimd:stream", "wimd:stop"})
"""Walked in test_models and test_streams."""


def test_every_page_link_and_button(mosaic: Served, chromium: Browser, tmp_path: Path) -> None:
    eye, reached = Eye(), set[str]()
    seen = Seen()
    for walk in (as_nobody, as_somebody_new, as_somebody_who_tries, as_somebody_through, as_somebody_far_along):
        reached |= walk(chromium, mosaic, eye, tmp_path, seen)
    assert not eye.faults, json.dumps(eye.faults, indent=1)
    missed = ALL_ROUTES - reached - NEEDS_A_MODEL
    assert not missed, sorted(missed)


def as_nobody(chromium: Browser, mosaic: Served, eye: Eye, folder: Path, seen: Seen) -> set[str]:
    walker = Walker(visit(chromium, mosaic.url), eye, damaged_file(folder), seen, presses=False)
    walker.walk("/", "/api/docs", "/robots.txt", "/favicon.ico")
    return left(walker)


def as_somebody_new(chromium: Browser, mosaic: Served, eye: Eye, folder: Path, seen: Seen) -> set[str]:
    bo = visit(chromium, mosaic.url)
    bo.open("/")
    bo.press("start discovery")
    walker = Walker(bo, eye, damaged_file(folder), seen)
    walker.walk("/")
    bo.open("/your-data/")
    for sure in bo.page.locator("#leave-sure").all():
        sure.check()
    bo.press("leave this device")
    return left(walker)


def as_somebody_who_tries(chromium: Browser, mosaic: Served, eye: Eye, folder: Path, seen: Seen) -> set[str]:
    """In the middle of discovery, where a step waits for its form."""
    program, way = on_the_way("veteran", mosaic, between=stop_at_a_form)
    with suppress(Stuck):
        way.go()
    ana = come_back(program, chromium, mosaic)
    walker = Walker(ana, eye, damaged_file(folder), seen, only=ALIKE)
    walker.walk("/discovery/next/", "/discovery/prompt/gap/", "/discovery/experiences/two-questions/")
    return left(walker)


def as_somebody_through(chromium: Browser, mosaic: Served, eye: Eye, folder: Path, seen: Seen) -> set[str]:
    """Through all of discovery, with everything that came of it."""
    program, way = on_the_way("carer", mosaic)
    way.go()
    ana = come_back(program, chromium, mosaic)
    walker = Walker(ana, eye, damaged_file(folder), seen, only=ALIKE)
    # A kind of work she named once; what she tells of her years settles it, so it is asked before.
    ana.open("/delta/")
    eye.look(ana.page, "the delta, with something to judge")
    ana.press("that is so")
    for one in way.person.experiences:
        assert program.ask("POST", "/wimd/experiences", asdict(one))[0] == 201
    walker.walk("/discovery/", "/experiments/", "/discovery/commitment/")
    walker.finish()
    return left(walker)


def stop_at_a_form(way: Visit) -> None:
    if way.journey and way.journey.gate:
        raise Stuck


def on_the_way(name: str, mosaic: Served, between: Callable[[Visit], None] | None = None) -> tuple[Program, Visit]:
    """Return the program of a simulated person with a place of their own, and their way through discovery."""
    person = next(one for one in everybody() if one.name == name)
    program = Program(mosaic.url)
    program.token = str(program.ask("POST", "/session")[1]["session_id"])
    return program, Visit(person, program.ask, between=between)


def come_back(program: Program, chromium: Browser, mosaic: Served) -> Visitor:
    """Open what a program filled in a browser."""
    code = str(program.ask("POST", "/session/recovery-code")[1]["recovery_code"])
    ana = visit(chromium, mosaic.url)
    ana.open("/recover/")
    ana.page.locator("#recovery_code").fill(code)
    ana.press("come back")
    return ana


def as_somebody_far_along(chromium: Browser, mosaic: Served, eye: Eye, folder: Path, seen: Seen) -> set[str]:
    ana = visit(chromium, mosaic.url)
    walker = Walker(ana, eye, damaged_file(folder), seen)
    answer_the_fast_track(ana)
    change_an_answer(ana, eye)
    bring_a_resume(ana, folder)
    join_two_facts(ana, eye)
    ana.open("/resume/studio/")
    eye.look(ana.page, "the studio, empty")
    ana.press("begin with cv.pdf")
    make_a_resume_and_apply(ana)
    walker.reached |= with_two_more_browsers(ana, chromium, mosaic, eye, folder)
    walker.reached |= with_a_friend(ana, chromium, mosaic, eye, folder)
    walker.walk("/")
    state = ana.context.storage_state()
    walker.finish()
    ana.open("/your-data/")
    ana.page.locator("#word").fill("erase")
    ana.press("erase everything now")
    eye.look(ana.page, "erased")
    return left(walker) | as_somebody_forgotten(chromium, mosaic, eye, folder, state)


def join_two_facts(ana: Visitor, eye: Eye) -> None:
    """Say the same thing twice, in other words, and join the two."""
    for words in ("I stay calm when others do not", "a cool head"):
        ana.open("/delta/facts/add/")
        ana.page.locator("#add-kind").select_option("strength")
        ana.page.locator("#add-label").fill(words)
        ana.press("add it")
    ana.open("/delta/facts/?kind=strength")
    ana.press("change or join: a cool head")
    eye.look(ana.page, "a fact that can be joined")
    ana.press("join them")
    eye.look(ana.page, "two facts joined")


def change_an_answer(ana: Visitor, eye: Eye) -> None:
    """Say something else afterwards, and have the answers read again."""
    ana.open("/discovery/prompt/best_fit/")
    ana.page.locator("#answer").fill("Something else matters more to me now: I want to plan rotas in a calm team.")
    ana.press("save")
    ana.open("/discovery/understood/")
    eye.look(ana.page, "understood, with a changed answer")
    ana.press("read my answers again")


def with_two_more_browsers(ana: Visitor, chromium: Browser, mosaic: Served, eye: Eye, folder: Path) -> set[str]:
    """Come back in two more browsers, so that there are others to end: one by itself, and the rest."""
    ana.open("/your-data/")
    ana.press("make a recovery code")
    code = ana.page.locator("#code").inner_text()
    reached = set[str]()
    for _ in range(2):
        other = Walker(visit(chromium, mosaic.url), eye, damaged_file(folder))
        other.visitor.open("/recover/")
        eye.look(other.visitor.page, "come back")
        other.visitor.page.locator("#recovery_code").fill(code)
        other.visitor.press("come back")
        reached |= left(other)
    return reached


def with_a_friend(ana: Visitor, chromium: Browser, mosaic: Served, eye: Eye, folder: Path) -> set[str]:
    """Share everything with a friend, who reads it and answers."""
    ana.open("/your-data/shares/")
    for box in ana.page.locator("main input[type=checkbox]").all():
        box.check()
    ana.press("make the link")
    eye.look(ana.page, "a link")
    link = ana.page.locator("#link").inner_text()
    friend = Walker(visit(chromium, mosaic.url), eye, damaged_file(folder))
    friend.walk(link.removeprefix(mosaic.url))
    return left(friend)


def as_somebody_forgotten(chromium: Browser, mosaic: Served, eye: Eye, folder: Path, state: StorageState) -> set[str]:
    """Erased in one browser, at the door again in another: the page says so, and leads on."""
    walker = Walker(visit(chromium, mosaic.url, state=state), eye, damaged_file(folder), allowed=(404, *WITH_WORDS))
    walker.visitor.open("/discovery/")
    walker.eye.look(walker.visitor.page, "lost")
    walker.visitor.press("start anew")
    bring_a_wrong_archive(walker)
    walker.visitor.open("/no-such-page/")
    walker.eye.look(walker.visitor.page, "nothing here")
    return left(walker)


def bring_a_wrong_archive(walker: Walker) -> None:
    """Offer an empty place a file that is no archive: it says so."""
    page = walker.visitor.page
    walker.visitor.open("/your-data/")
    page.locator("#archive").set_input_files(walker.file)
    walker.visitor.press("take it in")
    page.locator("#archive-error").wait_for()
    walker.eye.look(page, "an archive refused")


def damaged_file(folder: Path) -> Path:
    """Return a file nobody can read, under a name no line can break."""
    damaged = folder / f"a_file_with_a_name_without_any_space_{'x' * 40}.pdf"
    damaged.write_bytes(b"%PDF-1.7\nnothing of this is right")
    return damaged


def left(walker: Walker) -> set[str]:
    for complaint in walker.visitor.complaints:
        # Chromium says so itself when a form comes back with words.
        if not re.search(r"status of (404|409|422)", complaint):
            walker.eye.note(complaint, "console or network")
    walker.visitor.context.close()
    return walker.reached
