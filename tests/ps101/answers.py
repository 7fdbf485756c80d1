"""Answers for tests: eight of the Fast Track, in one person's words, and something another has done."""

FAST_TRACK = {
    "problem_statement": "After eleven years of night shifts as a warehouse supervisor I have no evenings left, and I want day work.",
    "miracle": "I have talked to two people who train others for a living, and I know whether I need a course.",
    "external_obstacles": "I have no certificate for teaching, and I am afraid they will think I am too old.",
    "steps_plan": "Ring Petra and ask what her days look like. Look up one course.",
    "best_fit": "I love explaining things to new people. A stable job and time for my family matter most to me.",
    "support_people": "Petra moved into training two years ago. I could ask her.",
    "success_sign": "People tell me that I explain well, and they ask me to train new staff and to plan the rota.",
    "experiment": "I will show one new colleague the returns procedure and ask what was unclear.",
}

CARE = {
    "kind": "care",
    "title": "Caring for my mother",
    "began": "2019",
    "is_ongoing": True,
    "did": "I cooked her meals, gave her her medication and kept the budget.",
}
