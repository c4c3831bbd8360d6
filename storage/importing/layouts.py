"""The layouts of terrain registers, told apart by their header, so that nobody has to rename columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from storage.importing.files import UnreadableFile

AREAS = ("gross_ha", "net_ha", "issuable_ha")


@dataclass(frozen=True, slots=True)
class Layout:
    """One way to write the register: which header stands for which field of a terrain, and which must be there."""

    called: str
    columns: Mapping[str, str]
    required: frozenset[str]
    in_square_metres: bool = False

    def missing(self, header: Sequence[str]) -> list[str]:
        """The required columns that `header` lacks, as people should write them."""
        there = {name.strip().casefold() for name in header}
        return [column for column, field in self.columns.items() if field in self.required and column not in there]


_LAYOUTS = (
    Layout(
        called="lijst van de provincies",
        columns={
            "rin_nummer": "id",
            "naam": "name",
            "gemeentecode": "municipality_code",
            "gemeente": "municipality",
            "provincie": "province",
            "peiljaar": "year",
            "ha_bruto": "gross_ha",
            "ha_netto": "net_ha",
            "ha_tottuit": "issuable_ha",
            "wloc_type": "location_type",
        },
        required=frozenset({"id", "name", "municipality_code", "year", "gross_ha", "net_ha"}),
    ),
    Layout(
        called="IBIS",
        columns={
            "rin_nummer": "id",
            "plan_naam": "name",
            "gem_codes": "municipality_code",
            "prov_namen": "province",
            "kern_naam": "place",
            "jaar": "year",
            "ha_bruto": "gross_ha",
            "ha_netto": "net_ha",
            "ha_tottuit": "issuable_ha",
            "wloc_type": "location_type",
        },
        required=frozenset({"id", "name", "municipality_code", "gross_ha", "net_ha"}),
    ),
    Layout(
        called="IBIS, oudere indeling",
        columns={
            "rinnummer": "id",
            "bedrijvent": "name",
            "kern": "place",
            "jaar": "year",
            "oppbruto": "gross_ha",
            "oppnetto": "net_ha",
        },
        required=frozenset({"id", "name", "gross_ha", "net_ha"}),
        in_square_metres=True,
    ),
)

KNOWN_COLUMNS = frozenset(column for layout in _LAYOUTS for column in layout.columns)


def layout_of(header: Sequence[str]) -> Layout:
    """The layout this header is written in.

    Raises UnreadableFile with the Dutch sentence when it is none, lacks columns, or has one twice.
    """
    names = [name.strip().casefold() for name in header]
    best = max(_LAYOUTS, key=lambda layout: (-len(layout.missing(header)), _shared(layout, names)))
    if _shared(best, names) < 3:
        expected = ", ".join(_LAYOUTS[0].columns)
        raise UnreadableFile(f"De eerste regel heeft geen bekende kolommen. Verwacht: {expected}.")
    if missing := best.missing(header):
        raise UnreadableFile(f"Er {_count(missing)}: {', '.join(missing)}.")
    if twice := sorted({name for name in names if name in best.columns and names.count(name) > 1}):
        raise UnreadableFile(f"Deze kolom staat er twee keer in: {twice[0]}.")
    return best


def _shared(layout: Layout, names: Sequence[str]) -> int:
    return len(layout.columns.keys() & set(names))


def _count(missing: Sequence[str]) -> str:
    return "ontbreekt een kolom" if len(missing) == 1 else f"ontbreken {len(missing)} kolommen"
