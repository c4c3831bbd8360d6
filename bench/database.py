"""A database of its own for a measurement, on a server of its own that goes with it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from storage.database.server import serving


@contextmanager
def database_apart(name: str, folder: Path) -> Iterator[tuple[str, Path]]:
    """Return the address of an empty database, and a folder for it and for what else is measured. Raises ServerFailed."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=f"{name}-", dir=folder) as found:
        here = Path(found)
        here.chmod(0o755)  # for root the server runs as another account
        with serving("", here / "data") as url:
            yield url, here
