"""The parsed résumé as JSON Resume (https://jsonresume.org/schema), without what is not known.

The document is built once with fields as its leaves; the values and their places are two readings of it.
"""

from collections.abc import Iterator, Mapping, Sequence

from mosaic.documents.resume.model import (
    Education,
    Field,
    Link,
    Mentioned,
    ParsedResume,
    Period,
    Place,
    Project,
    Skill,
    Work,
)

Json = str | Sequence["Json"] | Mapping[str, "Json"]
Tree = Field | str | None | Sequence["Tree"] | Mapping[str, "Tree"]
Spans = dict[str, list[int]]


def to_json_resume(parsed: ParsedResume) -> dict[str, Json]:
    """Return a document valid against the JSON Resume schema 1.x. Breaks are work entries without a name."""
    return {key: _valued(branch) for key, branch in _shaped(parsed).items()}


def spans_of(parsed: ParsedResume) -> Spans:
    """Return where each value of that document stands in the text, as [start, end) by its path (`work/0/position`)."""
    return dict(_places(_shaped(parsed), ""))


def _valued(tree: Tree) -> Json:
    if isinstance(tree, Field):
        return tree.value
    if isinstance(tree, Mapping):
        return {key: _valued(branch) for key, branch in tree.items()}
    if tree is None or isinstance(tree, str):
        return tree or ""
    return [_valued(branch) for branch in tree]


def _places(tree: Tree, path: str) -> Iterator[tuple[str, list[int]]]:
    if isinstance(tree, Field):
        yield path, [tree.start, tree.end]
    elif isinstance(tree, Mapping):
        for key, branch in tree.items():
            yield from _places(branch, f"{path}/{key}" if path else key)
    elif tree is not None and not isinstance(tree, str):
        for at, branch in enumerate(tree):
            yield from _places(branch, f"{path}/{at}")


def _shaped(parsed: ParsedResume) -> dict[str, Tree]:
    return _without_blanks(
        {
            "basics": _basics(parsed),
            "work": [_work(work, "name") for work in parsed.work],
            "volunteer": [_work(work, "organization") for work in parsed.volunteering],
            "education": [_education(education) for education in parsed.education],
            "certificates": [
                _without_blanks({"name": each.name, "date": each.date, "issuer": each.issuer})
                for each in parsed.certificates
            ],
            "skills": _skills(parsed.skills),
            "languages": [
                _without_blanks({"language": each.name, "fluency": each.fluency}) for each in parsed.languages
            ],
            "projects": [_project(project) for project in parsed.projects],
            "publications": [_mentioned(each, "name", "releaseDate") for each in parsed.publications],
            "awards": [_mentioned(each, "title", "date") for each in parsed.awards],
            "interests": [{"name": each.name} for each in parsed.interests],
            "references": [{"reference": each.name} for each in parsed.references],
        }
    )


def _without_blanks(row: Mapping[str, Tree]) -> dict[str, Tree]:
    return {key: value for key, value in row.items() if not _is_blank(value)}


def _is_blank(tree: Tree) -> bool:
    return not (tree.value if isinstance(tree, Field) else tree)


def _basics(parsed: ParsedResume) -> dict[str, Tree]:
    contact = parsed.contact
    sites = [link for link in contact.links if not link.network]
    return _without_blanks(
        {
            "name": contact.name,
            "label": contact.headline,
            "email": contact.email,
            "phone": contact.phone,
            "url": sites[0].url if sites else "",
            "summary": parsed.summary,
            "location": _location(contact.place),
            "profiles": [_profile(link) for link in contact.links if link.network],
        }
    )


def _location(place: Place | None) -> dict[str, Tree]:
    if place is None:
        return {}
    return _without_blanks(
        {
            "address": place.address,
            "postalCode": place.postal_code,
            "city": place.city,
            "region": place.region,
            "countryCode": place.country,
        }
    )


def _profile(link: Link) -> dict[str, Tree]:
    return _without_blanks({"network": link.network, "username": link.username, "url": link.url})


def _dates(period: Period) -> dict[str, Tree]:
    return {"startDate": period.start, "endDate": period.end}


def _work(work: Work, employer: str) -> dict[str, Tree]:
    return _without_blanks(
        {
            employer: work.employer,
            "position": work.title,
            "location": work.place,
            **_dates(work.period),
            "summary": work.description,
            "highlights": work.bullets,
        }
    )


def _education(education: Education) -> dict[str, Tree]:
    return _without_blanks(
        {
            "institution": education.institution,
            "studyType": education.study,
            "area": education.area,
            **_dates(education.period),
            "score": education.score,
            "courses": education.notes,
        }
    )


def _skills(skills: Sequence[Skill]) -> list[Tree]:
    """Return skills one by one, and those of one group as its keywords."""
    rows: list[Tree] = []
    groups: dict[str, tuple[Field, list[Field]]] = {}
    for skill in skills:
        if skill.group is None:
            rows.append(_without_blanks({"name": skill.name, "level": skill.level}))
            continue
        groups.setdefault(skill.group.value, (skill.group, []))[1].append(skill.name)
    rows.extend({"name": name, "keywords": words} for name, words in groups.values())
    return rows


def _project(project: Project) -> dict[str, Tree]:
    return _without_blanks(
        {
            "name": project.name,
            "roles": [project.role] if project.role else [],
            **_dates(project.period),
            "url": project.url,
            "description": project.description,
            "highlights": project.bullets,
        }
    )


def _mentioned(each: Mentioned, name: str, date: str) -> dict[str, Tree]:
    return _without_blanks({name: each.name, date: each.date})
