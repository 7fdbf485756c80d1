from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F


def note_use(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Every version stored so far was in use from the moment it was loaded."""
    apps.get_model("ps101", "FlowVersion").objects.filter(activated_at=None).update(activated_at=F("loaded_at"))


class Migration(migrations.Migration):
    dependencies = [("ps101", "0002_experiments")]

    operations = [migrations.RunPython(note_use, migrations.RunPython.noop)]
