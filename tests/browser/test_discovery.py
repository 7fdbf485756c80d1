"""Two of the simulated people go through all of discovery in Chromium, one of them without scripts."""

import pytest
from playwright.sync_api import Browser

from tests.browser.journeys import until_shown
from tests.browser.visitor import Visitor, visit
from tests.served import Served
from tests.simulation.files import Simulated, everybody
from tests.simulation.visit import day_in

pytestmark = [pytest.mark.browser, pytest.mark.served, pytest.mark.timeout(420)]
MOST_PAGES = 80


@pytest.mark.parametrize(("name", "width", "scripts"), [("nurse", 360, True), ("retiree", 1280, False)])
def test_somebody_goes_through_all_of_discovery(
    mosaic: Served, chromium: Browser, name: str, width: int, scripts: bool
) -> None:
    person = next(one for one in everybody() if one.name == name)
    ana = visit(chromium, mosaic.url, width=width, scripts=scripts)
    asked = [key for flow in person.flows for key in go_through(ana, person, flow)]
    assert len(asked) == len(set(asked)) == 42
    ana.open("/discovery/understood/")
    until_shown(ana, "This is what I understood")
    ana.open("/discovery/mastery/")
    assert person.reflection.learning in ana.page.locator("main").inner_text()
    ana.open("/discovery/summary/")
    shown = ana.page.locator("main").inner_text()
    assert all(words in shown for words in (person.discovery["capability"], person.commitment.week))
    assert not ana.complaints
    ana.context.close()


def go_through(ana: Visitor, person: Simulated, flow: str) -> list[str]:
    """Answer all that a flow asks, do what its steps wait for; return what was asked."""
    ana.open("/discovery/")
    ana.page.locator(f"button[name=flow][value={flow}]").click()
    ana.page.wait_for_load_state()
    asked = []
    for _ in range(MOST_PAGES):
        where = ana.page.url.removesuffix("/").split("/")[-2:]
        if where[0] == "prompt":
            asked.append(where[1])
            answer(ana, person, flow, where[1])
        elif where[0] == "step":
            do(ana, person, where[1])
        elif where[1] == "commitment":
            commit(ana, person)
        else:
            break
    return asked


def answer(ana: Visitor, person: Simulated, flow: str, key: str) -> None:
    rating = person.ratings.get(key)
    if rating and flow == "discovery":
        ana.page.locator("#rating").fill(str(rating))
    ana.page.locator("#answer").fill(person.answer(flow, key))
    ana.press("save and go on")


def do(ana: Visitor, person: Simulated, step: str) -> None:
    """Do what a step waits for, one form at a time, and go on."""
    {"experiment": design, "obstacles": meet_obstacles, "plan": plan, "reflect": look_back}[step](ana, person)
    if ana.page.get_by_role("link", name="go on", exact=True).count():
        ana.press("go on")


def design(ana: Visitor, person: Simulated) -> None:
    told = person.experiment
    ana.page.locator("#canvas-title").fill(told.title)
    ana.page.locator("#canvas-hunch").fill(told.hypothesis)
    ana.page.locator("#canvas-sign").fill(told.success_metric)
    ana.page.locator("#canvas-needs").fill(told.resources)
    # It is looked back at today, or the last steps would wait for the day.
    ana.page.locator("#canvas-review").fill(max(day_in(0), ana.page.locator("#canvas-start").input_value()))
    ana.press("save the experiment")


def meet_obstacles(ana: Visitor, person: Simulated) -> None:
    first = person.obstacles[0]
    ana.page.locator("#ob-kind").select_option(first.kind)
    ana.page.locator("#ob-label").fill(first.label)
    ana.page.locator("#ob-then").fill(first.strategy)
    ana.press("add the obstacle")


def plan(ana: Visitor, person: Simulated) -> None:
    rows = ana.page.locator("form[aria-labelledby=actions-h] input[name=label]")
    days = ana.page.locator("form[aria-labelledby=actions-h] input[name=due_on]")
    for place, action in enumerate(person.actions[: rows.count()]):
        rows.nth(place).fill(action.label)
        days.nth(place).fill(day_in(action.in_days))
    ana.press("add to the plan")


def look_back(ana: Visitor, person: Simulated) -> None:
    told = person.reflection
    ana.page.locator("#re-outcome").fill(told.outcome)
    ana.page.locator("#re-learning").fill(told.learning)
    ana.page.locator("#re-cost").fill(told.cost)
    ana.page.locator("#re-before").fill(str(told.confidence_before))
    ana.page.locator("#re-after").fill(str(told.confidence_after))
    ana.press("keep what it taught")


def commit(ana: Visitor, person: Simulated) -> None:
    told = person.commitment
    ana.page.locator("#week").fill(told.week)
    ana.page.locator("#day").fill(day_in(told.in_days))
    ana.page.locator("#holding").fill(told.holding)
    ana.page.locator("#telling").fill(told.telling)
    ana.press("commit to it")
