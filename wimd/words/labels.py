"""Words on buttons and beside figures."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wimd.domain.coach import Choice
from wimd.domain.metrics import Metric

NO_ROOM = gettext_lazy(
    "This service has no room for more files at the moment. Everything you saved is safe; please try again tomorrow."
)


def label_for(choice: Choice) -> str:
    """Return a button's words."""
    return {
        Choice.FAST_TRACK: _("start the fast track"),
        Choice.DISCOVERY: _("start discovery"),
        Choice.GO_ON: _("go on with the questions"),
        Choice.ADD_RESUME: _("add a résumé"),
        Choice.UNDERSTOOD: _("see what I understood"),
        Choice.FACTS: _("see all that is known"),
        Choice.DELTA: _("see now and wanted"),
        Choice.OPPORTUNITIES: _("look at work that fits"),
        Choice.PASTE: _("paste it there"),
        Choice.SAVED: _("see what you kept"),
        Choice.OCCUPATIONS: _("see other kinds of work"),
        Choice.STUDIO: _("open the résumé studio"),
        Choice.YOUR_DATA: _("see my data"),
        Choice.PRIVACY: _("read about privacy"),
        Choice.HUMAN: _("talk to a person"),
        Choice.EXPERIMENTS: _("look at the experiment"),
        Choice.ASK_ON: _("go on where we were"),
        Choice.PAUSE: _("yes, pause"),
        Choice.STAY: _("no, go on"),
        Choice.KEEP: _("that was my answer"),
        Choice.SKIP: _("leave it open"),
        Choice.HELP: _("an example"),
        Choice.STOP: _("enough for now"),
    }[choice]


def metric_label(metric: Metric) -> str:
    """Return a reading's name."""
    return {Metric.CLARITY: _("clarity"), Metric.ACTION: _("action"), Metric.MOMENTUM: _("momentum")}[metric]
