"""Whatever two colleagues and a team member type and press, in any order: always a proper reply, and the log tells all."""

import re
from dataclasses import dataclass, field

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.tables.people import answer, intake
from tests.beginnings import agree
from tests.chat import Chat
from tests.person import Person
from tests.postgres import Emptier
from tests.tables import rows

SENTENCES = (
    "ja", "nee", "weet ik niet", "overslaan", "12", "0", "400", "een stuk of tien", "half zeven", "12-03", "maart 2026", "klein",
    "Jansen Transport", "Hessenpoort", "hessenport", "de mars", "Atlantis", "terug", "verder", "overzicht", "wijzig",
    "wijzig rol", "wijzig terrein", "wijzig bestelwagens", "stop", "help", "start", "toestemming", "mijn gegevens",
    "verwijder mijn gegevens", "vragen",
    "vraag wat kost het?", "bel mij", "code", "collega", "collega begon al", "kort", "volledig", "kaart", "hallo", "bedankt",
    "oplosser", "Waarom?", "asdf", "", "🚚", "{{7*7}}", "tien of twaalf", "1,250", "80%", "waterstof en hvo", "later",
    "toelaten 1", "antwoord 1 Dat kan.", "uitnodigen hessenpoort Jansen", "intake namens Jansen Transport", "klaar", "weigeren 1",
)  # fmt: skip
ENTERED = (
    "", "12", "0", "yes", "no", "Jansen Transport", "Hessenpoort", "de mars", "18:00", "06:00", "large", "400", "maart 2026",
    "hydrogen,hvo", "owner", "weet ik niet", "_unknown", "van.total",
)  # fmt: skip
ACTIONS = st.lists(
    st.tuples(st.sampled_from(["type", "type", "press", "press", "again", "code", "deliver", "restart"]), st.integers(0, 10_000)),
    min_size=30,
    max_size=60,
)


@dataclass
class Party:
    """Everybody in the conversation, the codes they saw, and what was pressed before."""

    chat: Chat
    people: list[Person]
    codes: list[str] = field(default_factory=list)
    pressed: list[tuple[Person, int, int]] = field(default_factory=list)

    async def act(self, action: str, number: int) -> None:
        """Let somebody do something, and check that there is an answer."""
        person = self.people[number % len(self.people)]
        if action == "deliver":
            await self.chat.delivers()
        elif action == "restart":
            await self.chat.restarts()
        elif action == "again" and self.pressed:
            person, place, earlier = self.pressed[number % len(self.pressed)]
            await self.press(person, place, earlier)
        elif action == "press":
            await self.press(person, max(0, len(person.screen) - 1 - number // 3 % 3), number)
        else:
            words = (
                self.codes[number % len(self.codes)] if action == "code" and self.codes else SENTENCES[number % len(SENTENCES)]
            )
            await person.says(words)
            assert person.text().strip(), f"silence after {words!r}"
        self.codes += re.findall(r"\b(?!ABCD-2345)[A-Z2-9]{4}-[A-Z2-9]{4}\b", person.text())

    async def press(self, person: Person, place: int, number: int) -> None:
        """Press a button on one of the cards, with some of the fields filled in."""
        shown = person.screen[place]
        buttons = [button for button in shown.all_buttons() if "verb" in button]
        if buttons:
            fields = {
                name: ENTERED[(number + at) % len(ENTERED)] if (number >> at % 8) & 1 else value
                for at, (name, value) in enumerate(shown.filled_in().items())
            }
            self.pressed.append((person, place, number))
            await person.presses(buttons[number % len(buttons)], fields, shown)
            assert person.text().strip(), "silence after a button"


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking sixty turns takes minutes
)
@given(actions=ACTIONS, how=st.sampled_from(["execute", "submit"]), far=st.integers(0, 60))
async def test_there_is_always_a_proper_reply(
    database: AsyncEngine, emptier: Emptier, actions: list[tuple[str, int]], how: str, far: int
) -> None:
    emptier.empty()
    chat = Chat(database, how=how)
    party = Party(chat, [chat.person("Fatima"), chat.person("Piet"), chat.person("Noor", team=True)])
    await agree(party.people[0], "volledig")
    for _ in range(far):
        await party.people[0].says("weet ik niet")
    for person in party.people[1:]:
        await person.opens()
    for action, number in actions:
        await party.act(action, number)
    log = {(row["intake_id"], row["name"]): row["value"] for row in await rows(chat, answer)}
    kept = await rows(chat, intake)
    snapshot = {(row["id"], name): one["value"] for row in kept for name, one in row["current"].get("answers", {}).items()}
    assert snapshot == log
