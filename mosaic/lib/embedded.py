"""Small secrets an embedded instance makes for itself, kept in its own folder."""

import base64
import os
import secrets
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Embedded:
    """The folder of one instance. What is asked for first is made once, and then kept."""

    folder: Path

    def secret(self, name: str) -> str:
        """Return 64 random characters."""
        return self._kept(name, secrets.token_urlsafe(48))

    def key(self, name: str) -> str:
        """Return a 32-byte key in URL-safe base64."""
        return self._kept(name, base64.urlsafe_b64encode(secrets.token_bytes(32)).decode())

    def name(self, name: str) -> str:
        """Return a short random name that is safe in a cookie's name."""
        return self._kept(name, secrets.token_hex(4))

    def _kept(self, name: str, fresh: str) -> str:
        """Write `fresh` unless another process was first; return what the file holds."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / name
        temporary = self.folder / f".{name}.{os.getpid()}.{secrets.token_hex(4)}"
        if not path.exists():
            temporary.touch(mode=0o600, exist_ok=False)
            temporary.write_text(fresh)
            try:
                # A link never replaces an existing file, so the first process wins.
                os.link(temporary, path)
            except FileExistsError:
                pass  # another process was first: its secret is the one that counts
            finally:
                temporary.unlink()
        return path.read_text().strip()
