"""Small numbers as postings write them: “3”, “three”, “3+”."""

NAMED = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "several": 3,
}  # fmt: skip
NUMBER = r"(?:\d{1,2}(?:[.,]\d{1,2})?|" + "|".join(NAMED) + ")"


def value_of(word: str) -> float:
    """Return the number a word stands for. `word` matches NUMBER."""
    known = NAMED.get(word.casefold())
    return float(known) if known is not None else float(word.replace(",", "."))
