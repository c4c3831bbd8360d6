"""Who gets a role: a name says little about who somebody is, so what Teams tells about them is beside it."""

from typing import Self

from cards.verbs import Verb
from cards.views.card import MOST_BUTTONS, Button, Card, Frozen
from cards.views.plain import read_buttons, read_lines

MOST_OFFERED = MOST_BUTTONS - 1  # one button is for the people picker of Teams
KINDS = {True: "gast", False: "lid van de organisatie", None: "Teams zei nog niet of dit een gast is"}


class Candidate(Frozen):
    """Somebody who may be meant. `guest` is None while Teams told nothing; `held` what they are already."""

    id: str
    name: str
    guest: bool | None = None
    tenant: str = ""
    held: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """Return what Teams tells about them."""
        return KINDS[self.guest]

    @property
    def known(self) -> tuple[str, ...]:
        """Return everything that tells this person from another with the same name."""
        home = f"Tenant: {self.tenant}." if self.tenant else "Tenant: onbekend."
        return (f"{self.kind}.".capitalize(), home, f"Object ID: {self.id}.", *(f"Rol nu: {one}." for one in self.held))


class PersonChoice(Card):
    """A question who is meant. `words` are the role and the place, as typed; `offered` become buttons (ROLE). `pick` adds the
    people picker of Teams ("person") with a button of its own (ROLE_PICK).
    """

    lines: tuple[str, ...]
    words: str
    offered: tuple[Candidate, ...] = ()
    pick: bool = False

    @property
    def picker_label(self) -> str:
        return "Of wijs iemand anders aan" if self.offered else "Wijs de persoon aan"

    @property
    def picker_hint(self) -> str:
        return "Zoek in Teams"

    @property
    def actions(self) -> tuple[Button, ...]:
        """Return a yes for each person, and one for whoever was picked."""
        yes = (
            Button(
                title=f"Ja, {one.name[:30]} ({one.id[:8]})",
                verb=Verb.ROLE,
                data={"person": one.id, "words": self.words, "take": "no"},
            )
            for one in self.offered[:MOST_OFFERED]
        )
        picked = (Button(title="Geef de rol", verb=Verb.ROLE_PICK, data={"words": self.words}),) if self.pick else ()
        return (*yes, *picked)

    def plain(self) -> str:
        people = (read_lines(one.name, *one.known) for one in self.offered)
        picker = f"{self.picker_label}: {self.picker_hint}" if self.pick else ""
        return read_lines(*self.lines, *people, picker, read_buttons(self.actions))

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return namesakes, one of them a guest, a role that is only given to whoever is pointed at, and nobody to pick from."""
        tenant = "11111111-1111-4111-8111-111111111111"
        offered = (
            Candidate(id="3b1f6a52-8d07-4c1e-9a64-5d20c7e12006", name="Jan de Wit", guest=False, tenant=tenant),
            Candidate(id="3b1f6a52-8d07-4c1e-9a64-5d20c7e12007", name="Jan de Wit", guest=True, held=("gemeente voor Zwolle",)),
            Candidate(id="3b1f6a52-8d07-4c1e-9a64-5d20c7e12008", name="Jan Wit"),
        )
        return (
            cls(lines=("Wie krijgt de rol gemeente Zwolle?",), words="gemeente Zwolle", offered=offered, pick=True),
            cls(lines=("De rol projectteam gaat niet op naam.", "Wijs de persoon aan."), words="projectteam", pick=True),
            cls(lines=("Wie krijgt de rol netbeheerder?",), words="netbeheerder", offered=offered[:1]),
        )
