"""Names introduced in languages that write without blanks or join words to names."""

import re
from collections.abc import Iterator

from mosaic.ai.domain.masking.plain import Plain
from mosaic.ai.domain.masking.spans import Found, Kind

_HAN = r"[\u4e00-\u9fff]"
_INTRODUCED = (
    re.compile(rf"(?:我叫|我的名字是|我的名字叫|名字叫|姓名[::] ?|本人姓名) ?({_HAN}{{2,4}}(?!{_HAN})|{_HAN}{{2,3}})"),
    re.compile(
        r"(?:名前は|氏名[::] ?) ?([\u4e00-\u9fffぁ-ヿ]{1,8}?(?: [\u4e00-\u9fffぁ-ヿ]{1,6}?)?)(?=です|と申|と言|といい|$|[.,\n])"
    ),
    re.compile(
        r"(?:私|わたし|僕)は ?([\u4e00-\u9fffぁ-ヿ]{1,8}?(?: [\u4e00-\u9fffぁ-ヿ]{1,6}?)?)(?=と申|と言い|といい)"
    ),
    re.compile(
        r"(?:이름은|성함은|이름[::]) ?([\uac00-\ud7a3]{2,4}?)(?=입니다|이에요|예요|이고|이며|이라고|라고|[ .,\n]|$)"
    ),
    re.compile(r"(?:저는|나는) ?([\uac00-\ud7a3]{2,4}?)(?=이라고|라고)"),
    re.compile(r"(?:ผมชื่อ|ฉันชื่อ|ดิฉันชื่อ|ชือ|ชื่อ) ?([\u0e00-\u0e7f]{2,20})"),
)


def unspaced_in(view: Plain) -> Iterator[Found]:
    """Yield names behind “我叫”, “名前は”, “이름은” and the like."""
    for pattern in _INTRODUCED:
        for match in pattern.finditer(view.plain):
            yield Found(match.start(1), match.end(1), Kind.NAME)
