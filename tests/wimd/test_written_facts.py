"""What a person writes by hand on the page of a file is known about them from then on, and no longer when it is taken back."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoCaptureOnCommitCallbacks

from mosaic.facts.domain.kinds import FactKind, Status
from mosaic.facts.models import Evidence, Fact, SourceKind
from mosaic.journal.domain.names import Happened
from mosaic.journal.queries import events_of
from mosaic.people.models import Person
from resume.domain.guard import unsupported
from resume.queries import sourced, sources_of, versions_of
from tests.wimd.test_reading_api import TEXT, Reader
from tests.wimd.test_reading_page import ada, bring
from wimd import jobs
from wimd.domain.learning import learned
from wimd.domain.telling import listed_skill, told_of
from wimd.models import Upload
from wimd.queries import revised_of

__all__ = ("ada",)
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("flows")]

LANGUAGES = TEXT + "\nLanguages\nPolish (basic)\n"
POSTING = """Welder for a shipyard
What you bring
- Experience in MIG welding
- Rota planning
"""
TODAY = date(2026, 11, 21)


@pytest.fixture
def ana(tasks_at_once: None, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Reader:
    return Reader(django_capture_on_commit_callbacks, LANGUAGES)


def facts_of(reader: Reader, kind: str) -> dict[str, dict[str, Any]]:
    """Return the facts of a kind that rest on the file, by their labels."""
    return {fact["label"]: fact for fact in reader.get()["facts"] if fact["kind"] == kind}


def by_hand(fact: dict[str, Any]) -> list[str]:
    return [one["quote"] for one in fact["evidence"] if one["source"] == "correction"]


def read_again(reader: Reader) -> None:
    Upload.objects.filter(pk=reader.id).update(state="queued", claimed_until=None)
    jobs.read(reader.upload.pk)


class TestAdding:
    def test_a_skill_becomes_a_fact_that_names_the_file_it_was_written_on(self, ana: Reader) -> None:
        ana.correct(("skills", {"name": "Welding"}))
        fact = next(one for one in ana.get()["facts"] if one["lexicon_id"] == "welding")
        assert fact["status"] == "suggested"
        assert [(one["source"], one["source_id"], one["quote"]) for one in fact["evidence"]] == [
            ("correction", ana.id, "Welding")
        ]

    def test_a_skill_the_lexicon_does_not_know_is_known_in_its_persons_words(self, ana: Reader) -> None:
        ana.correct(("skills", {"name": "Zither tuning"}))
        fact = facts_of(ana, "skill")["Zither tuning"]
        assert (fact["lexicon_id"], by_hand(fact)) == ("", ["Zither tuning"])

    def test_a_job_is_a_role_with_its_years_and_an_experience(self, ana: Reader) -> None:
        job = {"position": "Baker", "name": "Crumb Ltd", "startDate": "2001-04", "endDate": "2005-04"}
        ana.correct(("work", job))
        told = "Baker, Crumb Ltd (2001–2005)"
        assert by_hand(facts_of(ana, "experience")[told]) == [told]
        assert by_hand(facts_of(ana, "role")["baker"]) == [told]
        assert {(one.amount, one.until) for one in Evidence.objects.filter(fact__lexicon_id="baker")} == {(4.0, 2005)}

    def test_a_title_the_lexicon_does_not_know_is_a_role_all_the_same(self, ana: Reader) -> None:
        ana.correct(("work", {"position": "Zither whisperer", "startDate": "2019"}))
        assert "Zither whisperer" in facts_of(ana, "role")
        assert "Zither whisperer (2019–)" in facts_of(ana, "experience")

    @pytest.mark.parametrize(
        ("path", "entry", "fact"),
        [
            ("languages", {"language": "Swedish", "fluency": "fluent"}, ("language", "Swedish (fluent)", "sv")),
            ("languages", {"language": "Schwedisch"}, ("language", "Schwedisch", "sv")),
            (
                "education",
                {"studyType": "Bachelor of Science", "area": "Botany", "institution": "Lund", "endDate": "2009"},
                ("education", "Bachelor of Science, Botany, Lund (2009)", "bachelor"),
            ),
            ("certificates", {"name": "Golden zither badge"}, ("licence", "Golden zither badge", "")),
            ("interests", {"name": "Ice swimming"}, ("interest", "Ice swimming", "")),
        ],
    )  # fmt: skip
    def test_other_entries_are_known_as_what_they_are(
        self, ana: Reader, path: str, entry: dict[str, str], fact: tuple[str, str, str]
    ) -> None:
        kind, label, lexicon_id = fact
        ana.correct((path, entry))
        known = facts_of(ana, kind)[label]
        assert known["lexicon_id"] == lexicon_id
        assert by_hand(known)

    def test_a_name_is_the_name_somebody_goes_by(self, ana: Reader) -> None:
        ana.correct(("basics/name", "Ada B. Berg"))
        assert by_hand(facts_of(ana, "preferred_name")["Ada B. Berg"]) == ["Ada B. Berg"]
        ana.correct(("basics/name", None))
        assert not facts_of(ana, "preferred_name")

    def test_a_bullet_says_what_it_says(self, ana: Reader) -> None:
        ana.correct(("work/0/highlights", ["Planned the rota for 14 people", "Drove a forklift"]))
        fact = next(one for one in ana.get()["facts"] if one["lexicon_id"] == "forklift-driving")
        assert by_hand(fact) == ["Drove a forklift"]

    def test_a_break_is_no_job(self, ana: Reader) -> None:
        ana.correct(("work", {"kind": "break", "position": "Baker on leave", "startDate": "2020"}))
        assert "baker" not in facts_of(ana, "role")

    def test_one_step_is_noted_and_everything_derived_is_stale(self, ana: Reader) -> None:
        before = ana.person.facts_stamp
        ana.correct(("skills", {"name": "Welding"}))
        ana.person.refresh_from_db()
        assert ana.person.facts_stamp > before
        assert events_of(ana.person, Happened.FILE_CORRECTED).count() == 1


class TestReplacing:
    def test_words_that_were_replaced_say_nothing_any_more(self, ana: Reader) -> None:
        ana.correct(("work/0/position", "Baker"), ("work/0/startDate", "2018"))
        assert "Baker, Nordhav Ltd (2018–2020)" in facts_of(ana, "experience")
        roles = facts_of(ana, "role")
        assert by_hand(roles["baker"])
        assert not [label for label in facts_of(ana, "experience") if label.startswith("Shift supervisor")]
        ana.correct(("work/0", None))
        assert "Shift supervisor, Nordhav Ltd (2014–2020)" in facts_of(ana, "experience")
        assert facts_of(ana, "role") == {label: fact for label, fact in roles.items() if label != "baker"} | {
            label: fact for label, fact in facts_of(ana, "role").items() if label not in roles
        }
        assert not Evidence.objects.filter(source_kind=SourceKind.CORRECTION).exists()

    def test_dates_that_were_corrected_count_as_they_are_now(self, ana: Reader) -> None:
        ana.correct(("work/1/startDate", "2012"))
        rows = Evidence.objects.filter(fact__kind=FactKind.ROLE, fact__label__isnull=False)
        years = {(one.amount, one.until) for one in rows if one.quote.startswith("Order picker")}
        assert years == {(2.0, 2014)}

    def test_a_language_is_spoken_as_well_as_its_person_says(self, ana: Reader) -> None:
        assert Fact.objects.get(lexicon_id="pl").aspect == "A2"
        ana.correct(("languages/0/fluency", "native"))
        fact = Fact.objects.get(lexicon_id="pl")
        assert (fact.label, fact.aspect) == ("Polish (native)", "C2")
        ana.correct(("languages/0/fluency", None))
        fact = Fact.objects.get(lexicon_id="pl")
        assert (fact.label, fact.aspect) == ("Polish (basic)", "A2")


class TestTakingBack:
    def test_a_field_that_is_taken_out_says_nothing_and_says_it_again_when_put_back(self, ana: Reader) -> None:
        number = len(ana.get()["resume"]["document"]["skills"])
        ana.correct(("skills", {"name": "Zither tuning"}))
        ana.correct((f"skills/{number}", ""))
        assert "Zither tuning" not in facts_of(ana, "skill")
        ana.correct((f"skills/{number}", None))
        assert "Zither tuning" in facts_of(ana, "skill")

    def test_a_removed_fact_stays_removed_until_it_is_written_again(self, ana: Reader) -> None:
        ana.correct(("skills", {"name": "Zither tuning"}))
        ana.client.delete(f"/wimd/facts/{facts_of(ana, 'skill')['Zither tuning']['id']}")
        read_again(ana)
        assert "Zither tuning" not in facts_of(ana, "skill")
        ana.correct(("basics/name", "Ada B. Berg"))
        assert "Zither tuning" not in facts_of(ana, "skill")
        numbers = [path for path in ana.fields() if path.startswith("skills/") and path.endswith("/name")]
        ana.correct((numbers[-1].removesuffix("/name"), ""))
        ana.correct(("skills", {"name": "Zither tuning"}))
        assert "Zither tuning" in facts_of(ana, "skill")

    def test_a_confirmed_fact_stands_without_its_words(self, ana: Reader) -> None:
        number = len(ana.get()["resume"]["document"]["skills"])
        ana.correct(("skills", {"name": "Zither tuning"}))
        pk = facts_of(ana, "skill")["Zither tuning"]["id"]
        ana.client.patch(f"/wimd/facts/{pk}", {"status": "confirmed"}, format="json")
        ana.correct((f"skills/{number}", ""))
        assert Fact.objects.get(pk=pk).status == Status.CONFIRMED

    def test_reading_again_keeps_what_was_written(self, ana: Reader) -> None:
        ana.correct(("skills", {"name": "Zither tuning"}), ("work", {"position": "Baker", "name": "Crumb Ltd"}))
        before = {(fact["kind"], fact["label"]) for fact in ana.get()["facts"]}
        read_again(ana)
        assert {(fact["kind"], fact["label"]) for fact in ana.get()["facts"]} == before

    def test_deleting_the_file_withdraws_everything(self, ana: Reader) -> None:
        ana.correct(("skills", {"name": "Zither tuning"}))
        ana.client.delete(f"/wimd/uploads/{ana.id}")
        assert ana.client.get("/wimd/facts").json()["facts"] == []
        assert not Evidence.objects.exists()


class TestUse:
    def test_a_skill_by_hand_changes_the_fit_and_can_be_used_in_a_resume(self, ana: Reader) -> None:
        base = ana.client.post("/resume/rewrite", {"upload_id": ana.id}, format="json").json()
        body = {"text": POSTING, "role": "Welder", "company": "Dock Ltd"}
        job = ana.client.post("/ob/jobs", body, format="json").json()["job"]["job_id"]

        def fit() -> tuple[int, str]:
            found = ana.client.get(f"/ob/jobs/{job}").json()["fit"]
            verdicts = {one["ids"][0]: one["verdict"] for one in found["requirements"] if one["ids"]}
            return found["fit_score"] or 0, verdicts["welding"]

        before = fit()
        ana.correct(("skills", {"name": "MIG welding"}))
        after = fit()
        assert (before[1], after[1]) == ("missing", "partly")
        assert after[0] > before[0]
        wanted = {"job_id": job, "version_id": base["version_id"]}
        made = ana.client.post("/resume/customize", wanted, format="json").json()
        assert "MIG welding" in [one["name"] for one in made["document"]["skills"]]
        assert made["not_evidenced"] == []

    def test_what_was_written_by_hand_is_never_doubted_in_a_resume(self, ana: Reader) -> None:
        ana.correct(("work/0/highlights/0", "Led 37 people at Zitherhaus"))
        made = ana.client.post("/resume/rewrite", {"upload_id": ana.id}, format="json").json()
        version = versions_of(ana.person).get(pk=made["version_id"])
        sources = sources_of(ana.person, version)
        assert sources is not None
        words = str(sourced(version).document["work"])
        assert "Zitherhaus" in words
        assert not unsupported(words, sources)


class TestPages:
    def test_a_form_does_what_a_program_does_and_the_fact_leads_to_the_file(self, client: Client, ada: Person) -> None:
        upload = bring(ada)
        address = reverse("wimd:correct", args=[upload.pk])
        typed = {"version": "1", "part": "skills/lines", "skills/lines": "Rota planning\nSpreadsheets\nZither tuning"}
        assert client.post(address, typed).status_code == 302
        fact = Fact.objects.get(person=ada, kind=FactKind.SKILL, lexicon_id="")
        assert fact.label == "Zither tuning"
        page = client.get(reverse("wimd:file", args=[upload.pk])).content.decode()
        assert f'<a href="{reverse("wimd:file", args=[upload.pk])}">you wrote this on your file cv.txt</a>' in page


class TestTelling:
    @pytest.mark.parametrize(
        ("part", "values", "told"),
        [
            ("work", {"position": "Cook", "name": "Sea Inn", "startDate": "2014-03"}, "Cook, Sea Inn (2014–)"),
            ("work", {"position": "Cook", "startDate": "2014-03", "endDate": "2014-09"}, "Cook (2014)"),
            ("work", {"name": "Sea Inn"}, "Sea Inn"),
            ("education", {"studyType": "Diploma", "startDate": "2001", "endDate": "2004"}, "Diploma (2001–2004)"),
            ("certificates", {"name": "First aid", "issuer": "Red Cross", "date": "2020"}, "First aid, Red Cross (2020)"),
            ("languages", {"language": "Polish", "fluency": "native"}, "Polish (native)"),
        ],
    )  # fmt: skip
    def test_an_entry_is_told_as_a_person_would(self, part: str, values: dict[str, str], told: str) -> None:
        assert told_of(part, values) == told

    @pytest.mark.parametrize(
        ("name", "labels"),
        [
            ("Welding", ["welding"]),
            ("Zither tuning", ["Zither tuning"]),
            ("Rota planning and spreadsheets", ["rota planning", "spreadsheets"]),
        ],
    )
    def test_a_listed_skill_goes_by_the_lexicon_when_that_knows_it(self, name: str, labels: list[str]) -> None:
        assert [one.label for one in listed_skill(name)] == labels

    def test_an_entry_of_a_file_is_quoted_from_the_file(self, ana: Reader) -> None:
        revised = revised_of(ana.upload)
        assert revised is not None
        said = learned(LANGUAGES, revised, today=TODAY)
        told = {one.label: LANGUAGES[one.start : one.end] for one in said.read if one.kind is FactKind.EXPERIENCE}
        assert told["Order picker, Hisingen Ltd (2006–2014)"] == "Order picker\nHisingen Ltd\n2006 - 2014"
        assert said.written == ()
