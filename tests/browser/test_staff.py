"""The staff's pages in Chromium, role by role: nothing in the console, nothing from elsewhere."""

import os
import subprocess
import sys
from urllib.parse import urldefrag, urlsplit

import pytest
from playwright.sync_api import Browser

from mosaic.staff import Role
from tests.browser.visitor import Visitor, visit
from tests.served import ROOT, Served

pytestmark = [pytest.mark.browser, pytest.mark.served, pytest.mark.timeout(200)]
LINKS = "() => [...document.querySelectorAll('#container a[href]')].map((one) => one.href)"
# As many lists and forms as a role may see are opened; rows of one list look alike.
OF_EACH = 2


@pytest.mark.parametrize("role", Role)
def test_every_page_a_role_may_see_is_quiet(mosaic: Served, chromium: Browser, role: Role) -> None:
    ada = log_in(visit(chromium, mosaic.url), password_for(mosaic, role), role)
    seen = opened = 0
    queue = links_of(ada)
    kinds: dict[str, int] = {}
    while seen < len(queue):
        url, seen = queue[seen], seen + 1
        kind = "/".join(urlsplit(url).path.split("/")[:4]) + str(urlsplit(url).path.endswith("/change/"))
        kinds[kind] = kinds.get(kind, 0) + 1
        if kinds[kind] > OF_EACH:
            continue
        opened += 1
        assert ada.open(url.removeprefix(mosaic.url)) == 200, url
        queue += [link for link in links_of(ada) if link not in queue]
    assert opened >= 3, queue
    # Django's own form for a new password leaves out what Chromium recommends.
    heard = [one for one in ada.complaints if "[DOM] Password forms" not in one]
    assert heard == []
    ada.context.close()


def password_for(mosaic: Served, role: Role) -> str:
    """Make a login as the operator of an instance does, and return its password."""
    command = [sys.executable, "manage.py", "create_staff", f"ada-{role}", "--role", role]
    variables = os.environ | {"MOSAIC_VAR": str(mosaic.var), "MOSAIC_MODE": "embedded"}
    made = subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, text=True, check=True, timeout=100)
    return made.stdout.split()[-1]


def log_in(ada: Visitor, password: str, role: Role) -> Visitor:
    ada.open("/admin/")
    ada.page.locator("#id_username").fill(f"ada-{role}")
    ada.page.locator("#id_password").fill(password)
    ada.page.locator("[type=submit]").click()
    ada.page.wait_for_url("**/admin/")
    return ada


def links_of(ada: Visitor) -> list[str]:
    """Return the addresses of the admin a page shows, without those that end the visit."""
    found = dict.fromkeys(urldefrag(link).url for link in ada.page.evaluate(LINKS))
    return [link for link in found if link.startswith(f"{ada.url}/admin/") and "logout" not in link]
