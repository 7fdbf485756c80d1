"""Pages that belong to no single app: the door and home, help, and starting anew."""

from csp.constants import SELF, UNSAFE_INLINE
from csp.decorators import csp_replace
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from mosaic import applying, home
from mosaic.backups.keys import MOST_HOURS
from mosaic.lexicon.taxonomies import kept
from mosaic.measured import measured
from mosaic.people import identity
from mosaic.people.http import PersonRequest, enter, person_required
from mosaic.people.shares import MOST_DAYS

# Where somebody who starts anew may go on with the words they typed: addresses that hold no id.
CONTINUES = ("/coach/", "/discovery/start/")


@require_safe
def door_or_home(request: HttpRequest) -> HttpResponseBase:
    """Show the door to somebody new, the next step to everybody else."""
    if not request.COOKIES.get(settings.PERSON_COOKIE_NAME):
        return render(request, "pages/door.html", {"tiles": home.empty_tiles()})
    known = enter(request)
    if isinstance(known, HttpResponse):
        return known
    return render(request, "pages/home.html", home.view_of(known.person))


@require_POST
def start_anew(request: HttpRequest) -> HttpResponseBase:
    """Give a browser whose session is gone a new one, and go on with what was typed."""
    if not isinstance(enter(request, renews=False), HttpResponse):
        return redirect("door")
    access = identity.begin(request, timezone_name=request.POST.get("timezone", ""))
    after = request.GET.get("after", "")
    if after == reverse("your-data"):
        response = redirect(f"{after}#import")
    else:
        response = redirect(after, preserve_request=True) if after in CONTINUES else redirect("door")
    identity.keep_cookie(request, response, access.token)
    return response


@require_POST
@person_required
def apply(request: PersonRequest) -> HttpResponse:
    """Log an application and show where it stands."""
    given = {"job_id": request.POST.get("job_id", ""), "notes": request.POST.get("notes", "")}
    try:
        application = applying.apply(request.person, version_id=request.POST.get("resume_version_id", ""), **given)
    except (applying.UnknownJob, applying.UnknownVersion) as error:
        raise Http404 from error
    return redirect("applications:detail", application.pk)


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """Show help."""
    return render(request, "pages/help.html", {"support_contact": settings.SUPPORT_CONTACT})


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """Say what happens to data here."""
    numbers = {"share_days": MOST_DAYS, "backup_days": settings.BACKUP_DAYS, "key_hours": MOST_HOURS}
    return render(request, "pages/privacy.html", numbers)


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Say what this place is, and name the classifications it uses, as their licences ask."""
    return render(request, "pages/about.html", {"notices": kept.notices(settings.TAXONOMIES)})


@require_safe
def how_good(request: HttpRequest) -> HttpResponse:
    """Show how well people's words, résumés and postings are read."""
    return render(request, "pages/how_good.html", {"measured": measured()})


@csp_replace({"style-src": [SELF, UNSAFE_INLINE], "img-src": [SELF, "data:"]})
@require_safe
def api_docs(request: HttpRequest) -> HttpResponse:
    """Show the API's schema. Swagger's own script writes styles, so this page alone may have some."""
    return render(request, "pages/api_docs.html")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Let the door be found and nothing else."""
    return HttpResponse("User-agent: *\nAllow: /$\nAllow: /about/\nDisallow: /\n", content_type="text/plain")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Lead browsers that ask for the old address to the sign."""
    return redirect(staticfiles_storage.url("img/mosaic.svg"))
