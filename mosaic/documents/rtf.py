"""RTF: control words, groups and code pages become paragraphs with their looks."""

import re
from dataclasses import replace

from mosaic.documents.headings import marked
from mosaic.documents.limits import Limits
from mosaic.documents.model import FileKind, Outcome
from mosaic.documents.parts import Part, Reading, Run
from mosaic.documents.refusal import Refusal
from mosaic.documents.rtf_state import Paragraph, State, kind_of, known_codec
from mosaic.documents.rtf_words import CHARSETS, LEFT_OUT, PARAGRAPH_ENDS, SIGNS
from mosaic.documents.tables import row_parts

TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)|(\\)"
)
HYPERLINK = re.compile(r'HYPERLINK\s+"?([^"\s]+)')
HEADING = re.compile(r"heading \d|title|subtitle", re.IGNORECASE)
NUMBERED = re.compile(r"\w{1,4}[.)]?")
UNICODE_WRAP = 0x10000


def read(data: bytes, limits: Limits) -> Reading:
    """Read RTF. Raises Refusal."""
    reader = _Reader()
    reader.run(data)
    if reader.pages > limits.pages:
        raise Refusal(Outcome.TOO_MANY_PAGES, FileKind.RTF)
    return Reading(marked(reader.parts), reader.pages)


class _Reader:
    def __init__(self) -> None:
        self.parts: list[Part] = []
        self.pages = 1
        self._state = State()
        self._stack: list[State] = []
        self._paragraph = Paragraph()
        self._cells: list[list[Part]] = [[]]
        self._codecs: dict[int, str] = {}
        self._codec = "cp1252"
        self._font = 0
        self._headings: set[int] = set()
        self._style = -1
        self._note = ""
        self._bytes = bytearray()
        self._to_skip = 0
        self._gap = False

    def run(self, data: bytes) -> None:
        """Read everything; control words nobody knows do nothing."""
        position = 0
        while match := TOKEN.match(data, position):
            position = match.end()
            word, number, code, sign, brace, text = match.group(1, 2, 3, 4, 5, 6)
            if code is not None:
                self._byte(int(code, 16))
                continue
            if text is not None:
                self._text(text)
                continue
            self._flush_bytes()
            if word is not None:
                name = word.decode("ascii")
                if name == "bin":
                    position += max(0, int(number or 0))
                self._word(name, None if number is None else int(number))
            elif brace is not None:
                self._brace(brace)
            elif sign is not None:
                self._sign(sign)
        self._end_paragraph()
        self._end_row()

    def _brace(self, brace: bytes) -> None:
        self._to_skip = 0
        if brace == b"{":
            self._stack.append(self._state)
        elif self._stack:
            closed, self._state = self._state, self._stack.pop()
            if closed.into != self._state.into:
                self._close(closed)

    def _close(self, closed: State) -> None:
        """Use what a group held that was not for the page."""
        note, self._note = self._note.strip(), ""
        if closed.into == "link" and (match := HYPERLINK.search(note)):
            self._state = replace(self._state, url=match[1])
        elif closed.into == "mark":
            self._paragraph.is_item = True
        elif closed.into == "styles":
            self._name_style(note)

    def _name_style(self, note: str) -> None:
        for name in note.split(";"):
            if self._style >= 0 and HEADING.match(name.strip()):
                self._headings.add(self._style)

    def _word(self, name: str, number: int | None) -> None:
        if name == "u":
            self._unicode(number or 0)
            return
        self._to_skip = 0
        if name in LEFT_OUT:
            self._state = replace(self._state, into=LEFT_OUT[name])
            self._note = ""
        elif name in SIGNS:
            self._letters(SIGNS[name])
        elif name in PARAGRAPH_ENDS:
            self._end(name)
        elif self._state.into in {"fonts", "styles"}:
            self._header(name, number)
        else:
            self._format(name, number)

    def _format(self, name: str, number: int | None) -> None:
        """Follow words that change how text looks or what its paragraph is."""
        value = 1 if number is None else number
        if name == "b":
            self._state = replace(self._state, bold=value != 0)
        elif name == "fs":
            self._state = replace(self._state, size=value / 2)
        elif name == "f":
            self._state = replace(self._state, codec=self._codecs.get(value, self._codec))
        elif name == "v":
            self._state = replace(self._state, hidden=value != 0)
        elif name == "uc":
            self._state = replace(self._state, skip=max(0, min(value, 10)))
        elif name == "plain":
            self._state = replace(self._state, bold=False, size=12.0, hidden=False)
        elif name == "ansicpg":
            self._codec = known_codec(f"cp{value}", self._codec)
            self._state = replace(self._state, codec=self._codec)
        else:
            self._shape(name, value)

    def _shape(self, name: str, value: int) -> None:
        if name == "pard":
            self._paragraph.is_item = self._paragraph.is_heading = self._paragraph.in_table = False
        elif name == "intbl":
            self._paragraph.in_table = True
        elif name == "outlinelevel" or (name == "s" and value in self._headings):
            self._paragraph.is_heading = True
        elif name == "ls" and value > 0:
            self._paragraph.is_item = True

    def _header(self, name: str, number: int | None) -> None:
        """Note the code page of a font, or the number of a style."""
        if name == "f" and number is not None:
            self._font = number
        elif name == "fcharset" and number is not None:
            self._codecs[self._font] = CHARSETS.get(number, self._codec) if number > 1 else self._codec
        elif name == "s":
            self._style = number or 0
        elif name in {"cs", "ds", "ts"}:
            self._style = -1

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._state = replace(self._state, into="nothing" if self._state.into == "page" else self._state.into)
        elif sign in {b"\n", b"\r"}:
            self._end("par")
        else:
            self._letters({b"~": "\u00a0", b"_": "-", b"-": ""}.get(sign, sign.decode("latin-1")))

    def _unicode(self, number: int) -> None:
        self._letters(chr(number % UNICODE_WRAP))
        self._to_skip = self._state.skip

    def _byte(self, code: int) -> None:
        if self._to_skip:
            self._to_skip -= 1
        elif self._state.into != "nothing":
            self._bytes.append(code)

    def _text(self, text: bytes) -> None:
        if self._to_skip:
            text, self._to_skip = text[self._to_skip :], max(0, self._to_skip - len(text))
        if self._state.into != "nothing":
            self._bytes += text

    def _flush_bytes(self) -> None:
        if self._bytes:
            text = self._bytes.decode(self._state.codec, "replace").replace("\ufffd", "")
            self._bytes.clear()
            self._letters(text)

    def _letters(self, text: str) -> None:
        state = self._state
        if state.into == "page":
            if text and not state.hidden:
                self._paragraph.add(Run(text, state.bold, state.size, state.url))
        elif state.into != "nothing":
            self._note += text

    def _end(self, name: str) -> None:
        if self._state.into != "page":
            return
        self._end_paragraph()
        if name in {"cell", "nestcell"}:
            self._cells.append([])
        elif name in {"row", "nestrow"}:
            self._end_row()
        elif name == "page":
            self.pages += 1

    def _end_paragraph(self) -> None:
        current = self._paragraph
        part = Part(kind_of(current), current.taken_runs(), self.pages, after_gap=self._gap or current.is_heading)
        has_words = bool(part.text.strip())
        if has_words:
            (self._cells[-1] if current.in_table else self.parts).append(part)
        self._gap = not has_words and not current.in_table

    def _end_row(self) -> None:
        self.parts.extend(row_parts(self._cells))
        self._cells = [[]]
