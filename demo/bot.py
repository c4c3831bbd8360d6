"""The bot as it runs in the demo and in the tests in the browser: without Teams, for this machine alone."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from demo.processes import Program, running

NOOR = "3b1f6a52-8d07-4c1e-9a64-5d20c7e12001"
BRAM = "3b1f6a52-8d07-4c1e-9a64-5d20c7e12002"
TERRAINS = Path(__file__).parent / "terreinen.csv"
PLAN_MAP = Path(__file__).parent / "plankaart.csv"
APP = str(Path(__file__).parents[1] / "app.py")


def settings(data_dir: Path, port: int, database_url: str = "") -> dict[str, str]:
    """Return every setting that matters here, so that neither a `.env` nor the environment decides."""
    return {
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "METRICS_PORT": "0",
        "DATABASE_URL": database_url,
        "DATA_DIR": str(data_dir),
        "APP_ID": "",
        "APP_PASSWORD": "",
        "APP_TYPE": "SingleTenant",
        "APP_TENANTID": "",
        "ALLOWED_TENANTS": "",
        "ALLOWED_SERVICE_HOSTS": "127.0.0.1,localhost",
        "ALLOWED_FILE_HOSTS": "127.0.0.1,localhost",
        "PUBLIC_URL": f"http://127.0.0.1:{port}",
        "TEAM_MEMBERS": f"{NOOR},{BRAM}",
        "ADMINS": NOOR,
        "CONTACT": "Noor Bakker, noor@nal-oost.example",
        "PRIVACY_URL": "https://nal-oost.example/privacy",
        "QUIET_HOURS": "",  # whoever tries it in the evening should see it too
        "QUIET_DAYS": "",
        "WEB_DOOR": "on",
        "DANGEROUSLY_ALLOW_ANONYMOUS": "true",
    }


@contextmanager
def bot(environment: Mapping[str, str], words: Path) -> Iterator[Program]:
    """Run the bot with these settings; it takes messages when the block starts."""
    command = [sys.executable, APP, "serve"]
    with running("De bot", command, environment, words) as started:
        started.until(lambda: ready(environment["PORT"]) or None)
        yield started


def ready(port: str) -> bool:
    """Say whether the bot on this port takes messages."""
    try:
        with urlopen(f"http://127.0.0.1:{port}/readyz", timeout=2) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False
