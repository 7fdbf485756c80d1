"""A résumé laid out but not yet drawn: items in columns. Text, PDF and DOCX are drawn from the same sheet."""

from dataclasses import dataclass, field

Item = dict[str, str | list[str] | bool]


def name(text: str) -> Item:
    """The name, largest of all."""
    return {"kind": "name", "text": text}


def heading(text: str) -> Item:
    """The heading of a section."""
    return {"kind": "heading", "text": text}


def line(text: str, *, bold: bool = False) -> Item:
    """One line."""
    return {"kind": "line", "text": text, "bold": bold}


def split(left: str, right: str, *, bold: bool = False) -> Item:
    """A line with something at its right edge."""
    return {"kind": "split", "left": left, "right": right, "bold": bold}


def bullet(text: str) -> Item:
    """A bullet."""
    return {"kind": "bullet", "text": text}


def para(text: str) -> Item:
    """A paragraph that wraps."""
    return {"kind": "para", "text": text}


def row(*cells: str) -> Item:
    """A row of a table without borders."""
    return {"kind": "row", "cells": list(cells)}


def gap() -> Item:
    """Some space."""
    return {"kind": "gap"}


@dataclass
class Sheet:
    """What stands on the pages: a top over the whole width, then columns beside each other.

    `shares` are the columns' widths; `first` says which column is read first when they are written as text.
    """

    top: list[Item] = field(default_factory=list)
    columns: list[list[Item]] = field(default_factory=list)
    shares: list[int] = field(default_factory=list)
    glyph: str = "•"
    size: float = 10.5
    font: str = "Libertinus Serif"
    widths: list[int] = field(default_factory=lambda: [22, 78])
