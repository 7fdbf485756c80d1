"""Makes the files out of `sources/`, with programs that people use: Chromium, LibreOffice, groff, python-docx.

python -m tests.resumes.brought.make [NAME ...]
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.resumes.brought.sources.word import MAKERS
from tests.tools import CHROMIUM, CHROMIUM_FLAGS

HERE = Path(__file__).parent
SOURCES = HERE / "sources"


def printed(source: Path, target: Path) -> None:
    """Print a page with Chromium."""
    with tempfile.TemporaryDirectory() as profile:
        flags = [*CHROMIUM_FLAGS, "--headless", f"--user-data-dir={profile}", "--no-pdf-header-footer"]
        subprocess.run([str(CHROMIUM), *flags, f"--print-to-pdf={target}", source.as_uri()], check=True)


def converted(source: Path, target: Path, *, through: str) -> None:
    """Convert with LibreOffice: a page becomes a text document first."""
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        for given, kind in ((source, "odt:writer8"), (Path(folder) / f"{source.stem}.odt", through)):
            filters = ["--infilter=HTML (StarWriter)"] if given.suffix == ".html" else []
            command = ["soffice", profile, "--headless", *filters, "--convert-to", kind, "--outdir", folder]
            subprocess.run([*command, str(given)], check=True)
        made = next(Path(folder).glob(f"{source.stem}.{through.partition(':')[0]}"))
        target.write_bytes(made.read_bytes())


def typeset(source: Path, target: Path) -> None:
    """Typeset with groff."""
    made = subprocess.run(["groff", "-k", "-ms", "-Tpdf", str(source)], check=True, capture_output=True)
    target.write_bytes(made.stdout)


# How each kind of source is made, and into what.
KINDS: dict[str, tuple[str, Callable[[Path, Path], None]]] = {
    "html": ("pdf", printed),
    "lo.html": ("pdf", partial(converted, through="pdf")),
    "lo-docx.html": ("docx", partial(converted, through="docx")),
    "ms": ("pdf", typeset),
}


def main() -> None:
    """Make all files, or those of some names."""
    wanted = sys.argv[1:]
    for source in sorted(SOURCES.iterdir()):
        name, _, kind = source.name.partition(".")
        if kind in KINDS and (not wanted or name in wanted):
            ending, make = KINDS[kind]
            make(source, HERE / f"{name}.{ending}")
    for name, make_word in MAKERS.items():
        if not wanted or name in wanted:
            make_word(str(HERE / f"{name}.docx"))


if __name__ == "__main__":
    main()
