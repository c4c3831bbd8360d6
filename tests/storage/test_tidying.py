"""What a killed test run leaves is tidied up by the next one, however far the killed one came."""

from pathlib import Path

from tests.postgres import _remove


def test_a_folder_that_was_half_removed_goes_without_starting_anything(tmp_path: Path) -> None:
    left = tmp_path / "laadmaat-tests-1a2b3c4d"
    (left / "postgres" / "base").mkdir(parents=True)  # its PG_VERSION was removed already
    (left / "postgres.new").mkdir()

    _remove(left)

    assert not left.exists()
