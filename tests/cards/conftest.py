"""What the tests of the cards may ask for."""

from collections.abc import Iterator

import pytest

from tests.cards.renderer import Renderer


@pytest.fixture(scope="session")
def renderer() -> Iterator[Renderer]:
    """Microsoft's renderer, started once for each test worker."""
    with Renderer() as running:
        yield running
