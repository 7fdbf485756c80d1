"""Settings come from the environment alone, and the table of variables is the truth about it."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mosaic import environment
from mosaic.environment import VARIABLES, findings
from mosaic.lib.embedded import Embedded

ROOT = Path(__file__).parents[2]
KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
PRODUCTION = {"MOSAIC_MODE": "production", "SECRET_KEY": "s" * 50, "DATA_KEYS": KEY, "ALLOWED_HOSTS": "mosaic.test"}


def names_in_settings() -> set[str]:
    tree = ast.parse((ROOT / "mosaic" / "settings.py").read_text())
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute))
    return {
        call.args[0].value
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id == "env"
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
    }


def run(*command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG")}
    return subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env=clean | variables,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_every_variable_the_settings_read_is_in_the_table() -> None:
    assert names_in_settings() <= {variable.name for variable in VARIABLES}


def test_every_variable_of_the_table_is_read_somewhere() -> None:
    sources = "".join(
        path.read_text()
        for folder in ("mosaic", "script")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".py", "") and path.is_file() and path.name != "environment.py"
    )
    used = sources + (ROOT / "mosaic" / "environment.py").read_text().split("def prepare")[1]
    assert [variable.name for variable in VARIABLES if variable.name not in used] == []


def test_the_example_file_is_the_table() -> None:
    assert (ROOT / ".env.example").read_text() == environment.example()


def test_a_well_set_production_has_no_findings() -> None:
    assert list(findings(PRODUCTION)) == []


@pytest.mark.parametrize("name", ["SECRET_KEY", "DATA_KEYS", "ALLOWED_HOSTS"])
def test_what_production_needs_is_missed(name: str) -> None:
    found = list(findings({key: value for key, value in PRODUCTION.items() if key != name}))
    assert [(finding.name, finding.fatal) for finding in found] == [(name, True)]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DEBUG", "perhaps"),
        ("PORT", "eighty"),
        ("DATABASE_URL", "localhost/db"),
        ("RATE_CHAT", "often"),
        ("DATA_KEYS", "short"),
        ("MOSAIC_MODE", "test"),
        ("ALLOWED_ORIGINS", "*"),
        ("SECRET_KEY", "change-me-please"),
        ("MODELS_COACH", "a-model"),
        ("MODELS_COACH", "nobody:a-model"),
        ("MODELS_COACH", ","),
    ],
)
def test_what_is_malformed_or_a_placeholder_is_said(name: str, value: str) -> None:
    assert name in [finding.name for finding in findings({**PRODUCTION, name: value}) if finding.fatal]


def test_embedded_mode_needs_nothing() -> None:
    assert list(findings({})) == []


def test_production_without_a_secret_key_stops_in_one_sentence(tmp_path: Path) -> None:
    for mode in ({"MOSAIC_MODE": "production"}, {"DEBUG": "False"}):
        ended = run("check", MOSAIC_VAR=str(tmp_path), DATA_KEYS=KEY, ALLOWED_HOSTS="x", **mode)
        assert ended.returncode != 0
        assert "SECRET_KEY is missing" in ended.stderr.strip().splitlines()[-1]


@pytest.mark.parametrize("part", ["web", "worker", "worker-person", "beat", "release"])
def test_every_part_of_the_image_refuses_in_one_sentence(part: str, tmp_path: Path) -> None:
    variables = {"PATH": os.environ["PATH"], "MOSAIC_MODE": "production", "MOSAIC_VAR": str(tmp_path)}
    ended = subprocess.run(
        ["script/run", part], cwd=ROOT, env=variables, capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 1
    assert ended.stdout == ""
    (sentence,) = ended.stderr.splitlines()
    assert sentence.startswith("SECRET_KEY is missing")


def test_validate_env_explains_even_when_the_settings_refuse() -> None:
    ended = run("validate_env", MOSAIC_MODE="production", RATE_CHAT="often")
    assert ended.returncode == 1
    for words in ("SECRET_KEY: missing", "DATA_KEYS: missing", "RATE_CHAT: malformed"):
        assert words in ended.stdout


def test_validate_env_is_content_with_nothing(tmp_path: Path) -> None:
    assert run("validate_env", MOSAIC_VAR=str(tmp_path)).returncode == 0


def test_the_deployment_check_is_clean_in_production(tmp_path: Path) -> None:
    ended = run(
        "check",
        "--deploy",
        "--fail-level",
        "WARNING",
        MOSAIC_VAR=str(tmp_path),
        **{**PRODUCTION, "SECRET_KEY": "".join(chr(48 + n % 74) for n in range(60))},
    )
    assert ended.returncode == 0, ended.stderr


def test_generated_keys_stay_the_same_and_are_for_the_owner_only(tmp_path: Path) -> None:
    first, second = Embedded(tmp_path), Embedded(tmp_path)
    assert first.secret("secret_key") == second.secret("secret_key")
    assert first.key("data_key") == second.key("data_key")
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0
