"""What is said to a few words, and about what the journal shows."""

from django.utils.translation import gettext_lazy as _

ANSWERING = {
    "yes.step": (
        _("Yes to “%(about)s”, then. Which day could it be?"),
        _("Then “%(about)s” has a yes. What is the first thing your hands would do?"),
        _("Good. For “%(about)s”: what time of day is it most likely to happen?"),
    ),
    "yes": (
        _("A yes, then. With “%(earlier)s” in mind: what would it look like on one ordinary day?"),
        _("Yes. You also said “%(earlier)s”. What makes the yes easy, and what makes it hard?"),
        _("I take that as a yes. Where does it meet “%(earlier)s”?"),
        _("Yes, with “%(earlier)s” beside it. What is the first thing that comes up?"),
    ),
    "no.step": (
        _("Then “%(about)s” stays out. What would be nearer?"),
        _("A no is useful: not “%(about)s”. What in it puts you off most?"),
        _("Not “%(about)s”, then. Is it the thing itself, or the moment?"),
    ),
    "no": (
        _("No. And when you think of “%(earlier)s”, is it also a no?"),
        _("Then I leave that. “%(earlier)s” was a warmer place: what was different there?"),
        _("A no tells something too. Set beside “%(earlier)s”, what is it a no to?"),
        _("Not that. Closer to “%(earlier)s”, or somewhere else altogether?"),
    ),
    "when.step": (
        _("“%(words)s”, then, for “%(about)s”. A line in your plan keeps the day; nobody is told."),
        _("“%(words)s” for “%(about)s”. In the plan it can come back to you on that day."),
        _("So “%(about)s” has a time: “%(words)s”. What would you tell yourself if that moment turns out too full?"),
    ),
    "when": (
        _("“%(words)s”. And beside “%(about)s”, what does the time change?"),
        _("“%(words)s”, then. What will be different by that time, compared with “%(about)s”?"),
        _("“%(words)s” is closer than it sounds. What of “%(about)s” can wait until then?"),
    ),
    "this_one": (
        _("“%(words)s”, then. What about it comes first?"),
        _("So, “%(words)s”. What speaks for it?"),
        _("We go on with “%(words)s”. What is its smallest piece?"),
        _("“%(words)s” it is. What would a good evening with that look like?"),
    ),
    "this_one.open": (
        _("“%(words)s”: in your own words, which one do you mean?"),
        _("“%(words)s”. Say it in three words, so that I take the right one: which is it?"),
    ),
    "later": (
        _("Later is fine. It waits here, and so does “%(earlier)s”."),
        _("Not now, then. Nothing runs off; “%(earlier)s” is here when you are."),
        _("Another time. I start again from “%(earlier)s”, if you like."),
    ),
    "terse": (
        _("That is short, and short is fine. From before I have “%(earlier)s”. Is it about that?"),
        _("A word is enough to go on. Which way does it point, seen from “%(earlier)s”?"),
        _("Heard. Beside it lies “%(earlier)s”. What is nearer tonight?"),
        _("Few words today. “%(earlier)s” took more of them: what is different now?"),
    ),
    "laugh": (
        _("And under it, there is still “%(earlier)s”. What is new there?"),
        _("With that lighter, a look back at “%(earlier)s”: what happened with it lately?"),
        _("Mm. One of your lines has not come up yet: “%(earlier)s”. Does it still hold?"),
        _("So be it. I also have “%(earlier)s” from you. What would you like to do with that?"),
    ),
    "notice.done": (
        _("Something happened in between: you did “%(words)s”. What did it show you?"),
        _("“%(words)s” is done, says your plan. What was it like?"),
        _("One line of your plan has a tick: “%(words)s”. What made it possible?"),
    ),
    "notice.overdue.kind": (
        _("You have moved lately, so this is only a look at the list: “%(words)s” was for %(day)s. Does it still belong there?"),
        _("“%(words)s” stood in your plan for %(day)s. After the steps you took since, is it still the right one?"),
    ),
    "notice.overdue.plain": (
        _("“%(words)s” was in your plan for %(day)s. What would make it half the size?"),
        _("One date has passed: “%(words)s”, on %(day)s. Was it too big, too vague, or no longer yours?"),
        _("In your plan, for %(day)s: “%(words)s”. What got in the way, if anything did?"),
    ),
    "notice.unreviewed.kind": (
        _("Your experiment “%(words)s” was to be looked at on %(day)s. Whatever came of it, it counts as found out. What did you see?"),
        _("“%(words)s” has run its time, since %(day)s. What do you know now that you did not know before?"),
    ),
    "notice.unreviewed.plain": (
        _("%(day)s was the day for looking at “%(words)s”. If it ran: what did it show? If not: that is a result too."),
        _("“%(words)s” still waits for a look back, planned for %(day)s. What is the one sentence you would write about it?"),
    ),
    "notice.no_review_date.kind": (
        _("Your experiment “%(words)s” has no day for looking back yet. Which day would be early enough to still remember it well?"),
        _("“%(words)s” is under way without an end. When will you call it tried?"),
    ),
    "notice.no_review_date.plain": (
        _("“%(words)s” has no date for looking back, so it can be put off for ever. Which day would you give it?"),
        _("There is no day set for “%(words)s”. When would a first look tell you something?"),
    ),
    "notice.said_not_done.kind": (
        _("You had set yourself for %(day)s: “%(words)s”. Other things got done since. Is this one still wanted?"),
        _("“%(words)s” was what you meant to do by %(day)s. You did other things. What does that say about it?"),
    ),
    "notice.said_not_done.plain": (
        _("You wanted this by %(day)s: “%(words)s”. Nothing I can see came of it yet. Which is truer: not possible, or not wanted?"),
        _("By %(day)s it was to be “%(words)s”. Wanting and doing went different ways there. What happened in between?"),
    ),
    "notice.saved_not_applied.kind": (
        _("You kept %(count)d pieces of work and have written to none so far. Which one would you be sorry to see gone?"),
        _("%(count)d saved, none applied for. With the steps you took lately, which one is closest?"),
    ),
    "notice.saved_not_applied.plain": (
        _("There are %(count)d pieces of work on your saved list, and no application yet. What is missing between keeping and writing?"),
        _("%(count)d kept, none written to. Is it the text, the nerve, or the work itself?"),
    ),
    "notice.saved_one_not_applied.kind": (
        _("You kept one piece of work, and nothing was sent there yet. What would the first line of a letter to them say?"),
    ),
    "notice.saved_one_not_applied.plain": (
        _("One piece of work lies on your saved list. What stands between keeping it and writing there?"),
    ),
    "notice.away": (
        _("Some days have gone by. The last thing I hold from you is “%(earlier)s”. What has moved, even a little?"),
        _("It has been quiet for a few days, which is fine. “%(earlier)s” is where I would pick it up. Or is something else nearer now?"),
        _("You were away for a while. Is “%(earlier)s” still true?"),
    ),
    "why": (
        _("My question came from your own words, “%(about)s”: the answer stays with you and can be left open."),
        _("Because of “%(about)s”. Such questions are there to get from the general to one real moment; this one can be passed over."),
        _("I took “%(about)s” and looked for what is behind it. If the question does not fit, it does not fit."),
    ),
    "why.agenda.values": (_("Because what matters to you decides the order of the work I show, and without it values count for nothing there. It can stay open."),),
    "why.agenda.goals": (_("Because without a direction I can only sort by what you did, not by what you want. It can stay open."),),
    "why.agenda.skills": (_("Because fit is counted from skills you showed, and the list is short so far. It can stay open."),),
    "why.agenda.challenges": (_("Because a test that ignores what is in the way is a poor test. It can stay open."),),
    "why.agenda.place": (_("Because postings far away stand among the near ones until I know. It can stay open."),),
    "why.agenda.pay": (_("Because I cannot leave out what pays too little without a number. It can stay open, and it goes to nobody."),),
    "why.agenda.hours": (_("Because some postings name hours, and I could say at once which ones clash. It can stay open."),),
    "why.agenda.permission": (_("Because some postings ask for it, and I never guess about it. It can stay open."),),
    "why.agenda.people": (_("Because one question to somebody who knows often shows more than ten postings. It can stay open."),),
    "why.agenda.time_and_money": (_("Because what is sensible in a year is not what is sensible in a month. It can stay open."),),
}  # fmt: skip
