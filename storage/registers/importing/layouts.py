"""The layouts of registers, told apart by their header, so that nobody has to rename columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.registers.imports import RegisterKind
from storage.uploads.files import UnreadableFile

AREAS = ("gross_ha", "net_ha", "issuable_ha")


@dataclass(frozen=True, slots=True)
class Layout:
    """One way to write a register: which header stands for which field, and which fields must be there.

    Several headers may stand for one field; of those that are there the first counts.
    """

    kind: RegisterKind
    called: str
    columns: Mapping[str, str]
    required: frozenset[str]
    in_square_metres: bool = False

    def missing(self, header: Sequence[str]) -> list[str]:
        """The required columns that `header` lacks, as people should write them."""
        there = {self.columns.get(name.strip().casefold()) for name in header}
        first: dict[str, str] = {}
        for column, field in self.columns.items():
            first.setdefault(field, column)
        return [column for field, column in first.items() if field in self.required and field not in there]

    def columns_in(self, header: Sequence[str]) -> dict[str, str]:
        """The column for every field that `header` (in small letters) has."""
        found: dict[str, str] = {}
        for column, field in self.columns.items():
            if column in header:
                found.setdefault(field, column)
        return found


# What some registers know beside the basics; names of the national IBIS model, and plain ones.
_MORE = {
    "ind_park_management": "park_management",
    "parkmanagement": "park_management",
    "ind_vol": "sold_out",
    "vol": "sold_out",
    "max_mileucategorie_code": "environment_category",  # spelled so in the source
    "max_milieucategorie_code": "environment_category",
    "milieucategorie": "environment_category",
    "ext_bereikbaarheid_code": "road_access",
    "bereikbaarheid": "road_access",
    "water_ontsluiting_code": "water_access",
    "spoor_ontsluiting_code": "rail_access",
}
LAYOUTS = (
    Layout(
        kind=RegisterKind.TERRAINS,
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
            **_MORE,
        },
        required=frozenset({"id", "name", "municipality_code", "year", "gross_ha", "net_ha"}),
    ),
    Layout(
        kind=RegisterKind.TERRAINS,
        called="IBIS",
        columns={
            "rin_nummer": "id",
            "plan_naam": "name",
            "gem_codes": "municipality_code",
            "gem_code_cbs": "municipality_code",
            "prov_namen": "province",
            "kern_naam": "place",
            "jaar": "year",
            "ha_bruto": "gross_ha",
            "ha_netto": "net_ha",
            "ha_tottuit": "issuable_ha",
            "wloc_type": "location_type",
            **_MORE,
        },
        required=frozenset({"id", "name", "municipality_code", "gross_ha", "net_ha"}),
    ),
    Layout(
        kind=RegisterKind.TERRAINS,
        called="IBIS, oudere indeling",
        columns={
            "rinnummer": "id",
            "bedrijvent": "name",
            "kern": "place",
            "jaar": "year",
            "oppbruto": "gross_ha",
            "oppnetto": "net_ha",
            **_MORE,
        },
        required=frozenset({"id", "name", "gross_ha", "net_ha"}),
        in_square_metres=True,
    ),
    Layout(
        kind=RegisterKind.PLAN_MAP,
        called="plankaart",
        columns={
            "rin_nummer": "terrain_id",
            "jaar": "year",
            "laadvermogen_kw": "charging_kw",
            "voertuigen": "vehicles",
            "netcapaciteit_kw": "grid_kw",
            "congestie": "congestion",
        },
        required=frozenset({"terrain_id", "year", "charging_kw"}),
    ),
    Layout(
        kind=RegisterKind.COMPANIES,
        called="bedrijven",
        columns={
            "rin_nummer": "terrain_id",
            "bedrijf": "name",
            "kvk": "kvk",
            "contact": "contact",
            "functie": "position",
            "email": "email",
            "e-mail": "email",
            "telefoon": "phone",
        },
        required=frozenset({"terrain_id", "name"}),
    ),
)

KNOWN_COLUMNS = frozenset(column for layout in LAYOUTS for column in layout.columns)
# One header that only this kind has is enough to know what somebody meant.
_TELLING = {
    RegisterKind.TERRAINS: frozenset({"naam", "plan_naam", "bedrijvent", "ha_netto", "oppnetto", "gemeentecode"}),
    RegisterKind.PLAN_MAP: frozenset({"laadvermogen_kw", "voertuigen", "netcapaciteit_kw", "congestie"}),
    RegisterKind.COMPANIES: frozenset({"bedrijf", "kvk", "contact", "functie", "email", "telefoon"}),
}
_FEWEST = 2  # headers that are known before we say which ones are missing


def layout_of(header: Sequence[str]) -> Layout:
    """The layout this header is written in.

    Raises UnreadableFile with the Dutch sentence when it is none, lacks columns, or has one twice.
    """
    names = [name.strip().casefold() for name in header]
    best = max(LAYOUTS, key=lambda layout: (-len(layout.missing(names)), _shared(layout, names)))
    if best.missing(names):  # then what was meant is what most headers are telling of
        best = max(LAYOUTS, key=lambda layout: (_telling(layout, names), _shared(layout, names), -len(layout.missing(names))))
    if _shared(best, names) < _FEWEST or not _telling(best, names):
        raise UnreadableFile(f"De eerste regel heeft geen bekende kolommen. {EXPECTED}")
    if missing := best.missing(names):
        raise UnreadableFile(f"Er {_count(missing)}: {', '.join(missing)}.")
    if twice := sorted({name for name in names if name in best.columns and names.count(name) > 1}):
        raise UnreadableFile(f"Deze kolom staat er twee keer in: {twice[0]}.")
    return best


def _expected() -> str:
    """What the header of each kind must have at least, by the first layout of each."""
    first = {layout.kind: layout for layout in reversed(LAYOUTS)}
    needs = (f"{KINDS[kind]}: {', '.join(first[kind].missing([]))}" for kind in RegisterKind)
    return "Nodig is: " + "; of ".join(needs) + "."


KINDS = {
    RegisterKind.TERRAINS: "voor terreinen",
    RegisterKind.PLAN_MAP: "voor de plankaart",
    RegisterKind.COMPANIES: "voor bedrijven",
}
EXPECTED = _expected()


def _shared(layout: Layout, names: Sequence[str]) -> int:
    return len(layout.columns.keys() & set(names))


def _telling(layout: Layout, names: Sequence[str]) -> int:
    return len(_TELLING[layout.kind] & set(names))


def _count(missing: Sequence[str]) -> str:
    return "ontbreekt een kolom" if len(missing) == 1 else f"ontbreken {len(missing)} kolommen"
