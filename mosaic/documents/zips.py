"""A ZIP file that is looked at before it is opened: a small one can unpack to everything there is."""

import io
import zipfile
import zlib
from dataclasses import dataclass

from mosaic.documents.limits import MEBIBYTE, Limits
from mosaic.documents.model import REPAIRED, Outcome
from mosaic.documents.refusal import Refusal
from mosaic.documents.salvage import salvaged

LOCKED = 0x1


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive within the limits. Nothing is ever written to disk, and nested archives stay closed.

    `notes` say that its directory was missing and what is whole was put together again.
    """

    file: zipfile.ZipFile
    names: frozenset[str]
    notes: tuple[str, ...] = ()

    def read(self, name: str) -> bytes | None:
        """Return an entry, or None when there is none of that name. Raises Refusal when it is damaged."""
        if name not in self.names:
            return None
        try:
            return self.file.read(name)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
            raise Refusal(Outcome.DAMAGED) from error
        except RuntimeError as error:
            raise Refusal(Outcome.ENCRYPTED) from error


def open_archive(data: bytes, limits: Limits) -> Archive:
    """Open an archive. Raises Refusal for one that is damaged, locked or unpacks to too much."""
    notes: tuple[str, ...] = ()
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile as error:
        whole = salvaged(data, limits)
        if not whole:
            raise Refusal(Outcome.DAMAGED) from error
        file, notes = zipfile.ZipFile(io.BytesIO(whole)), (REPAIRED,)
    except (ValueError, EOFError, NotImplementedError, OSError, UnicodeDecodeError) as error:
        raise Refusal(Outcome.DAMAGED) from error
    entries = file.infolist()
    expanded = sum(entry.file_size for entry in entries)
    # Python never unpacks beyond the size an entry declares, so what is declared can be trusted.
    if len(entries) > limits.entries or expanded > min(limits.expanded, limits.ratio * max(len(data), MEBIBYTE // 16)):
        raise Refusal(Outcome.EXPANDS_TOO_FAR)
    if any(entry.flag_bits & LOCKED for entry in entries):
        raise Refusal(Outcome.ENCRYPTED)
    return Archive(file, frozenset(entry.filename for entry in entries), notes)
