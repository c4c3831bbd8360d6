"""Partners of a session in words: what they are asked, what they answered, and in which block they tell."""

from collections.abc import Iterator, Sequence

from cards.formats import clock
from cards.views.card import Fact, FactGroup
from domain.access.roles import Role
from domain.sessions.blocks import Block
from domain.sessions.partners import PARTNERS, block_for, rule_of, told_in
from domain.sessions.plan import Plan, timed
from domain.sessions.visitors import Coming, Visitor

SAID = {
    Coming.YES: "komt",
    Coming.NO: "komt niet",
    Coming.INVITED: "nog geen antwoord",
    Coming.MAYBE: "weet het nog niet",
    Coming.WAITING: "wil komen",
}


def called(partner: Visitor) -> str:
    """Return "Hanna", or of somebody without a name what they are."""
    rule = rule_of(partner)
    return partner.name or partner.company or (rule.title if rule else "iemand")


def partner_groups(partners: Sequence[Visitor]) -> tuple[FactGroup, ...]:
    """Return the partners apart from the companies; nothing when there are none."""
    facts = tuple(Fact(label=called(one), value=state_of(one)) for one in partners)
    return (FactGroup(title="Partners", facts=facts),) if facts else ()


def state_of(partner: Visitor) -> str:
    """Return "netbeheerder, komt en vertelt over de stand van het net"."""
    rule = rule_of(partner)
    tells = f" en vertelt over {rule.topic}" if rule is not None and partner.tells and partner.coming is Coming.YES else ""
    there = {True: ", was er", False: ", was er niet", None: ""}[partner.attended]
    return f"{rule.title if rule else 'partner'}, {SAID[partner.coming]}{tells}{there}"


def led_by(block: Block, partners: Sequence[Visitor]) -> tuple[str, ...]:
    """Return who leads a block, with the partners that said that they tell in it: "netbeheerder (Hanna)"."""
    names = {rule.title: called(one) for one in told_in(block, partners) if (rule := rule_of(one)) is not None}
    leads = tuple(f"{lead.value} ({names.pop(lead.value)})" if lead.value in names else lead.value for lead in block.leads)
    return (*leads, *(f"{title} ({name})" for title, name in names.items()))


def asked_of(plan: Plan, role: Role, terrain: str, when: str, organisation: str) -> Iterator[str]:
    """Yield what a partner is asked, a paragraph each: when and where, what for, what to tell, and who asks."""
    rule, block = PARTNERS[role], block_for(plan, role)
    where = f" De plaats: {plan.place.rstrip('. ')}." if plan.place else ""
    yield f"Komt u naar deze sessie op {terrain}? Die is op {when}.{where}"
    yield f"Bedrijven praten daar over laden. Het doel: {plan.kind.goal[0].lower()}{plan.kind.goal[1:]}."
    if block is not None:
        start = next(clock(part.start.time()) for part in timed(plan) if part.block.key == block.key)
        yield f"U weet veel van {rule.topic}. Wilt u daarover vertellen? Dat duurt {block.minutes} minuten, vanaf {start}."
    yield f"Dit bericht komt van {organisation}."
