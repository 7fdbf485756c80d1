"""What a person can do with postings."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import Settings

from mosaic.facts import services as facts
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.queries import profile_of, standing_facts_of
from mosaic.journal.domain.names import Happened
from mosaic.journal.queries import events_of
from mosaic.people import holdings
from mosaic.people import services as people
from opportunity_bridge import queries, services
from opportunity_bridge.domain.parts import USUAL, Part
from opportunity_bridge.domain.requirements import Kind
from opportunity_bridge.models import Application, Interest, Job, Ranking
from opportunity_bridge.services import Filters
from opportunity_bridge.services.listing import BadCursor, StaleCursor
from tests.opportunity_bridge.made import TEXT, make_job, somebody, tell_role, tell_skills

pytestmark = pytest.mark.django_db


def test_saving_twice_is_saving_once_and_both_can_be_taken_back() -> None:
    ana, job = somebody(), make_job()
    services.save(ana, job)
    services.save(ana, job)
    assert queries.states_of(ana) == {job.pk: "saved"}
    assert len(events_of(ana, Happened.JOB_SAVED)) == 1
    services.hide(ana, job, reason="pay")
    assert Interest.objects.get().reason == "pay"
    services.unsave(ana, job)
    services.unsave(ana, job)
    assert queries.states_of(ana) == {}


def test_hidden_postings_leave_the_list_and_nothing_else() -> None:
    ana, job = somebody(), make_job()
    services.hide(ana, job)
    assert services.listing(ana, Filters()).total == 0
    assert queries.job_for(ana, job.pk) == job


def test_weights_are_kept_bounded_and_reset() -> None:
    ana = somebody()
    services.set_weights(ana, weights={Part.PAY: 60, Part.SKILLS: 999})
    assert queries.weights_of(ana) == {**USUAL, Part.PAY: 60, Part.SKILLS: 60}
    with pytest.raises(services.NothingCounts):
        services.set_weights(ana, weights=dict.fromkeys(Part, 0))
    services.reset_weights(ana)
    assert queries.weights_of(ana) == USUAL


def test_an_order_is_made_once_and_anew_when_something_changed() -> None:
    ana = somebody()
    make_job()
    tell_skills(ana, "leading-a-team")
    first = services.refresh_ranking(ana)
    assert services.refresh_ranking(ana).made_at == first.made_at
    made = [first.made_at]
    for change in (
        lambda: tell_skills(ana, "training-staff"),
        lambda: services.set_weights(ana, weights={Part.PAY: 1}),
        lambda: make_job("Baker"),
    ):
        change()
        made.append(services.refresh_ranking(ana).made_at)
    assert made == sorted(set(made))
    assert Ranking.objects.count() == 1


def test_different_people_get_different_orders() -> None:
    make_job("Baker", "You bring\n- bread making\n- bread dough\n- pastry making\n")
    make_job("Bookkeeper", "You bring\n- bookkeeping\n- VAT returns\n- invoicing\n")
    baker, clerk = somebody(), somebody()
    tell_role(baker, "baker")
    tell_role(clerk, "bookkeeper")
    tops = [services.listing(who, Filters()).items[0].job.open_role for who in (baker, clerk)]
    assert tops == ["Baker", "Bookkeeper"]


def test_matches_seen_is_noted_once_there_are_scores() -> None:
    ana = somebody()
    make_job()
    services.refresh_ranking(ana)
    assert not events_of(ana, Happened.MATCHES_SEEN)
    tell_skills(ana, "leading-a-team", "training-staff", "rota-planning")
    services.refresh_ranking(ana)
    tell_skills(ana, "spreadsheets")
    services.refresh_ranking(ana)
    assert len(events_of(ana, Happened.MATCHES_SEEN)) == 1


def test_many_postings_are_found_by_the_skills_they_ask_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("opportunity_bridge.services.ranking.EXACT", 2)
    monkeypatch.setattr("opportunity_bridge.services.ranking.BY_WORK", 1)
    for number in range(4):
        make_job(f"Wizard {number}", "You bring\n- bread making\n- pastry making\n- cooking\n")
    wanted = make_job("Helper", "You bring\n- bookkeeping\n- invoicing\n- VAT returns\n")
    ana = somebody()
    tell_skills(ana, "bookkeeping", "invoicing")
    assert [pk for pk, _ in services.refresh_ranking(ana).entries] == [wanted.pk.hex]
    assert services.listing(ana, Filters()).total == 5


def test_filters_narrow_and_words_search_everything_also_ones_own() -> None:
    ana = somebody()
    make_job("Baker", "You bake bread at night. " * 5, open_company="Four Mills", field="hospitality-food")
    make_job("Bookkeeper", remote="remote")
    services.paste_posting(ana, text="Gardener – Green Hill\n\nYou mow lawns and prune roses in the park. " * 3)
    found = {
        q: [one.job.role for one in services.listing(ana, Filters(q=q)).items]
        for q in ("mills bread", "roses", "nothing at all")
    }
    assert found == {"mills bread": ["Baker"], "roses": ["Gardener"], "nothing at all": []}
    assert services.listing(ana, Filters(remote="remote")).total == 1
    assert services.listing(somebody(), Filters(q="roses")).total == 0


def test_pages_follow_each_other_until_the_order_changes() -> None:
    ana = somebody()
    for number in range(5):
        make_job(f"Helper {number}")
    first = services.listing(ana, Filters(), limit=2)
    second = services.listing(ana, Filters(), cursor=first.following, limit=2)
    third = services.listing(ana, Filters(), cursor=second.following, limit=2)
    seen = [one.job.pk for page in (first, second, third) for one in page.items]
    assert len(set(seen)) == 5
    assert third.following == ""
    with pytest.raises(BadCursor):
        services.listing(ana, Filters(), cursor="invented")
    tell_skills(ana, "cooking")
    with pytest.raises(StaleCursor):
        services.listing(ana, Filters(), cursor=first.following)


def test_telling_what_one_has_becomes_a_fact() -> None:
    ana, job = somebody(), make_job()
    need = next(one for one in queries.posting_of(job).requirements if one.kind is Kind.LICENCE)
    services.tell(ana, requirement=need)
    assert standing_facts_of(ana, FactKind.LICENCE).get().lexicon_id == "driving-licence-b"
    hours = next(one for one in queries.posting_of(job).requirements if one.kind is Kind.HOURS)
    assert services.tell(ana, requirement=hours) is None


def test_a_removed_fact_leaves_every_fit() -> None:
    ana = somebody()
    make_job()
    tell_skills(ana, "leading-a-team", "training-staff", "rota-planning")
    before = services.listing(ana, Filters()).items[0].fit
    facts.remove(ana, standing_facts_of(ana).get(lexicon_id="leading-a-team"))
    after = services.listing(ana, Filters()).items[0].fit
    assert (after.score or 0) < (before.score or 0)
    assert "leading-a-team" not in {one.fact.lexicon_id for one in after.ledger if one.fact}


def test_samples_show_only_while_they_are_allowed_and_nothing_real_exists(settings: Settings) -> None:
    ana, sample = somebody(), make_job("Sample baker", sample=True)
    assert list(queries.open_jobs_for(ana)) == [sample]
    services.paste_posting(ana, text=TEXT)
    assert sample in queries.open_jobs_for(ana)
    settings.FEATURES = {**settings.FEATURES, "samples": False}
    assert sample not in queries.open_jobs_for(ana)
    settings.FEATURES = {**settings.FEATURES, "samples": True}
    real = make_job("Real baker")
    assert sample not in queries.open_jobs_for(ana)
    assert real in queries.open_jobs_for(ana)


def test_what_was_kept_stays_visible_after_it_closed() -> None:
    ana, bob = somebody(), somebody()
    saved, applied, other = make_job(), make_job(), make_job()
    services.save(ana, saved)
    services.apply(ana, applied)
    Job.objects.update(closed_at=timezone.now())
    assert {job.pk for job in queries.jobs_visible_to(ana)} == {saved.pk, applied.pk}
    assert not queries.jobs_visible_to(bob)
    assert queries.job_for(ana, other.pk) is None
    assert not queries.open_jobs_for(ana)


def test_a_posting_closes_by_its_own_date() -> None:
    ana = somebody()
    make_job(closes_on=timezone.localdate() - timedelta(days=1))
    assert not queries.open_jobs_for(ana)


def test_erasing_a_person_takes_everything_along() -> None:
    ana, job = somebody(), make_job()
    services.paste_posting(ana, text=TEXT)
    services.save(ana, job)
    services.apply(ana, job)
    services.refresh_ranking(ana)
    assert holdings.counts_of(ana)["applications"] == 1
    assert holdings.counts_of(ana)["saved_jobs"] == 2
    people.erase(ana)
    assert not Application.objects.exists()
    assert not Interest.objects.exists()
    assert not Ranking.objects.exists()
    assert list(Job.objects.all()) == [job]


def test_the_country_somebody_says_they_are_in_weighs_at_once() -> None:
    ana, job = somebody(), make_job(open_location="Cambridge, United Kingdom")
    tell_skills(ana, "leading-a-team", "training-staff")
    facts.add(ana, kind=FactKind.LOCATION, label="Cambridge", polarity=Polarity.WANTS)
    ana.refresh_from_db()
    before = services.refresh_ranking(ana).entries
    ana.region = "GB"
    ana.save(update_fields=["region"])
    after = services.refresh_ranking(ana).entries
    seen = services.seen(ana, profile_of(ana), [job])[0]
    assert after[0][1] > before[0][1]
    assert next(one for one in seen.fit.contributions if one.part is Part.PLACE).known
