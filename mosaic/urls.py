"""All addresses: the API as the contract names it, and the pages."""

from django.contrib import admin
from django.urls import include, path

from mosaic import api as service
from mosaic import views
from mosaic.lib.routes import api

handler400 = "mosaic.errors.bad_request"
handler403 = "mosaic.errors.forbidden"
handler404 = "mosaic.errors.not_found"
handler500 = "mosaic.errors.server_error"

urlpatterns = [
    path("", views.door_or_home, name="door"),
    path("start-anew/", views.start_anew, name="start-anew"),
    path("apply/", views.apply, name="apply"),
    path("help/", views.help_page, name="help"),
    path("privacy/", views.privacy, name="privacy"),
    path("about/", views.about, name="about"),
    path("how-good-is-this/", views.how_good, name="how-good"),
    path("api/docs", views.api_docs, name="api-docs"),
    path("robots.txt", views.robots, name="robots"),
    path("favicon.ico", views.favicon, name="favicon"),
    api("health", service.health_all, "health"),
    api("health/live", service.health_live, "health-live"),
    api("health/ready", service.health_ready, "health-ready"),
    api("version", service.version, "version"),
    api("config", service.config, "config"),
    api("metrics", service.metrics, "metrics"),
    api("ob/apply", service.ApplyViewSet.as_view({"post": "create"}), "ob-apply"),
    api("api/schema", service.openapi, "openapi"),
    path("", include("mosaic.people.urls")),
    path("", include("ps101.urls")),
    path("", include("wimd.urls")),
    path("", include("opportunity_bridge.urls")),
    path("", include("resume.urls")),
    path("admin/", admin.site.urls),
]
