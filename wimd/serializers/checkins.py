"""The shapes of weekly check-ins."""

from rest_framework import serializers

from mosaic.people.models import Person
from wimd import queries
from wimd.domain.checkins import LONGEST, Energy, monday_of
from wimd.domain.safety import danger_in, lines_for
from wimd.models import CheckIn
from wimd.serializers.shape import Shape


class CheckInInput(serializers.Serializer[object]):
    """What somebody says of a week: any part can be left out, not all of them."""

    moved = serializers.CharField(required=False, allow_blank=True, max_length=LONGEST)
    hindered = serializers.CharField(required=False, allow_blank=True, max_length=LONGEST)
    next_step = serializers.CharField(required=False, allow_blank=True, max_length=LONGEST)
    energy = serializers.IntegerField(
        required=False, allow_null=True, min_value=Energy.EMPTY.value, max_value=Energy.FULL.value
    )
    remind = serializers.BooleanField(required=False)


class HelpLineShape(serializers.Serializer[object]):
    """Somebody who answers now."""

    service = serializers.CharField()
    number = serializers.CharField()
    hours = serializers.CharField()


class CheckInShape(serializers.Serializer[CheckIn]):
    """One week; `help_lines` names people to call where its words sound like danger."""

    week = serializers.CharField()
    monday = serializers.DateField()
    moved = serializers.CharField(allow_blank=True)
    hindered = serializers.CharField(allow_blank=True)
    next_step = serializers.CharField(allow_blank=True)
    energy = serializers.IntegerField(allow_null=True)
    changed_at = serializers.DateTimeField()
    remind_on = serializers.DateField(allow_null=True)
    help_lines = HelpLineShape(many=True)


class CheckInList(serializers.Serializer[object]):
    """Check-ins, the latest week first."""

    checkins = CheckInShape(many=True)
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)


def checkin_shape(person: Person, checkin: CheckIn) -> Shape:
    """Return one week."""
    account, reminder = queries.account_in(checkin), queries.next_checkin_of(person)
    lines = lines_for(person.region) if danger_in(account.text) else []
    return {
        "week": checkin.week,
        "monday": monday_of(checkin.week).isoformat(),
        "moved": account.moved,
        "hindered": account.hindered,
        "next_step": account.next_step,
        "energy": account.energy,
        "changed_at": checkin.changed_at,
        "remind_on": reminder.due_on if reminder and reminder.subject_id == checkin.pk else None,
        "help_lines": [{"service": one.service, "number": one.number, "hours": one.hours} for one in lines],
    }
