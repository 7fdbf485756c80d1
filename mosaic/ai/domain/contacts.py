"""Names and contact data in a document of the JSON Resume shape."""

from collections.abc import Iterator, Mapping

from mosaic.ai.domain.masking import Known

_CONTACTS = ("email", "phone", "url")
_PLACE = ("address", "postalCode")
"""A town alone is no address; a street and a postal code lead to a door."""


def private_in(document: Mapping[str, object]) -> Known:
    """Return whom a résumé is of and how to reach them, and the people it names as references."""
    basics = document.get("basics")
    references = document.get("references")
    names: list[str] = []
    contacts: list[str] = []
    if isinstance(basics, Mapping):
        names += _texts(basics, "name")
        contacts += [*_texts(basics, *_CONTACTS), *_nested(basics.get("location"), *_PLACE)]
        for profile in _rows(basics.get("profiles")):
            contacts += _texts(profile, "url", "username")
    for reference in _rows(references):
        names += _texts(reference, "name")
    return Known(tuple(dict.fromkeys(names)), tuple(dict.fromkeys(contacts)))


def _rows(found: object) -> Iterator[Mapping[str, object]]:
    if isinstance(found, list):
        yield from (one for one in found if isinstance(one, Mapping))


def _nested(found: object, *names: str) -> list[str]:
    return _texts(found, *names) if isinstance(found, Mapping) else []


def _texts(row: Mapping[str, object], *names: str) -> list[str]:
    return [value for name in names if isinstance(value := row.get(name), str) and value.strip()]
