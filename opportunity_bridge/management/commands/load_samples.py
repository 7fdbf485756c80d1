"""`manage.py load_samples`: store the sample postings, each visibly a sample."""

from django.core.management.base import BaseCommand, CommandError

from opportunity_bridge import loading


class Command(BaseCommand):
    """Safe to run again: a posting that is stored already is only dated anew."""

    help = "Load the sample postings; those that left the files go, unless somebody kept them."

    def handle(self, **_: object) -> None:
        """Load and say what happened."""
        try:
            report = loading.load_samples()
        except loading.SampleError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"Sample postings: {report.new} new, {report.changed} changed, {report.same} unchanged, "
            f"{report.gone} gone, {report.kept} kept for somebody."
        )
