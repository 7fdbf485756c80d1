"""The pages of the delta, as plain forms: the map and its table, what is asked, what is chosen, then and now."""

import re

import pytest
from django.conf import settings
from django.test import Client

from mosaic.facts import services as facts
from mosaic.facts.domain.kinds import FactKind, Polarity, Status
from mosaic.facts.models import Fact
from mosaic.people.models import Person
from ps101.models import Experiment
from tests.people.people import make_opened
from wimd.models import SkillBridge, Target

pytestmark = [pytest.mark.one_engine, pytest.mark.django_db, pytest.mark.usefixtures("flows")]
NOW = re.compile(r'<circle class="now" cx="(\d+)%"')


@pytest.fixture
def ana(client: Client) -> Person:
    opened = make_opened()
    client.cookies[settings.PERSON_COOKIE_NAME] = opened.token
    return opened.session.person


def say(person: Person, kind: FactKind, label: str, polarity: Polarity = Polarity.HAS, lexicon_id: str = "") -> Fact:
    return facts.add(person, kind=kind, label=label, polarity=polarity, lexicon_id=lexicon_id)


def shown(client: Client, path: str = "/delta/") -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_somebody_new_sees_nine_dotted_lines_and_a_first_step(client: Client, ana: Person) -> None:
    page = shown(client)
    assert page.count('class="far"') == 9
    assert not NOW.findall(page)
    assert "/discovery/" in page
    assert "/coach/files/" in page


def test_now_stands_as_many_steps_away_as_the_gap(client: Client, ana: Person) -> None:
    say(ana, FactKind.PAY, "24,000 euros a year")
    say(ana, FactKind.PAY, "30,000 euros a year", Polarity.WANTS)
    page = shown(client)
    assert NOW.findall(page) == ["27"]
    assert page.count('class="far"') == 8
    assert "3 steps away" in page
    assert "what is there is 80 of 100 of what is wanted" in page
    table = page[page.index("<table>") : page.index("</table>")]
    assert "24,000 euros a year" in table


def test_what_is_unknown_is_asked_and_a_few_words_move_it(client: Client, ana: Person) -> None:
    say(ana, FactKind.PAY, "24,000 euros a year")
    assert "What is the least that would do?" in shown(client)
    sent = {"dimension": "pay", "side": "wanted", "words": "24,000 euros a year"}
    assert client.post("/delta/tell/", sent).status_code == 302
    assert NOW.findall(shown(client)) == ["96"]
    client.post("/delta/tell/", {"dimension": "pay", "side": "wanted", "words": " "})
    client.post("/delta/tell/", {"dimension": "fame", "side": "now", "words": "much"})
    assert Fact.objects.count() == 2


def test_what_is_said_about_a_side_counts_for_that_side(client: Client, ana: Person) -> None:
    say(ana, FactKind.VALUE, "good craft", Polarity.WANTS, "craft")
    client.post("/delta/tell/", {"dimension": "meaning", "side": "now", "words": "everything is done twice and badly"})
    assert NOW.findall(shown(client)) == ["73"]
    client.post("/delta/tell/", {"dimension": "role", "side": "now", "words": "I am a baker"})
    assert Fact.objects.get(kind=FactKind.ROLE).lexicon_id == "baker"


def test_a_target_is_searched_and_chosen_without_scripts(client: Client, ana: Person) -> None:
    say(ana, FactKind.SKILL, "bookkeeping", lexicon_id="bookkeeping")
    assert "No kind of work here has that name" in shown(client, "/delta/target/?q=xyzzy")
    page = shown(client, "/delta/target/?q=bookkeep")
    assert 'name="occupation" value="bookkeeper"' in page
    assert client.post("/delta/target/", {"occupation": "bookkeeper"})["Location"] == "/delta/"
    assert "Measured against: bookkeeper" in shown(client)
    assert client.post("/delta/target/", {"occupation": "dragon-tamer"}).status_code == 422
    assert client.post("/delta/target/", {"saved": "x"}).status_code == 422
    client.post("/delta/target/", {"label": "books for small shops"})
    assert "Measured against: books for small shops" in shown(client)
    client.post("/delta/target/", {})
    assert not Target.objects.exists()


def test_a_skill_is_bridged_and_taken_back(client: Client, ana: Person) -> None:
    say(ana, FactKind.SKILL, "bookkeeping", lexicon_id="bookkeeping")
    client.post("/delta/target/", {"occupation": "bookkeeper"})
    missing = re.search(r'name="skill" value="([a-z-]+)"', shown(client))
    assert missing
    client.post("/delta/skills/", {"skill": missing[1], "choice": "drop"})
    assert "Left out by you" in shown(client)
    client.post("/delta/skills/", {"skill": missing[1], "choice": ""})
    client.post("/delta/skills/", {"skill": "dragon-taming", "choice": "learn"})
    client.post("/delta/skills/", {"skill": missing[1], "choice": "steal"})
    assert not SkillBridge.objects.exists()


def test_one_click_makes_a_test_an_experiment_and_another_puts_it_away(client: Client, ana: Person) -> None:
    say(ana, FactKind.GOAL, "teach apprentices", Polarity.WANTS)
    say(ana, FactKind.NETWORK, "Ngozi, who teaches")
    for _ in range(2):
        client.post("/delta/test/", {"dimension": "network"})
    assert f"/experiments/{Experiment.objects.get().pk}/" in shown(client)
    client.post("/delta/test/", {"dimension": "network", "undo": "1"})
    assert Experiment.objects.get().status == "archived"
    client.post("/delta/test/", {"dimension": "fame"})
    client.post("/delta/test/", {"dimension": "time"})
    assert Experiment.objects.count() == 1


def test_a_fact_of_somebody_else_cannot_be_judged(client: Client, ana: Person) -> None:
    mine = say(ana, FactKind.ROLE, "baker", lexicon_id="baker")
    theirs = say(make_opened().session.person, FactKind.ROLE, "baker", lexicon_id="baker")
    for one, so in ((mine, "no"), (theirs, "no"), ("x", "yes")):
        assert client.post("/delta/fact/", {"fact": getattr(one, "pk", one), "so": so}).status_code == 302
    mine.refresh_from_db()
    theirs.refresh_from_db()
    assert (mine.status, theirs.status) == (Status.REMOVED, Status.CONFIRMED)


def test_then_and_now_stand_side_by_side(client: Client, ana: Person) -> None:
    assert "only one state" in shown(client, "/delta/compare/")
    say(ana, FactKind.PAY, "24,000 euros a year")
    shown(client)
    say(ana, FactKind.PAY, "30,000 euros a year", Polarity.WANTS)
    page = shown(client, "/delta/compare/")
    assert "known now" in page
    assert "30,000 euros a year" in page
    assert "known now" in shown(client, "/delta/compare/?then=x")


def test_the_api_address_leads_a_browser_to_the_page(client: Client, ana: Person) -> None:
    answer = client.get("/wimd/analysis", headers={"Accept": "text/html"})
    assert (answer.status_code, answer["Location"]) == (303, "/delta/")
