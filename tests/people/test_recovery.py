"""Coming back on another device with eight words."""

import hashlib
import re
import threading
from contextlib import suppress
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings
from rest_framework.test import APIClient

from mosaic.people import recovery
from mosaic.people.domain import recovery as words
from mosaic.people.domain.recovery import UnknownWords, new_code, read_code
from mosaic.people.models import Person, RecoveryCode, RepeatableAnswer, Session
from mosaic.watch import read as read_service
from tests.people.people import make_opened

COOKIE = settings.PERSON_COOKIE_NAME


def test_the_list_has_2048_words_known_by_four_letters() -> None:
    listed = words.words()
    assert len(listed) == len({word[:4] for word in listed}) == 2048
    assert all(re.fullmatch(r"[a-z]{4,8}", word) for word in listed)


@given(st.lists(st.integers(0, 2047), min_size=8, max_size=8), st.sampled_from([" ", "-", ", ", "\n", " 1. "]))
def test_a_code_is_understood_however_it_is_typed(places: list[int], between: str) -> None:
    code = words.Code(tuple(places))
    assert read_code(str(code)) == code
    assert read_code(between.join(words.words()[place].upper() for place in places)) == code
    assert read_code(between.join(words.words()[place][:4] + "xx" for place in places)) == code


@given(st.text(max_size=300))
def test_any_text_is_a_code_or_refused(text: str) -> None:
    with suppress(UnknownWords):
        assert len(read_code(text).places) == 8


def test_unknown_words_are_named() -> None:
    with pytest.raises(UnknownWords) as refused:
        read_code("abbey canoe zzzz qqqq delta east fish game")
    assert refused.value.words == ("zzzz", "qqqq")


def test_codes_do_not_repeat() -> None:
    assert len({str(new_code()) for _ in range(500)}) == 500


@pytest.mark.django_db
class TestThroughTheAPI:
    def make(self, api: APIClient, token: str) -> str:
        answer = api.post("/session/recovery-code", headers={"X-Session-ID": token})
        assert answer.status_code == 201, answer.json()
        code: str = answer.json()["recovery_code"]
        return code

    def test_a_code_opens_a_new_session_of_the_same_person(self, api: APIClient) -> None:
        opened = make_opened()
        answer = api.post("/session/recover", {"code": self.make(api, opened.token)})
        assert answer.status_code == 201
        assert answer.json()["user_id"] == str(opened.session.person_id)
        token = answer.json()["session_id"]
        assert token == answer.headers["X-Session-ID"] != opened.token
        assert not answer.cookies
        assert api.get("/session", headers={"X-Session-ID": token}).status_code == 200
        assert api.get("/session", headers={"X-Session-ID": opened.token}).status_code == 200

    def test_the_words_are_kept_nowhere(self, api: APIClient) -> None:
        opened = make_opened()
        headers = {"X-Session-ID": opened.token, "Idempotency-Key": "k"}
        first = api.post("/session/recovery-code", headers=headers).json()
        again = api.post("/session/recovery-code", headers=headers).json()
        assert first["recovery_code"]
        assert again["recovery_code"] is None
        assert RepeatableAnswer.objects.get().answer["recovery_code"] is None  # type: ignore[call-overload, index]  # a document
        kept = RecoveryCode.objects.get()
        assert first["recovery_code"].split("-")[-1].encode() not in bytes(kept.verifier) + bytes(kept.salt)

    def test_a_new_code_replaces_the_earlier_one(self, api: APIClient) -> None:
        opened = make_opened()
        first, second = self.make(api, opened.token), self.make(api, opened.token)
        assert api.post("/session/recover", {"code": first}).json()["code"] == "recovery_code_wrong"
        assert api.post("/session/recover", {"code": second}).status_code == 201

    def test_a_revoked_code_opens_nothing(self, api: APIClient) -> None:
        opened = make_opened()
        code = self.make(api, opened.token)
        assert api.get("/session", headers={"X-Session-ID": opened.token}).json()["recovery_code"]["made_at"]
        assert api.delete("/session/recovery-code", headers={"X-Session-ID": opened.token}).status_code == 204
        assert api.get("/session", headers={"X-Session-ID": opened.token}).json()["recovery_code"]["made_at"] is None
        assert api.post("/session/recover", {"code": code}).status_code == 403

    def test_expired_and_erased_people_do_not_come_back(self, api: APIClient) -> None:
        expired, erased = make_opened(), make_opened()
        codes = [self.make(api, expired.token), self.make(api, erased.token)]
        Person.objects.filter(pk=expired.session.person_id).update(expires_at=timezone.now() - timedelta(seconds=1))
        api.delete("/session", headers={"X-Session-ID": erased.token})
        for code in codes:
            answer = api.post("/session/recover", {"code": code})
            assert (answer.status_code, answer.json()["code"]) == (403, "recovery_code_wrong")

    def test_one_wrong_word_opens_nothing(self, api: APIClient) -> None:
        opened = make_opened()
        code = self.make(api, opened.token).split("-")
        code[7] = "abbey" if code[7] != "abbey" else "ability"
        assert api.post("/session/recover", {"code": " ".join(code)}).status_code == 403
        assert Session.objects.filter(person=opened.session.person).count() == 1

    def test_words_outside_the_list_are_named(self, api: APIClient) -> None:
        answer = api.post("/session/recover", {"code": "qqqq " * 8})
        assert answer.status_code == 422
        assert answer.json()["errors"][0]["field"] == "code"
        assert api.post("/session/recover", {"code": "abbey"}).status_code == 422
        assert api.post("/session/recover", {}).status_code == 422

    def test_a_foreign_page_and_a_foreign_user_id_open_nothing(self, api: APIClient) -> None:
        opened = make_opened()
        code = self.make(api, opened.token)
        assert api.post("/session/recover", {"code": code}, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
        wrong = api.post(
            "/session/recover", {"code": code}, headers={"X-User-ID": str(make_opened().session.person_id)}
        )
        assert wrong.json()["code"] == "user_mismatch"
        assert Session.objects.filter(person=opened.session.person).count() == 1

    def test_a_code_can_be_tried_five_times_an_hour(self, api: APIClient, settings: Settings) -> None:
        settings.RATES = {**settings.RATES, "recovery_code": "5/h"}
        code = self.make(api, make_opened().token)
        wrong = "-".join([*code.split("-")[:2], *["abbey"] * 6])
        assert [api.post("/session/recover", {"code": wrong}).status_code for _ in range(5)] == [403] * 5
        answer = api.post("/session/recover", {"code": code})
        assert answer.status_code == 429
        assert int(answer.headers["Retry-After"]) > 0
        other = self.make(api, make_opened().token)
        assert api.post("/session/recover", {"code": other}).status_code == 201

    def test_an_address_can_try_twenty_times_an_hour(self, api: APIClient, settings: Settings) -> None:
        settings.RATES = {**settings.RATES, "recovery_address": "20/h"}
        codes = [str(new_code()) for _ in range(21)]
        assert [api.post("/session/recover", {"code": code}).status_code for code in codes] == [403] * 20 + [429]

    def test_an_unknown_code_costs_the_same_hash(self, api: APIClient, monkeypatch: pytest.MonkeyPatch) -> None:
        code = self.make(api, make_opened().token)
        hashed: list[bytes] = []
        really = recovery._hash

        def noted(code: words.Code, salt: bytes) -> bytes:
            hashed.append(salt)
            return really(code, salt)

        monkeypatch.setattr(recovery, "_hash", noted)
        api.post("/session/recover", {"code": code})
        api.post("/session/recover", {"code": str(new_code())})
        assert [len(salt) for salt in hashed] == [16, 16]

    def test_too_many_attempts_by_everybody_slow_down_and_tell_but_never_block(
        self, api: APIClient, settings: Settings, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        settings.RECOVERY_BUSY = 2
        monkeypatch.setattr(recovery, "BUSY_SECONDS", 0.2)
        code = self.make(api, make_opened().token)
        for _ in range(3):
            api.post("/session/recover", {"code": str(new_code())})
        before = timezone.now()
        assert api.post("/session/recover", {"code": code}).status_code == 201
        assert timezone.now() - before >= timedelta(seconds=0.2)
        assert read_service(timezone.now()).recovery_attempts > settings.RECOVERY_BUSY


def test_two_hashes_run_at_once(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    running, most, guard = [0], [0], threading.Lock()
    really = hashlib.scrypt

    def counted(password: bytes, *, salt: bytes, n: int, r: int, p: int, maxmem: int, dklen: int) -> bytes:
        with guard:
            running[0] += 1
            most[0] = max(most[0], running[0])
        try:
            return really(password, salt=salt, n=n, r=r, p=p, maxmem=maxmem, dklen=dklen)
        finally:
            with guard:
                running[0] -= 1

    settings.RECOVERY_COST = 2**14
    monkeypatch.setattr(hashlib, "scrypt", counted)
    threads = [threading.Thread(target=recovery._hash, args=(new_code(), b"s" * 16)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most[0] == 2


@pytest.mark.django_db
@pytest.mark.usefixtures("flows")
class TestThroughThePages:
    def code_of(self, client: Client) -> str:
        client.post("/discovery/start/", {"flow": "fast_track"})
        shown = client.post("/your-data/recovery-code/").content.decode()
        found = re.search(r'id="code".*?<bdi lang="en">([a-z-]+)</bdi>', shown)
        assert found
        return found[1]

    def test_the_code_is_shown_once(self, client: Client) -> None:
        code = self.code_of(client)
        assert code not in client.get("/your-data/").content.decode()
        assert client.get("/your-data/recovery-code/").status_code == 302

    def test_a_second_browser_comes_back_with_it(self, client: Client) -> None:
        code, second = self.code_of(client), Client()
        assert second.post("/recover/", {"recovery_code": code}).status_code == 302
        assert second.cookies[COOKIE].value != client.cookies[COOKIE].value
        assert "Kept until" in second.get("/your-data/").content.decode()
        assert Person.objects.count() == 1

    def test_the_page_needs_the_forms_token(self, client: Client) -> None:
        code, strict = self.code_of(client), Client(enforce_csrf_checks=True)
        assert strict.post("/recover/", {"recovery_code": code}).status_code == 403
        assert COOKIE not in strict.cookies

    def test_a_place_this_browser_holds_is_never_overwritten(self, client: Client) -> None:
        code, second = self.code_of(client), Client()
        second.post("/discovery/start/", {"flow": "fast_track"})
        before = second.cookies[COOKIE].value
        assert second.post("/recover/", {"recovery_code": code}).status_code == 409
        assert second.cookies[COOKIE].value == before

    def test_a_planted_cookie_is_replaced_by_a_new_token(self, client: Client) -> None:
        code, second = self.code_of(client), Client()
        second.cookies[COOKIE] = "planted"
        second.post("/recover/", {"recovery_code": code})
        assert second.cookies[COOKIE].value not in ("planted", client.cookies[COOKIE].value)

    def test_a_wrong_word_is_said_beside_the_field(self, client: Client) -> None:
        answer = client.post("/recover/", {"recovery_code": "qqqq abbey"})
        assert answer.status_code == 422
        assert "not one of ours: qqqq" in answer.content.decode()
        assert 'value="qqqq abbey"' in answer.content.decode()

    def test_the_lost_screen_offers_three_ways_and_puts_words_back(self, client: Client) -> None:
        code, second = self.code_of(client), Client()
        second.cookies[COOKIE] = "of-long-ago"
        lost = second.post("/coach/", {"prompt": "I am a nurse"})
        shown = lost.content.decode()
        for way in ("come back", "start anew and load an export", "start anew with these words"):
            assert way in shown
        back = second.post("/recover/?after=/coach/", {"prompt": "I am a nurse", "recovery_code": code})
        assert "You are back" in back.content.decode()
        assert "I am a nurse" in back.content.decode()
        assert code not in back.content.decode()
        assert second.post("/coach/", {"prompt": "I am a nurse"}, follow=True).status_code == 200

    def test_words_are_put_back_nowhere_else(self, client: Client) -> None:
        code, second = self.code_of(client), Client()
        typed = {"prompt": "I am a nurse", "recovery_code": code}
        assert second.post("/recover/?after=https://elsewhere.example/", typed).headers["Location"] == "/"

    def test_loading_an_export_begins_with_a_new_place(self, client: Client) -> None:
        client.cookies[COOKIE] = "of-long-ago"
        answer = client.post("/start-anew/?after=/your-data/")
        assert answer.headers["Location"] == "/your-data/#import"
        assert client.get("/your-data/").status_code == 200
