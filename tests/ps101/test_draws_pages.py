"""The two short extras as pages: plain forms first, one choice at a time, a picture at the end."""

import re
from html import unescape

import pytest
from django.test import Client

from mosaic.facts.models import Fact
from ps101.domain.asked import statements, week_of
from ps101.models import InterestAnswer, PreferenceChoice

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("flows")]

MATTERS, DRAWS = "/discovery/what-matters/", "/discovery/what-draws/"


@pytest.fixture
def ana(client: Client) -> Client:
    client.post("/discovery/start/", {"flow": "fast_track"})
    return client


def shown(client: Client, path: str) -> str:
    return unescape(client.get(path).content.decode())


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    return found[1] if found else ""


def choose_all(client: Client, chosen: str) -> None:
    while number := hidden(page := shown(client, MATTERS), "number"):
        sent = {"number": number, "left": hidden(page, "left"), "chosen": chosen}
        assert client.post(MATTERS, sent).status_code == 302


def like_all(client: Client, liked: str) -> None:
    while asked := hidden(shown(client, DRAWS), "statement"):
        liking = "" if not liked else "5" if statements()[asked].letter == liked else "1"
        assert client.post(DRAWS, {"statement": asked, "liking": liking}).status_code == 302


def test_discovery_leads_to_both(ana: Client) -> None:
    page = shown(ana, "/discovery/")
    assert f'href="{MATTERS}"' in page
    assert f'href="{DRAWS}"' in page


def test_two_weeks_stand_side_by_side_and_one_is_taken(ana: Client) -> None:
    page = shown(ana, MATTERS)
    assert "choice 1 of at most 8" in page
    assert week_of(hidden(page, "left")).text in page
    ana.post(MATTERS, {"number": "1", "left": hidden(page, "left"), "chosen": "left"})
    assert PreferenceChoice.objects.get().chosen == hidden(page, "left")
    assert "choice 2 of at most 8" in shown(ana, MATTERS)


def test_inside_an_open_page_the_next_pair_comes_as_a_part(ana: Client) -> None:
    left = hidden(shown(ana, MATTERS), "left")
    part = ana.post(MATTERS, {"number": "1", "left": left, "chosen": "neither"}, headers={"HX-Request": "true"})
    html = part.content.decode()
    assert part.status_code == 200
    assert "<html" not in html
    assert "data-focus" in html
    assert "choice 2 of at most 8" in html


def test_a_choice_of_another_window_is_told_and_nothing_is_changed(ana: Client) -> None:
    left = hidden(shown(ana, MATTERS), "left")
    ana.post(MATTERS, {"number": "1", "left": left, "chosen": "left"})
    again = ana.post(MATTERS, {"number": "1", "left": left, "chosen": "right"})
    assert again.status_code == 409
    assert "perhaps in another window" in again.content.decode()
    assert ana.post(MATTERS, {"number": "x", "chosen": "left"}).status_code == 422
    assert PreferenceChoice.objects.count() == 1


def test_the_picture_names_every_weight_and_quotes_what_was_chosen(ana: Client) -> None:
    choose_all(ana, "left")
    page = shown(ana, MATTERS)
    assert "This is what your choices say" in page
    assert page.count('<svg class="bar"') == 7
    first = week_of(PreferenceChoice.objects.exclude(chosen="").order_by("number")[0].chosen)
    assert first.text in page
    assert page.count('<th scope="row">') == 7
    assert Fact.objects.filter(kind="value").exists()


def test_the_last_choice_can_be_taken_back_and_all_begun_again(ana: Client) -> None:
    choose_all(ana, "right")
    count = PreferenceChoice.objects.count()
    ana.post(f"{MATTERS}back/")
    assert f"choice {count} of at most 8" in shown(ana, MATTERS)
    ana.post(f"{MATTERS}again/")
    assert "choice 1 of at most 8" in shown(ana, MATTERS)


def test_who_passes_everything_over_is_told_that_nothing_is_known(ana: Client) -> None:
    choose_all(ana, "neither")
    like_all(ana, "")
    for path in (MATTERS, DRAWS):
        assert "Nothing is known yet" in shown(ana, path)


def test_what_draws_shows_scores_with_how_many_answers(ana: Client) -> None:
    assert "1 of at most 30" in shown(ana, DRAWS)
    like_all(ana, "A")
    page = shown(ana, DRAWS)
    assert "This is what draws you" in page
    assert "making and expressing" in page[: page.index('<svg class="bar"')]
    assert "100 of 100" in page
    ana.post(f"{DRAWS}back/")
    assert InterestAnswer.objects.count() > 0
    ana.post(f"{DRAWS}again/")
    assert "1 of at most 30" in shown(ana, DRAWS)


def test_a_liking_that_cannot_be_read_changes_nothing(ana: Client) -> None:
    for sent in ({"statement": "mend", "liking": "9"}, {"statement": "fly", "liking": "3"}):
        assert ana.post(DRAWS, sent).status_code == 422
    assert not InterestAnswer.objects.exists()


def test_what_was_understood_shows_both_with_their_words(ana: Client) -> None:
    choose_all(ana, "left")
    like_all(ana, "S")
    assert Fact.objects.filter(kind="interest", lexicon_id="S").exists()
    quotes = {one.quote for fact in Fact.objects.all() for one in fact.evidence.all()}
    assert quotes


def test_a_value_left_out_is_no_longer_marked(ana: Client) -> None:
    choose_all(ana, "left")
    marked = shown(ana, MATTERS).count("counts for you")
    fact = Fact.objects.filter(kind="value", status="suggested").first()
    assert fact is not None
    ana.post(f"/discovery/facts/{fact.pk}/remove/")
    assert shown(ana, MATTERS).count("counts for you") == marked - 1
