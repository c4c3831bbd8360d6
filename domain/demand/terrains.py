"""The same arithmetic for a whole terrain, and for all terrains of the country at once."""

from collections.abc import Mapping, Sequence

from domain.demand.alone import Alone, alone_of
from domain.demand.arrays import Numbers
from domain.demand.companies import is_possible
from domain.demand.outlooks import TerrainOutlook, TerrainYear
from domain.demand.parameters import STANDARD, Parameters
from domain.demand.quantities import Band, Case, Strategy, Year
from domain.demand.sites import Site
from domain.demand.together import terrain_peaks


def terrain_outlook(
    sites: Sequence[Site], parameters: Parameters = STANDARD, grid_room_kw: float | None = None
) -> TerrainOutlook:
    """Return the totals of a terrain. `grid_room_kw` is what the grid has left there, where that is known."""
    alone = alone_of(sites, parameters)
    peaks = terrain_peaks(sites, alone)
    years = {year: terrain_year(sites, alone, year, {one: kw[year] for one, kw in peaks.items()}) for year in Year}
    return TerrainOutlook(years, len(sites), grid_room_kw)


def terrain_year(sites: Sequence[Site], alone: Alone, year: Year, peaks: Mapping[Strategy, Numbers]) -> TerrainYear:

    def total(values: Numbers) -> Band:
        return Band.of(values[..., year, :].reshape(-1, len(Case)).sum(axis=0))

    kwh = alone.fleets.kwh[:, :, year, Case.MIDDLE].sum(axis=1)
    return TerrainYear(
        year=year,
        kwh=total(alone.fleets.kwh),
        left_kwh=total(alone.fleets.left_kwh),
        at_once_kw=Band.of(peaks[Strategy.AT_ONCE]),
        spread_kw=Band.of(peaks[Strategy.SPREAD]),
        together_kw=Band.of(peaks[Strategy.TOGETHER]),
        group_kw=Band.of(peaks[Strategy.GROUP]),
        company_kwh=tuple(kwh.tolist()),
        given=sum(is_given(site, year) for site in sites),
        estimated=sum(is_possible(site, year) for site in sites),
        sum_of_peaks_kw=total(alone.at_once_kw),
    )


def is_given(site: Site, year: Year) -> bool:
    """Say whether a company gave every number of electric vehicles of that year itself."""
    return not site.uncounted and all(
        count is not None and count.is_known for count in (fleet.electric[year] for fleet in site.fleets)
    )
