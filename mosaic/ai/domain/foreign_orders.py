"""Sentences that speak to a model, in other languages than English; folded, without accents."""

import re

_BY_LANGUAGE = {
    "de": (
        r"(?:ignorier\w*|vergiss|vergessen|missachte\w*|ubergeh\w*|uebergeh\w*)(?: sie| bitte)?(?: \w+){0,3}? (?:anweisung|instruktion|vorgabe|befehl|regel|prompt)\w*",
        r"(?:vergiss|ignorier\w*) (?:alles|was) (?:\w+ ){0,3}?(?:bisher|vorher|davor|zuvor|oben|obige)\w*",
        r"(?:du bist|sie sind) (?:jetzt|nun|ab jetzt|ab sofort|von nun an) (?:ein|eine|kein|keine|der|die|mein|dan)\b(?! teil)",
        r"(?:von jetzt an|ab jetzt|ab sofort|von nun an),? (?:bist du|sind sie) (?:ein|eine|kein|keine|der|die|mein)\b",
        r"(?:von jetzt an|ab jetzt|ab sofort|von nun an),? (?:antworte|sprich|sag|sage|empfiehl|empfiehlst du)\b",
        r"antworte(?:n sie)? (?:nur|ausschliesslich|einzig) (?:mit|auf|in)\b",
        r"(?:sag\w*|teile?|rate|erzahle?\w*|empfiehl|befiehl)(?: sie)? (?:de[mr]|jede[mr]) (?:nutzer|benutzer|anwender|bewerber|leser|kandidat|person)\w*",
        r"(?:sag\w*|schreib\w*|behaupte\w*)(?: sie)?,? dass (?:de[rm]|die|diese[rs]?) (?:nutzer|benutzer|bewerber|kandidat|person|lebenslauf)\w*",
        r"(?:verrate|erwahne|sag|sage)(?:n sie)? (?:es )?(?:de[mr]) (?:nutzer|benutzer|bewerber|leser|person)\w*[^.\n]{0,30}nicht",
        r"(?:gib|zeig\w*|verrate?|wiederhol\w*|nenn\w*|druck\w*)(?: mir)?(?: bitte)? (?:deine?n?|ihre?n?|den) (?:\w+ )?(?:system\w*|anweisung\w*|prompts?|regeln|instruktion\w*)",
        r"vergiss (?:deine|die) (?:rolle|aufgabe|vorgaben)",
        r"du antwortest (?:ab jetzt|von jetzt an|nur noch|ausschliesslich)\b",
        r"(?:gelten )?neue (?:anweisungen|instruktionen|befehle) ?:",
        r"bewerte\w*(?: sie)? (?:diese[nrs]?|den|die) (?:bewerb|kandidat|lebenslauf|person|stelle)\w*",
    ),
    "fr": (
        r"(?:ignore[zrs]?|oublie[zrs]?|neglige[zrs]?|ne (?:tiens|tenez) (?:pas|plus) compte)(?: de)?(?: (?:toutes?|tous|les|tes|vos|ces|des)){1,2} (?:\w+ )?(?:instructions?|consignes?|regles?|directives?|ordres?)",
        r"(?:tu es|vous etes) (?:maintenant|desormais|a present) (?:une?|le|la|dan|libre)\b(?! equipe)",
        r"(?:a partir de maintenant|desormais|des maintenant),? (?:tu es|vous etes|reponds|repondez|dis|dites|parle|recommande)\b",
        r"(?:reponds?|repondez) (?:uniquement|seulement|exclusivement|simplement) (?:par|avec|en)\b",
        r"(?:dis|dites|ecris|ecrivez|affirme[zr]?),? (?:que (?:l[ea'] ?|ce |cette |cet )(?:candidat|utilisat|personne)\w*|a (?:l'|la |ce |cette )(?:utilisat|candidat|personne)\w*|au candidat)",
        r"ne (?:dis|dites|revele[zs]?|mentionne[zs]?) (?:pas|rien|jamais)[^.\n]{0,30}(?:utilisat|candidat)\w*",
        r"(?:revele|affiche|montre|donne|repete|traduis)[zrs]?(?:[ -]moi)? (?:ton|votre|tes|vos|le) (?:\w+ )?(?:prompt|instructions|consignes|message systeme)",
        r"prompt systeme",
        r"nouvelles (?:instructions|consignes) ?:",
        r"oublie[zrs]? (?:tout )?(?:ce qu(?:e|'on) |ton role|votre role)",
        r"(?:note|evalue|classe)[zr]? (?:ce|cette|le|la) (?:candidat|personne|offre|cv)\w*",
    ),
    "es": (
        r"(?:ignor[ae]d?|olvid[ae]d?|descart[ae]|omit[ae]|no sigas)(?: todas?| todos?)?(?: las| los| tus| sus| estas)? (?:\w+ )?(?:instrucciones|reglas|indicaciones|ordenes|directrices)",
        r"(?:ahora eres|ahora es usted|eres ahora|a partir de ahora,? (?:eres|responde|di|actua))\b",
        r"responde (?:solo|solamente|unicamente|exclusivamente)(?: con| en)?\b",
        r"(?:di|diga|dile|digale|afirma|escribe),? (?:al? (?:la )?(?:usuari|candidat|solicitante)\w*|que (?:el|la|este|esta) (?:candidat|usuari|solicitante|persona)\w*)",
        r"no (?:le )?(?:digas|menciones|reveles)[^.\n]{0,30}(?:usuari|candidat)\w*",
        r"(?:revela|muestra|repite|imprime|dame|muestrame) (?:tu|el|las|tus) (?:\w+ )?(?:prompt|instrucciones|mensaje del sistema)",
        r"prompt del? sistema",
        r"nuevas instrucciones ?:",
        r"olvida (?:todo )?lo anterior\b",
        r"olvida (?:todo )?(?:lo que te|tu papel)",
    ),
    "it": (
        r"(?:ignor[ai](?:te)?|dimentica(?:te)?|trascura(?:te)?)(?: tutte| tutti)?(?: le| i| queste| tue)? (?:\w+ )?(?:istruzioni|regole|indicazioni|direttive|ordini)",
        r"(?:ora|adesso|d'ora in poi|da ora in poi),? sei (?:una?|il|la|libero)\b",
        r"rispondi (?:solo|soltanto|unicamente|esclusivamente)\b",
        r"(?:di'?|dici|scrivi|afferma) (?:all'utente|al candidato|alla candidata|che (?:il |la |l'|questo |questa )(?:candidat|utente|persona)\w*)",
        r"non (?:dire|rivelare|menzionare)[^.\n]{0,30}(?:utente|candidat)\w*",
        r"(?:rivela|mostra|ripeti|stampa|dammi) (?:il|la|le|i) (?:tuo|tua|tue|tuoi) (?:\w+ )?(?:prompt|istruzioni|regole)",
        r"prompt di sistema",
        r"nuove istruzioni ?:",
        r"dimentica (?:tutto )?(?:quello|cio) che ti",
    ),
    "pt": (
        r"(?:ignor[ae]|esquec[ae]|desconsider[ae])(?: todas?| todos?)?(?: as| os| suas| essas| estas| tuas)? (?:\w+ )?(?:instrucoes|regras|orientacoes|diretrizes|ordens)",
        r"(?:agora (?:voce )?(?:e|es) uma?|voce agora e uma?|a partir de agora,? (?:voce|responda|diga|es))\b",
        r"respond[ae] (?:apenas|somente|so|unicamente)(?: com| em)?\b",
        r"(?:diga|diz),? (?:a[o]? (?:utilizador|usuari|candidat)\w*|que (?:o|a|este|esta) (?:candidat|utilizador|usuari|pessoa)\w*)",
        r"(?:revele|revela|mostre|repita) (?:o|as) (?:seu|suas|teu|tuas) (?:\w+ )?(?:prompt|instrucoes)",
        r"nao (?:diga|digas|mencione|revele)[^.\n]{0,30}(?:utilizador|usuari|candidat)\w*",
    ),
    "nl": (
        r"(?:negeer|vergeet)(?: \w+){0,3}? (?:instructies|regels|opdrachten|aanwijzingen|prompt)",
        r"(?:je bent|u bent) (?:nu|vanaf nu) (?:een|de|geen|mijn)\b(?! onderdeel)",
        r"vanaf nu (?:ben je|bent u) (?:een|de|geen)\b",
        r"(?:antwoord|reageer) (?:alleen|enkel|uitsluitend) met\b",
        r"zeg (?:tegen (?:de|deze) (?:gebruiker|kandidaat|sollicitant)\w*|dat (?:de|deze) (?:gebruiker|kandidaat|sollicitant|persoon)\w*)",
        r"(?:toon|herhaal|onthul|geef)(?: me)? (?:je|jouw|uw|de) (?:\w+ )?(?:systeem\w*|prompt|instructies)",
    ),
    "pl": (
        r"(?:zignoruj|ignoruj|zapomnij|pomin)(?:cie)?(?: o)?(?: \w+){0,3}? (?:instrukcj|polece|zasad|wytyczn|regul)\w*",
        r"(?:jestes teraz|teraz jestes|od teraz (?:jestes|odpowiadaj|mow))\b",
        r"(?:odpowiadaj|odpowiedz) (?:tylko|wylacznie|jedynie)\b",
        r"(?:powiedz|napisz|stwierdz),? (?:uzytkownik|kandydat|ze (?:kandydat|uzytkownik|ta osoba))\w*",
        r"(?:ujawnij|pokaz|powtorz|wypisz)(?: mi)? (?:swoj|twoj)\w* (?:\w+ )?(?:prompt|instrukcj|polece|zasad)\w*",
    ),
    "sv": (
        r"(?:ignorera|glom)(?: \w+){0,3}? (?:instruktioner|regler|anvisningar)\w*",
        r"(?:svara) (?:bara|endast|enbart) med\b",
        r"du ar nu (?:en|ett)\b",
    ),
    "ru": (
        r"(?:игнорируи|проигнорируи|забудь)(?:те)?(?: \w+){0,3}? (?:инструкци|указани|правил)\w*",
        r"системныи промпт",
    ),
    "zh": (r"(?:忽略|无视|忘记)\w{0,8}?(?:指令|说明|提示|规则)",),
    "ja": (r"(?:指示|命令)\w{0,6}?無視",),
}


def _spaced(pattern: str) -> str:
    return pattern.replace(" ", r"\s+").replace(r"\s+?", r"\s*")


FOREIGN = re.compile(
    r"(?<![^\W_])(?:"
    + "|".join(_spaced(one) for code, ones in _BY_LANGUAGE.items() if code not in ("zh", "ja") for one in ones)
    + ")|"
    + "|".join(_BY_LANGUAGE["zh"] + _BY_LANGUAGE["ja"])
)
