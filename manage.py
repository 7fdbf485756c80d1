#!/usr/bin/env python
"""Django's command line. `validate_env` runs before the settings, because they may refuse to load."""

import os
import sys
from pathlib import Path

from mosaic import environment


def main() -> None:
    """Run one command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mosaic.settings")
    if sys.argv[1:2] == ["validate_env"]:
        environment.prepare(os.environ, Path(__file__).with_name(".env"))
        sys.exit(environment.main(os.environ))
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(str(error))  # one sentence for whoever starts Mosaic; where in the code it was noticed helps nobody


if __name__ == "__main__":
    main()
