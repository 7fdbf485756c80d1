"""What no backup holds besides the keys: staff logins, rates, today's money, answers kept for a day."""

from django.contrib.sessions.models import Session as StaffSession

from mosaic.ai.models import Spent
from mosaic.people.models import Person, RepeatableAnswer, Spending

TABLES = tuple(model._meta.db_table for model in (StaffSession, Spending, Spent, RepeatableAnswer))
PEOPLE = Person._meta.db_table
KEY = "wrapped_key"
