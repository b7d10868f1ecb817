"""What a server needs beside the program: each file is read by the tool that it is for, and names what there is."""

import re
import shutil
import subprocess
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from typer.testing import CliRunner

from bot.__main__ import app
from bot.settings import Settings

ROOT: Final = Path(__file__).parents[2]
DEPLOY: Final = ROOT / "deploy"
UNITS: Final = ("komek-web@.service", "komek-worker@.service")
VARIABLE: Final = re.compile(r"^#? ?([A-Z_]+)=", re.MULTILINE)
EXPOSURE: Final = 20
"""Of 100, as `systemd-analyze security` counts: what a service that is broken into may reach."""


def has(tool: str, package: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(tool) is None, reason=f"{tool} is missing: apt-get install {package}")


def said_by(*command: str | Path) -> str:
    """Run a tool that must accept what it is given, and return what it said."""
    ran = subprocess.run([*map(str, command)], capture_output=True, text=True, timeout=60, check=False)  # noqa: S603
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout + ran.stderr


@has("systemd-analyze", "systemd")
@pytest.mark.parametrize("unit", UNITS)
def test_systemd_accepts_the_unit_and_finds_it_hardened(unit: str, tmp_path: Path) -> None:
    program = tmp_path / "komek"
    program.write_text("#!/bin/sh\n", encoding="ascii")
    program.chmod(0o755)
    written = (DEPLOY / "systemd" / unit).read_text(encoding="utf-8")
    (tmp_path / unit).write_text(written.replace("/opt/komek/.venv/bin/komek", str(program)), encoding="utf-8")
    said = said_by("systemd-analyze", "verify", tmp_path / unit.replace("@", "@8081"))
    assert unit.removesuffix(".service") not in said, said
    said_by("systemd-analyze", "security", "--offline=true", f"--threshold={EXPOSURE}", DEPLOY / "systemd" / unit)


@has("nginx", "nginx-light")
def test_nginx_accepts_its_configuration(tmp_path: Path) -> None:
    (tmp_path / "nginx.conf").write_text(
        f"pid {tmp_path}/nginx.pid; error_log stderr; events {{}}\n"
        f"http {{ access_log off; client_body_temp_path {tmp_path}; proxy_temp_path {tmp_path};\n"
        f"fastcgi_temp_path {tmp_path}; uwsgi_temp_path {tmp_path}; scgi_temp_path {tmp_path};\n"
        f"include {DEPLOY}/nginx.conf; }}\n",
        encoding="utf-8",
    )
    shutil.copy(DEPLOY / "komek-proxy.conf", tmp_path)
    assert "test is successful" in said_by("nginx", "-t", "-p", tmp_path, "-c", tmp_path / "nginx.conf")


def test_compose_has_the_same_proxy_and_runs_commands_that_there_are() -> None:
    compose: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    ours = {name: service for name, service in compose["services"].items() if service["image"] == "komek"}
    assert set(ours) == {"schema", "web1", "web2", "worker"}
    for service in ours.values():
        asked = CliRunner().invoke(app, [*service["command"][:1], "--help"])
        assert asked.exit_code == 0
        assert all(option in asked.stdout for option in service["command"] if option.startswith("--"))
        assert (DEPLOY / service["build"]["context"] / service["build"]["dockerfile"]).is_file()
        assert service["environment"].keys() <= known_settings()
    alone = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    among = (DEPLOY / "nginx-compose.conf").read_text(encoding="utf-8")
    for ours_name, port in (("web1", 8081), ("web2", 8082)):
        among = among.replace(f"server {ours_name}:8080", f"server 127.0.0.1:{port}")
    assert (
        among[among.index("upstream") :].replace("listen 8443", "listen 127.0.0.1:8443")
        == alone[alone.index("upstream") :]
    )


def test_a_web_process_of_compose_is_found_again_where_the_proxy_has_looked_it_up() -> None:
    """The proxy asks for an address once: a container that came back at another one was never reached again."""
    compose: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    (pool,) = compose["networks"]["default"]["ipam"]["config"]
    own = [ip_address(compose["services"][web]["networks"]["default"]["ipv4_address"]) for web in ("web1", "web2")]
    assert len(set(own)) == len(own)
    assert all(address in ip_network(pool["subnet"]) for address in own)


def test_the_image_is_built_from_files_that_there_are() -> None:
    steps = (DEPLOY / "Containerfile").read_text(encoding="utf-8").splitlines()
    copied = [step.split()[1:-1] for step in steps if step.startswith("COPY ") and "--from" not in step]
    assert all((ROOT / name).exists() for names in copied for name in names)
    assert "USER komek" in steps


def test_every_setting_of_the_example_is_one_of_the_program() -> None:
    told = VARIABLE.findall((DEPLOY / "environment.example").read_text(encoding="utf-8"))
    assert told
    assert set(told) <= known_settings()


def test_the_runbook_names_commands_and_files_that_there_are() -> None:
    text = (ROOT / "docs" / "runbook.md").read_text(encoding="utf-8")
    commands = set(re.findall(r"`komek ([a-z]+)", text))
    overview = CliRunner().invoke(app, ["--help"]).stdout
    assert commands
    assert all(re.search(rf"\b{command}\b", overview) for command in commands)
    assert all((ROOT / name).exists() for name in re.findall(r"`(deploy/[\w./-]+)`", text))


def known_settings() -> set[str]:
    return {name.upper() for name in Settings.model_fields}
