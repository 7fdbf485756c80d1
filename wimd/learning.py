"""Letting facts follow what a file says and what its person wrote by hand there."""

from collections.abc import Container

from mosaic.facts import services as facts
from mosaic.facts.domain.found import Found
from mosaic.facts.models import SourceKind
from wimd.domain.learning import Learned
from wimd.models import Upload


def keep(upload: Upload, said: Learned, *, anew: Container[Found] = ()) -> int:
    """Replace what a file said by what it says now; return how many facts it supports. Called inside a transaction.

    The words by hand come first: where both tell of one thing, it is called as its person calls it.
    """
    by_hand = facts.Source(SourceKind.CORRECTION, upload.pk, said.words, max(1, upload.resume_version))
    read = facts.Source(SourceKind.UPLOAD, upload.pk, upload.text)
    return facts.learn_together(upload.person, [(by_hand, said.written), (read, said.read)], anew=anew)
