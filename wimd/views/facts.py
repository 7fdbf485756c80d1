"""Pages of what is known about the person."""

from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_stubs_ext import StrOrPromise

from mosaic.facts import services
from mosaic.facts.domain.kinds import Status
from mosaic.facts.models import Fact
from mosaic.facts.queries import facts_of, whole_of
from mosaic.lib.ids import uuid_in
from mosaic.people.http import PersonRequest, person_required
from wimd import queries
from wimd.forms import FactFilterForm, FactForm, LabelForm
from wimd.pages import facts as pages
from wimd.words.facts import NO_SUCH_NAME, NOT_THE_SAME

PLACES = ("kind", "source", "status", "q", "cursor")
LONGEST_PLACE = 200


@require_safe
@person_required
def facts(request: PersonRequest) -> HttpResponse:
    """Show what is known, narrowed as the address says."""
    wanted = FactFilterForm(request.GET).wanted
    done = uuid_in(request.GET.get("done"))
    try:
        shown = pages.facts(request.person, wanted, cursor=request.GET.get("cursor", ""), done=done)
    except queries.BadCursor:
        shown = pages.facts(request.person, wanted, cursor="", done=done)
    return render(request, "wimd/facts.html", shown | {"at": _kept(request.GET).urlencode()})


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def add_fact(request: PersonRequest) -> HttpResponse:
    """Take a statement; where its words may mean entries of the lexicon, ask which first."""
    form = FactForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "wimd/fact_add.html", pages.adding() | {"form": form}, status=status)
    if not form.cleaned_data["meant"] and form.suggestions():
        shown = pages.adding() | {"form": form, "suggestions": form.suggestions()}
        return render(request, "wimd/fact_add.html", shown)
    fact = services.add(
        request.person,
        kind=form.fact_kind,
        label=form.cleaned_data["label"],
        polarity=form.fact_polarity,
        lexicon_id=form.lexicon_id,
    )
    return HttpResponseRedirect(f"{reverse('wimd:facts')}?kind={fact.kind}#fact-{whole_of(fact).pk}")


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def fact(request: PersonRequest, fact_id: UUID) -> HttpResponse:
    """Show one fact with everything behind it; give it other words."""
    found = whole_of(_found(request, fact_id))
    if found.status == Status.UNSUPPORTED:
        raise Http404
    form = LabelForm(request.POST or None, initial={"label": found.label})
    if request.method == "POST" and form.is_valid():
        services.edit(request.person, found, label=form.cleaned_data["label"])
        return _back(request, fact=found)
    at = _kept(QueryDict(request.POST.get("at", "")) if request.method == "POST" else request.GET).urlencode()
    shown = pages.fact(request.person, found) | {"form": form, "at": at}
    return render(request, "wimd/fact.html", shown, status=422 if form.errors else 200)


@require_POST
@person_required
def change_fact(request: PersonRequest, fact_id: UUID, action: str) -> HttpResponse:
    """Confirm, leave out or bring back one fact."""
    acting = {"confirm": services.confirm, "remove": services.remove, "restore": services.restore}[action]
    changed = acting(request.person, _found(request, fact_id))
    return _back(request, done=changed) if action == "remove" else _back(request, fact=changed)


@require_POST
@person_required
def rename_fact(request: PersonRequest, fact_id: UUID) -> HttpResponse:
    """Call one fact by another of the names the lexicon has for it."""
    found = _found(request, fact_id)
    try:
        renamed = services.rename(request.person, found, label=request.POST.get("label", ""))
    except services.UnknownName:
        return _refused(request, found, NO_SUCH_NAME)
    return _back(request, fact=renamed)


@require_POST
@person_required
def merge_fact(request: PersonRequest, fact_id: UUID) -> HttpResponse:
    """Say that a fact means the same as another."""
    part = _found(request, fact_id)
    if not request.POST.get("into"):
        return _refused(request, part, NOT_THE_SAME)
    into = get_object_or_404(facts_of(request.person), pk=uuid_in(request.POST["into"]))
    try:
        services.merge(request.person, part, into=into)
    except services.NotTheSame:
        return _refused(request, part, NOT_THE_SAME)
    return _back(request, done=part)


@require_POST
@person_required
def split_fact(request: PersonRequest, fact_id: UUID) -> HttpResponse:
    """Make a joined fact one of its own again."""
    return _back(request, fact=services.split(request.person, _found(request, fact_id)))


def _refused(request: PersonRequest, fact: Fact, why: StrOrPromise) -> HttpResponse:
    """Show one fact with what keeps it as it is."""
    whole = whole_of(fact)
    shown = pages.fact(request.person, whole) | {"refusal": why, "form": LabelForm(initial={"label": whole.label})}
    return render(request, "wimd/fact.html", shown, status=422)


def _found(request: PersonRequest, fact_id: UUID) -> Fact:
    return get_object_or_404(facts_of(request.person), pk=fact_id)


def _kept(given: QueryDict) -> QueryDict:
    """Return where in the list somebody is, as far as an address may say it."""
    kept = QueryDict(mutable=True)
    said = {name: str(given.get(name, "")) for name in PLACES}
    kept.update({name: words for name, words in said.items() if words and len(words) <= LONGEST_PLACE})
    return kept


def _back(request: PersonRequest, *, fact: Fact | None = None, done: Fact | None = None) -> HttpResponse:
    """Lead back to where in the list somebody was: to the fact, or to what can be taken back."""
    at = _kept(QueryDict(request.POST.get("at", "")[: LONGEST_PLACE * len(PLACES)]))
    if done is not None:
        at["done"] = str(done.pk)
    query = f"?{at.urlencode()}" if at else ""
    mark = "#done" if done is not None else f"#fact-{fact.pk}" if fact else ""
    return redirect(f"{reverse('wimd:facts')}{query}{mark}")
