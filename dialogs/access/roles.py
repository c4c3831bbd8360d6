"""`rollen` and `mijn rol`: who is what, and what somebody is."""

from cards.formats import listing
from cards.views.card import Fact, FactGroup
from cards.views.overview import Overview
from dialogs.access.people import people_meant
from dialogs.access.places import grant_words, place_words
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step, quoted
from domain.access.roles import ROLES, Role, Somebody
from domain.intake.acceptance import clean_text

MOST_SHOWN = 60
SETTINGS = "instellingen"


async def show_roles(step: Step, text: str) -> None:
    """Show everybody who holds a role, or what somebody holds."""
    wanted = clean_text(text)[:120]
    people = await people_meant(step, wanted) if wanted else await everybody(step)
    if not people:
        step.say(f"Ik ken {quoted(wanted, 40)} niet." if wanted else "Niemand heeft een rol.")
        return
    facts = [(role, fact) for one in people for role, fact in facts_of(step, one)]
    if not facts:
        step.say(f"{listing([one.label for one in people[:MOST_SHOWN]])}: geen bijzondere rol.")
        return
    shown = facts[:MOST_SHOWN]
    groups = tuple(
        FactGroup(title=ROLES[role].title.capitalize(), facts=tuple(fact for other, fact in shown if other is role))
        for role in reversed(Role)
        if any(other is role for other, _ in shown)
    )
    left = len(facts) - len(shown)
    closing = (f"Er zijn er nog {left}. Typ 'rollen' met een naam erachter.",) if left else ()
    step.show(ShowCard(Overview(title="Wie heeft welke rol", groups=groups, closing=closing)))


async def everybody(step: Step) -> list[Somebody]:
    """Return everybody with a role, those of the settings included."""
    holders = list(await step.stores.roles.holders())
    house = step.known.house
    named = (house.team | house.admins) - {one.object_id for one in holders}
    return [*holders, *[await step.stores.roles.somebody(object_id) for object_id in sorted(named)]]


def facts_of(step: Step, who: Somebody) -> list[tuple[Role, Fact]]:
    """Return what somebody holds, each with where it comes from when that is not a command."""
    house, terrains = step.known.house, step.stores.terrains
    found = [(grant.role, Fact(label=who.label, value=place_words(grant, terrains))) for grant in who.grants]
    found += [(Role.TEAM, Fact(label=who.label, value="hele regio", remark=f"team {name or 'in Teams'}")) for name in who.teams]
    for role, listed in ((Role.TEAM, house.team), (Role.ADMIN, house.admins)):
        if who.object_id in listed:
            found.append((role, Fact(label=who.label, value="hele regio", remark=SETTINGS)))
    return found


async def show_own_role(step: Step, _: str) -> None:
    """Say what this person is here, and the number by which an administrator can find them."""
    held = [grant_words(grant, step.stores.terrains) for grant in sorted(step.known.roles.grants)]
    as_company = "U vult hier antwoorden in voor uw bedrijf." if step.for_company else ""
    what = f"Uw {'rol is' if len(held) == 1 else 'rollen zijn'}: {listing(held)}." if held else "U heeft geen bijzondere rol."
    step.say(what, as_company, f"Uw Object ID in Entra is {step.known.sender.object_id}.")
