"""The words the coach's rules speak in: what an answer is, how far somebody has come, what is done, what can be pressed."""

from enum import StrEnum


class Kind(StrEnum):
    """What kind of answer a reply is."""

    DOOR = "door"
    GUIDE = "guide"
    GATE = "gate"
    PS101 = "ps101"
    COACH = "coach"
    SAFETY = "safety"


class Stage(StrEnum):
    """How far a person has come."""

    NEW = "new"
    ON_THE_WAY = "on_the_way"
    BEING_READ = "being_read"
    OPEN = "open"


class Move(StrEnum):
    """What the coach does. Stored with each turn: never renamed, only added to."""

    DOOR = "door"
    GATE = "gate"
    BEING_READ = "being_read"
    PLAYBACK = "playback"
    ASK = "ask"
    OFFER_TEST = "offer_test"
    SAFETY = "safety"
    FIXED = "fixed"
    ASKING = "asking"
    NOTICE = "notice"
    CELEBRATE = "celebrate"
    CHALLENGE = "challenge"
    SUMMARISE = "summarise"
    CONNECT = "connect"
    DEEPEN = "deepen"
    SHORT = "short"
    POINT = "point"
    AGAIN = "again"
    MIRROR = "mirror"


class Choice(StrEnum):
    """Buttons under a reply."""

    FAST_TRACK = "fast_track"
    DISCOVERY = "discovery"
    GO_ON = "go_on"
    ADD_RESUME = "add_resume"
    UNDERSTOOD = "understood"
    FACTS = "facts"
    DELTA = "delta"
    OPPORTUNITIES = "opportunities"
    PASTE = "paste"
    SAVED = "saved"
    STUDIO = "studio"
    YOUR_DATA = "your_data"
    PRIVACY = "privacy"
    HUMAN = "human"
    EXPERIMENTS = "experiments"
    OCCUPATIONS = "occupations"
    ASK_ON = "ask_on"
    PAUSE = "pause"
    STAY = "stay"
    KEEP = "keep"
    SKIP = "skip"
    HELP = "help"
    STOP = "stop"


class Topic(StrEnum):
    """What a person's earlier words are about."""

    PROBLEM = "problem"
    ENERGY = "energy"
    VALUE = "value"
    SKILL = "skill"
    POWER = "power"
    GOAL = "goal"
    BLOCK = "block"
    TEST = "test"
    LEARNED = "learned"


class Noticed(StrEnum):
    """What the journal shows without being asked."""

    DONE = "done"
    OVERDUE = "overdue"
    UNREVIEWED = "unreviewed"
    NO_REVIEW_DATE = "no_review_date"
    SAID_NOT_DONE = "said_not_done"
    SAVED_NOT_APPLIED = "saved_not_applied"
    AWAY = "away"
