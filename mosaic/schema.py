"""The API's schema as drf-spectacular reads it from the views."""

import json

from django.conf import settings
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.renderers import OpenApiJsonRenderer

from mosaic.people.authentication import PersonAuthentication
from mosaic.people.identity import HEADER

OPENAPI = settings.BASE_DIR / "mosaic" / "data" / "openapi.json"


class SessionToken(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]  # registers itself
    """How a session is named: by its header. Browsers use their cookie."""

    target_class = PersonAuthentication
    name = "session"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, str]:
        """Return the header."""
        return {"type": "apiKey", "in": "header", "name": HEADER}


def generate() -> dict[str, dict[str, object]]:
    """Return the OpenAPI document, as plain JSON values."""
    generated = SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call]  # untyped there
    document: dict[str, dict[str, object]] = json.loads(OpenApiJsonRenderer().render(generated))
    return document
