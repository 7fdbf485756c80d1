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


def web_of(pid: int) -> list[int]:
    """Return the processes of the web server below `manage.py serve`, the one above its workers first."""
    return [child for child, command in children_of(pid).items() if "gunicorn" in command]


def lying_in(folder: Path, pids: list[int]) -> list[str]:
    """Return the files below a folder that processes hold open, those without a name too."""
    held = [one for pid in pids for one in (PROC / str(pid) / "fd").iterdir()]
    return [where for one in held if (where := _target(one)).startswith(str(folder))]


def highest_of(pids: list[int]) -> float:
    """Return the most memory that any of some processes ever held, in MiB."""
    return max(int(read(PROC / str(pid) / "status").partition("VmHWM:")[2].split()[0]) for pid in pids) / 1024


def _target(link: Path) -> str:
    try:
        return str(link.readlink())
    except OSError:
        return ""


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
