"""The WSGI application. A database that does not answer stops the start."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mosaic.settings")
application = get_wsgi_application()

from mosaic.lib.database import require_database  # needs the settings

require_database()
