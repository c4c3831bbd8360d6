"""Partners at a session: municipality, grid operator and park manager, who come as themselves and are no company."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from domain.access.roles import Located, Role, Somebody
from domain.sessions.blocks import Block, Lead, TerrainFact
from domain.sessions.plan import Plan
from domain.sessions.visitors import Visitor, coming


@dataclass(frozen=True, slots=True)
class PartnerRule:
    """One sort of partner: how it is called, what it tells about, the blocks in which it may, and what its yes makes ready."""

    title: str
    topic: str
    lead: Lead | None = None
    brings: TerrainFact | None = None
    ready: TerrainFact | None = None
    item: str = ""

    def speaks_in(self, block: Block) -> bool:
        """Say whether this is a block in which they tell."""
        return self.lead in block.leads if self.lead is not None else self.brings in block.facts


# What each tells is the source's (000, "Waar staan we nu"); the park manager knows the terrain of which the factsheet is.
PARTNERS: Mapping[Role, PartnerRule] = {
    Role.MUNICIPALITY: PartnerRule(
        "gemeente", "de laadvisie", Lead.MUNICIPALITY, ready=TerrainFact.MUNICIPALITY_COMES, item="municipality"
    ),
    Role.GRID_OPERATOR: PartnerRule(
        "netbeheerder", "de stand van het net", Lead.OPERATOR, ready=TerrainFact.OPERATOR_COMES, item="operator"
    ),
    Role.PARK_MANAGER: PartnerRule("parkmanager", "het terrein", brings=TerrainFact.FACTSHEET),
}


def rule_of(visitor: Visitor) -> PartnerRule | None:
    """Return what sort of partner a visitor is; None for a company."""
    return PARTNERS.get(Role(visitor.party)) if visitor.party in list(Role) else None


def block_for(plan: Plan, role: Role) -> Block | None:
    """Return the first block in which this sort of partner tells; None when the plan has none."""
    return next((block for block in plan.blocks if PARTNERS[role].speaks_in(block)), None)


def told_in(block: Block, partners: Sequence[Visitor]) -> tuple[Visitor, ...]:
    """Return who of the partners that come tells in this block."""
    return tuple(one for one in coming(partners) if one.tells == block.key)


def who_come(partners: Sequence[Visitor]) -> frozenset[TerrainFact]:
    """Return what the partners that come make ready."""
    rules = (rule_of(one) for one in coming(partners))
    return frozenset(rule.ready for rule in rules if rule is not None and rule.ready is not None)


def role_at(somebody: Somebody, terrain: Located) -> Role | None:
    """Return as which partner somebody is there for a terrain: by a role on it, before one in its municipality or everywhere."""
    held = sorted(one for one in somebody.grants if one.role in PARTNERS and one.holds_at(terrain))
    nearest = sorted(held, key=lambda one: (not one.terrain, not one.municipality))
    return nearest[0].role if nearest else None


def partners_at(everybody: Iterable[Somebody], terrain: Located) -> tuple[tuple[Somebody, Role], ...]:
    """Return who is a partner for a terrain, and which, in the order in which they were given."""
    found = ((one, role_at(one, terrain)) for one in everybody)
    return tuple((one, role) for one, role in found if role is not None)
