"""An environment of its own for every peer, from pinned packages, so that none changes what another one runs on."""

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def python_of(peer: str, folder: Path) -> Path:
    """Return the Python of a peer's environment under `folder`; makes it when its pins changed. Raises CalledProcessError."""
    pins, environment = HERE / "requirements" / f"{peer}.txt", folder.resolve() / peer
    made_from = environment / "made-from.txt"
    python = environment / "bin" / "python"
    if not made_from.exists() or made_from.read_bytes() != pins.read_bytes():
        print(f"Een omgeving voor {peer} maken", flush=True)
        shutil.rmtree(environment, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", environment], check=True)
        quietly = ("--quiet", "--disable-pip-version-check")
        subprocess.run([python, "-m", "pip", "install", *quietly, "--require-hashes", "-r", pins], check=True)
        made_from.write_bytes(pins.read_bytes())
    return python


def version_of(peer: str, package: str) -> str:
    """Return the pinned version of a package of a peer."""
    lines = (HERE / "requirements" / f"{peer}.txt").read_text().splitlines()
    return next(line.split("==")[1].split(" ")[0] for line in lines if line.startswith(f"{package}=="))
