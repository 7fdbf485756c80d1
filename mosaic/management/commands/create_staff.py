"""`manage.py create_staff NAME --role support|coach|operator`: a login for the admin, password shown once."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from mosaic import staff


class Command(BaseCommand):
    """Makes or changes a staff login."""

    help = "Create a staff login with one role; prints a new password once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take a name and a role."""
        parser.add_argument("name")
        parser.add_argument("--role", choices=[role.value for role in staff.Role], required=True)

    def handle(self, *, name: str, role: str, **_: object) -> None:
        """Create the login and print its password."""
        try:
            password = staff.create(name, staff.Role(role))
        except staff.NameTaken as error:
            raise CommandError(f"There is a login {name} already.") from error
        self.stdout.write(f"{name} ({role}) can log in at /admin/ with this password, shown only now:\n{password}")
