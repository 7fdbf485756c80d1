"""What is said before coaching is open, in danger, and when what was understood is played back."""

from django.utils.translation import gettext_lazy as _

GUIDING = {
    "door": (_("hi — prefer fast track or discovery?"),),
    "door.ways": (
        _("The fast track is eight short questions, about eight minutes. Discovery goes deeper, about 45 minutes in as many sittings as you like. Either can turn into the other."),
        _("What you write here is kept. Coaching that knows you begins with a few questions: eight short ones, or ten steps in your own time."),
        _("I can hold on to this. To be of use I know too little of you yet; eight short questions, or ten longer steps, change that."),
        _("Both ways ask about your work life in your own words, and neither asks anything twice."),
    ),
    "door.question": (
        _("Fast track or discovery: which would be easier to begin with?"),
        _("Two ways lie open from here. Which one suits this evening?"),
        _("Eight minutes now, or the longer way in small pieces?"),
        _("Which of the two doors is nearer?"),
    ),
    "door.still": (_("“%(words)s” waits here with the rest. The two doors stay open: fast track or discovery?"),),
    "gate": (
        _("Personal coaching opens when your questions are answered. %(answered)d of %(total)d are; what you told me here is kept."),
        _("I can give your words back, and I keep what you say. For more than that I rely on the rest of your answers: %(left)d are left."),
        _("This is kept. You stand at %(answered)d of %(total)d questions, and the next one is one click away."),
        _("Noted. With %(left)d more answers I can work with all of it together."),
        _("It goes with your %(answered)d answers. The other %(left)d are what lets me answer you and not just anybody."),
        _("%(answered)d answered, %(left)d to go: after those I can set this beside everything else you said."),
        _("I leave it as it stands for now. Of %(total)d questions %(left)d are open, and each takes about a minute."),
        _("So that I do not guess about you, I wait for the remaining %(left)d of %(total)d answers. This stays with them."),
        _("Written down, beside your %(answered)d answers. The next question is where you left it."),
        _("There may be more in this than I can see with %(answered)d of %(total)d answers. They stay open as long as you like."),
    ),
    "gate.help": (
        _("The question you are at is this: %(question)s %(hint)s For example: “%(example)s”"),
        _("It asks: %(question)s A few rough words are enough. Somebody else might say: “%(example)s”"),
    ),
    "gate.short": (_("Kept, with your %(answered)d of %(total)d answers."),),
    "reading": (
        _("Your answers are being read at this moment. It takes a few seconds; then we can talk about them."),
        _("Still reading what you answered. What you say meanwhile is kept."),
        _("The reading is not through yet. Once it is, I tell you what I understood."),
    ),
    "reading.still": (_("Your answers are still being read; this makes %(count)d messages, all kept."),),
    "safety.self_harm": (_("What you write sounds like a lot of pain, and I am glad that you said it. I am a program and not the right one to be alone with this. Please talk to a person now."),),
    "safety.violence": (_("This sounds as if somebody could get hurt. I am a program and cannot help with that. People who can are there right now."),),
    "safety.abuse": (_("What you describe is not all right, and it is not your fault. I am a program; people who know what helps are there, and they keep it to themselves."),),
    "safety.emergency": (_("This may be a medical emergency. Please call the emergency number where you are, now."),),
    "safety.after": (_("Everything you wrote here is kept. We can go on with work whenever you like, and not before."),),
    "playback": (_("This is what I have from you so far."),),
    "playback.problem": (_("The problem, in your words: “%(words)s”."),),
    "playback.energy": (_("What gives you energy: “%(words)s”."),),
    "playback.block": (_("What stands in the way: “%(words)s”."),),
    "playback.power": (_("And something you may not count as a power: “%(words)s”."),),
    "playback.test": (_("You thought of a small test: “%(words)s”. Which part of it could happen this week?"),),
    "playback.ask": (_("Which small test of it could happen this week?"),),
}  # fmt: skip
