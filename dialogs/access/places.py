"""Where a role is to hold: a municipality or a terrain, as an administrator types it, and how a sentence says it."""

from dataclasses import dataclass

from rapidfuzz import fuzz, process

from dialogs.lookup.spelling import plain
from dialogs.lookup.terrain_names import TerrainNames
from domain.access.roles import ROLES, Grant, Reach, Role
from domain.terrains.municipalities import MUNICIPALITIES, Municipality, municipality_named

CLOSE_ENOUGH = 85
MOST_OFFERED = 5
LEADS = {Reach.MUNICIPALITY: ("gemeente",), Reach.TERRAIN: ("terrein", "bedrijventerrein")}


@dataclass(frozen=True, slots=True)
class MeantPlace:
    """What a text can mean as a place for a role: `exact`, or what looks like it, best first."""

    exact: Grant | None = None
    near: tuple[Grant, ...] = ()


def place_meant(role: Role, text: str, terrains: TerrainNames) -> MeantPlace:
    """Read where a role is to hold. Without words it is the whole region, if the role can hold there."""
    reaches = ROLES[role].reaches
    first, _, after = text.partition(" ")
    named = [reach for reach, words in LEADS.items() if after and first.casefold().rstrip(":") in words and reach in reaches]
    if not text:
        return MeantPlace(Grant(role) if Reach.REGION in reaches else None)
    if named:
        return read_place(role, named[0], after, terrains)
    readings = [read_place(role, reach, text, terrains) for reach in reaches if reach is not Reach.REGION]
    exact = next((one.exact for one in readings if one.exact is not None), None)
    return MeantPlace(exact, tuple(grant for one in readings for grant in one.near)[:MOST_OFFERED])


def read_place(role: Role, reach: Reach, text: str, terrains: TerrainNames) -> MeantPlace:
    if reach is Reach.MUNICIPALITY:
        exact = MUNICIPALITIES.get(text.upper()) or municipality_named(text)
        near = [exact] if exact else municipalities_like(text)
        return MeantPlace(grant_in(role, exact) if exact else None, tuple(grant_in(role, one) for one in near))
    found = terrains.find(text, MOST_OFFERED)
    grants = tuple(Grant(role, terrain=name.id) for name in found.matches)
    return MeantPlace(Grant(role, terrain=found.exact.id) if found.exact else None, grants)


def municipalities_like(text: str) -> list[Municipality]:
    """Return municipalities whose names look like this text, best first."""
    names = {one.code: " ".join(plain(one.name)) for one in MUNICIPALITIES.values()}
    near = process.extract(" ".join(plain(text)), names, scorer=fuzz.ratio, score_cutoff=CLOSE_ENOUGH, limit=MOST_OFFERED)
    return [MUNICIPALITIES[code] for _, _, code in near]


def grant_in(role: Role, municipality: Municipality) -> Grant:
    return Grant(role, municipality=municipality.code)


def place_words(grant: Grant, terrains: TerrainNames) -> str:
    """Return where a role holds, as it is in a list: "Zwolle", "Hessenpoort (Zwolle)", "hele regio"."""
    if grant.municipality:
        known = MUNICIPALITIES.get(grant.municipality)
        return known.name if known else grant.municipality
    if grant.terrain:
        name = terrains.named(grant.terrain)
        return name.label if name else f"terrein {grant.terrain}"
    return "hele regio"


def grant_words(grant: Grant, terrains: TerrainNames) -> str:
    """Return a role with its place: "gemeente (Zwolle)"; for the whole region the role alone."""
    title = ROLES[grant.role].title
    return title if grant.reach is Reach.REGION else f"{title} voor {place_words(grant, terrains)}"


def typed_place(grant: Grant) -> str:
    """Return a role as somebody could type it, in keys: what a button carries."""
    return f"{ROLES[grant.role].title} {grant.terrain or grant.municipality}".strip()
