"""The shapes in which postings offer what matters to people, or ask them to do without it.

Plain phrases lie in `data/value_words.toml`; here is what has too many forms to be listed. What a duty says of itself
(“serve guests”) offers nothing: a wording must speak of how the work is, not of what is done.
"""

import re
from collections.abc import Iterator

_TRAINING = r"(?:training|courses?|induction|education|supervision|mentoring|coaching|apprenticeship)"
_PAPER = r"(?:course|courses|class|training|exams?|certificate|licence|license|qualification|college|degree|studies|tuition|diploma)"
_FREE_TIME = r"(?:evenings?|nights?|weekends?|sundays?|saturdays?|fridays?|holidays)"
_COLLEAGUES = r"(?:team|colleagues|crew|bunch|workforce|staff)"

_OFFERED = {
    "autonomy": (
        r"\b(?:is|are) (?:yours to|entirely yours|up to you)\b",
        r"\byou (?:alone )?(?:decide|choose|plan|set|organi[sz]e) (?:how|what|which|in what order|your own|for yourself)\b",
        r"\b(?:free rein|free hand|a free hand)\b|\b(?:much|great|real|plenty of|a lot of|lots of|full|considerable) (?:freedom|autonomy|latitude|leeway|independence)\b|\bfreedom to (?:decide|choose|shape|try|plan|do|organi[sz]e)\b",
        r"\bautonomy\b|\bwe trust (?:you|our|each|people)\b|\b(?:no|without|nobody) (?:\w+ )?micro-?manag\w*|\bself-(?:organi[sz]\w+|managed|directed)\b|\bflat hierarch\w+\b|\bshort decision\b|\byou (?:work|will work|[’']ll work) (?:very |largely |mostly |quite )?(?:independently|autonomously)\b",
        r"\b(?:your|a) (?:very )?own (?:round|patch|diary|section|schedule|budget)\b|\byours to (?:arrange|plan|decide|run|shape)\b|\ba project of your own\b|\bfreely arranged\b|\ba (?:real )?say in\b",
    ),
    "security": (
        r"\b(?:secure|steady|stable|lasting|long[- ]term|crisis-proof) (?:job|jobs|work|employment|position|post|future|income|workplace)\b|\bjob security\b|\bsecurity of (?:employment|tenure)\b",
        r"\bwork all (?:the )?year\b|\b(?:all|the whole) year round\b|\bguaranteed (?:minimum|hours|shifts|work|income)\b|\b(?:hours|shifts|work) (?:are|is) guaranteed\b|\b(?:nobody|no one) (?:has|was|is) (?:ever )?(?:laid off|made redundant)\b|\bno (?:layoffs|redundancies)\b",
    ),
    "flexibility": (
        r"\bflexib(?:le|ly|ility) (?:about|with|in|on|around|regarding)?\s?(?:your |the |our )?(?:start|finish|schedul\w+|rotas?|rosters?|shifts?|working|work|hours|times?|days|planning|hybrid|arrangements?)\b|\bflexi(?:ble)?[- ]?time\b|\bflex(?:ible)?[- ](?:hours|time)\b|\b(?:hours|schedul\w+|times|rota|days) (?:is|are) flexible\b|\bflexible on (?:hours|days|times)\b",
        r"\b(?:hours|shifts|days|times|schedule|rota|start of the day|working day)\b[^.;]{0,25}\b(?:can|may|could) (?:also )?be (?:agreed|arranged|fitted|chosen|discussed|adjusted|adapted|split|spread|swapped|worked)\b|\bhours by (?:agreement|arrangement)\b",
        r"\b(?:choose|pick|set|arrange|decide|swap|plan) your (?:own )?(?:working )?(?:hours|shifts|days|times|schedule|rota|start|fridays)\b|\byou tell us (?:which|what|when)\b|\byour choice\b|\b(?:shift|rota|roster) wishes\b|\bself-roster\w*\b|\bwhichever (?:days|hours|shifts)\b",
        r"\bfit(?:s|ted|ting)? (?:in )?(?:around|round|with|to) (?:your|the|a|school|nursery|family|childcare|studies|other)\b|\b(?:around|round) (?:school|nursery|family|childcare|your (?:life|family|children|studies|other))\b|\bschool[- ]hours?\b|\bterm[- ]time only\b|\bcore (?:hours|time)\b(?! on)",
        r"\bwherever you (?:like|want|are|live|concentrate|work|prefer|choose|feel|happen)\b|\b(?:weeks?|days?|months?)\b[^.;]{0,20}\bfrom abroad\b|\bwork(?:ing)? from abroad\b|\bwork(?:ing)? from (?:home|anywhere|where you like)\b|\bwork where you (?:like|want)\b|\bcompressed (?:hours|week)\b|\b(?:four|4)[- ]day week\b|\bnine[- ]day fortnight\b|\bworking[- ]time (?:model|accounts?)\b|\bunlimited (?:leave|holiday|vacation|pto)\b",
        r"\b(?:part[- ]time|fewer hours|reduced hours|job[- ]?shar\w+|half[- ]time)\b[^.;]{0,35}\b(?:possible|welcome|considered|an option|available|open to|too)\b",
    ),
    "work-life-balance": (
        rf"\bhome (?:every|each|by|for|in time for|at|on time) (?:\w+ )?(?:night|evening|weekends?|day|dinner|supper|tea|bedtime|five|six|seven|noon|lunch)\b|\bback home every\b|\b(?:every|each|all|two|most) {_FREE_TIME} (?:off|free|at home)\b",
        rf"\b(?:no|never|without|hardly any|rarely any) (?:(?:late|regular|split|compulsory|work at|work on|working) )*(?:{_FREE_TIME}|overtime|split shifts|on[- ]call|out[- ]of[- ]hours|e-?mails (?:after|in|at)|calls after|unsocial hours)\b|\bnot on (?:sundays|weekends|bank holidays)\b",
        rf"\b{_FREE_TIME}(?: and {_FREE_TIME})? (?:are |is |always )*(?:off|free(?! \w)|yours|your own)\b|\bclosed (?:on|at|over|for|between) [^.;]{{0,25}}(?:sundays|saturdays|weekends?|christmas|holidays|evenings|mondays|new year)\b",
        r"\b(?:we|everybody|everyone|you|people|the team) (?:all )?(?:leaves?|finish(?:es)?|stops?|goes? home|lock up|are done) (?:by|on time|before|at (?:noon|lunch|one|two|three|four|five|1|2|3|4|5))\b|\bfinish(?:ing)? (?:early|at \S+(?: ?pm)?) on fridays\b|\bhalf[- ]days? (?:off )?(?:on|every) fridays?\b|\bfriday afternoons? (?:off|free)\b|\bthe rest of the day is your own\b",
        r"\bwork[-–/ ]life[- ]balance\b|\blife outside (?:of )?work\b|\bovertime (?:is )?(?:\w+ )?(?:rare|never|the exception|taken back|given back|paid back)\b|\btime off in lieu\b|\bno more than \d+ hours\b|\bhours (?:over|in|on|spread over) (?:four|4) days\b|\b(?:daytime|sociable|social|office) hours only\b|\bdays only\b|\btwo days off together\b|\bfamily[- ]friendly\b|\btime for (?:your )?family\b",
    ),
    "people": (
        r"\bcontact with (?:\w+ )?(?:people|customers|guests|visitors|patients|residents|families|members|the public)\b|\bregulars\b[^.;]{0,30}\bby name\b|\bpeople you (?:will )?get to know\b|\b(?:always|all day) among people\b|\bevery day (?:you )?(?:meet|new people)\b|\bmeet(?:ing)? (?:new|all kinds of|interesting|lots of) people\b",
    ),
    "teamwork": (
        rf"\b(?:friendly|supportive|close[- ]knit|tight[- ]knit|tightly knit|warm|welcoming|helpful|kind|happy|cheerful|collegial|good-humoured|nice|lovely|great|caring|loyal|small)(?:,? (?:and )?[\w-]+){{0,2}} {_COLLEAGUES}\b(?! (?:bonus|flat|discount|prices?|rates?|rooms?|part))|\b{_COLLEAGUES} (?:is|are) (?:\w+ )?(?:friendly|supportive|close|warm|kind|helpful)\b|\bteam spirit\b",
        r"\b(?:help|support|look out for|look after|back|stand in for|cover for|learn from) (?:each other|one another)\b|\bpull together\b|\bnobody (?:is left alone|works alone|lifts alone|has to cope alone)\b|\bnever (?:left )?(?:alone|on your own)\b|\bside by side\b|\bhave worked together\b|\bwe (?:all )?(?:eat|cook|have lunch|have breakfast) (?:lunch |breakfast )?together\b|\bteam (?:lunches|breakfasts?|events?|outings|trips|days)\b|\bteams of (?:two|three|four)\b",
    ),
    "learning": (
        rf"\b(?:paid|free|funded|full|thorough|proper|ongoing|regular|structured|comprehensive|continuous|continuing|in-house|on-the-job|initial|excellent|further|external|internal|good) (?:[\w-]+ ){{0,2}}(?:{_TRAINING}|learning|(?:professional |personal )?development)\b|\b{_TRAINING} (?:is |are |will be |available and |lasts \w+ \w+ )?(?:given|provided|paid|free|included|on full pay|on the job|offered|available)\b",
        r"\bwe(?:[’']ll| will| can)? (?:\w+ )?(?:train|teach|coach|show) (?:you|each|every|everybody|everyone|all)\b|\b(?:learning|training|education|development|book|conference|course) (?:budget|allowance|days|fund|stipend|plan|opportunit\w+|programme|time|leave)\b|\b(?:budget|[£€$]\s?[\d.,]+|\d[\d.,]+ ?(?:[a-z]{3}|€|kr))(?: an?| per)?(?: year| annum| head| person)? (?:of [£€$\d.,]+ )?for (?:courses|training|learning|books|conferences|further)\b",
        rf"\bwe(?:[’']ll| will)? (?:\w+ )?(?:pay|cover|fund|sponsor|finance) (?:for )?[^.;]{{0,30}}\b{_PAPER}\b|\b{_PAPER}\b(?: fees?)?[^.;,]{{0,15}}\b(?:is|are|fees?|days|will be) (?:and \w+ \w+ )?(?:paid|funded|covered|reimbursed|financed)\b|\bpaid {_PAPER}\b|\bstudy (?:days|leave|time|support)\b|\bexam (?:leave|fees)\b|\btuition (?:assistance|support|fees|reimbursement)\b|\bsponsorship for\b",
        r"\byou can (?:train|study|qualify|specialise|learn|become)\b|\b(?:chance|opportunit(?:y|ies)|room|support|time|space) (?:to|for) (?:\w+ )?(?:learn\w*|train\w*|grow|develop|study|qualify|progress|gain)\b|\bsupport through (?:your|the)\b|\bmentor\w*\b|\b(?:qualify|train|study) with us\b|\bgrow with us\b|\bsupervision (?:each|every|once a|twice a|per)\b|\blanguage (?:courses?|lessons|classes)\b|\blearn (?:on|as you|while|from|something|a trade|every)\b|\bcontinuous learning\b|\bnew (?:skills|things) (?:to learn|every)\b",
    ),
    "helping-others": (
        r"\bmak(?:e|ing) (?:a|such a|all the) (?:\w+ )?difference\b|\bchang(?:e|es|ing) (?:people[’']s |their |young )?lives\b|\bimprov(?:e|es|ing) (?:the |people[’']s )?(?:lives|quality of life)\b|\bgiv(?:e|ing) (?:something back|back to)\b|\b(?:people|families|those|somebody|someone) who (?:really )?needs? (?:it|you|us|help|support)\b|\bsomebody is glad\b|\bgrateful (?:patients|people|guests|residents|families|customers)\b",
    ),
    "meaning": (
        r"\b(?:meaningful|worthwhile|purposeful) (?:work|job|role|tasks?|mission|position)\b|\bwork (?:that|which|with) (?:matters|counts|makes sense|has meaning|meaning|purpose|a purpose)\b|\bjob with (?:a )?(?:meaning|purpose)\b|\bsense of purpose\b|\bmission[- ]driven\b|\b(?:our|a) mission\b|\bnot[- ]for[- ]profit\b|\bnon-?profit\b|\bwe(?:[’']re| are) (?:a |an )(?:\w+ )?(?:charity|hospice|social enterprise)\b|\bcommon good\b",
    ),
    "variety": (
        r"\b(?:varied|diverse|colou?rful|diversified) (?:and \w+ )?(?:\w+ )?(?:work|tasks?|days?|role|job|duties|projects|caseload|range|position|programme|area)\b|\bno two (?:\w+ )?(?:days?|weeks?|jobs?|shifts?|cases?|customers?)\b|\b(?:every|each) (?:day|week|job|case|project|customer|shift) (?:is|brings|looks) (?:something |a )?(?:different|new|surprise)\b|\bnever (?:a )?(?:dull|boring|bored|the same|monotonous)\b|\bnobody (?:is ever bored|does the same)\b|\b(?:range|variety) of (?:tasks|projects|work|jobs|duties|cases)\b|\bplenty of variety\b|\bvariety[.,;!]",
    ),
    "creativity": (
        r"\b(?:room|space|scope|freedom|time) (?:for|to) (?:try |bring |develop )?(?:your )?(?:own )?(?:ideas|creativity|experiments?|experimenting|invent\w*)\b|\byour (?:own )?ideas (?:are|count|matter|welcome|become|will)\b|\bcreative (?:freedom|control|space|input)\b|\bbring (?:in )?your (?:own )?ideas\b|\bideas (?:are|is) (?:always |very )?(?:welcome|wanted|heard)\b|\btry (?:out )?new (?:things|ideas)\b|\byour creativity\b|\bdesign your own\b",
    ),
    "craft": (
        r"\b(?:pride|proud) (?:in|of) (?:our|your|the|what (?:you|we)) ?(?:own )?(?:work|craft|make|making|quality|trade|bread|finish)\b|\bcraftsmanship\b|\btraditional (?:methods|techniques|crafts?|skills|building)\b|\b(?:work(?:ed|ing)?|made|built|mixed|carved|sewn|baked|shaped|finished|cut|bound|printed|rolled|thrown)(?: \w+)? by hand\b|\bhand-?(?:made|built|crafted|finished|stitched|bound|laid)\b",
        r"\btime to do (?:it|things|the (?:job|work)|a (?:job|thing)) (?:properly|well|right)\b|\b(?:accuracy|quality|care)\b (?:before|over|matters more than|more than|comes before) (?:speed|quantity|numbers)\b|\bmore about (?:accuracy|quality) than\b|\bno (?:\w+ )?piece-?(?:work|rates?)\b|\bdone properly\b|\bproperly or not at all\b",
    ),
    "movement": (
        r"\bon your feet\b|\bphysical(?:ly active)? (?:work|job)\b|\bactive (?:job|work|role)\b|\bkeeps? you (?:fit|moving|active)\b|\bnever sit\b|\bnot a desk job\b|\bout and about\b|\binstead of (?:a|the) gym\b",
    ),
    "outdoors": (
        r"\b(?:work|working|job|days?|mostly|mainly|always) (?:\w+ ){0,2}(?:outdoors|outside|in the open|in nature)\b|\bin (?:all weathers?|any weather|every weather|the open air|the fresh air)\b|\bin the (?:forest|woods|fields|open)\b|\bopen-air (?:work|job)\b",
    ),
    "environment": (
        r"\b(?:zero[- ]waste|carbon[- ](?:neutral|free)|climate (?:protection|neutral|action|goals|targets)|net zero|renewable (?:energ\w+|power|heat|electricity)|renewables|biodiversity|nature (?:conservation|protection)|circular economy|organic(?:ally)? (?:farm\w*|grown|produce|vegetables|certified)|environmentally friendly|instead of landfill|out of landfill|goes to landfill|plastic[- ]free)\b",
    ),
    "fairness": (
        r"\bequal (?:opportunit\w+|pay|treatment|chances|rights)\b|\b(?:inclusive|diverse) (?:and \w+ )?(?:workplace|team|employer|culture|company|community|environment|organi[sz]ation|place)\b|\bdiversity\b|\bequality\b|\binclusion (?:policy|matters|is)\b|\b(?:and|&) inclusion\b|\bregardless of\b|\birrespective of\b|\bdisability confident\b|\bon the same footing\b",
        r"\b(?:pay|salary|wage) (?:grid|transparency)\b|\b(?:salary|salaries|pay|wages) (?:is|are) (?:open|transparent|discussed openly|public)\b|\btransparent (?:pay|salar\w+|wages?)\b|\b(?:real )?living wage\b|\bfair (?:pay|wages?|rates?|employer|treatment|play)\b|\bunioni[sz]ed\b|\bunion (?:agreement|rates?|contract|scale|wages?|membership|job)\b|\bworker-owned\b|\beverybody earns the same\b|\beveryone earns the same\b|\bsame (?:scale|pay|rate|wage) for (?:everybody|everyone|all)\b|\bequal share\b",
        r"\b(?:age|origin|gender|background|religion)\b[^.;]{0,60}\b(?:do|does|is|are) not (?:matter|important)\b|\bpeople of (?:all|any|every) (?:ages?|backgrounds?|origins?|genders?)\b|\bfrom all (?:backgrounds|sections|parts of)\b",
    ),
    "responsibility": (
        r"\b(?:real|much|a lot of|lots of|early|great|full|genuine|overall|sole) responsibility\b|\bresponsibility from (?:day one|the (?:start|beginning|first day))\b|\bin charge of your own\b|\btake over (?:the )?responsibility\b|\b(?:shop|firm|business|department|kitchen|branch) is yours\b",
    ),
    "calm": (
        r"\b(?:calm|calmer|quiet|unhurried|relaxed|peaceful|easy-going|steady|gentle)(?:,? (?:and )?[\w-]+)?,? (?:team|place|atmosphere|environment|workplace|office|room|pace|setting|surroundings|rhythm|kitchen|ward|shop|house|studio|work|working)\b|\b(?:it|work|atmosphere|pace|place|shop|office) is (?:\w+ )?(?:quiet|calm|relaxed|unhurried)\b",
        r"\b(?:no|without|free of|free from) (?:[\w-]+ ){0,2}(?:targets?|stress|rush|rushing|pressure|hurry|commission|quotas?|piecework|cold[- ]call\w*|upselling|selling|pitches|noise)\b|\b(?:at|in) (?:your|a|an) (?:own|steady|human|sensible|reasonable|good|comfortable|gentle|easy) (?:pace|speed|time)\b|\bnobody (?:shouts|rushes|hurries|expects speed|will rush|counts)\b|\bwe (?:don[’']t|do not|never) (?:shout|rush|hurry)\b",
        r"\b(?:enough|plenty of|real|ample|sufficient) time (?:for|to|with)\b|\btime (?:for|with) (?:each|every) (?:\w+ )?(?:patient|guest|customer|resident|client|person|animal|child|job|case|visit)\b|\bsmall (?:caseloads?|classes|patches)\b|\bstress-free\b|\bnobody takes more than\b",
    ),
    "recognition": (
        r"\b(?:your|good|their|our people[’']s) (?:work|effort|efforts|contribution|achievements?) (?:is|are|will be|gets?) (?:\w+ )?(?:appreciated|valued|recogni[sz]ed|noticed|rewarded|seen|celebrated)\b|\bwe (?:truly |really )?(?:value|appreciate|celebrate|reward|recogni[sz]e) (?:our (?:people|staff|team|colleagues|employees)|you\b|good work|hard work)|\b(?:feel|are|be) (?:valued|appreciated|respected)\b|\b(?:long[- ]service|staff|recognition) awards?\b|\brecognition (?:scheme|programme)\b",
    ),
    "closeness": (
        r"\b(?:walking|cycling) distance\b|\bclose to (?:your )?home\b|\bnear (?:your )?home\b|\bclose to where you live\b|\b(?:short|no) (?:commute|commuting|journeys? to work)\b|\bin your (?:own )?(?:neighbou?rhood|part of (?:the )?(?:city|town))\b|\bnear you\b|\brarely more than \w+ (?:minutes|miles|km|kilometres) away\b|\bnobody (?:sleeps|stays) (?:away|in a)\b|\blocal (?:runs|routes|deliveries|sites|work) only\b|\bwithin (?:the )?(?:city|town|county) only\b",
    ),
    "pay": (
        r"\b(?:pay|wages?|salary|salaries|rates?|paid)\b[^.;\d]{0,15}\b(?:above|over|better than|higher than) (?:the |an )?(?:\w+ )?(?:average|usual|minimum|market|union|national|collective|industry|local|tariff|scale|agreement|norm|others?)\b|\b(?:well|properly|decently|generously|very well) paid\b|\b(?:generous|excellent|top|very good|above[- ]average|high) (?:pay|salary|wages?|rates?|earnings|remuneration)\b|\b(?:13th|14th|thirteenth|fourteenth) (?:month|salary)\b|\b(?:every|each) (?:minute|hour) (?:is |of \w+ is )?paid\b",
    ),
    "belonging": (
        r"\b(?:be|being) yourself\b|\bcome as you are\b|\bfeel (?:at home|welcome|you belong)\b|\bfamily (?:feel|atmosphere|feeling|spirit)\b|\b(?:like|part of) (?:a|the|our) family\b|\beverybody is welcome\b|\beveryone is welcome\b",
    ),
    "safety": (
        r"\b(?:hoists?|lifting (?:aids?|equipment|tables?)|(?:height-)?adjustable desks?|standing desks?|ergonomic\w*|back-friendly|nobody lifts|no (?:heavy )?lifting|hearing protection)\b|\bsafety (?:comes|is) first\b|\beasy on (?:the|your) back\b|\blight (?:work|duties)\b|\bsupport after difficult\b",
    ),
    "achievement": (
        r"\b(?:career|real|clear|quick|rapid|good) (?:progression|advancement|promotion|prospects|steps)\b|\bprogression to\b|\bpromot(?:e|ed|ion|ions) (?:from within|after|to)\b|\bcareer (?:path|prospects|opportunit\w+|ladder|steps)\b|\bsee (?:the )?(?:results?|what you (?:have )?(?:made|built|achieved|done))\b|\b(?:our|most of our|all our) (?:[\w ]{1,30} )?(?:managers|foremen|leaders|supervisors)[^.;]{0,20} (?:started|began|came from)\b|\bopportunit(?:y|ies) for (?:advancement|promotion|progression)\b",
    ),
}
_ASKED_TO_BEAR = {
    "calm": (
        r"\bfast[- ]paced\b|\bwe move fast\b|\b(?:high|tight|ambitious|stretching|aggressive|demanding|sales|weekly|daily|monthly) (?:\w+ )?(?:targets|deadlines|kpis|quotas)\b|\btargets? driven\b|\b(?:under|time) pressure\b|\bpressure of time\b|\bhustl\w+\b|\bhungry (?:for|to)\b|\bhectic\b|\bfrantic\b|\b(?:busy|high[- ]volume|high[- ]pressure|buzzing|dynamic)(?: and [\w-]+)? (?:environment|kitchen|call cent\w+|contact cent\w+|office|ward)\b|\bresistan(?:t|ce) to stress\b|\bwork hard,? play hard\b|\bgo the extra mile\b",
    ),
    "pay": (
        r"\bunpaid (?:trial|overtime|internship|training|breaks? of)\b|\bno (?:guaranteed )?(?:basic|base|fixed) (?:pay|salary|wage)\b|\bno pay in the\b",
    ),
    "flexibility": (
        r"\b(?:full|maximum|total|high degree of) flexibility\b|\bflexibility (?:is )?(?:required|expected|needed)\b|\bmust be (?:available|flexible)\b|\bat short notice\b|\bfixed (?:shifts?|times|rota)\b|\bcannot offer (?:remote|home|flexible)\b|\bevery day on site\b",
    ),
    "autonomy": (
        r"\b(?:strict|tight|close|constant) (?:script|supervision|guidelines|instructions|monitoring)\b|\b(?:calls|screens?) (?:are|is) (?:recorded|scored|monitored|timed)\b|\bscripted\b",
    ),
    "variety": (
        r"\b(?:work|tasks?|job) (?:is|are|can be|repeats?) (?:\w+ )?(?:repetitive|monotonous|always the same|themselves|routine)\b|\bsame (?:movement|task|thing|routine) (?:all day|every day|all shift)\b|\brepetitive (?:work|tasks|movements)\b",
    ),
    "people": (
        r"\b(?:you )?work(?:ing)? (?:mostly |largely |entirely |often )?(?:alone|on your own)\b|\blone work\w*\b",
    ),
    "safety": (
        r"\bheavy (?:lifting|loads|boxes|bags|goods)\b|\b(?:loud|dusty|noisy) (?:and \w+ )?(?:work|environment|hall|place)\b|\b(?:work|it) is (?:\w+ and )?(?:dusty|loud|noisy|heavy)\b|\b(?:lift|carry)\w*\b[^.;]{0,15}\d+ ?(?:kg|kilos?|lbs|pounds)\b",
    ),
    "closeness": (
        r"\b(?:travel|travelling)\b[^.;]{0,25}\b(?:abroad|nationwide|nationally|throughout|overseas|internationally)\b|\b\d+ ?% travel\b|\bnights? away\b|\baway from home\b|\bFIFO\b|\bextensive travel\b",
    ),
}
OFFERED, ASKED_TO_BEAR = (
    {value: re.compile("|".join(patterns), re.IGNORECASE) for value, patterns in table.items()}
    for table in (_OFFERED, _ASKED_TO_BEAR)
)


def worded(words: str, table: dict[str, re.Pattern[str]]) -> Iterator[tuple[str, int, int]]:
    """Yield the values of a table that some words speak of, with each place that does."""
    for value, pattern in table.items():
        for match in pattern.finditer(words):
            yield value, match.start(), match.end()
