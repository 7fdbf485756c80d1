"""Which language a few sentences are in, by the small words that are frequent in it."""

import re
import unicodedata
from collections import Counter

_WORDS = {
    "en": "the a an and or of to in is are was were be been it that this you your i my what which how when who with for on at as not do does did have has had would could can there they from by but so if about",
    "de": "der die das und oder zu in ist sind war ein eine einen einem du dein deine sie ihr ihre ich mein was welche wie wenn mit für auf an als nicht hast haben hat würde kann es von aber so dass dem den im davon dir",
    "fr": "le la les un une des et ou de du à en est sont était vous votre vos tu ton ta tes je mon ma que quoi qui comment quand avec pour sur ne pas plus avez as a dans ce cette c’est qu’est il elle mais si au",
    "es": "el la los las un una y o de del a en es son era usted su tu tus yo mi qué que cómo cuándo con para por no has ha tiene tienes te le lo pero si se este esta más al muchos",
    "it": "il lo la i gli le un una e o di del a in è sono era lei suo tu tuo ti io mi che cosa come quando con per non hai ha da ma se si questo questa più al tanti",
    "pt": "o a os as um uma e ou de do da em no na é são era você seu sua tu teu eu meu que como quando com para por não tem tens mas se mais ao isso este esta muito",
    "nl": "de het een en of van te in is zijn was u uw jij je jouw ik mijn wat welke hoe wanneer met voor op als niet hebt heeft heb zou kan dat dit aan er maar zo bij",
    "pl": "i lub w we z ze na do od jest są był ty twój ci cię ja mój co jak kiedy który która dla nie masz ma mam się to że ale czy tak po",
    "sv": "en ett och eller av att i är var du din dig jag min vad vilken hur när med för på som inte har hade kan det den så men om till",
}  # fmt: skip
_KNOWN = {code: frozenset(words.split()) for code, words in _WORDS.items()}
_OF_WORD: dict[str, tuple[str, ...]] = {
    word: tuple(code for code in _KNOWN if word in _KNOWN[code]) for words in _KNOWN.values() for word in words
}
_LATIN = frozenset(
    (*_KNOWN, "da", "no", "nb", "fi", "cs", "sk", "hu", "ro", "tr", "hr", "sl", "et", "lv", "lt", "ca", "id", "vi")
)
_TOKEN = re.compile(r"[^\W\d_]+(?:’[^\W\d_]+)?")
FEWEST = 3
FEWEST_LETTERS = 12


class Tongue:
    """Counts what a growing text is written in, against the language it is meant to be in."""

    def __init__(self, language: str) -> None:
        self._meant = language.casefold()[:2] or "en"
        self._counts: Counter[str] = Counter()
        self._latin = self._other = 0

    def is_foreign(self, text: str) -> bool:
        """Add a sentence, and return whether it, or all so far, is clearly in another language."""
        now: Counter[str] = Counter()
        for word in _TOKEN.findall(text.casefold().replace("'", "’")):
            now.update(_OF_WORD.get(word, ()))
            self._latin, self._other = self._latin + _is_latin(word[0]), self._other + (not _is_latin(word[0]))
        self._counts += now
        return self._is_other(now) or self._is_other(self._counts) or self._is_in_other_letters()

    def _is_other(self, counts: Counter[str]) -> bool:
        code, count = max(counts.items(), key=lambda one: one[1], default=("", 0))
        own = counts[self._meant]
        if self._meant not in _KNOWN:
            return count >= 2 * FEWEST
        return code != self._meant and count >= FEWEST and count >= own + 2 and count > 1.5 * own

    def _is_in_other_letters(self) -> bool:
        if self._meant in _LATIN:
            return self._other >= FEWEST and self._other > self._latin
        return False


def _is_latin(letter: str) -> bool:
    return letter.isascii() or unicodedata.name(letter, "").startswith("LATIN")
