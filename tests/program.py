"""Somebody's program that uses the API over HTTP."""

import json
from http.client import HTTPConnection
from urllib.parse import urlsplit

BOUNDARY = "mosaicmosaicmosaic"


class Program:
    """Somebody's program: speaks JSON, holds a session token."""

    def __init__(self, url: str) -> None:
        self.host = urlsplit(url).netloc
        self.token = ""

    def ask(self, method: str, path: str, body: object = None, **headers: str) -> tuple[int, dict[str, object]]:
        """Return status and JSON of an answer."""
        status, _, data = self.raw(method, path, json.dumps(body).encode() if body is not None else None, **headers)
        return status, json.loads(data) if data else {}

    def raw(
        self, method: str, path: str, data: bytes | None = None, **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        """Return status, headers and bytes of an answer."""
        connection = HTTPConnection(self.host, timeout=60)
        sent = {"Content-Type": "application/json", **({"X-Session-ID": self.token} if self.token else {}), **headers}
        connection.request(method, path, data, sent)
        answer = connection.getresponse()
        result = answer.status, dict(answer.getheaders()), answer.read()
        connection.close()
        return result

    def upload(self, name: str, data: bytes) -> tuple[int, dict[str, object]]:
        """Send a file as a form does."""
        head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'.encode()
        body = head + data + f"\r\n--{BOUNDARY}--\r\n".encode()
        status, _, answer = self.raw(
            "POST", "/wimd/upload", body, **{"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
        )
        return status, json.loads(answer)
