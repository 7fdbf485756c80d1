"""Using a tool beside a question: its words go into the draft, and nothing of the draft is lost."""

import pytest
from django.test import Client
from rest_framework.test import APIClient

from ps101.domain.flow_text import check
from ps101.models import Answer, FlowVersion, Journey
from ps101.services import flows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("flows")]
TOOLS = ["plus_delta", "reflect_back", "five_whys", "passion_skill", "urgent_important", "tiny_habit"]
PAGE = "/discovery/prompt/miracle/"


@pytest.fixture
def ana(client: Client) -> Client:
    """Return somebody at a question that offers every tool."""
    document = {**FlowVersion.objects.get(key="fast_track", is_active=True).document, "version": 99}
    next(one for one in document["steps"][0]["prompts"] if one["key"] == "miracle")["tools"] = TOOLS
    flows.activate(flows.write_draft(FlowVersion(), document, check(document)))
    client.post("/discovery/start/", {"flow": "fast_track"})
    return client


@pytest.fixture
def program(api: APIClient) -> tuple[APIClient, str]:
    """Return a program and the address of the tools of an answer."""
    api.credentials(HTTP_X_SESSION_ID=api.post("/session").json()["session_id"])
    journey = api.post("/ps101/journeys", {"flow": "fast_track"}).json()["id"]
    return api, f"/ps101/journeys/{journey}/answers/miracle/tools"


class TestPage:
    def test_a_question_shows_the_tools_it_offers_and_only_these(self, ana: Client) -> None:
        page = ana.get(PAGE).content.decode()
        assert all(f'id="tool-{tool}"' in page for tool in TOOLS)
        assert 'id="tools"' not in ana.get("/discovery/prompt/experiment/").content.decode()

    def test_what_is_typed_goes_below_the_draft(self, ana: Client) -> None:
        ana.post(f"{PAGE}draft/", {"text": "I would sleep."})
        page = ana.post(f"{PAGE}tool/plus_delta/", {"works": "my team\nthe pay", "change": ""}, follow=True)
        assert "I would sleep.\n\nWhat works:\n- my team\n- the pay</textarea>" in page.content.decode()
        assert "is in your answer above" in page.content.decode()

    def test_it_is_added_to_a_saved_answer_without_changing_it(self, ana: Client) -> None:
        ana.post(PAGE, {"text": "I would sleep through.", "version": 0})
        ana.post(f"{PAGE}tool/tiny_habit/", {"after": "wash up", "will": "ring Petra"})
        answer = Answer.objects.get()
        assert (answer.text, answer.version) == ("I would sleep through.", 1)
        assert answer.draft == "I would sleep through.\n\nAfter I wash up, I will ring Petra."

    def test_ticks_make_groups(self, ana: Client) -> None:
        typed = {"thing-1": "sewing", "like-1": "on", "good-1": "on", "thing-2": "accounts", "good-2": "on"}
        ana.post(f"{PAGE}tool/passion_skill/", typed)
        assert Answer.objects.get().draft == (
            "I like sewing and I am good at it.\nI am good at accounts, and I do not like it much."
        )

    def test_sent_twice_it_is_there_once(self, ana: Client) -> None:
        for _ in range(2):
            ana.post(f"{PAGE}tool/five_whys/", {"why_1": "I am tired", "why_2": "I work nights"})
        assert Answer.objects.get().draft == "Why? I am tired\nWhy? I work nights"

    def test_nothing_typed_changes_nothing(self, ana: Client) -> None:
        page = ana.post(f"{PAGE}tool/five_whys/", {"why_1": " "})
        assert page.headers["Location"] == PAGE
        assert not Answer.objects.exists()

    def test_a_draft_over_the_limit_is_kept_and_says_so(self, ana: Client) -> None:
        ana.post(f"{PAGE}draft/", {"text": "x" * 4990})
        page = ana.post(f"{PAGE}tool/plus_delta/", {"works": "my team"})
        assert "up to 5000 fit" in page.content.decode()
        assert Answer.objects.get().draft.endswith("- my team")

    def test_where_no_room_is_left_the_words_stay_in_the_tool(self, ana: Client) -> None:
        ana.post(f"{PAGE}draft/", {"text": "x" * 9990})
        page = ana.post(f"{PAGE}tool/plus_delta/", {"works": "my whole team"})
        assert page.status_code == 422
        assert ">my whole team</textarea>" in page.content.decode()
        assert Answer.objects.get().draft == "x" * 9990

    def test_a_line_that_is_too_long_stays_in_its_field(self, ana: Client) -> None:
        page = ana.post(f"{PAGE}tool/five_whys/", {"why_1": "y" * 301, "why_2": "nights"})
        assert page.status_code == 422
        for words in ("Up to 300 characters fit", "y" * 301, 'value="nights"', '<details id="tool-five_whys" open>'):
            assert words in page.content.decode()

    @pytest.mark.parametrize("address", [f"{PAGE}tool/nothing/", "/discovery/prompt/nothing/tool/tiny_habit/"])
    def test_a_tool_or_a_question_there_is_not_is_nowhere(self, ana: Client, address: str) -> None:
        assert ana.post(address, {"after": "x"}).status_code == 404


class TestApi:
    def test_tools_are_open_to_everybody(self, api: APIClient) -> None:
        listed = api.get("/ps101/tools").json()
        assert [tool["key"] for tool in listed["tools"]] == TOOLS
        assert all(tool["lines"] or tool["ticks"] for tool in listed["tools"])
        assert listed["tools"][1]["ready_text"]

    def test_a_tool_fills_the_draft(self, program: tuple[APIClient, str]) -> None:
        api, tools = program
        answer = api.post(f"{tools}/five_whys", {"lines": {"why_1": ["I am tired"]}})
        assert (answer.status_code, answer.json()) == (200, {"draft": "Why? I am tired", "added": "Why? I am tired"})
        rows = [{"thing": "the tax form", "ticks": ["urgent"]}]
        answer = api.post(f"{tools}/urgent_important", {"rows": rows}).json()
        assert answer["draft"] == "Why? I am tired\n\nAfter that:\n- the tax form"
        assert Answer.objects.get().version == 0

    @pytest.mark.parametrize(
        ("tool", "body", "code"),
        [
            ("five_whys", {"lines": {"why_9": ["x"]}}, "unknown_field"),
            ("five_whys", {"rows": [{"thing": "x", "ticks": []}]}, "unknown_field"),
            ("passion_skill", {"rows": [{"thing": "x", "ticks": ["urgent"]}]}, "unknown_field"),
            ("passion_skill", {"rows": [{"thing": "x"}] * 7}, "too_many_lines"),
            ("tiny_habit", {"lines": {"after": ["x" * 301]}}, "line_too_long"),
        ],
    )
    def test_what_does_not_fit_is_refused_with_a_code(
        self, program: tuple[APIClient, str], tool: str, body: object, code: str
    ) -> None:
        api, tools = program
        answer = api.post(f"{tools}/{tool}", body)
        assert (answer.status_code, answer.json()["errors"][0]["code"]) == (422, code)
        assert not Answer.objects.exists()

    def test_somebody_elses_journey_is_nowhere(self, program: tuple[APIClient, str]) -> None:
        _, tools = program
        bob = APIClient()
        bob.credentials(HTTP_X_SESSION_ID=bob.post("/session").json()["session_id"])
        assert bob.post(f"{tools}/tiny_habit", {"lines": {"after": ["x"]}}).status_code == 404
        assert Journey.objects.exists()
        assert not Answer.objects.exists()

    def test_a_question_names_the_tools_it_offers(self, ana: Client, api: APIClient) -> None:
        prompts = api.get("/ps101/flows/fast_track").json()["steps"][0]["prompts"]
        assert {prompt["key"]: prompt["tools"] for prompt in prompts if prompt["tools"]} == {"miracle": TOOLS}
