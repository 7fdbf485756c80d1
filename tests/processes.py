"""The processes of a running Mosaic, found through Linux's /proc."""

from pathlib import Path

PROC = Path("/proc")


def children_of(pid: int) -> dict[int, str]:
    """Return the children of a process with their command lines, and theirs in turn."""
    found: dict[int, str] = {}
    for listed in PROC.glob(f"{pid}/task/*/children"):
        for child in map(int, read(listed).split()):
            found |= {child: read(PROC / str(child) / "cmdline").replace("\0", " "), **children_of(child)}
    return found


def child_named(pid: int, part: str) -> int:
    """Return the child of a process whose command line holds some words."""
    return next(child for child, command in children_of(pid).items() if part in command)


def left_of(var: Path) -> list[str]:
    """Return the command lines of all processes whose environment names an instance's folder."""
    mark = f"MOSAIC_VAR={var}\0"
    found = (path.parent for path in PROC.glob("[0-9]*/environ") if mark in read(path))
    return [read(folder / "cmdline").replace("\0", " ") for folder in found]


def read(path: Path) -> str:
    """Return a file of /proc, or nothing when its process has ended."""
    try:
        return path.read_text(errors="replace")
    except OSError:
        return ""
