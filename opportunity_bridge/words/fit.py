"""Sentences for what matching reports as codes."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mosaic.lexicon.occupation_fit import Aspect
from mosaic.lexicon.store import lexicon
from opportunity_bridge.domain.blockers import Block
from opportunity_bridge.domain.circumstances import OFFICE_DAYS, WEEKLY
from opportunity_bridge.domain.fit import Fit, Label
from opportunity_bridge.domain.languages import language_codes
from opportunity_bridge.domain.ledger import Judged, Verdict
from opportunity_bridge.domain.parts import Part
from opportunity_bridge.domain.reach import FULL, Via
from opportunity_bridge.domain.requirements import Ask, Kind, Requirement


def name_of(need: Requirement) -> str:
    """Name what is asked for."""
    match need.kind:
        case Kind.YEARS:
            years = int(need.amount)
            return ngettext("%(years)d year of experience", "%(years)d years of experience", years) % {"years": years}
        case Kind.PLACE | Kind.HOURS | Kind.PERMISSION:
            return _circumstance(need)
        case Kind.LANGUAGE:
            names = _(" or ").join(language_codes()[code][0] for code in need.ids)
            return f"{names}, {need.level}" if need.level else names
        case _:
            return _(" or ").join(_entry_label(need.kind, one) for one in need.ids)


def _entry_label(kind: Kind, one: str) -> str:
    entries = lexicon()
    if kind is Kind.LICENCE:
        return entries.licences[one].label
    return entries.education[one].label if kind is Kind.EDUCATION else entries.skills[one].label


def _circumstance(need: Requirement) -> str:
    code, amount = need.ids[0], f"{need.amount:g}"
    names = {
        WEEKLY: _("%(amount)s hours a week") % {"amount": amount},
        OFFICE_DAYS: _("days on site"),
        "nights": _("nights"),
        "weekends": _("weekends"),
        "evenings": _("evenings"),
        "shifts": _("shifts"),
        "on-call": _("on call"),
        "full-time": _("full time"),
        "part-time": _("part time"),
        "travel": _("travel"),
        "relocation": _("moving there"),
        "work-permission": _("permission to work there"),
    }
    return names[code]


def label_words(label: Label) -> str:
    """Say what a score means."""
    words = {
        Label.STRONG: _("strong fit"),
        Label.GOOD: _("good fit"),
        Label.STRETCH: _("a stretch"),
        Label.FAR: _("far from here"),
        Label.NONE_YET: _("no fit yet"),
    }
    return words[label]


def part_words(part: Part) -> str:
    """Name a part of a fit."""
    words = {
        Part.SKILLS: _("skills"),
        Part.ROLE: _("role and level"),
        Part.VALUES: _("values"),
        Part.INTERESTS: _("interests and goals"),
        Part.PLACE: _("place"),
        Part.PAY: _("pay"),
    }
    return words[part]


def aspect_words(aspect: Aspect) -> str:
    """Name an aspect of an occupation’s fit."""
    words = {
        Aspect.SKILLS: _("skills"),
        Aspect.DIRECTION: _("direction"),
        Aspect.INTERESTS: _("interests"),
        Aspect.VALUES: _("values"),
    }
    return words[aspect]


def target_words(aspect: Aspect, target: str) -> str:
    """Name what a fact leads to: a skill, an occupation, a direction of interest or a value."""
    entries = lexicon()
    match aspect:
        case Aspect.SKILLS:
            return entries.skills[target].label
        case Aspect.DIRECTION:
            return entries.occupations[target].label
        case Aspect.INTERESTS:
            return entries.interests[target].label
        case Aspect.VALUES:
            return entries.values[target].label


def verdict_words(verdict: Verdict) -> str:
    """Name a verdict."""
    words = {
        Verdict.MET: _("met"),
        Verdict.PARTLY: _("partly"),
        Verdict.TRANSFERABLE: _("transferable"),
        Verdict.MISSING: _("missing"),
        Verdict.UNKNOWN: _("unknown"),
    }
    return words[verdict]


def ask_words(ask: Ask) -> str:
    """Say how firmly something is asked for."""
    words = {
        Ask.MUST: _("asked for"),
        Ask.DUTY: _("part of the work"),
        Ask.USUAL: _("usual in this work, not named in the text"),
        Ask.NICE: _("nice to have"),
    }
    return words[ask]


def reason_for(judged: Judged) -> str:
    """Say how a fact counts for a requirement, or nothing when it is the thing itself."""
    if judged.via in (None, Via.SAME) or judged.fact is None:
        return ""
    numbers = {"points": judged.credit // (FULL // 100), "source": _source(judged)}
    match judged.via:
        case Via.RELATED:
            return _("“%(source)s” carries over to this. Counted at %(points)d of 100.") % numbers
        case Via.NARROWER:
            return _("“%(source)s” is a part of it. Counted at %(points)d of 100.") % numbers
        case Via.BROADER:
            return _("“%(source)s” includes it in a general way. Counted at %(points)d of 100.") % numbers
        case _:
            return _("Usual in work as %(source)s. Counted at %(points)d of 100 until your words show it.") % numbers


def _source(judged: Judged) -> str:
    entries = lexicon()
    if judged.via is Via.ROLE:
        return entries.occupations[judged.source].label
    return entries.skills[judged.source].label


def block_words(block: Block) -> str:
    """Say what stands in front."""
    words = {
        Block.LICENCE: _("a licence above the one you named"),
        Block.HOURS: _("hours you do not want"),
        Block.ABROAD: _("work on site in another country"),
        Block.ONSITE: _("work on site only"),
        Block.PAY: _("pay below what you need"),
        Block.LICENCE_LACKED: _("a licence you said you do not have"),
        Block.PLACE: _("moving there, which you ruled out"),
        Block.PERMISSION: _("a permission to work that you said you do not have"),
    }
    return words[block]


def summary_of(fit: Fit) -> str:
    """Say in one sentence what a fit rests on."""
    if fit.score is None:
        return _("Too little is known to say anything for or against it.")
    asked = [one for one in fit.ledger if one.requirement.kind is Kind.SKILL and one.requirement.ask is not Ask.USUAL]
    met = sum(one.verdict is Verdict.MET for one in asked)
    carried = sum(one.verdict in (Verdict.PARTLY, Verdict.TRANSFERABLE) for one in asked)
    numbers = {"met": met, "carried": carried, "asked": len(asked)}
    if not asked:
        return _("The text names no skills; what is known comes from the kind of work.")
    if met and carried:
        return (
            _("Of %(asked)d skills it names, your words show %(met)d, and %(carried)d more carry over in part.")
            % numbers
        )
    if met:
        return _("Of %(asked)d skills it names, your words show %(met)d.") % numbers
    if carried:
        return _("Of %(asked)d skills it names, %(carried)d carry over in part from what you do.") % numbers
    return _("None of the skills it names was found in your words yet.")
