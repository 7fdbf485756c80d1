"""The ledger of models and how providers are, as staff see them."""

from django.contrib import admin

from mosaic.ai.budget import EVERYBODY
from mosaic.ai.models import Breaker, LedgerLine, Spent
from mosaic.people.admin import ReadOnlyAdmin

MICROS = 1_000_000


@admin.register(LedgerLine)
class LedgerLineAdmin(ReadOnlyAdmin[LedgerLine]):
    """What calls cost, by day, purpose and model."""

    list_display = ("day", "purpose", "provider", "model", "calls", "failed", "taken", "given", "dollars")
    list_filter = ("purpose", "provider", "model")
    date_hierarchy = "day"

    @admin.display(ordering="micros", description="US dollars")
    def dollars(self, line: LedgerLine) -> str:
        """Return the cost with four decimals."""
        return f"{line.micros / MICROS:.4f}"


@admin.register(Spent)
class SpentAdmin(ReadOnlyAdmin[Spent]):
    """How much of the budgets is used, calls under way included."""

    list_display = ("window", "whose", "dollars")
    list_filter = ("window",)
    fields = ("window", "whose", "dollars")
    readonly_fields = fields

    @admin.display(description="whose")
    def whose(self, row: Spent) -> str:
        """Return everybody's or somebody's; whose exactly is not known here either."""
        return "everybody’s" if row.purse == EVERYBODY else "one person’s"

    @admin.display(ordering="micros", description="US dollars")
    def dollars(self, row: Spent) -> str:
        """Return the sum with four decimals."""
        return f"{row.micros / MICROS:.4f}"


@admin.register(Breaker)
class BreakerAdmin(ReadOnlyAdmin[Breaker]):
    """Whether providers are asked, and when they last answered."""

    list_display = ("provider", "failures", "open_until", "last_answer", "last_failure", "last_error")
