"""What is said to what is asked for: plainly for everybody, and around a person's own words once some are known."""

from django.utils.translation import gettext_lazy as _

FIXED = {
    "fixed.human": (_("A person can be the better choice. This place has no coach of its own; a library, a union, a job centre or somebody you trust often knows one nearby."),),
    "fixed.human.here": (_("A person can be the better choice. Here is where to find one."),),
    "fixed.fast_track": (_("The fast track it is: eight short questions. One click and the first one is in front of you."),),
    "fixed.discovery": (_("Discovery it is: ten steps, one question at a time, and you can stop after any of them."),),
    "fixed.resume": (_("The résumé studio does that. It works only with what you really did: your old résumé, or your answers here."), _("For the résumé there is the studio; it takes your old one or begins from your answers, and invents nothing.")),
    "fixed.jobs": (_("Here is the list, ordered by what you told me, with the reasons beside each one. The more I know, the better the order."), _("The list of work is one click away. Each line says why it stands where it stands.")),
    "fixed.stuck": (_("Being stuck is a real place, and it has exits. Two ways to begin: eight short questions, or ten steps in your own time. Which one suits today?"),),
    "fixed.about": (_("I am Mosaic’s coach, a program and not a person. I hold up a mirror: I repeat your words, ask one question at a time and offer a small step. I know what you told me here and nothing else."), _("A program, yes. I work by rules that anybody can read, with your words and no opinion of my own.")),
    "fixed.privacy": (_("What you write stays in this service, encrypted under a key of your own, and goes to nobody, unless you yourself let a language model see a masked text. It is erased when you say so, or some weeks after your last visit."), _("Nobody at your work can find it here: there is no account, no e-mail and no name on it. Your data page shows everything that is kept.")),
    "fixed.delete": (_("All of it can be erased by you, at once and for good, on the page of your data. Single lines can be taken out where you see them."),),
    "fixed.known": (_("I know what you wrote here and what was read in files you brought, nothing from elsewhere. So far that is not much."),),
    "fixed.anger": (_("That missed the point, and being tired of it makes sense. In a few words: what were you hoping to get just now?"), _("Then my answer was no good. What would have been a useful one?")),
    "fixed.thanks": (_("You are welcome. It is your work that is in here."), _("Gladly. What you wrote is kept.")),
    "fixed.goodbye": (_("Until then. Everything is kept; you come back to exactly this place."), _("Good night, or good day. This place stays as you leave it.")),
    "fixed.greeting": (_("Hello. What is on your mind today?"), _("Hello again.")),
    "fixed.dont_know": (_("Not knowing is a fair answer. Something smaller: what did you do yesterday that felt lighter than the rest?"),),
    "fixed.other_language": (_("I am sorry, I only follow English well so far. Short, simple sentences are plenty, and your résumé can be in English too."),),
    "fixed.posting": (_("This reads like a posting. Pasted into the list of work, it is set beside what you told me, line by line."),),
    "fixed.good_news": (_("That really happened, and it is kept. What did you do that made it possible?"),),
    "fixed.bad_news": (_("That is a hard piece of news. It is kept, and nothing has to follow from it today."),),
    "fixed.repeating": (_("You are right, and that is tiring. Say in three words what this is about for you, and I start from there."),),
    "fixed.enough": (_("No more questions for now. You can write, and I keep it; or look around by yourself."),),
    "fixed.why": (_("Questions here are meant to get from the general to one real moment. Any of them can be left."),),
    "fixed.outside": (_("I do not know wages, laws or addresses: nothing is looked up outside. Postings that state their pay or their conditions say so in the list."),),
    "fixed.advice": (_("I cannot know that, and I will not pretend. What I can do is put your own reasons side by side, once I have some."),),
    "fixed.how_are_you": (_("I am a program, so there is no news from me. What is on your side?"),),
    "fixed.cost": (_("It costs you nothing, and there is nothing to buy. Whoever runs this place pays for it; your words are not the price."),),
    "fixed.account": (_("No account, no name, no e-mail, no password. What you write belongs to this browser, and a recovery code, if you make one, brings you back from another."),),
    "fixed.mistakes": (_("Mistakes are fine. Short, simple sentences are easiest for me, and nobody marks them."),),
    "fixed.optional": (_("Most questions can be left open and come back later; a few carry the rest and ask for some words, which may be rough. You can stop after any of them."), _("Stopping is possible after every question, and nothing is lost by it.")),
    "fixed.how_long": (_("The fast track takes about eight minutes, discovery about 45, in as many sittings as you like. Beside every question stands how much is left."),),
    "fixed.change": (_("Every answer can be changed afterwards; what it told before is then taken back with it."),),
    "fixed.joke": (_("I am no good at that, being a program for questions about work."),),
}  # fmt: skip

OWN = {
    "own.change": (_("Every answer can be changed, also the one with “%(earlier)s”; what it told before is then taken back with it."),),
    "own.how_long": (_("Talking here takes as long as you like. What is left of your questions stands beside them; “%(earlier)s” is already in."),),
    "own.mistakes": (_("Mistakes are fine. I understood “%(earlier)s” without trouble."),),
    "own.optional": (_("Every question can stay open. “%(earlier)s” you gave of your own accord."),),
    "own.cost": (_("It costs you nothing. “%(earlier)s” and the rest are not the price either: they go to nobody."),),
    "own.account": (_("No account, no name, no password. “%(earlier)s” hangs on this browser alone, and on a recovery code if you make one."),),
    "own.resume": (
        _("The studio does that, and only with what is true. “%(earlier)s” is a line I would look at first."),
        _("For that there is the résumé studio. From you it already has, for instance: “%(earlier)s”."),
        _("In the studio your résumé and your words here lie side by side. “%(earlier)s” is among them, waiting for a place."),
    ),
    "own.jobs": (
        _("The list is ordered by what you told me, for example by “%(earlier)s”, and says so line by line."),
        _("Work that may fit is listed with its reasons. One of them is yours: “%(earlier)s”."),
        _("There is a list, and “%(earlier)s” counts in it. Where it counts wrongly you can change the weights."),
    ),
    "own.stuck": (
        _("Stuck is a real place. From outside it I have one line of yours: “%(earlier)s”. When was that last so?"),
        _("Being stuck and “%(earlier)s” both come from you. What is between them?"),
        _("Part of you is not stuck: “%(earlier)s”. Where does that part get to in a week?"),
    ),
    "own.about": (
        _("I am a program, not a person. I hold up a mirror, with lines of yours such as “%(earlier)s”, and ask one question at a time."),
        _("A program with rules anybody can read. What I know of you is what you wrote, such as “%(earlier)s”."),
    ),
    "own.privacy": (
        _("Lines like “%(earlier)s” lie here encrypted under a key of your own and go to nobody, unless you let a language model see a masked text. You can erase all of it."),
        _("There is no account and no name on this. “%(earlier)s” and the rest can be seen, taken along or erased on your data page."),
    ),
    "own.delete": (
        _("All of it can go, at once and for good, on your data page; a single line such as “%(earlier)s” where you see it."),
    ),
    "own.known": (
        _("What I know is what you said. For instance: “%(earlier)s”. The whole list can be read and corrected."),
        _("Among other things: “%(earlier)s”. Everything I go by can be looked at, line by line."),
    ),
    "own.known.three": (
        _("Three lines of yours that I go by: “%(first)s”; “%(second)s”; “%(third)s”. The rest can be read and corrected in the list."),
    ),
    "own.anger": (
        _("Then I was beside the point. What you came with was “%(earlier)s”. What would help with that, even a little?"),
        _("Fair. I go back to your own words: “%(earlier)s”. Is that still what this is about?"),
        _("That did not help. Leaving my questions aside: “%(earlier)s”. What did I not see in it?"),
    ),
    "own.thanks": (
        _("It comes from you: “%(earlier)s” is your sentence."),
        _("Gladly. One of yours to take along: “%(earlier)s”."),
        _("You are welcome. “%(earlier)s” was worth hearing."),
        _("Thank you for writing it down. “%(earlier)s” is kept with it."),
    ),
    "own.goodbye": (
        _("Until then. I pick it up at “%(earlier)s”, or wherever you like."),
        _("Good night, or good day. “%(earlier)s” is here when you come back."),
        _("Enough for now. This place stays as it is, with “%(earlier)s” on top."),
    ),
    "own.greeting": (
        _("Hello. Last I have from you is “%(earlier)s”. What is on top today?"),
        _("Hello again. “%(earlier)s”: still so, or has something moved?"),
        _("Hello. We could begin at “%(earlier)s”, or at what happened today. Which is nearer?"),
    ),
    "own.dont_know": (
        _("Not knowing is a fair answer. Something smaller, from your own words: “%(earlier)s”. When was that last the case?"),
        _("Then from the other end: “%(earlier)s” you did know. What makes that one so clear?"),
        _("It can stay open. Meanwhile “%(earlier)s” is certain. What would be more of that, by a little?"),
        _("Nothing has to come at once. With “%(earlier)s” you were sure: how did you find that out?"),
    ),
    "own.other_language": (
        _("I follow only English well, I am sorry. What I have from you, “%(earlier)s”, I understood; short sentences like that are plenty."),
        _("In English I can follow; “%(earlier)s” came through clearly. Mistakes do not matter."),
        _("That I could not read, I am sorry. A line as simple as “%(earlier)s” is enough."),
    ),
    "own.posting": (
        _("That reads like a posting. Pasted into the list of work it is set beside your own lines, “%(earlier)s” among them, requirement by requirement."),
        _("Another posting. In the list of work I can lay it beside “%(earlier)s” and the rest, with what is met and what is open."),
    ),
    "own.repeating": (
        _("You are right, that was no help. Here is something that has not come up: “%(earlier)s”. What about that?"),
        _("Then I leave that line. A different one of yours: “%(earlier)s”. Is it nearer to what you mean?"),
        _("Sorry for going in circles. “%(earlier)s” we have not talked about. Would that be a better place?"),
    ),
    "own.enough": (
        _("No questions, then. “%(earlier)s” stays with me; you can just write."),
        _("I stop asking. What you write is kept beside “%(earlier)s”."),
    ),
    "own.why": (
        _("To get from “%(earlier)s” to one real moment. It can be left."),
        _("Because behind “%(earlier)s” there is more than fits in a line. It can be left."),
    ),
    "own.outside": (
        _("I do not know wages, rules or addresses: nothing is looked up outside. Postings in your list that state such things say so, also those close to “%(earlier)s”."),
        _("That I cannot know, and I would rather not guess. Somebody who does that work can; for “%(earlier)s” one question to one person may do."),
        _("Not something that is known in here. In the list, postings around “%(earlier)s” sometimes name it, in their own words."),
    ),
    "own.advice": (
        _("I cannot know that, and I will not pretend. A measure of yours is “%(earlier)s”. Held against that, which way does it lean?"),
        _("That one is yours. You gave yourself a yardstick: “%(earlier)s”. What does it say here?"),
        _("No verdict from me. But you wrote “%(earlier)s”. What would somebody who takes that seriously try first?"),
        _("If I answered, it would be a guess. “%(earlier)s” is not a guess, it is yours. How far does it carry here?"),
    ),
    "own.advice.both": (
        _("I cannot know that, and I will not pretend. On one side stands “%(earlier)s”, on the other “%(block)s”, both yours. Which weighs more tonight?"),
        _("You have both halves of it yourself: “%(earlier)s”, and “%(block)s”. What small shift would let the first one win?"),
        _("The answer is between two of your own lines, “%(earlier)s” and “%(block)s”. Which of them could be tested in a week?"),
    ),
    "own.how_are_you": (
        _("I am a program, so there is no news from me. On your side there was “%(earlier)s”. How is that?"),
        _("Unchanged, as programs are. And “%(earlier)s”, has that changed?"),
    ),
    "own.joke": (
        _("I am no good at that. What I do have is “%(earlier)s”, and it is yours. What is new with it?"),
        _("Not my trade, being a program. Yours has to do with “%(earlier)s”. How was it today?"),
    ),
    "own.human": (
        _("A person can be the better choice: a library, a union, a job centre or somebody you trust often knows one. “%(earlier)s” would be a good first sentence there."),
    ),
    "own.human.here": (_("A person can be the better choice. Here is where to find one."),),
    "own.fast_track": (_("The fast track can be gone through again at any time. Your words so far, like “%(earlier)s”, stay."),),
    "own.discovery": (_("Discovery takes what you already said, like “%(earlier)s”, and asks only what is new."),),
    "news.good": (
        _("“%(words)s”. That really happened. What did you do that made it possible?"),
        _("“%(words)s”: a fact, and yours. What was the moment in which it turned?"),
        _("“%(words)s”. Before it becomes ordinary: what did it take?"),
        _("So it came to that: “%(words)s”. What do you know now that you did not know before it?"),
    ),
    "news.bad": (
        _("“%(words)s”. That stings, and it is no verdict on you. Which part of it was in your hands, if any?"),
        _("“%(words)s”. Nothing has to follow from it today. What would make the evening easier?"),
        _("“%(words)s”. It cost something to get that far. What of the effort is worth keeping?"),
        _("“%(words)s”. One answer from one place. What did you learn about the place?"),
    ),
}  # fmt: skip
