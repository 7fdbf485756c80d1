"""Letters as they should have been written: composed, without ligatures, odd blanks and icons."""

import re
import unicodedata

# What lists are marked with, the private-use signs of Symbol and Wingdings included.
BULLETS = "•‣⁃∙●○◦◉◘▪▫■□▬◆◇❖❑❒▶►▸▹▷➢➣➤➔➜➙→⇒»✓✔✦✧★☆✱✲⚫⚪🔹🔸🔘⬤⦁⦾⧫⯀⁌⁍\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf0e8\uf0f0\uf02d\uf06c\uf06e\uf071\uf0d2\uf0be\uf0ad\uf0a3\uf09f\uf020"
_BULLET = re.compile(rf"\s*(?:[{BULLETS}]+\s*|[-–—*·+§]\s+(?=\S)|o\s+(?=[^\W\d_a-zß-ÿ]))")
_BLANKS = re.compile(r"[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_TABS = re.compile(r" ?\t[ \t]*")
_UNSEEN = re.compile(
    r"[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff\ufff9-\uffff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"
)
_PRIVATE = re.compile(r"[\ue000-\uf8ff\U000f0000-\U0010ffff\ud800-\udfff]")
_LIGATURE = re.compile(r"[\ufb00-\ufb06\ufb13-\ufb17\u0132\u0133]")
# Old TeX fonts set an accent before the letter that carries it.
_LOOSE_ACCENT = re.compile(r"([´¨ˆ˜ˇ˚])([A-Za-zı])")
_COMBINING = {"´": "\u0301", "¨": "\u0308", "ˆ": "\u0302", "˜": "\u0303", "ˇ": "\u030c", "˚": "\u030a"}


def cleaned(text: str) -> str:
    """Return text in NFC without ligatures, unseen signs and icons, with single blanks and tabs."""
    text = text.replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    if text.isascii():
        return _TABS.sub("\t", _BLANKS.sub(" ", _UNSEEN.sub("", text)))
    text = _LIGATURE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    text = _LOOSE_ACCENT.sub(lambda match: match[2].replace("ı", "i") + _COMBINING[match[1]], text)
    text = _PRIVATE.sub(lambda match: "•" if match[0] in BULLETS else " ", _UNSEEN.sub("", text))
    return _TABS.sub("\t", _BLANKS.sub(" ", unicodedata.normalize("NFC", text)))


def bullet_length(text: str) -> int:
    """Return how many letters at the beginning are a list marker and the blanks after it; 0 without one."""
    match = _BULLET.match(text)
    return match.end() if match else 0


def is_bullet(text: str) -> bool:
    """Whether the text is a list marker and nothing else."""
    bare = text.strip()
    return bool(bare) and (bare in "-–—*·o+§" or all(letter in BULLETS for letter in bare))
