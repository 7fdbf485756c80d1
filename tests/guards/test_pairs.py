"""Whatever can be done on a page can be done through the API, and the other way round; exceptions have reasons."""

from django.urls import URLPattern, URLResolver, get_resolver

from mosaic.lib.routes import api
from mosaic.schema import generate
from mosaic.views import door_or_home

ANSWER = "PUT /ps101/journeys/{journey_id}/answers/{prompt_key}"
COMMITMENT = "/ps101/journeys/{journey_id}/commitment"
APPLICATION = "/ob/applications/{application_id}"
VERSION = "/resume/versions/{version_id}"
EXPERIMENT = "experiments/<uuid:experiment_id>/"
FACT = "delta/facts/<uuid:fact_id>/"
STUDIO = "resume/studio/<uuid:version_id>/"

# Each page with the calls that show or do the same.
PAIRS: dict[str, tuple[str, ...]] = {
    "": ("GET /wimd/metrics", "GET /session"),
    "apply/": ("POST /ob/apply",),
    "your-data/": ("GET /session", "GET /session/summary"),
    "your-data/extend/": ("POST /session/extend",),
    "your-data/place/": ("PATCH /session",),
    "your-data/leave/": ("POST /session/leave",),
    "your-data/export/": ("GET /session/export",),
    "your-data/import/": ("POST /session/import",),
    "your-data/erase/": ("DELETE /session",),
    "your-data/recovery-code/": ("POST /session/recovery-code",),
    "your-data/recovery-code/revoke/": ("DELETE /session/recovery-code",),
    "your-data/sessions/end-others/": ("DELETE /session/sessions", "GET /session/sessions"),
    "your-data/sessions/<uuid:device_id>/end/": ("DELETE /session/sessions/{device_id}",),
    "your-data/ai/": ("PUT /session/ai", "GET /session/ai/receipts"),
    "your-data/ai/<uuid:receipt_id>/": (
        "GET /session/ai/receipts/{receipt_id}",
        "POST /session/ai/approvals/{receipt_id}",
    ),
    "your-data/shares/": ("GET /session/shares", "POST /session/shares"),
    "your-data/shares/<uuid:share_id>/": ("GET /session/shares/{share_id}",),
    "your-data/shares/<uuid:share_id>/end/": ("DELETE /session/shares/{share_id}",),
    "recover/": ("POST /session/recover",),
    "discovery/": ("GET /ps101/flows", "GET /ps101/flows/{key}", "GET /ps101/journeys"),
    "discovery/start/": ("POST /session", "POST /ps101/journeys"),
    "discovery/next/": ("GET /ps101/journeys/{journey_id}", "POST /ps101/journeys/{journey_id}/complete"),
    "discovery/pause/": ("POST /ps101/journeys/{journey_id}/pause", "POST /ps101/journeys/{journey_id}/resume"),
    "discovery/prompt/<slug:key>/": (ANSWER,),
    "discovery/prompt/<slug:key>/tool/<slug:tool>/": (
        f"POST {ANSWER.removeprefix('PUT ')}/tools/{{tool}}",
        "GET /ps101/tools",
    ),
    "discovery/experiences/": ("GET /wimd/experiences", "POST /wimd/experiences"),
    "discovery/experiences/two-questions/": ("POST /wimd/experiences", "POST /wimd/experiences/pass"),
    "discovery/experiences/<uuid:experience_id>/": (
        "GET /wimd/experiences/{experience_id}",
        "PATCH /wimd/experiences/{experience_id}",
    ),
    "discovery/experiences/<uuid:experience_id>/remove/": ("DELETE /wimd/experiences/{experience_id}",),
    "discovery/understood/": ("GET /api/ps101/context", "GET /wimd/facts"),
    "discovery/understood/read-again/": ("POST /api/ps101/extract-context",),
    "discovery/understood/confirm/": ("PATCH /api/ps101/context",),
    "discovery/understood/problem/": ("PATCH /api/ps101/context",),
    "discovery/understood/experiments/<int:place>/": ("PATCH /api/ps101/context",),
    "discovery/understood/experiments/remove/": ("PATCH /api/ps101/context",),
    "discovery/understood/experiments/restore/": ("PATCH /api/ps101/context",),
    "discovery/understood/quotes/<int:place>/": ("PATCH /api/ps101/context",),
    "discovery/understood/quotes/remove/": ("PATCH /api/ps101/context",),
    "discovery/understood/quotes/restore/": ("PATCH /api/ps101/context",),
    "discovery/facts/<uuid:fact_id>/edit/": ("PATCH /wimd/facts/{fact_id}",),
    "discovery/facts/<uuid:fact_id>/confirm/": ("PATCH /wimd/facts/{fact_id}",),
    "discovery/facts/<uuid:fact_id>/remove/": ("DELETE /wimd/facts/{fact_id}",),
    "discovery/facts/<uuid:fact_id>/restore/": ("POST /wimd/facts/{fact_id}/restore",),
    "discovery/facts/<uuid:fact_id>/rename/": ("PATCH /wimd/facts/{fact_id}",),
    "discovery/step/<slug:key>/": ("GET /ps101/journeys/{journey_id}",),
    "experiments/": ("GET /ps101/experiments",),
    "experiments/new/": ("POST /ps101/experiments",),
    EXPERIMENT: ("GET /ps101/experiments/{experiment_id}", "PATCH /ps101/experiments/{experiment_id}"),
    f"{EXPERIMENT}activate/": ("POST /ps101/experiments/{experiment_id}/activate",),
    f"{EXPERIMENT}archive/": ("POST /ps101/experiments/{experiment_id}/archive",),
    f"{EXPERIMENT}bring-back/": ("POST /ps101/experiments/{experiment_id}/bring-back",),
    f"{EXPERIMENT}remove/": ("DELETE /ps101/experiments/{experiment_id}",),
    f"{EXPERIMENT}obstacles/": ("POST /ps101/experiments/{experiment_id}/obstacles",),
    f"{EXPERIMENT}obstacles/<uuid:obstacle_id>/": (
        "PATCH /ps101/experiments/{experiment_id}/obstacles/{obstacle_id}",
        "DELETE /ps101/experiments/{experiment_id}/obstacles/{obstacle_id}",
    ),
    f"{EXPERIMENT}actions/": ("POST /ps101/experiments/{experiment_id}/actions",),
    **dict.fromkeys(
        (f"{EXPERIMENT}actions/<uuid:action_id>/{what}/" for what in ("change", "done", "open")),
        ("PATCH /ps101/experiments/{experiment_id}/actions/{action_id}",),
    ),
    f"{EXPERIMENT}actions/<uuid:action_id>/remove/": ("DELETE /ps101/experiments/{experiment_id}/actions/{action_id}",),
    f"{EXPERIMENT}reflection/": (
        "PUT /ps101/experiments/{experiment_id}/reflection",
        "POST /ps101/experiments/{experiment_id}/reflection",
    ),
    "coach/questions/": ("POST /wimd/start-ps101",),
    "discovery/commitment/": (f"GET {COMMITMENT}", f"PUT {COMMITMENT}"),
    "discovery/commitment/done/": (f"POST {COMMITMENT}/done",),
    "discovery/commitment/undo/": (f"DELETE {COMMITMENT}/done",),
    "discovery/mastery/": ("GET /ps101/mastery",),
    "discovery/mastery/next/": ("POST /ps101/experiments",),
    "discovery/summary/": ("GET /ps101/journeys/{journey_id}/summary",),
    "discovery/summary/pdf/": ("GET /ps101/journeys/{journey_id}/summary",),
    "discovery/compare/": ("GET /ps101/compare",),
    "experiments/calendar.ics": ("GET /ps101/experiments/calendar",),
    "experiments/<uuid:experiment_id>/calendar.ics": ("GET /ps101/experiments/{experiment_id}/calendar",),
    "discovery/what-matters/": ("GET /wimd/preferences", "POST /wimd/preferences"),
    "discovery/what-matters/back/": ("POST /wimd/preferences/undo",),
    "discovery/what-matters/again/": ("DELETE /wimd/preferences",),
    "discovery/what-draws/": ("GET /wimd/interests", "POST /wimd/interests"),
    "discovery/what-draws/back/": ("POST /wimd/interests/undo",),
    "discovery/what-draws/again/": ("DELETE /wimd/interests",),
    "coach/": ("POST /wimd", "GET /wimd/conversation"),
    "coach/readings/": ("GET /wimd/metrics",),
    "coach/check-in/": ("GET /wimd/checkins", "POST /wimd/checkins", "PATCH /wimd/checkins"),
    "coach/check-in/remove/": ("DELETE /wimd/checkins",),
    "feedback/": ("GET /feedback", "PUT /feedback"),
    "feedback/take-back/": ("DELETE /feedback",),
    "coach/turns/<uuid:turn_id>/stream": ("POST /wimd/stream", "GET /wimd/stream/{turn_id}"),
    "coach/turns/<uuid:turn_id>/stop": ("POST /wimd/stream/{turn_id}/stop",),
    "coach/files/": ("POST /wimd/upload", "GET /wimd/uploads"),
    "coach/files/<uuid:upload_id>/": ("GET /wimd/uploads/{upload_id}",),
    "coach/files/<uuid:upload_id>/resume/": ("PATCH /wimd/uploads/{upload_id}/resume",),
    "coach/files/<uuid:upload_id>/remove/": ("DELETE /wimd/uploads/{upload_id}",),
    "coach/files/<uuid:upload_id>/read-again/": ("POST /wimd/uploads/{upload_id}/read-again",),
    "coach/files/<uuid:upload_id>/write-down/": ("POST /wimd/uploads/{upload_id}/transcribe",),
    "delta/short-form/": ("GET /wimd/agenda", "PATCH /wimd/agenda"),
    "delta/facts/": ("GET /wimd/facts",),
    "delta/facts/add/": ("POST /wimd/facts", "GET /wimd/facts/suggestions"),
    FACT: ("GET /wimd/facts/{fact_id}", "PATCH /wimd/facts/{fact_id}"),
    f"{FACT}confirm/": ("PATCH /wimd/facts/{fact_id}",),
    f"{FACT}rename/": ("PATCH /wimd/facts/{fact_id}",),
    f"{FACT}remove/": ("DELETE /wimd/facts/{fact_id}",),
    f"{FACT}restore/": ("POST /wimd/facts/{fact_id}/restore",),
    f"{FACT}merge/": ("POST /wimd/facts/{fact_id}/merge",),
    f"{FACT}split/": ("POST /wimd/facts/{fact_id}/split",),
    "delta/": ("GET /wimd/analysis",),
    "delta/compare/": ("GET /wimd/analysis",),
    "delta/target/": ("GET /wimd/target", "PUT /wimd/target", "DELETE /wimd/target"),
    "delta/skills/": ("PUT /wimd/target/skills/{skill}",),
    "delta/test/": ("POST /wimd/analysis/experiments", "DELETE /wimd/analysis/experiments/{dimension}"),
    "delta/tell/": ("POST /wimd/facts",),
    "delta/fact/": ("PATCH /wimd/facts/{fact_id}", "DELETE /wimd/facts/{fact_id}"),
    "opportunities/": ("GET /ob/opportunities",),
    "opportunities/saved/": ("GET /ob/matches",),
    "opportunities/occupations/": ("GET /ob/occupations",),
    "opportunities/paste/": ("POST /ob/jobs",),
    "opportunities/weights/": ("PUT /ob/weights",),
    "opportunities/<uuid:job_id>/": ("GET /ob/jobs/{job_id}",),
    "opportunities/<uuid:job_id>/save/": ("POST /ob/jobs/{job_id}/save",),
    "opportunities/<uuid:job_id>/unsave/": ("POST /ob/jobs/{job_id}/unsave",),
    "opportunities/<uuid:job_id>/hide/": ("POST /ob/jobs/{job_id}/hide",),
    "opportunities/<uuid:job_id>/tell/<int:place>/": ("POST /wimd/facts",),
    "applications/": ("GET /ob/status",),
    "applications/move/": (f"PATCH {APPLICATION}",),
    "applications/<uuid:application_id>/": (f"GET {APPLICATION}", f"GET {APPLICATION}/events"),
    "applications/<uuid:application_id>/move/": (f"PATCH {APPLICATION}",),
    "applications/<uuid:application_id>/undo/": (f"PATCH {APPLICATION}",),
    "applications/<uuid:application_id>/notes/": (f"PATCH {APPLICATION}",),
    "resume/studio/": ("GET /resume/versions",),
    "resume/studio/make/": ("POST /resume/rewrite",),
    "resume/studio/for-job/<uuid:job_id>/": ("POST /resume/customize",),
    STUDIO: (f"GET {VERSION}",),
    f"{STUDIO}changes/": (f"GET {VERSION}",),
    f"{STUDIO}changes/<slug:change_id>/undo/": (f"POST {VERSION}/changes/{{change_id}}/undo",),
    f"{STUDIO}compare/": ("GET /resume/versions/compare",),
    # What a machine reads of a résumé is its plain text.
    f"{STUDIO}check/": (f"GET {VERSION}/export",),
    f"{STUDIO}versions/": ("GET /resume/versions",),
    f"{STUDIO}restore/": (f"POST {VERSION}/restore",),
    f"{STUDIO}rename/": (f"PATCH {VERSION}",),
    f"{STUDIO}export/<slug:file_format>/": (f"GET {VERSION}/export",),
    f"{STUDIO}edit/": (f"PATCH {VERSION}",),
    f"{STUDIO}edit/<slug:section>/new/": (f"PATCH {VERSION}",),
    f"{STUDIO}edit/<slug:section>/<int:place>/": (f"PATCH {VERSION}",),
}
PAGES_ALONE = {
    "start-anew/": "gives a browser whose cookie is unknown a new one; a program starts a session",
    "shared/<str:secret>/": "read by a friend or counsellor in a browser; the secret is in the address",
    "help/": "words for people",
    "privacy/": "words for people",
    "about/": "words for people",
    "how-good-is-this/": "words for people",
    "api/docs": "shows the API itself",
    "robots.txt": "for search engines",
    "favicon.ico": "for browsers",
    "discovery/prompt/<slug:key>/draft/": "keeps what somebody is still typing; a program sends what it has",
}
CALLS_ALONE = {
    "GET /health": "for whoever runs Mosaic",
    "GET /health/live": "for whoever runs Mosaic",
    "GET /health/ready": "for whoever runs Mosaic",
    "GET /version": "for whoever runs Mosaic",
    "GET /config": "tells a program what pages are built with",
}


def pages(patterns: list[URLPattern | URLResolver], prefix: str = "") -> set[str]:
    """Return the routes of all pages, without the admin's."""
    optional_slash = type(api("", door_or_home, "").pattern)
    found: set[str] = set()
    for one in patterns:
        route = prefix + str(one.pattern)
        if isinstance(one, URLResolver):
            found |= set() if route.startswith("admin/") else pages(one.url_patterns, route)
        elif not isinstance(one.pattern, optional_slash):
            found.add(route)
    return found


def calls() -> set[str]:
    """Return every call the schema names."""
    methods = ("get", "post", "put", "patch", "delete")
    paths: dict[str, dict[str, object]] = generate()["paths"]  # type: ignore[assignment]  # OpenAPI's shape
    return {f"{method.upper()} {path}" for path, named in paths.items() for method in methods if method in named}


def test_every_page_has_its_call_or_a_reason() -> None:
    known = PAIRS.keys() | PAGES_ALONE.keys()
    assert pages(get_resolver().url_patterns) == known
    assert not PAIRS.keys() & PAGES_ALONE.keys()


def test_every_call_has_its_page_or_a_reason() -> None:
    paired = {call for named in PAIRS.values() for call in named}
    assert calls() == paired | CALLS_ALONE.keys()
    assert not paired & CALLS_ALONE.keys()
