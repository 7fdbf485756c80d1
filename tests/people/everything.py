"""Somebody who has left something in every place there is, through the API, in words found nowhere else."""

import json
import secrets
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from rest_framework.test import APIClient

from tests.ps101.answers import FAST_TRACK

Answer = tuple[int, dict[str, Any]]


class Asker(Protocol):
    """A program with a session, inside this process or outside."""

    token: str

    def ask(self, method: str, path: str, body: object = None, **headers: str) -> Answer:
        """Return status and JSON of an answer."""

    def upload(self, name: str, data: bytes) -> Answer:
        """Send a file as a form does."""


class Inside:
    """A program that speaks to Mosaic in this process."""

    def __init__(self) -> None:
        self.api, self.token = APIClient(), ""

    def ask(self, method: str, path: str, body: object = None, **headers: str) -> Answer:
        sent = {"X-Session-ID": self.token, **headers} if self.token else headers
        answer = self.api.generic(
            method, path, json.dumps(body) if body is not None else "", "application/json", headers=sent
        )
        return answer.status_code, json.loads(answer.content) if answer.content else {}

    def upload(self, name: str, data: bytes, path: str = "/wimd/upload") -> Answer:
        from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: PLC0415  # only here files are Django's

        headers = {"X-Session-ID": self.token} if self.token else {}
        answer = self.api.post(path, {"file": SimpleUploadedFile(name, data)}, format="multipart", headers=headers)
        return answer.status_code, answer.json()

    def export(self) -> bytes:
        """Return the archive of everything."""
        answer = self.api.get("/session/export", headers={"X-Session-ID": self.token})
        assert answer.status_code == 200, answer.content
        return b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # it is streamed


class Words:
    """Makes words that stand nowhere else, and remembers them."""

    def __init__(self) -> None:
        self.made: dict[str, str] = {}

    def __call__(self, place: str) -> str:
        """Return a new word for a place."""
        word = f"Kanari{secrets.token_hex(6)}"
        self.made[f"{place} {len(self.made)}"] = word
        return word


def begin(who: Asker) -> None:
    """Start a session."""
    _, body = who.ask("POST", "/session")
    who.token = body["session_id"]


def leave_everything(who: Asker, word: Words) -> None:
    """Fill every place that holds something of a person."""
    who.ask("PATCH", "/session", {"timezone": "Europe/Stockholm", "region": "SE"})
    answer_questions(who, word)
    try_something(who, word)
    tell_what_was_done(who, word)
    say_what_matters(who)
    aim(who, word)
    talk(who, word)
    upload = bring_files(who, word)
    correct(who, word)
    job = look_at_work(who, word)
    write_resumes(who, word, upload, job)
    apply(who, word, job)
    let_others_in(who, word)
    look_back_at_the_week(who, word)


def done(answer: Answer) -> dict[str, Any]:
    """Return the JSON of an answer that went well."""
    status, body = answer
    assert status in (200, 201), body
    return body


def wait(until: Callable[[], bool], seconds: float = 60) -> None:
    """Wait for background work."""
    end = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < end, "background work took too long"
        time.sleep(0.2)


def answer_questions(who: Asker, word: Words) -> None:
    """Answer the Fast Track, be read, correct one answer and be read again, and begin another draft."""
    path = f"/ps101/journeys/{done(who.ask('POST', '/ps101/journeys', {'flow': 'fast_track'}))['id']}"
    for key, text in FAST_TRACK.items():
        # Inside a sentence, so that what is understood from it holds the word too.
        said = text.replace(".", f", says {word(f'answer {key}')}.")
        done(who.ask("PUT", f"{path}/answers/{key}", {"text": said, "version": 0}))
    done(who.ask("POST", f"{path}/complete"))
    wait(lambda: who.ask("GET", "/api/ps101/context")[1].get("status") == "ready")
    again = f"{FAST_TRACK['support_people']} And {word('corrected answer')}."
    done(who.ask("PUT", f"{path}/answers/support_people", {"text": again, "version": 1}))
    assert who.ask("POST", "/api/ps101/extract-context")[0] in (200, 202)
    wait(lambda: bool(who.ask("GET", "/api/ps101/context")[1]["history"]))
    # An answer that is longer than fits is kept as a draft.
    draft = {"text": word("draft") + " and so on" * 600, "version": 1}
    assert who.ask("PUT", f"{path}/answers/miracle", draft)[0] == 422
    be_read_again(who, word, path)
    promise = {name: word(f"commitment {name}") for name in ("week", "holding", "telling")}
    done(who.ask("PUT", f"{path}/commitment", {**promise, "day": str(datetime.now(UTC).date() + timedelta(days=6))}))


def be_read_again(who: Asker, word: Words, path: str) -> None:
    """Change an answer and be read again, so that there is an earlier reading."""
    body = {"text": f"{FAST_TRACK['support_people']} And {word('second correction')}.", "version": 2}
    done(who.ask("PUT", f"{path}/answers/support_people", body))
    assert who.ask("POST", "/api/ps101/extract-context")[0] in (200, 202)
    wait(lambda: bool(who.ask("GET", "/api/ps101/context")[1].get("history")))


def try_something(who: Asker, word: Words) -> None:
    """Design an experiment, plan it, and say what it taught."""
    written = {
        name: f"{word(f'experiment {name}')} on a Friday"
        for name in ("title", "hypothesis", "success_metric", "resources")
    }
    one = f"/ps101/experiments/{done(who.ask('POST', '/ps101/experiments', {**written, 'review_on': '2030-01-04'}))['id']}"
    barrier = {"kind": "internal", "label": word("obstacle"), "strategy": word("strategy")}
    done(who.ask("POST", f"{one}/obstacles", barrier))
    step = {"label": word("step"), "due_on": "2030-01-02", "accountability": word("who knows")}
    done(who.ask("POST", f"{one}/actions", step))
    told = {name: f"I love {word(f'reflection {name}')}." for name in ("outcome", "learning", "cost")}
    done(who.ask("PUT", f"{one}/reflection", {**told, "confidence_after": 7, "next_move": "continue"}))
    follow_up = {"title": word("next experiment"), "follows": one.rsplit("/", 1)[1], "review_on": "2030-02-01"}
    done(who.ask("POST", "/ps101/experiments", follow_up))


def tell_what_was_done(who: Asker, word: Words) -> None:
    """Tell of something done that nobody paid for."""
    body = {
        "kind": "volunteering",
        "title": f"Soup kitchen {word('experience')}",
        "place": word("place of an experience"),
        "began": "2019-04",
        "is_ongoing": True,
        "did": f"I cooked for forty people at {word('what was done')}.",
    }
    done(who.ask("POST", "/wimd/experiences", body))


def say_what_matters(who: Asker) -> None:
    """Choose between weeks, once neither, and say of a few things how much they are liked."""
    for number, chosen in enumerate(("left", "left", "neither", "right"), start=1):
        done(who.ask("POST", "/wimd/preferences", {"number": number, "chosen": chosen}))
    for statement, liking in (("mend", 5), ("grow", 5), ("sell", None), ("sort", 1)):
        done(who.ask("POST", "/wimd/interests", {"statement": statement, "liking": liking}))


def aim(who: Asker, word: Words) -> None:
    """Let the delta stand against something, look at it before and after, bridge a skill, and take up a test."""
    done(who.ask("GET", "/wimd/analysis"))
    done(who.ask("PUT", "/wimd/target", {"label": f"care assistant at {word('target')}"}))
    done(who.ask("PUT", "/wimd/target/skills/teamwork", {"choice": "learn"}))
    done(who.ask("POST", "/wimd/analysis/experiments", {"dimension": "network"}))
    done(who.ask("GET", "/wimd/analysis"))


def talk(who: Asker, word: Words) -> None:
    """Say something to the coach, once in a way that is remembered for a repeated request."""
    done(who.ask("POST", "/wimd", {"prompt": f"I planned the rota at {word('message')} and drove a forklift."}))
    body = {"kind": "value", "label": f"time for {word('stated fact')}", "polarity": "wants"}
    done(who.ask("POST", "/wimd/facts", body, **{"Idempotency-Key": "the-same-once-more"}))


def bring_files(who: Asker, word: Words) -> str:
    """Upload a résumé and a plain text; return the résumé's id."""
    resume = f"""Ada {word("name in file")}
ada@example.org

Work
Shift supervisor, {word("employer in file")} Logistics, 2014 - 2020
- Planned the rota for {word("bullet in file")} of fourteen people
- Trained new staff for {word("another bullet in file")}
- Drove a forklift

Education
Secondary school, 2002
"""
    first = done(who.upload(f"cv-{word('file name')}.txt", resume.encode()))["file"]["id"]
    done(who.upload("notes.txt", f"I trained new staff at {word('plain file')}.\n".encode()))
    wait(lambda: who.ask("GET", f"/wimd/uploads/{first}")[1]["file"]["status"] == "ready")
    uploads = [one["id"] for one in done(who.ask("GET", "/wimd/uploads"))["uploads"]]
    wait(lambda: all(who.ask("GET", f"/wimd/uploads/{one}")[1]["file"]["status"] == "ready" for one in uploads))
    detail = done(who.ask("GET", f"/wimd/uploads/{first}"))
    changes = [
        {"path": "basics/name", "value": f"Ada {word('corrected name')}"},
        {"path": "work", "value": {"position": word("added job"), "highlights": [word("added bullet")]}},
    ]
    body = {"version": detail["resume"]["version"], "changes": changes}
    done(who.ask("PATCH", f"/wimd/uploads/{first}/resume", body))
    return str(first)


def correct(who: Asker, word: Words) -> None:
    """Reword one fact, remove another, put the problem in other words."""
    facts = done(who.ask("GET", "/wimd/facts"))["facts"]
    skills = [one["id"] for one in facts if one["kind"] == "skill"]
    done(who.ask("PATCH", f"/wimd/facts/{skills[0]}", {"label": f"planning {word('fact label')}"}))
    done(who.ask("DELETE", f"/wimd/facts/{skills[1]}"))
    values = [one["id"] for one in facts if one["kind"] == "value" and not one["lexicon_id"]]
    done(who.ask("PATCH", f"/wimd/facts/{values[0]}", {"label": f"evenings with {word('renamed fact')}"}))
    same = {"kind": "value", "label": f"no work after {word('merged fact')}", "polarity": "wants"}
    part = done(who.ask("POST", "/wimd/facts", same))["id"]
    done(who.ask("POST", f"/wimd/facts/{part}/merge", {"into": values[0]}))
    tests = [{"idea": f"Ask {word('own experiment')}", "smallest_version": f"write to {word('smallest version')}"}]
    problem = {
        "problem_definition": f"Day work near {word('problem')}.",
        "proposed_experiments": tests,
        "confirmed": True,
    }
    done(who.ask("PATCH", "/api/ps101/context", problem))
    mine = {"idea": f"Ring {word('own test')}", "smallest_version": f"Look up {word('own smallest test')}"}
    done(who.ask("PATCH", "/api/ps101/context", {"proposed_experiments": [mine]}))


def look_at_work(who: Asker, word: Words) -> str:
    """Keep and hide postings, weigh them, and paste one; return the pasted one."""
    listed = done(who.ask("GET", "/ob/opportunities?limit=10"))["opportunities"]
    done(who.ask("POST", f"/ob/jobs/{listed[0]['job_id']}/save"))
    done(who.ask("POST", f"/ob/jobs/{listed[1]['job_id']}/hide", {"reason": "pay"}))
    who.ask("POST", f"/ob/jobs/{listed[2]['job_id']}/save")
    who.ask("POST", f"/ob/jobs/{listed[2]['job_id']}/unsave")
    done(who.ask("PUT", "/ob/weights", {"skills": 40}))
    text = f"""Warehouse trainer at {word("posting text")}
What you bring
- Experience in training new staff
- Forklift driving
- Planning a rota for a team
"""
    named = {name: word(f"posting {name}") for name in ("role", "company", "location")}
    return str(done(who.ask("POST", "/ob/jobs", {"text": text, **named}))["job"]["job_id"])


def write_resumes(who: Asker, word: Words, upload: str, job: str) -> None:
    """Make versions from a file, for a posting, by hand, brought back and with one change undone."""
    made = done(who.ask("POST", "/resume/rewrite", {"upload_id": upload, "version_name": word("version name")}))
    tailored = done(who.ask("POST", "/resume/customize", {"job_id": job, "version_id": made["version_id"]}))
    document = made["document"]
    document["basics"]["summary"] = f"Known at {word('edited summary')}."
    document["x-own"] = {"kept": word("unknown key")}
    done(who.ask("PATCH", f"/resume/versions/{made['version_id']}", {"document": document}))
    done(who.ask("POST", f"/resume/versions/{made['version_id']}/restore"))
    change = next(one["id"] for one in tailored["changes"] if one["can_be_undone"])
    done(who.ask("POST", f"/resume/versions/{tailored['version_id']}/changes/{change}/undo"))


def apply(who: Asker, word: Words, job: str) -> None:
    """Apply with the latest version, move it along, and note something at each step."""
    version = done(who.ask("GET", "/resume/versions"))["versions"][0]["version_id"]
    sent = {"job_id": job, "notes": word("first notes"), "resume_version_id": version}
    application = done(who.ask("POST", "/ob/apply", sent))["application"]["id"]
    move = {"stage": "interview", "words": word("words at a move")}
    done(who.ask("PATCH", f"/ob/applications/{application}", move))
    done(who.ask("PATCH", f"/ob/applications/{application}", {"notes": word("notes")}))
    sample = done(who.ask("GET", "/ob/matches"))["matches"][-1]["job_id"]
    done(who.ask("POST", "/ob/apply", {"job_id": sample, "notes": word("notes on a sample")}))


def look_back_at_the_week(who: Asker, word: Words) -> None:
    """Check in for the week, and say how Mosaic is."""
    said = {name: f"I trained {word(f'check-in {name}')}." for name in ("moved", "hindered", "next_step")}
    done(who.ask("POST", "/wimd/checkins", {**said, "energy": 2, "remind": True}))
    done(who.ask("PUT", "/feedback", {"clarity": 4, "trust": 5, "recommend": 9, "words": word("feedback")}))


def let_others_in(who: Asker, word: Words) -> None:
    """Make a recovery code and a link for somebody."""
    done(who.ask("POST", "/session/recovery-code"))
    scopes = ["delta", "applications"]
    done(who.ask("POST", "/session/shares", {"scopes": scopes, "note": word("share note"), "comments": True}))
