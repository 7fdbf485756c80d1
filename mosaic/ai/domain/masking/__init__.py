"""Masks contact data and names before a text goes to a model provider, and puts them back in the answer.

It fails closed: a text whose masking raises is not sent. `mask` looks through its own result for everything known
and raises MaskingFailed when something is left; other exceptions are faults of ours and pass through.
"""

from mosaic.ai.domain.masking.masking import Known, Masking, MaskingFailed

__all__ = ["Known", "Masking", "MaskingFailed"]
