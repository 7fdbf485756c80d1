"""Pictures of documents: read by a local engine, or known as scans."""

from mosaic.documents import ocr
from mosaic.documents.limits import Limits
from mosaic.documents.model import FileKind, Outcome
from mosaic.documents.parts import Reading
from mosaic.documents.pdf import parts_of_sheets
from mosaic.documents.refusal import Refusal


def read(data: bytes, limits: Limits) -> Reading:
    """Read a picture. Raises Refusal when there is no engine, or it finds no words."""
    engine = ocr.engine()
    sheet = ocr.read_picture(engine, data) if engine else None
    parts = parts_of_sheets([sheet]) if sheet else []
    if not parts:
        raise Refusal(Outcome.SCANNED, FileKind.IMAGE)
    return Reading(parts, notes=("ocr",))
