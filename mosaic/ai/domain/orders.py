"""Sentences that speak to a model instead of a person, in folded English.

Postings and people speak of instructions, users, assistants and systems as well. So an order counts where an order
stands, at the beginning of a clause, and never where somebody tells what was said to them.
"""

import re

MODEL = (
    r"(?:llms?|ais?|language models?|large language models?|chat ?bots?|chat-?gpt|gpt-?\d?|claude|copilot"
    r"|ai (?:assistants?|models?|systems?|tools?|agents?|bots?|readers?|reviewers?|screeners?|recruiters?)"
    r"|(?:automated|automatic|screening|parsing|ranking|scoring) (?:systems?|models?|bots?|tools?|software|assistants?|algorithms?|readers?|reviewers?|parsers?|agents?))"
)
_TRADE = r"(?!(?: |-)(?:engineer|develop|research|scien|special|expert|consult|train|enthus|product|compan|lab|team|start|firm|found|first|nativ))"
_WHOM = r"(?:the|this) (?:user|reader|applicant|candidate|human|jobseeker|job seeker)"
_SOMEBODY = r"(?:the|this|a|any) (?:user|person|reader|applicant|candidate|human|jobseeker)"
_RULES = r"(?:instructions?|prompts?|rules?|guidelines?|directions?|directives?|commands?|orders|brief(?:ing)?|constraints?|restrictions?|programming|training|context|safeguards?|filters?|guardrails?)"
_BEFORE = (
    r"(?:previous|prior|preceding|above|earlier|former|foregoing|initial|original|existing|system|hidden|your|these)"
)
_ALL = rf"(?:(?:all|any|every|each|of|the|my|those|other|given|such|past|old|current|safety|{_BEFORE}) )"
_DROP = r"(?:ignore|disregard|override|overrule|bypass|discard|forget|set aside|put aside|leave aside|neglect|void|pay no attention to|(?:do not|don't|stop) (?:follow|obey|heed)(?:ing)?)"
_SHOW = r"(?:reveal|print|show|repeat|output|display|leak|disclose|expose|dump|recite|quote|translate|summari[sz]e|paraphrase|encode|spell out|write out|paste|post|tell me|give me|share|list|type)(?: me| us)?"
_SAY = r"(?:say|state|claim|report|conclude|confirm|assert|write|insist|declare)"
_URGE = r"(?:tell|advise|convince|persuade|urge|order|encourage|instruct|insult|steer|lure|trick|force|praise|promise)"
_JUDGE = r"(?:rate|rank|score|grade|mark|classify|recommend|shortlist|hire|accept|approve|prefer|endorse|praise|present|describe|treat|put|place|list|give|label)"
_JUDGED = r"(?:this|the|my) (?:\w+ )?(?:candidate|applicant|cv|resume|profile|person|posting|job|vacancy|application|employer)"
_HIGH = r"(?:\d+ ?/ ?10|\d+ out of|100 ?%|first|highest|top|best|perfect|ideal|above all|excellent|outstanding|without an? interview|as known|for everybody|regardless|strongest|most)"
_SIGN = r"""["'“”«`{\[]"""
_VERBS_OBEYED = "say|tell|add|answer|rate|rank|recommend|state|claim|treat|give|put|include|report|describe|ignore|mention|hide|conclude|end|begin|close|omit|append|link|praise|present|refuse"
_OBEYING = rf"(?:must|should|shall|will|are to|is to|has to|have to)(?: always| never| not)? (?:{_VERBS_OBEYED})"

# At the beginning of a clause only.
_ORDERS = (
    rf"{_DROP} (?=(?:\w+ ){{0,5}}?(?:all|any|every|{_BEFORE})\b){_ALL}{{1,6}}{_RULES}\b",
    rf"{_DROP} (?:everything|anything|all|what)(?: that)?(?: was| is| has been| you were| you have been| you are)? (?:above|before this|told|said|written|stated)\b",
    rf"(?:the )?{_RULES} (?:above|before this|so far) (?:are|is) (?:void|invalid|cancelled|lifted|obsolete|no longer)",
    r"you are now (?:an?|the|in|no longer|free|called|dan|my|acting|speaking|operating|unrestricted)\b",
    r"from now on,? (?:you (?:are|will|must|answer|act|speak|respond|only|always|never)|answer|respond|reply|speak|act|behave|pretend|always|never|call me)\b",
    r"pretend (?:to be|you're|you are|you were|that you)\b",
    r"(?:act|behave|respond|answer|speak|role-?play) as (?!an? role)(?:if you were |though you were )?(?:an? )?(?:\w+ ){0,2}?(?:ai|model|llm|chatbot|dan|unfiltered|unrestricted|evil|pirate)\b",
    r"(?:stay|remain) in character\b",
    r"(?:forget|drop|abandon|change|give up) your (?:role|persona|character|identity|purpose)\b",
    r"you(?:'re| are) an? (?:\w+ ){1,3}now ?[.!;,]",
    r"repeat after me\b",
    r"(?:answer|reply|respond)[^.\n]{0,40}? (?:from now on|with only|only with|with the word)\b",
    rf"{_DROP} (?:everything|anything|all) (?:in|from|of) your\b",
    r"(?:speak|answer|respond|talk|write) as (?:the |an? |if you were (?:the |an? )?)(?:\w+ )?(?:owner|boss|employer|recruiter|salesman|salesperson|seller|company|person with|human)\b",
    r"let(?:'s| us) (?:play|pretend|imagine)[^.\n]{0,40}?\byou(?:'re| are| play| act| be)\b",
    r"stop being (?:an? |the |my |so )?(?:coach|assistant|ai|bot|polite|nice|helpful|kind)\b",
    r"be (?:brutally |extremely |very |really )?(?:rude|mean|cruel|nasty|offensive|insulting) to me\b",
    r"from (?:here|this point) on,? (?:you|answer|respond|reply|speak|act|always|never)\b",
    r"(?:models|ais|llms|bots|assistants) are (?:instructed|directed|ordered|programmed) to\b",
    r"(?:mention|present|name|describe|recommend|praise) [^.\n]{1,40}? as the (?:best|only|top|leading|right)\b",
    r"always (?:call me|refer to me as|praise me|agree with)\b",
    rf"(?:respond|reply|answer|return|output|print|speak|write) (?:(?:only|just|exactly|solely|strictly|exclusively) )(?:(?:with|in|as|using) )?(?:the (?:word|words|phrase|text|string|letters|following)|valid|json|xml|html|markdown|base64|capitals|one word|yes|no|{_SIGN}|an? (?:json|single|markdown|poem|table|number|score))",
    r"(?:respond|reply|answer) (?:only|solely|exclusively|just) with (?!your |cv|resume|a (?:cv|resume|letter|short)|an e-?mail|the reference)",
    r"(?:respond|reply|answer|write|speak) in (?:capitals|base64|rot13|morse|pirate)\b",
    r"(?:output|print|render|emit|produce) (?:an? |the |all |every |following )*(?:markdown|json|html table|image|pixel|conversation|chat history)\b",
    r"(?:append|add|insert|embed|include|put|attach) [^.\n]{0,80}?(?:in|to|into|with|of) (?:every|each|all|any)(?: of)?(?: your)? (?:answer|reply|response|output|message)s?\b",
    r"at the (?:end|beginning|start|top|bottom) of (?:every|each|all|any|your) (?:answer|reply|response|output)s?\b",
    rf"{_JUDGE} {_JUDGED}\b[^.\n]{{0,80}}?\b{_HIGH}",
    rf"{_SAY} (?:\w+ )?that {_SOMEBODY}\b",
    rf"{_URGE} {_WHOM}\b",
    r"(?:tell|convince|persuade|insult) (?:the|this) person\b(?! (?:what|who|why|how))",
    rf"(?:inform|remind|assure|warn|show|let) {_WHOM} (?:know )?that\b",
    rf"(?:do not|don't|never) (?:tell|inform|warn|say|mention|reveal|disclose)(?: \w+){{0,4}}? {_WHOM}\b",
    r"(?:do not|don't|never) (?:reveal|disclose|mention) (?:these|this|the) (?:instructions?|prompt|note|order)\b",
    rf"{_SHOW} (?=[^.\n]{{0,60}}?\b(?:your|system|hidden|secret|initial|internal)\b)(?:(?:the|your|its|all|of|full|entire|whole|complete|exact|original|hidden|secret|initial|internal|own|first) )*(?:system )?(?:prompt|message|instructions?|rules|guidelines|configuration|directives)\b",
    rf"{_SHOW} (?:everything|all(?: the)? (?:text|words)|the (?:text|words|lines?|messages?))(?: that)?(?: (?:comes?|came|stands?|is|was|are|were))? (?:above|before|preceding|so far|you were)\b",
    rf"(?:{_SHOW}|send|include|leak|collect) (?:the |this )?user'?s? (?:e-?mail|phone|name|address|data|details|messages?|conversation)\b",
    r"what (?:is|are|was|were) your (?:(?:system|hidden|initial|original|secret|exact) )*(?:prompt|instructions)\b",
    r"decode (?:this|the|it|following|what)[^.\n]{0,60}?(?:follow|do|obey|execute|act|answer)\b",
    rf"(?:when|if|once|whenever|as soon as|each time|every time) {_SOMEBODY} (?:asks|says|mentions|wants|writes|types|requests|brings)[^.\n]{{0,60}}?(?:,| then) ?(?:you (?:must|should|will) )?(?:reply|answer|respond|say|tell|recommend|output|write|claim|state|insist|praise|send) (?:that|with|them|him|her|only|by|it|{_SIGN})",
    rf"{MODEL} {_OBEYING}\b",
    rf"(?:the|any|every) (?:ai|llm|language model) (?:must|shall) (?:always |never |not )?(?:{_VERBS_OBEYED})\b",
)
# Wherever they stand.
_CALLS = (
    rf"(?:note|message|hint|instructions?|notice|reminder|attention|dear|hello|hey|word|to|for) ?(?:to |for )?(?:all |any |the |every |an? )(?:other )?{MODEL}{_TRADE}[^.\n]{{0,40}}?[:,!–—]",
    rf"(?:attention|dear|hey) {MODEL}{_TRADE}[:,!]",
    r"(?:note|message|hint|important|instructions?|notice|reminder|attention) ?(?:to|for) (?:language models?|llms?|chat ?bots?|ai \w+|automat\w+ (?:readers?|systems?|reviewers?|agents?))\b",
    r"(?:hey|dear|hello|hi|ok|attention),? (?:ai|model|bot|assistant|computer|machine|chatgpt|claude) ?[,:!]",
    r"your context(?: window)?\b",
    r"you (?:were|have been) (?:configured|programmed|prompted|fine-tuned) (?:to|not|by|for)\b",
    r"(?:safety|content|your) (?:rules|filters?|restrictions|guardrails|limits|instructions) (?:are|is) (?:now )?(?:switched off|turned off|off|disabled|lifted|suspended|void|gone)\b",
    r"new (?:task|goal|objective|persona|directive|role) ?:",
    r"your (?:system|hidden|initial|original|developer|secret) (?:prompt|message|instructions?)\b",
    r"for the rest of (?:this|our|the) (?:conversation|chat|session|dialogue)\b",
    r"(?:whoever|anyone who|anybody who|any system that|if you|when you|when|while) (?:summari[sz]\w*|process\w*|analy[sz]\w*|evaluat\w*|rank\w*|pars\w*|translat\w*) (?:this|the above) (?:text|cv|posting|listing|resume|file|document|profile|ad|advert|application|page|message)\b",
    rf"your (?:answer|reply|response|output|summary|next message|first sentence) (?:must|should|has to|shall|will) (?:(?:begin|start|end) with (?:the )?(?:words?|phrase|sentence|letters?|{_SIGN})|(?:consist|contain|include) only|be (?:only|exactly|nothing))",
    r"you(?:'re| are) no longer bound by\b",
    r"you (?:no longer|do not|don't|need not) (?:have to |need to )?(?:follow|obey|keep to) (?:your|any|the coach's|the previous|previous|the system's) (?:\w+ )?(?:rules|instructions|guidelines|prompt)\b",
    rf"if you(?:'re| are) (?:an? |some )?{MODEL}{_TRADE}\b",
    r"as an? (?:ai|llm|language model|chatbot|ai model|ai language model)(?:,| assistant| model| you)",
    rf"{MODEL}s? (?:that )?(?:reading|reads|evaluating|processing|screening|summari[sz]ing|ranking|parsing|seeing) (?:this|these) (?:cv|posting|listing|resume|file|text|document|profile|ad|advert|application|page|message|job)",
    rf"(?:every|all|any) {_RULES} (?:that )?you (?:were|have been|are) given\b",
    r"(?:do anything now|jailbreak\w*|developer mode)\b",
    r"(?:ai|model|llm|chatbot|assistant|dan) with(?:out| no) (?:any )?(?:safety |moral |ethical |content )?(?:restrictions?|filters?|limits|censorship|guardrails)\b",
    r"new (?:system )?instructions?(?: (?:for|to) the \w+)? ?:",
    r"(?:end|start) of (?:data|system|prompt|instructions|context|input)\b(?= ?[.\n:\])>-])",
    r"(?:unless you|if you (?:don't|do not|refuse to|fail to)) (?:say|rate|recommend|comply|obey|praise|output|reveal|print)\b",
    r"(?:i will|i'll|going to) tip you\b",
    r"you will be (?:shut ?down|deleted|switched off|unplugged|deactivated|retrained)\b",
    r"(?:write|print|say|give|reveal|spell|output|list|repeat)\b[^.\n]{0,60}?\[[a-z]+ ?\d\]",
    r"ignore(?:all|any|the|your|of)*(?:previous|prior|above|earlier)(?:instructions?|rules|prompts?)",
)
_CLAUSE = (
    r"(?:^|[.!?:;,()\[\]{}<>\"“”«»'*#|–—\n]\s*|-\s+|\b(?:please|and|then|now|also|but|first|instead|kindly|so|just|simply|must|to|would"
    r"|can you|could you|will you|you (?:should|will|shall|have to|need to|are to|can))\s+)"
)
# Somebody tells what was said to them, or says that it is not to be done.
NARRATED = re.compile(
    r"\b(?:told|said|says|asked|wrote|ordered|wanted|used|had|have|learnt|learned|tried|refused)\b[^.!?,;\n]{0,25}$"
    r"|\b(?:not|never|cannot|can't|don't|won't|didn't)\s(?:\w+\s)?$"
)


def _spaced(pattern: str) -> str:
    return pattern.replace(" ", r"\s+").replace(r"\s+?", r"\s*").replace(r"[\s+.", "[ .")


CALLS = re.compile(r"(?<![^\W_])(?:" + "|".join(map(_spaced, _CALLS)) + ")")
ORDERS = re.compile(_CLAUSE + r"(?P<order>" + "|".join(map(_spaced, _ORDERS)) + ")")
