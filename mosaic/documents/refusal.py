"""A file that cannot be read, and why."""

from mosaic.documents.model import FileKind, Outcome


class Refusal(Exception):
    """Reading ended without text; `outcome` says how, `kind` what the file is when that became known."""

    def __init__(self, outcome: Outcome, kind: FileKind = FileKind.UNKNOWN) -> None:
        super().__init__(outcome.value)
        self.outcome = outcome
        self.kind = kind
