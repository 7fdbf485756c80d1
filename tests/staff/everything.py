"""Somebody who has used all of Mosaic, with words that would be known again anywhere."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from rest_framework.test import APIClient

from mosaic import watch
from mosaic.ai import breaker, budget
from mosaic.ai.domain.calls import Usage
from mosaic.ai.domain.purposes import Choice
from mosaic.models import Alert, Traffic
from mosaic.people.models import AIReceipt, Newer, Person, Share, ShareComment, ShareOpening
from opportunity_bridge import services as bridge
from opportunity_bridge.models import Job
from ps101 import loading as flows
from ps101.models import Commitment, EarlierContext, Experience, InterestAnswer, Journey, PreferenceChoice
from tests.ps101.answers import FAST_TRACK
from wimd import loading as prompts

CANARY = "Zilpzalp"
RESUME = f"""Ada {CANARY}
ada.{CANARY}@example.org

Work
Warehouse supervisor, {CANARY} Logistics, 2014 - 2020
- Planned the rota for fourteen people
- Trained new staff

Education
Secondary school, {CANARY}, 2002
"""
POSTING = f"""Shift lead at {CANARY} Parcels

What you bring
- Experience in training new staff
- Forklift driving
"""


def make_everything() -> str:
    """Fill every table with rows, most of them one person's; return that person's token."""
    list(flows.load_all())
    prompts.load()
    now = timezone.now()
    watch.beat("expiry")
    Alert.objects.create(name="storage", reading="90% full", began_at=now)
    Traffic.objects.create(window=now, bucket="0.1", count=3)
    api = APIClient()
    token: str = api.post("/session").json()["session_id"]
    api.credentials(HTTP_X_SESSION_ID=token)
    discover(api)
    experiment(api)
    talk(api)
    aim(api)
    apply(api)
    trust(api)
    look_back(api)
    pay()
    return token


def look_back(api: APIClient) -> None:
    """Check in for the week, and say how Mosaic is."""
    week = {
        "moved": f"I trained {CANARY}",
        "hindered": f"tired of {CANARY}",
        "next_step": f"ring {CANARY}",
        "energy": 3,
    }
    assert api.post("/wimd/checkins", week).status_code == 201
    assert api.put("/feedback", {"clarity": 4, "words": f"{CANARY} likes it"}).status_code == 200


def trust(api: APIClient) -> None:
    """Take a recovery code, share, get an answer, let a model be asked, and keep what an archive said."""
    assert api.post("/session/recovery-code").status_code == 201
    person = Person.objects.get()
    row = {"person": person}
    share = Share.objects.create(
        **row, digest="7" * 64, label=f"for {CANARY} my friend", scopes=["delta"], ends_at=timezone.now()
    )
    ShareOpening.objects.create(**row, share=share)
    ShareComment.objects.create(**row, share=share, author=CANARY, text=f"{CANARY} wrote this")
    AIReceipt.objects.create(**row, provider="openai", model="m", purpose="coach", payload=f"{CANARY} was masked")
    Newer.objects.create(**row, content={"unknown": f"{CANARY} from a later version"})


def pay() -> None:
    """Let a model be called and paid."""
    assert breaker.lets_through("anthropic")
    budget.settle(budget.reserve(Person.objects.get().pk, 500), 300)
    budget.note("coach", Choice("anthropic", "m"), Usage(11, 7), 300)


def discover(api: APIClient) -> None:
    """Answer every question, one of them twice."""
    journey = api.post("/ps101/journeys", {"flow": "fast_track"}).json()["id"]
    for key, text in FAST_TRACK.items():
        api.put(f"/ps101/journeys/{journey}/answers/{key}", {"text": f"{text} {CANARY}!", "version": 0})
    again = {"text": f"{FAST_TRACK['miracle']} {CANARY} again.", "version": 1}
    assert api.put(f"/ps101/journeys/{journey}/answers/miracle", again).status_code == 200
    assert api.post(f"/ps101/journeys/{journey}/complete").status_code == 200


def experiment(api: APIClient) -> None:
    """Try something small, look back at it, and promise something for the week."""
    journey = Journey.objects.get()
    made = api.post("/ps101/experiments", {"title": f"Ask {CANARY}", "hypothesis": f"{CANARY} will tell me"}).json()
    one = f"/ps101/experiments/{made['id']}"
    barrier = {"kind": "internal", "label": f"shy of {CANARY}", "strategy": f"write to {CANARY}"}
    assert api.post(f"{one}/obstacles", barrier).status_code == 201
    step = {"label": f"ring {CANARY}", "accountability": f"{CANARY} asks me", "due_on": "2030-01-02"}
    assert api.post(f"{one}/actions", step).status_code == 201
    told = {"outcome": f"{CANARY} rang", "learning": f"I like {CANARY}", "confidence_after": 7, "next_move": "continue"}
    assert api.put(f"{one}/reflection", told).status_code == 200
    row = {"person": journey.person}
    Commitment.objects.create(**row, journey=journey, week=f"see {CANARY}", telling=CANARY, day=timezone.localdate())
    Experience.objects.create(**row, kind="care", title=f"cared for {CANARY}", did=f"washed {CANARY}")
    PreferenceChoice.objects.create(**row, number=1, left="pay", right="people", chosen="people")
    InterestAnswer.objects.create(**row, statement="s1", liking=4)
    EarlierContext.objects.create(
        **row, journey=journey, document={"problem_definition": CANARY}, source="built-in", extracted_at=timezone.now()
    )


def talk(api: APIClient) -> None:
    """Speak with the coach, bring a file and state a fact."""
    api.post("/wimd", {"prompt": f"I trained {CANARY} to drive a forklift."}, headers={"Idempotency-Key": "once"})
    file = SimpleUploadedFile(f"{CANARY}.txt", RESUME.encode())
    assert api.post("/wimd/upload", {"file": file}, format="multipart").status_code == 201
    api.post("/wimd/facts", {"kind": "value", "label": f"time for {CANARY}", "polarity": "wants"})


def aim(api: APIClient) -> None:
    """Let the delta stand against something, bridge a skill, and look at it."""
    assert api.put("/wimd/target", {"label": f"care assistant near {CANARY}"}).status_code == 200
    assert api.put("/wimd/target/skills/teamwork", {"choice": "ask"}).status_code == 200
    assert api.get("/wimd/analysis").status_code == 200


def apply(api: APIClient) -> None:
    """Paste a posting, keep it, make a résumé for it and apply."""
    job = api.post("/ob/jobs", {"text": POSTING}).json()["job"]["job_id"]
    api.post(f"/ob/jobs/{job}/save")
    parts = ("skills", "role", "values", "interests", "place", "pay")
    assert api.put("/ob/weights", dict.fromkeys(parts, 10) | {"skills": 50}).status_code == 200
    assert api.get("/ob/opportunities").status_code == 200
    made = api.post("/resume/rewrite", {"source_resume": RESUME, "version_name": f"for {CANARY}"}).json()
    version = api.post("/resume/customize", {"job_id": job, "version_id": made["version_id"]}).json()["version_id"]
    sent = {"job_id": job, "notes": f"asked {CANARY} first", "resume_version_id": version}
    assert api.post("/ob/apply", sent).status_code == 200
    bridge.refresh_ranking(Job.objects.get(pk=job).person)  # type: ignore[arg-type]  # a pasted posting has an owner
