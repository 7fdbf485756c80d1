"""Addresses of the session part of the API."""

from django.urls import path

from mosaic.lib.routes import api
from mosaic.lib.uploads import takes_archives
from mosaic.people import access_views as access
from mosaic.people import share_views, views
from mosaic.people.access_viewsets import (
    AIViewSet,
    OpenSessionsViewSet,
    RecoverViewSet,
    RecoveryCodeViewSet,
    ShareViewSet,
)
from mosaic.people.viewsets import ArchiveViewSet, SessionViewSet

session = SessionViewSet.as_view({"post": "create", "get": "retrieve", "patch": "partial_update", "delete": "destroy"})

urlpatterns = [
    path("your-data/", views.your_data, name="your-data"),
    path("your-data/extend/", views.extend, name="your-data-extend"),
    path("your-data/place/", views.place, name="your-data-place"),
    path("your-data/leave/", views.leave, name="your-data-leave"),
    path("your-data/export/", views.export, name="your-data-export"),
    path("your-data/import/", views.take_in, name="your-data-import"),
    path("your-data/erase/", views.erase, name="your-data-erase"),
    path("your-data/recovery-code/", access.recovery_code, name="your-data-recovery-code"),
    path("your-data/recovery-code/revoke/", access.revoke_code, name="your-data-revoke-code"),
    path("your-data/sessions/end-others/", access.end_others, name="your-data-end-others"),
    path("your-data/sessions/<uuid:device_id>/end/", access.end_session, name="your-data-end-session"),
    path("your-data/ai/", access.ai_mode, name="your-data-ai"),
    path("your-data/ai/<uuid:receipt_id>/", access.receipt, name="your-data-receipt"),
    path("your-data/shares/", share_views.make_share, name="your-data-shares"),
    path("your-data/shares/<uuid:share_id>/", share_views.share, name="your-data-share"),
    path("your-data/shares/<uuid:share_id>/end/", share_views.end_share, name="your-data-end-share"),
    path("recover/", access.recover, name="come-back"),
    path("shared/<str:secret>/", share_views.shared, name="shared"),
    api("session", session, "session"),
    api("session/summary", SessionViewSet.as_view({"get": "retrieve"}), "session-summary"),
    api("session/recovery-code", RecoveryCodeViewSet.as_view({"post": "create", "delete": "destroy"}), "recovery-code"),
    api("session/recover", RecoverViewSet.as_view({"post": "create"}), "recover"),
    api("session/sessions", OpenSessionsViewSet.as_view({"get": "listed", "delete": "destroy_others"}), "sessions"),
    api("session/sessions/<uuid:device_id>", OpenSessionsViewSet.as_view({"delete": "destroy"}), "session-end"),
    api("session/leave", OpenSessionsViewSet.as_view({"post": "leave"}), "session-leave"),
    api("session/ai", AIViewSet.as_view({"put": "update"}), "ai"),
    api("session/ai/receipts", AIViewSet.as_view({"get": "receipts"}), "ai-receipts"),
    api("session/ai/receipts/<uuid:receipt_id>", AIViewSet.as_view({"get": "receipt"}), "ai-receipt"),
    api("session/ai/approvals/<uuid:receipt_id>", AIViewSet.as_view({"post": "decide"}), "ai-approval"),
    api("session/shares", ShareViewSet.as_view({"get": "listed", "post": "create"}), "shares"),
    api("session/shares/<uuid:share_id>", ShareViewSet.as_view({"get": "retrieve", "delete": "destroy"}), "share"),
    api("session/extend", SessionViewSet.as_view({"post": "extend"}), "session-extend"),
    api("session/export", ArchiveViewSet.as_view({"get": "export"}), "session-export"),
    api("session/import", takes_archives(ArchiveViewSet.as_view({"post": "take_in"})), "session-import"),
]
