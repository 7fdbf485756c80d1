"""The delta: nine dimensions of a working life, now and wanted, with the gap between them. Plain and reproducible."""

from wimd.domain.delta.analysis import Delta, analyse
from wimd.domain.delta.model import ALGORITHM, About, Bridge, Chosen, Confidence, Dimension, Said, Thing

__all__ = [
    "ALGORITHM",
    "About",
    "Bridge",
    "Chosen",
    "Confidence",
    "Delta",
    "Dimension",
    "Said",
    "Thing",
    "analyse",
]
