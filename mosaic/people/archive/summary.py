"""`summary.html`: the same in words, for reading and for printing, in one file that needs nothing else."""

from urllib.parse import quote

from django.template.loader import render_to_string
from django.utils import translation

from mosaic.people.archive import registry
from mosaic.people.models import Person


def summary_of(person: Person, paths: list[str], missing: list[str]) -> str:
    """Return the page in the person's language.

    `paths` are the other files of the archive, `missing` those whose bytes could not be found.
    """
    sections = [
        {"name": section.name, "title": section.title, "things": things}
        for section in registry.sections()
        if (things := list(section.told(person)))
    ]
    files = [{"path": path, "address": quote(path)} for path in paths]
    with translation.override(person.language):
        shown = {"sections": sections, "files": files, "missing": missing, "language": person.language}
        return render_to_string("people/summary.html", shown)
