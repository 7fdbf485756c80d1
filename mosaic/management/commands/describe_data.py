"""`manage.py describe_data`: write docs/data-model.md and docs/export.schema.json from the models."""

from django.conf import settings
from django.core.management.base import BaseCommand

from mosaic.describe import data_model
from mosaic.people.archive import schema


class Command(BaseCommand):
    """Run it after changing a model; a test fails while the page is behind."""

    help = "Write docs/data-model.md and docs/export.schema.json from the models."

    def handle(self, **_: object) -> None:
        """Write the page."""
        (settings.BASE_DIR / "docs" / "data-model.md").write_text(data_model(), encoding="utf-8")
        (settings.BASE_DIR / "docs" / "export.schema.json").write_text(schema.text(), encoding="utf-8")
        self.stdout.write("docs/data-model.md and docs/export.schema.json written.")
