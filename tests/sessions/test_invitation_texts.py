"""What an invitation says: another text for each kind of session, and only what is so there and now."""

import pytest
from sqlalchemy import update

from domain.sessions.formats import FORMATS
from domain.sessions.invitation_texts import COST, GRID, OPERATOR_COMES, RESISTANCE, InvitationFacts, invitation_text
from domain.terrains.plan_map import Congestion
from storage.tables.registers import plan_map
from tests.chat import Chat
from tests.language import faults
from tests.sessions.beginnings import CHANGE, KEEP, SEND, company, planned
from tests.terrains.arranging import plan, register

SENDER = "NAL-regio Oost, namens de provincies Gelderland en Overijssel"
FACTS = InvitationFacts("Hessenpoort", "donderdag 14 januari 2027 om 19:30", "Zaal 2", SENDER)
LONGEST = 1200  # of the field in which the team changes it
EVERY = [
    InvitationFacts("Hessenpoort", FACTS.when, place, SENDER, congestion, comes, companies)
    for place in ("", "Zaal 2", "het gemeentehuis in Zwolle")
    for congestion in (None, *Congestion)
    for comes in (False, True)
    for companies in (0, 4, 12)
]


@pytest.mark.parametrize("kind", [one.key for one in FORMATS])
def test_every_text_is_plain_and_says_who_asks_and_that_it_is_free(kind: str) -> None:
    for facts in EVERY:
        said = invitation_text(kind, facts)
        assert faults(said) == []
        assert len(said) <= LONGEST
        assert said.split("?")[0].count(".") == 0, "it begins with a question"
        assert all(part in said for part in ("Hessenpoort", facts.when, SENDER, "Meedoen kost u niets", "laadconsulenten"))
        assert (OPERATOR_COMES in said) == facts.operator_comes
        assert ("het totaal van 12 bedrijven" in said) == (facts.companies == 12 and kind != "talk")
        assert "uw buren" not in said


def test_each_kind_of_session_has_a_text_of_its_own() -> None:
    texts = {kind: invitation_text(kind, FACTS) for kind in ("start", "work_1", "work_2", "work_3", "talk")}
    assert len(set(texts.values())) == len(texts)
    assert [kind for kind, said in texts.items() if COST in said and RESISTANCE in said] == ["start", "talk"]
    assert "kiezen wij samen" in texts["work_3"]
    assert "een half uur" in texts["talk"]


async def test_the_grid_is_as_full_as_the_plan_map_says(chat: Chat) -> None:
    noor = await planned(chat)
    await noor.clicks("Wie komt er")
    await noor.clicks("Uitnodigen")
    noor.sees_not(*GRID.values(), OPERATOR_COMES)
    await register(chat.database)
    await plan(chat)
    for stands in Congestion:
        async with chat.database.begin() as connection:
            await connection.execute(update(plan_map).values(congestion=stands.value))
        await noor.clicks("Wie komt er")
        await noor.clicks("Uitnodigen")
        noor.sees(GRID[stands], "donderdag 14 januari 2027 om 19:30. De plaats: Zaal 2.")
        noor.sees_not(*(words for one, words in GRID.items() if one is not stands))


async def test_the_text_follows_what_is_ticked_and_when_it_is(chat: Chat) -> None:
    fatima = await company(chat, "Fatima", "Jansen Transport")
    noor = await planned(chat)
    await noor.fills_in({"ready": "operator"}, CHANGE)
    await noor.clicks("Wie komt er")
    await noor.clicks("Uitnodigen")
    noor.sees("De netbeheerder komt ook.")
    await noor.clicks("Bewaar de tekst")
    await noor.clicks("Wie komt er")
    await noor.clicks("Plan")
    await noor.clicks("Gegevens")
    await noor.fills_in({"day": "2027-01-15"}, KEEP)
    await noor.clicks("Wie komt er")
    await noor.clicks("Uitnodigen")
    await noor.clicks(SEND)
    await chat.notices()
    fatima.sees("vrijdag 15 januari 2027 om 19:30", "De netbeheerder komt ook. U kunt hem zelf vragen stellen.")
