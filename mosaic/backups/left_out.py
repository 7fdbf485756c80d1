"""What no backup holds besides the keys: staff logins, rates, answers kept for a day."""

from django.contrib.sessions.models import Session as StaffSession

from mosaic.people.models import Person, RepeatableAnswer, Spending

TABLES = tuple(model._meta.db_table for model in (StaffSession, Spending, RepeatableAnswer))
PEOPLE = Person._meta.db_table
KEY = "wrapped_key"
