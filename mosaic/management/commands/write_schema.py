"""`manage.py write_schema`: write the API's schema to the file that `/api/schema` serves."""

import json

from django.core.management.base import BaseCommand

from mosaic.schema import OPENAPI, generate


class Command(BaseCommand):
    """Run it after changing the API; a test fails while the file is behind."""

    help = "Write the OpenAPI schema to mosaic/data/openapi.json."

    def handle(self, **_: object) -> None:
        """Generate and write."""
        OPENAPI.write_text(
            json.dumps(generate(), indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8"
        )
        self.stdout.write(f"{len(generate()['paths'])} paths written to {OPENAPI.name}.")
