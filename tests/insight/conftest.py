"""The town whose companies the tests of insight look at."""

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.insight.companies import Town


@pytest.fixture
def town(database: AsyncEngine) -> Town:
    """An empty town on an empty database."""
    return Town(database)
