"""One consistent set of placeholders for all texts of one call."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Self

from mosaic.ai.domain.masking.addresses import addresses_in
from mosaic.ai.domain.masking.forms import name_of, owners_of
from mosaic.ai.domain.masking.heads import names_at_heads
from mosaic.ai.domain.masking.introduced import introduced_in
from mosaic.ai.domain.masking.known_contacts import KnownContacts, key_of, kind_of
from mosaic.ai.domain.masking.known_names import KnownNames
from mosaic.ai.domain.masking.links import links_in
from mosaic.ai.domain.masking.mails import mails_in
from mosaic.ai.domain.masking.numbers import numbers_in
from mosaic.ai.domain.masking.phones import phones_in
from mosaic.ai.domain.masking.placeholders import WRITTEN, Placeholders, of_text
from mosaic.ai.domain.masking.plain import TAKEN, Plain
from mosaic.ai.domain.masking.spans import Found, Kind, merged
from mosaic.ai.domain.masking.unspaced import unspaced_in

MOST_LETTERS = 400_000
MOST_FOUND = 2_000
MOST_ROUNDS = 4


class MaskingFailed(Exception):
    """A text may not be sent: something known was still in it after masking, or it was too much to look through."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known about a person by the letter: names, and e-mails, phones, links and addresses from their files."""

    names: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()


class Masking:
    """Masks and restores the texts of one call.

    What one text gives away is masked in all later ones too; `notice` looks through texts beforehand, so that their
    order does not matter. With `always`, known names are masked even where they stand like ordinary words.
    """

    def __init__(self, known: Known = Known(), *, always: bool = False) -> None:  # it is frozen
        self._names = KnownNames(always=always)
        self._contacts = KnownContacts()
        self._placeholders = Placeholders()
        for name, owner in owners_of(known.names).items():
            self._names.learn(name, owner)
        for contact in known.contacts:
            self._contacts.learn(contact, kind_of(contact))

    @classmethod
    def again(cls, known: Known, placeholders: Mapping[str, str], *, always: bool = False) -> Self:
        """Return a masking that gives out the placeholders of an earlier one. Raises ValueError for what is none."""
        masking = cls(known, always=always)
        for kind, placeholder, original in of_text(placeholders):
            masking._learn(kind, original)
            masking._placeholders.again(placeholder, original, masking._owner(kind, original))
        return masking

    def notice(self, *texts: str) -> None:
        """Learn what texts give away before any of them is masked."""
        for text in texts:
            _bound(text)
            self._spans(Plain(text))

    def mask(self, text: str) -> str:
        """Return the text with placeholders. Raises MaskingFailed when it may not be sent."""
        _bound(text)
        view = Plain(text)
        found = [self._in_source(view, each) for each in self._spans(view)]
        found += [Found(match.start(), match.end(), Kind.TEXT, match.group()) for match in WRITTEN.finditer(text)]
        masked = self._written(text, merged(each for each in found if each.end > each.start))
        if self.leaks(masked):
            raise MaskingFailed("something known is still in the text")
        return masked

    def restore(self, text: str) -> str:
        """Return the text with the words back in place; a placeholder nobody gave out becomes “[…]”."""
        return self._placeholders.restored(text)

    def placeholders(self) -> dict[str, str]:
        """Return what each placeholder stands for."""
        return self._placeholders.given()

    def leaks(self, text: str) -> tuple[str, ...]:
        """Return the words of a text that are, in some spelling, something known or masked before."""
        view = Plain(WRITTEN.sub(TAKEN, text))
        return tuple(view.source[slice(*view.traced(each.start, each.end))] for each in self._known_in(view))

    def _spans(self, view: Plain) -> list[Found]:
        """Return what is to be masked in a text, and remember it: contacts first, then names in what is left."""
        reach = merged([*mails_in(view), *links_in(view, self._names.squeezed()), *numbers_in(view)])
        reach += merged(addresses_in(_hidden(view, reach)))
        reach += merged(phones_in(_hidden(view, reach)))
        for each in reach:
            self._contacts.learn(view.plain[each.start : each.end], each.kind)
        reach = merged([*reach, *self._contacts.found_in(view)])
        rest = _hidden(view, reach)
        for each in (*names_at_heads(view), *introduced_in(rest), *unspaced_in(rest)):
            self._learn(Kind.NAME, view.plain[each.start : each.end])
        found = merged([*reach, *self._names.found_in(rest), *links_in(rest, self._names.squeezed())])
        return self._with_what_is_left(view, found)

    def _with_what_is_left(self, view: Plain, found: list[Found]) -> list[Found]:
        """Return the same with what is seen as known only beside a placeholder."""
        for _ in range(MOST_ROUNDS):
            more = self._known_in(_hidden(view, found))
            if not more:
                break
            found = merged([*found, *more])
        return found

    def _known_in(self, view: Plain) -> list[Found]:
        contacts = list(self._contacts.found_in(view))
        return merged([*contacts, *self._names.found_in(_hidden(view, contacts))])

    def _learn(self, kind: Kind, original: str) -> None:
        if kind is Kind.NAME:
            self._names.learn(original, self._owner(kind, original))
        elif kind is not Kind.TEXT:
            self._contacts.learn(original, kind)

    def _owner(self, kind: Kind, original: str) -> str:
        if kind is Kind.TEXT:
            return original
        if kind is not Kind.NAME:
            return key_of(kind, original)
        words = name_of(original)
        known = self._names.owners
        return known.get(words) or next(
            (owner for name, owner in known.items() if set(words) < set(name)), " ".join(sorted(words))
        )

    def _in_source(self, view: Plain, each: Found) -> Found:
        start, end = view.traced(each.start, each.end)
        owner = each.owner or self._owner(each.kind, view.plain[each.start : each.end])
        return Found(start, end, each.kind, owner)

    def _written(self, text: str, found: list[Found]) -> str:
        if len(found) > MOST_FOUND:
            raise MaskingFailed("too much to mask")
        return "".join(self._pieces(text, found))

    def _pieces(self, text: str, found: list[Found]) -> Iterator[str]:
        position = 0
        for each in found:
            original = text[each.start : each.end]
            yield text[position : each.start]
            yield self._placeholders.for_(each.kind, each.owner or self._owner(each.kind, original), original)
            position = each.end
        yield text[position:]


def _hidden(view: Plain, found: Iterable[Found]) -> Plain:
    return view.without([(each.start, each.end) for each in found])


def _bound(text: str) -> None:
    if len(text) > MOST_LETTERS:
        raise MaskingFailed("the text is too long")
