"""Things a person told they have done, as entries of a résumé in their own words; unpaid ones stand like paid ones."""

from collections.abc import Iterator
from dataclasses import dataclass

from mosaic.lexicon.sentences import sentences_of
from ps101.domain.experiences import Account, Kind
from resume.domain.document import Source
from resume.domain.pointers import JSON


@dataclass(frozen=True, slots=True)
class Lived:
    """One thing somebody has done, by its id."""

    id: str
    account: Account

    def says(self, quote: str) -> bool:
        """Whether words stand in it."""
        return quote in self.account.title or quote in self.account.did


@dataclass(frozen=True, slots=True)
class Form:
    """Where an entry stands, and the fields that name what it was, with whom, and what was done."""

    section: str
    what: str
    whom: str
    lines: str = "highlights"


_WORK = Form("work", "position", "name")
_UNPAID = Form("volunteer", "position", "organization")
FORMS = {
    Kind.JOB: _WORK,
    Kind.BUSINESS: _WORK,
    Kind.CARE: _UNPAID,
    Kind.VOLUNTEERING: _UNPAID,
    Kind.TRAINING: Form("education", "studyType", "institution", "courses"),
    Kind.OTHER: Form("projects", "name", "entity"),
}


def entry_of(lived: Lived) -> JSON:
    """Return an entry with nothing in it that was not told."""
    form, account = FORMS[lived.account.kind], lived.account
    entry: JSON = {form.what: account.title, form.whom: account.place, **_when(account)}
    lines = [account.did[span.start : span.end] for span in sentences_of(account.did)]
    return {name: value for name, value in (entry | {form.lines: lines}).items() if value}


def sources_of(lived: Lived) -> Iterator[tuple[str, Source]]:
    """Yield the sources of an entry by their place in it, the whole first."""
    account, lines = lived.account, FORMS[lived.account.kind].lines
    yield "", Source(account.title, experience_id=lived.id)
    for number, span in enumerate(sentences_of(account.did)):
        yield f"/{lines}/{number}", Source(account.did[span.start : span.end], experience_id=lived.id)


def latest_first(lived: Lived) -> tuple[bool, str]:
    """Return what entries are sorted by, the last first: what goes on, then what ended or began last."""
    return lived.account.is_ongoing, lived.account.ended or lived.account.began


def _when(account: Account) -> JSON:
    """Return the dates. A beginning alone would read as if it still went on, so it waits for its end."""
    if account.ended or account.is_ongoing:
        return {"startDate": account.began, "endDate": account.ended}
    return {}
