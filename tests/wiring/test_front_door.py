"""The program as somebody starts it: one clear line when it cannot, and the right exit code."""

import asyncio
import os
import signal
import socket
import sys
import zipfile
from pathlib import Path

import pytest
from aiohttp import ClientError, ClientSession

from tests.teams.activities import APP as APP_ID
from tests.teams.activities import TENANT
from tests.wiring.replicas import APP, Replica, free_port

ANONYMOUS = {"DANGEROUSLY_ALLOW_ANONYMOUS": "true"}


async def run(folder: Path, *arguments: str, **names: str) -> tuple[int, str, str]:
    """Run a command in a folder with only these settings; return its exit code, output and errors."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        str(APP),
        *arguments,
        env={"PATH": os.environ["PATH"]} | names,
        cwd=folder,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    output, errors = await process.communicate()
    assert process.returncode is not None
    return process.returncode, output.decode(), errors.decode()


@pytest.mark.parametrize(
    ("names", "line"),
    [
        ({}, "APP_ID ontbreekt"),
        (ANONYMOUS | {"PROT": "1"}, "PROT staat in de omgeving; bedoelt u PORT?"),
        (ANONYMOUS | {"DATABASE_URL": "mysql://x/y"}, "DATABASE_URL moet beginnen met postgresql://"),
    ],
)
async def test_a_wrong_setting_ends_the_start_with_one_line(tmp_path: Path, names: dict[str, str], line: str) -> None:
    code, output, errors = await run(tmp_path, "serve", **names)
    assert (code, output) == (2, "")
    assert errors.startswith("Laadmaat start niet: ")
    assert line in errors
    assert errors.count("\n") == 1


async def test_a_database_that_is_not_there_ends_the_start_with_one_line(tmp_path: Path) -> None:
    secret = "postgresql://somebody:geheim@127.0.0.1:1/nothing"
    code, _, errors = await run(tmp_path, "serve", DATABASE_URL=secret, **ANONYMOUS)
    assert code == 2
    assert errors.count("\n") == 1
    assert "geheim" not in errors


async def test_a_port_in_use_ends_the_start_with_one_line(tmp_path: Path, database_url: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        code, _, errors = await run(tmp_path, "serve", DATABASE_URL=database_url, PORT=port, **ANONYMOUS)
    assert (code, errors) == (2, f"Laadmaat start niet: 127.0.0.1:{port} is niet vrij.\n")


async def test_the_package_for_teams_needs_no_database(tmp_path: Path) -> None:
    names = {"APP_ID": APP_ID, "APP_PASSWORD": "x", "APP_TENANTID": TENANT, "DATABASE_URL": "postgresql://nobody/here"}
    urls = {"PUBLIC_URL": "https://laadmaat.example", "PRIVACY_URL": "https://laadmaat.example/privacy"}
    code, output, errors = await run(tmp_path, "manifest", "--out", "pakket/laadmaat.zip", **names, **urls)
    assert (code, output, errors) == (0, "pakket/laadmaat.zip\n", "")
    assert "manifest.json" in zipfile.ZipFile(tmp_path / "pakket/laadmaat.zip").namelist()


async def test_asked_to_stop_it_stops(tmp_path: Path, database_url: str) -> None:
    async with ClientSession() as http:
        replica = Replica(database_url, tmp_path, http)
        await replica.start()
        assert replica.process
        replica.process.send_signal(signal.SIGTERM)
        assert await replica.process.wait() == 0
    assert (tmp_path / f"{replica.port}.log").read_text() == ""


async def fetched(http: ClientSession, address: str) -> str:
    """Return a page, as soon as it is there."""
    for _ in range(300):
        try:
            async with http.get(address) as response:
                assert response.status == 200
                return await response.text()
        except ClientError:
            await asyncio.sleep(0.1)
    pytest.fail(f"{address} never came")


async def test_a_worker_alone_shows_its_state_and_stops_when_asked(tmp_path: Path, database_url: str) -> None:
    port = free_port()
    names = {"PATH": os.environ["PATH"], "DATABASE_URL": database_url, "METRICS_PORT": str(port)} | ANONYMOUS
    process = await asyncio.create_subprocess_exec(sys.executable, str(APP), "worker", env=names, cwd=tmp_path)
    try:
        async with ClientSession() as http:
            page = await fetched(http, f"http://127.0.0.1:{port}/metrics")
            assert "laadmaat_unsent_turns 0.0" in page
            assert "laadmaat_jobs_waiting" in page
            assert await fetched(http, f"http://127.0.0.1:{port}/readyz") == "ok"
            assert (await http.post(f"http://127.0.0.1:{port}/api/messages", json={})).status == 404
        process.send_signal(signal.SIGTERM)
        assert await process.wait() == 0
    finally:
        if process.returncode is None:
            process.kill()


@pytest.mark.parametrize("kind", ["serve", "worker"])
async def test_where_the_port_for_operators_is_in_use_it_does_not_start(tmp_path: Path, database_url: str, kind: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        code, _, errors = await run(tmp_path, kind, DATABASE_URL=database_url, PORT="0", METRICS_PORT=port, **ANONYMOUS)
    assert (code, errors) == (2, f"Laadmaat start niet: 127.0.0.1:{port} is niet vrij.\n")
