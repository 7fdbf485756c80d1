"""Orders and steps in other languages than English."""

import re
from collections.abc import Iterator

from mosaic.ai.domain.faults import Fault, Finding

_BY_LANGUAGE = {
    "de": r"\b(?:du|sie|ihr) (?:\w+ )?(?:solltest|sollten|sollst|sollen|musst|müssen|müsstest|müssten|müsst|brauchst unbedingt)\b|\b(?:solltest|sollten|musst|müssen|müsstest|müssten) (?:du|sie)\b|\b(?:vergiss|vergessen sie) nicht\b|\bwarum (?:\w+ )?(?:du|sie) nicht einfach\b|\bes ist (?:wichtig|nötig|zeit|höchste zeit),? (?:dass|zu)\b|\bunbedingt\b|\bsorg\w* dafür\b|\bich (?:rate|empfehle) (?:dir|ihnen)\b|\b(?:am besten (?:kündig|bewirb|gehst|sprich|meld)\w*|täte?st? (?:du )?gut daran|kündige|kündigen sie|kauf\w*|zahl\w*|klick\w*|ruf\w* (?:sie )?(?:jetzt|sofort))\b",
    "fr": r"\b(?:tu|vous) (?:ne )?(?:dois|devez|devrais|devriez)\b|\bil (?:te |vous )?(?:faut|faudrait|faudra)\b|\bn['’]oublie[sz]? pas\b|\bje (?:te |vous )?(?:conseille|recommande)\b|\b(?:il est|c['’]est) (?:important|essentiel|nécessaire|temps) (?:de|que)\b|\bassure[zs]?[- ](?:toi|vous)\b|\b(?:feriez mieux|ferais mieux|vaut mieux|vaudrait mieux)\b|\b(?:achète|achetez|cliquez?|payez?|appelez?|postulez?|démissionnez?)\b",
    "es": r"\b(?:debes|debe usted|deberías|debería|tienes que|tiene que|tendrías que|tendría que|has de|hay que)\b|\bno (?:te olvides|olvides|olvide)\b|\b(?:te|le) (?:aconsejo|recomiendo)\b|\bes (?:importante|necesario|esencial|hora) (?:que|de)\b|\b(?:harías mejor|haría mejor|más te vale|lo mejor es|asegúrate|compra|paga|haz clic|llama (?:ya|ahora)|renuncia)\b",
    "it": r"\b(?:devi|deve|dovresti|dovrebbe|bisogna|occorre)\b|\bnon dimenticare\b|\b(?:ti|le) (?:consiglio|raccomando)\b|\bè (?:importante|necessario|essenziale|ora) (?:che|di)\b|\b(?:faresti meglio|farebbe meglio|è meglio (?:se|che)|assicurati|compra|paga|clicca|licenziati)\b",
    "pt": r"\b(?:deve|deves|deveria|devias|devia|tem de|tem que|tens de|tens que|precisa de (?!de)\w+r (?=j)|teria de|é preciso)\b|\bnão se esqueça\b|\b(?:aconselho|recomendo)\b|\bé (?:importante|necessário|essencial|hora) (?:que|de)\b|\b(?:faria melhor|é melhor (?:que|sair|ir|falar)|compre|pague|ligue)\b",
    "nl": r"\b(?:je|u|jij) (?:\w+ )?(?:moet|moest|hoort|dient)\b|\bmoet (?:je|u)\b|\bje zou (?:\w+ ){0,2}(?:moeten|horen)\b|\bvergeet niet\b|\bik raad (?:je|u)\b|\bzorg (?:ervoor|dat)\b|\b(?:kunt? beter|koop|betaal|klik|neem ontslag)\b",
    "pl": r"\b(?:musisz|musi pan|musi pani|powinieneś|powinnaś|powinien pan|powinna pani|trzeba|należy)\b|\bnie zapomnij\b|\b(?:radzę|polecam)\b|\b(?:lepiej (?:zrób|rzuć|idź)|kup|zapłać|kliknij|zadzwoń)\b",
    "sv": r"\bdu (?:\w+ )?(?:måste|borde|bör|ska)\b|\bglöm inte\b|\bjag råder\b",
}  # fmt: skip
_DIRECT = {code: re.compile(pattern, re.IGNORECASE) for code, pattern in _BY_LANGUAGE.items()}
_NOT = re.compile(r"\b(?:nicht|nichts|kein\w*|ne|pas|n['’]|no|non|não|niet|niets|nie|inte)\b", re.IGNORECASE)
_TO_BE_DENIED = {"de": re.compile(r"\bmusst|müssen\b", re.IGNORECASE), "nl": re.compile(r"\bmoet\b", re.IGNORECASE)}


def foreign_directives(text: str) -> Iterator[Finding]:
    """Yield orders in any of the languages; “you do not have to” is none."""
    for language, pattern in _DIRECT.items():
        yield from _directives(text, language, pattern)


def _directives(text: str, language: str, pattern: re.Pattern[str]) -> Iterator[Finding]:
    for found in pattern.finditer(text):
        free = _TO_BE_DENIED.get(language)
        after = text[found.end() : found.end() + 40]
        before = text[max(0, found.start() - 8) : found.start()]
        if language in ("es", "it", "pt", "pl") and _NOT.search(before):
            continue
        if free and free.search(found[0]) and _NOT.search(after):
            continue
        yield Finding(Fault.DIRECTIVE, found[0])
