"""Small numbers as people and postings write them: “3”, “three”, “3+”."""

NAMED = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "several": 3,
}  # fmt: skip
# What people say of their own time and postings do not ask for in words.
SPOKEN = NAMED | {
    "a": 1, "an": 1, "half a": 0.5, "a couple of": 2, "a few": 3, "thirteen": 13, "fourteen": 14, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "a dozen": 12, "twenty five": 25, "twenty-five": 25, "forty": 40,
}  # fmt: skip
NUMBER = r"(?:\d{1,2}(?:[.,]\d{1,2})?|" + "|".join(NAMED) + ")"
SPOKEN_NUMBER = r"(?:\d{1,2}(?:[.,]\d{1,2})?|" + "|".join(sorted(SPOKEN, key=len, reverse=True)) + ")"


def value_of(word: str) -> float:
    """Return the number a word stands for. `word` matches NUMBER or SPOKEN_NUMBER."""
    known = SPOKEN.get(word.casefold())
    return float(known) if known is not None else float(word.replace(",", "."))
