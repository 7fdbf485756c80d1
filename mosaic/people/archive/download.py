"""An archive on its way to a person."""

from django.http import StreamingHttpResponse
from django.utils import timezone

from mosaic.people.archive.writing import compose, stream
from mosaic.people.models import Person


def download(person: Person) -> StreamingHttpResponse:
    """Return everything of a person as a file to keep."""
    name = f"mosaic-export-{timezone.localdate():%Y-%m-%d}.zip"
    return StreamingHttpResponse(
        stream(person.pk, compose(person)),
        content_type="application/zip",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
        },
    )
