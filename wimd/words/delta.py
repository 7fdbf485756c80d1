"""Sentences of the delta: names of its sides, how a gap was found, what is missing, and small tests. Never directive."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mosaic.lexicon.reach import Via
from mosaic.lexicon.store import lexicon
from wimd.domain.delta import Bridge, Delta, Dimension
from wimd.domain.delta.model import Gap, Missing, Rule, Side, Standing, Target, TargetKind


def side_name(key: Dimension) -> str:
    """Return a dimension's name."""
    return {
        Dimension.ROLE: _("Role and level"),
        Dimension.SKILLS: _("Skills for the target"),
        Dimension.MEANING: _("Meaning and values"),
        Dimension.ENERGY: _("Energy and interests"),
        Dimension.PAY: _("Pay"),
        Dimension.PLACE: _("Place and hours"),
        Dimension.CONFIDENCE: _("Confidence"),
        Dimension.NETWORK: _("Network"),
        Dimension.TIME: _("Time and money"),
    }[key]


def steps_words(steps: int) -> str:
    """Say how far a gap is."""
    if not steps:
        return _("there already")
    return ngettext("%(steps)d step away", "%(steps)d steps away", steps) % {"steps": steps}


def unknown_words(side: Side) -> str:
    """Say in two or three words what keeps a gap unknown."""
    if not side.now and not side.wanted:
        return _("unknown yet")
    if not side.now:
        return _("now is unknown")
    if not side.wanted:
        return _("wanted is unknown")
    return _("not measured yet")


def rating_words(label: str) -> str:
    """Say what a number somebody gave themselves is: “6/10”."""
    return _("you gave yourself %(number)s") % {"number": label}


def moved_words(then: int | None, now: int | None) -> str:
    """Say what became of a gap."""
    if then == now:
        return _("as far as it was")
    if then is None:
        return _("known now")
    if now is None:
        return _("no longer known")
    steps = abs(then - now)
    if now < then:
        return ngettext("%(steps)d step nearer", "%(steps)d steps nearer", steps) % {"steps": steps}
    return ngettext("%(steps)d step farther", "%(steps)d steps farther", steps) % {"steps": steps}


def rule_words(gap: Gap) -> str:
    """Say how a gap was found, with its numbers."""
    return _RULES[gap.rule](gap.numbers)


def missing_words(missing: Missing) -> str:
    """Say what is not known yet."""
    return {
        Missing.NOW: _("Nothing is known yet about now."),
        Missing.WANTED: _("Nothing is known yet about what is wanted."),
        Missing.TARGET: _("It is open what this stands against."),
        Missing.KIND_OF_WORK: _("Your goal is known in your words, and not yet as a kind of work with its skills."),
        Missing.UNSURE: _("You named this once, in passing. It counts when you say that it is so."),
        Missing.FEW_SKILLS: _(
            "Too few of the skills the work stands on are known yet. Not found in your words is not the same as missing."
        ),
        Missing.NOT_COMPARABLE: _("Both sides are known, and nothing in them can be compared."),
    }[missing]


def ask_words(missing: Missing, key: Dimension) -> str:
    """Ask for what is missing, in one question a person can answer in a few words."""
    now = {
        Dimension.ROLE: _("What is your work called, or what was it?"),
        Dimension.SKILLS: _("What is one thing you have done often and well?"),
        Dimension.MEANING: _("What in your days now goes against what counts for you?"),
        Dimension.ENERGY: _("What takes your energy at the moment?"),
        Dimension.PAY: _("What comes in now? A number with its month or year is enough."),
        Dimension.PLACE: _("Where and when do you work now?"),
        Dimension.CONFIDENCE: _("What makes you doubt that you can change this?"),
        Dimension.NETWORK: _("Who would take ten minutes for you?"),
        Dimension.TIME: _("How long does what you have last? For example: four months."),
    }
    wanted = {
        Dimension.ROLE: _("What would you like to do?"),
        Dimension.SKILLS: _("Which skill would you like to use?"),
        Dimension.MEANING: _("What has to be in your work so that it counts for you?"),
        Dimension.ENERGY: _("What gives you energy?"),
        Dimension.PAY: _("What is the least that would do? A number with its month or year is enough."),
        Dimension.PLACE: _("Where and when would you like to work?"),
        Dimension.CONFIDENCE: _("What would you like to dare?"),
        Dimension.NETWORK: _("What would you like to do?"),
        Dimension.TIME: _("How long may the change take? For example: six months."),
    }
    return (now if missing in (Missing.NOW, Missing.UNSURE) else wanted)[key]


def summary_words(delta: Delta) -> str:
    """Say in three sentences where somebody stands: how much is known, what is farthest, what is near."""
    counts = {"known": len(delta.known), "all": len(delta.sides)}
    if not delta.known:
        return _("None of the nine sides is known on both ends yet. Unknown is left out and never counted as far.")
    widest, nearest = delta.known[0], delta.known[-1]
    said = [
        ngettext("%(known)d of %(all)d sides is known.", "%(known)d of %(all)d sides are known.", counts["known"])
        % counts
    ]
    if widest.gap and widest.gap.steps:
        far = {"side": side_name(widest.key), "steps": steps_words(widest.gap.steps)}
        said.append(_("The longest way is %(side)s: %(steps)s.") % far)
    if len(delta.known) > 1 and nearest.gap and widest.gap and nearest.gap.steps < widest.gap.steps:
        near = {"side": side_name(nearest.key), "steps": steps_words(nearest.gap.steps)}
        said.append(_("The shortest is %(side)s: %(steps)s.") % near)
    return " ".join(said)


def source_name(source: str) -> str:
    """Return the name of the skill or the kind of work that something counts from."""
    entries = lexicon()
    found = entries.skills.get(source) or entries.occupations.get(source)
    return found.label if found else source


def target_kind_words(target: Target) -> str:
    """Say where a target comes from."""
    return {
        TargetKind.OCCUPATION: _("the kind of work you chose"),
        TargetKind.WORDS: _("in your words, chosen by you"),
        TargetKind.SAVED: _("a posting you keep"),
        TargetKind.STATED: _("read from your words; you can choose another"),
    }[target.kind]


def standing_words(standing: Standing) -> str:
    """Return a heading of the ledger."""
    return {
        Standing.HAVE: _("have"),
        Standing.TRANSFERABLE: _("carries over"),
        Standing.PERHAPS: _("perhaps: your words come near"),
        Standing.MISSING: _("nothing found yet"),
        Standing.DROPPED: _("left out by you"),
    }[standing]


def bridge_words(bridge: Bridge) -> str:
    """Return what can be done about a missing skill."""
    return {
        Bridge.SHOW: _("I can show it"),
        Bridge.LEARN: _("learn it"),
        Bridge.ASK: _("ask somebody"),
        Bridge.DROP: _("leave it out"),
    }[bridge]


def via_words(via: Via, source: str) -> str:
    """Say why one thing counts for a skill."""
    name = {"source": source}
    return {
        Via.SAME: _("named or described by you"),
        Via.NARROWER: _("%(source)s is one form of it") % name,
        Via.BROADER: _("%(source)s includes part of it") % name,
        Via.ROLE: _("usual in the work of a %(source)s") % name,
        Via.RELATED: _("%(source)s carries over to it") % name,
    }[via]


def _closeness(numbers: Mapping[str, int]) -> str:
    by_work = _("By the work itself: the two share %(close)d of 100 of their kind and skills.") % numbers
    by_level = ngettext("%(rungs)d rung lies between them.", "%(rungs)d rungs lie between them.", numbers["rungs"])
    return f"{by_work} {by_level % numbers}" if numbers["rungs"] else by_work


def _offered(numbers: Mapping[str, int]) -> str:
    return _("By what such work usually offers: %(met)d of the %(stated)d things that count for you.") % numbers


def _amounts(numbers: Mapping[str, int]) -> str:
    return _("By the two amounts you named: what is there is %(percent)d of 100 of what is wanted.") % numbers


def _wishes(numbers: Mapping[str, int]) -> str:
    return _("By your own words: %(met)d of %(wishes)d wishes are met where you are.") % numbers


def _in_the_way(numbers: Mapping[str, int]) -> str:
    counted = (
        ngettext(
            "By your own words: %(sentences)d sentence speaks of what is in the way, and each is one step.",
            "By your own words: %(sentences)d sentences speak of what is in the way, each is one step, four at most.",
            numbers["sentences"],
        )
        % numbers
    )
    heavy = _("What you said the problem is counts twice.") if numbers["heavy"] else ""
    return " ".join(filter(None, (counted, heavy)))


def _shown(numbers: Mapping[str, int]) -> str:
    told = _(
        "Of %(asked)d skills it stands on: %(have)d shown, %(transferable)d carried over, together %(shown)d of 100."
    )
    return told % numbers


def _rated(numbers: Mapping[str, int]) -> str:
    if "before" in numbers:
        return _("By your own number: %(before)d of 10 before you tried something, %(sure)d of 10 after it.") % numbers
    return _("By your own number: you are %(sure)d of 10 sure that you can change this.") % numbers


def _people(numbers: Mapping[str, int]) -> str:
    named = ngettext("%(named)d person named", "%(named)d people named", numbers["named"]) % numbers
    tried = _("something tried and told about") if numbers["tried"] else _("nothing tried yet")
    alone = _("you also say that somebody is missing") if numbers["alone"] else ""
    return _("By who is there: %(what)s.") % {"what": "; ".join(filter(None, (named, tried, alone)))}


_RULES: Mapping[Rule, Callable[[Mapping[str, int]], str]] = {
    Rule.CLOSENESS: _closeness,
    Rule.SHOWN: _shown,
    Rule.OFFERED: _offered,
    Rule.IN_THE_WAY: _in_the_way,
    Rule.AMOUNTS: _amounts,
    Rule.WISHES: _wishes,
    Rule.RATING: _rated,
    Rule.PEOPLE: _people,
}
