"""The same arithmetic for a whole terrain, and for all terrains of the country at once."""

from collections.abc import Iterable, Iterator, Sequence

from domain.demand.outlooks import TerrainOutlook
from domain.demand.parameters import STANDARD, Parameters
from domain.demand.sites import Site


def terrain_outlook(
    sites: Sequence[Site], parameters: Parameters = STANDARD, grid_room_kw: float | None = None
) -> TerrainOutlook:
    """Return the totals of a terrain. `grid_room_kw` is what the grid has left there, where that is known."""
    raise NotImplementedError


def terrain_outlooks(
    terrains: Iterable[tuple[Sequence[Site], float | None]], parameters: Parameters = STANDARD
) -> Iterator[TerrainOutlook]:
    """Yield the outlook of each terrain (its sites and the room on its grid), in order; what the nightly job calls."""
    return (terrain_outlook(sites, parameters, room) for sites, room in terrains)
