"""What a killed test run leaves is tidied up by the next one, however far the killed one came."""

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.postgres import _remove


def test_a_folder_that_was_half_removed_goes_without_starting_anything() -> None:
    with TemporaryDirectory() as made:  # open to other accounts, as the folders of runs are when root runs the tests
        Path(made).chmod(0o755)
        left = Path(made) / "laadmaat-tests-1a2b3c4d"
        (left / "postgres" / "base").mkdir(parents=True)  # its PG_VERSION was removed already

        _remove(left)

        assert not left.exists()
