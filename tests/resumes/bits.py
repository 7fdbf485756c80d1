"""The parts that most layouts share: the head, education, skills and the rest."""

from tests.resumes.sheets import Item, bullet, gap, heading, line, name, para, split
from tests.resumes.styles import Style
from tests.resumes.truth import TrueCertificate, TrueEducation, TrueLanguage, TrueWork, Truth

_LABELS = {
    "de": ("Name", "Adresse", "Telefon", "E-Mail"),
    "fr": ("Nom", "Adresse", "Téléphone", "E-mail"),
    "es": ("Nombre", "Dirección", "Teléfono", "Correo"),
}


def _joined(mark: str, *parts: str) -> str:
    return mark.join(part for part in parts if part)


def name_items(truth: Truth, style: Style) -> list[Item]:
    """Return the name with its titles, and the headline."""
    titles = ", ".join(truth.titles)
    whole = _joined(", ", truth.name, titles)
    if style.listing == "dots" and not truth.titles:
        whole = whole.upper()
    if style.listing == "bars" and truth.lang == "en":
        return [line("Curriculum Vitae"), name(whole), line(truth.headline)]
    return [name(whole), line(truth.headline)]


def _address(truth: Truth) -> str:
    place = truth.place
    if truth.region in {"DE", "FR", "NL", "SE", "ES", "IT"}:
        town = _joined(" ", place.postal, place.city)
    else:
        town = _joined(" ", _joined(", ", place.city, place.region), place.postal)
    return _joined(", ", place.address, town, place.country)


def contact_items(truth: Truth, style: Style, *, narrow: bool = False, labelled: bool = False) -> list[Item]:
    """Return how to reach the person: on one line, on several, or with labels."""
    address = _address(truth)
    if labelled:
        words = _LABELS.get(truth.lang, ("Name", "Address", "Phone", "Email"))
        items = [line(f"{words[1]}: {address}"), line(f"{words[2]}: {truth.phone}"), line(f"{words[3]}: {truth.email}")]
        return [*items, *(line(link) for link in truth.links)]
    if narrow:
        street, _, rest = address.partition(", ") if truth.place.address else ("", "", address)
        lines = [street, rest, truth.phone, truth.email, *truth.links]
        return [line(each) for each in lines if each]
    mark = " | " if style.mark == ", " else style.mark
    if style.glyph in {"*", "-"}:
        return [
            line(address),
            line(_joined(mark, truth.phone, truth.email)),
            *([line(mark.join(truth.links))] if truth.links else []),
        ]
    return [line(_joined(mark, address, truth.phone, truth.email, *truth.links))]


def summary_items(truth: Truth, style: Style, *, headed: bool = True) -> list[Item]:
    """Return the summary, when there is one."""
    if not truth.summary:
        return []
    return [*([heading(style.heading("summary"))] if headed else []), para(truth.summary)]


def work_bullets(work: TrueWork) -> list[Item]:
    """Return what was done there."""
    return [bullet(text) for text in work.bullets]


def short_education(each: TrueEducation, mark: str) -> str:
    """Return an education on one line, without its dates."""
    return _joined(mark, each.study, each.area, each.institution, each.place)


def education_items(truth: Truth, style: Style, *, narrow: bool = False) -> list[Item]:
    """Return the education in one of three forms."""
    items: list[Item] = [heading(style.heading("education"))]
    for each in truth.education:
        period, studied = (
            style.period(each.start, each.end),
            _joined(", " if style.glyph == "•" else " ", each.study, each.area),
        )
        school = _joined(", ", each.institution, each.place)
        if narrow:
            items += [line(studied, bold=True), line(school), line(period), *([line(each.score)] if each.score else [])]
        elif style.listing in {"commas", "bars"}:
            items += [split(studied, period, bold=True), line(_joined(" – ", school, each.score))]
        elif style.listing == "lines":
            items += [line(_joined(", ", period, studied, school, each.score))]
        else:
            items += [split(school, period, bold=True), line(_joined(" – ", studied, each.score))]
        items.append(gap())
    return items


def skill_items(truth: Truth, style: Style, *, narrow: bool = False) -> list[Item]:
    """Return the skills: groups with labels, bullets, or a list."""
    items: list[Item] = [heading(style.heading("skills"))]
    for group, skills in truth.skill_groups.items():
        items.append(line(f"{group}: {', '.join(skills)}"))
    if not truth.skills:
        return items
    if narrow and style.listing in {"lines", "bars"}:
        return [*items, *(line(skill) for skill in truth.skills)]
    if narrow or style.listing == "bullets":
        return [*items, *(bullet(skill) for skill in truth.skills)]
    mark = {"dots": " • ", "bars": " | "}.get(style.listing, ", ")
    return [*items, para(mark.join(truth.skills))]


def _language(each: TrueLanguage, style: Style) -> str:
    return {"commas": f"{each.name} ({each.fluency})", "dots": f"{each.name}: {each.fluency}"}.get(
        style.listing, f"{each.name} – {each.fluency}"
    )


def _certificate(each: TrueCertificate, style: Style) -> str:
    if style.listing in {"commas", "lines"}:
        return _joined(", ", each.name, each.issuer, each.date)
    return _joined(" ", _joined(" – ", each.name, each.issuer), f"({each.date})" if each.date else "")


def extra_items(truth: Truth, style: Style, *, narrow: bool = False) -> list[Item]:
    """Return languages, certificates and all else, each under its heading when there is something."""
    items: list[Item] = []
    if truth.languages:
        spoken = [_language(each, style) for each in truth.languages]
        listed = [line(each) for each in spoken] if narrow or style.listing == "lines" else [line(", ".join(spoken))]
        items += [heading(style.heading("languages")), *listed]
    if truth.certificates:
        items += [
            heading(style.heading("certificates")),
            *(bullet(_certificate(each, style)) for each in truth.certificates),
        ]
    return items + _rare_items(truth, style)


def _rare_items(truth: Truth, style: Style) -> list[Item]:
    items: list[Item] = []
    if truth.volunteering:
        items += [heading(style.heading("volunteering"))]
        for work in truth.volunteering:
            items += [split(f"{work.title}, {work.employer}", style.period(work.start, work.end)), *work_bullets(work)]
    if truth.projects:
        items += [
            heading(style.heading("projects")),
            *(bullet(f"{each.name}: {each.description}") for each in truth.projects),
        ]
    for key, texts in (("publications", truth.publications), ("awards", truth.awards)):
        if texts:
            items += [heading(style.heading(key)), *(bullet(text) for text in texts)]
    if truth.interests:
        items += [heading(style.heading("interests")), line(", ".join(truth.interests))]
    return items
