"""Companies that others named: read as names, shown back, kept with who named them, decided by the team, and gone with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as some
from sqlalchemy import update

from domain.companies.nominations import LONGEST, NotAName, read_names
from domain.door.entering import DoorWay
from storage.database.transactions import Database, transaction
from storage.tables.companies import company_nomination
from storage.tables.registers import company
from tests.beginnings import finish_short, start, talk
from tests.chat import Chat
from tests.person import Person
from tests.tables import rows
from tests.terrains.arranging import register

QUIET, TELL, WRONG = "Ja, maar noem mij niet", "Ja, en noem mij", "Nee, dit klopt niet"
KEPT = "Dank u wel. Het projectteam kijkt of het dit vraagt."
READ = {
    "Bakkerij Smit, De Vries Logistiek en Jansen": ("Bakkerij Smit", "De Vries Logistiek", "Jansen"),
    "mijn buurman Jansen moet ook meedoen": ("Jansen",),
    "jullie moeten Pietersen Transport ook vragen": ("Pietersen Transport",),
    "De buurman van hiernaast, heet volgens mij Kok": ("Kok",),
    "Van den Berg en Zonen en de vries": ("Van den Berg en Zonen", "de vries"),
    "Jansen Bouw en Techniek": ("Jansen Bouw en Techniek",),
    "Smit & Zn.\n- De Wit\n- 3M": ("Smit & Zn", "De Wit", "3M"),
    "Smit, SMIT B.V.; smit": ("Smit",),
    **dict.fromkeys(("mijn buurman", "de buren van nummer 12", "weet ik niet", "geen idee", "niemand", "iedereen hier"), ()),
}  # fmt: skip
HOSTILE = {
    **dict.fromkeys(("kijk op https://slecht.example/x", "www.slecht.nl", "piet@jansen.example"), NotAName.ADDRESS),
    "Smit 06-12345678": NotAName.NUMBER, "0612345678": NotAName.NUMBER, "Smit " * 30: NotAName.LONG, "a" * 90: NotAName.LONG,
}  # fmt: skip


@pytest.fixture
async def chat(database: Database) -> Chat:
    await register(database)
    return Chat(database)


async def named(chat: Chat) -> list[tuple[str, bool]]:
    """Return what stands in the register because somebody named it, with whether it may hear who."""
    names = {row["id"]: row["name"] for row in await rows(chat, company)}
    return [(names[row["company_id"]], row["may_tell"]) for row in await rows(chat, company_nomination)]


async def refuses(chat: Chat, name: str) -> None:
    """Let a company of Hessenpoort want no more of us."""
    async with transaction(chat.database) as connection:
        known = {"terrain_id": "t-1", "name": name, "name_key": name.casefold(), "withdrawn_at": chat.now}
        await connection.execute(company.insert().values(known))


@pytest.mark.parametrize("text", READ)
def test_a_text_names_companies_and_nobody_else(text: str) -> None:
    assert tuple(one.name for one in read_names(text).names) == READ[text]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_no_name_is_refused(text: str) -> None:
    read = read_names(text)
    assert (read.names, read.refused) == ((), (HOSTILE[text],))


def test_a_number_of_the_chamber_of_commerce_goes_along() -> None:
    assert [(one.name, one.kvk) for one in read_names("bakkerij smit (12345678)").names] == [("bakkerij smit", "12345678")]


@given(some.text(max_size=300))
def test_a_name_is_short_and_has_letters_whatever_is_typed(text: str) -> None:
    for one in read_names(text).names:
        assert one.key
        assert len(one.name) <= LONGEST
        assert "@" not in one.name


async def test_a_company_names_others_and_says_who_may_hear_it(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await fatima.says("aandragen Bakkerij Smit en De Wit")
    fatima.sees("Ik begreep: Bakkerij Smit en De Wit. Klopt dat?", "Mag het zeggen dat u hen noemde?")
    assert await rows(chat, company) == [], "nothing is kept before a yes"
    await fatima.says("ja")
    fatima.sees(KEPT)
    assert await named(chat) == [("Bakkerij Smit", False), ("De Wit", False)]
    await fatima.says("aandragen Kok Transport")
    await fatima.clicks(TELL)
    await talk(fatima, "aandragen Fout", "nee")
    fatima.sees("Ik bewaar deze namen niet.")
    assert await named(chat) == [("Bakkerij Smit", False), ("De Wit", False), ("Kok Transport", True)]
    await fatima.says("aandragen")
    fatima.sees("U noemde al: Bakkerij Smit, De Wit en Kok Transport.")


async def test_the_question_of_the_intake_leads_to_the_same(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await fatima.presses_raw("change", {}, {"question": "ideas.others"})
    await fatima.fills_in({"ideas.others": "Bakkerij Smit"})
    fatima.sees("Ik begreep: Bakkerij Smit. Klopt dat?")
    await fatima.clicks(QUIET)
    fatima.sees(KEPT)
    assert await named(chat) == [("Bakkerij Smit", False)]


@pytest.mark.parametrize("known", ["unknown", "refused", "takes part"])
async def test_nobody_learns_whether_a_company_is_known(chat: Chat, known: str) -> None:
    fatima = await finish_short(chat)
    if known == "refused":
        await refuses(chat, "Smit")
    elif known == "takes part":
        await start(chat, "Piet", "Smit", "Hessenpoort", "3")
    await fatima.says("aandragen Smit")
    assert fatima.text().startswith("Ik begreep: Smit. Klopt dat?\nHet projectteam kan dit bedrijf dan vragen om mee te doen.")
    await fatima.clicks(QUIET)
    assert fatima.fresh[-1].text().startswith(KEPT)
    await fatima.says("mijn gegevens alles")
    fatima.sees("Smit")
    fatima.sees_not("niet benaderd", "Teruggetrokken")


@pytest.mark.parametrize("said", [
    "ik weet nog een bedrijf", "ik wil een ander bedrijf aandragen",
    "mijn buurman Jansens Bouw moet ook meedoen", "jullie moeten Bakkerij Smit ook vragen",
])  # fmt: skip
async def test_it_is_heard_in_own_words(chat: Chat, said: str) -> None:
    fatima = await finish_short(chat)
    await fatima.says(said)
    fatima.sees("Klopt dat?" if "edrijf" not in said else "Welk bedrijf moet volgens u ook meedoen?")


async def test_a_limit_a_name_of_ones_own_and_what_is_no_name_keep_nothing(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await fatima.says("aandragen www.slecht.nl")
    fatima.sees("Een link of mailadres neem ik niet over.")
    await fatima.says("aandragen mijn buurman")
    fatima.sees("Ik lees nog geen naam.")
    await fatima.says("aandragen Jansen Transport")
    assert await named(chat) == []
    await fatima.says(f"aandragen {', '.join(f'Garage {number}' for number in range(1, 23))}")
    fatima.sees("U kunt 20 bedrijven noemen.")
    await fatima.clicks(QUIET)
    assert len(await named(chat)) == 20


async def test_somebody_without_teams_names_others_too(database: Database) -> None:
    await register(database)
    chat = Chat(database, web_door=True, public_url="https://laadmaat.voorbeeld.example")
    fatima = await chat.enters("Fatima", DoorWay.TERRAIN, "t-1")
    await talk(fatima, "ja", "kort", "Jansen Transport", "aandragen Bakkerij Smit")
    await fatima.clicks(TELL)
    assert await named(chat) == [("Bakkerij Smit", True)]


async def hears(chat: Chat, *said: str) -> tuple[Person, Person]:
    """Return Noor of the team and Fatima, who named these and lets us say so."""
    noor, fatima = chat.person("Noor", team=True), await finish_short(chat)
    await noor.opens()
    await fatima.says(f"aandragen {', '.join(said)}")
    await fatima.clicks(TELL)
    return noor, fatima


async def test_the_team_hears_of_it_and_invites(chat: Chat) -> None:
    noor, _ = await hears(chat, "Bakkerij Smit", "Kok")
    await noor.says("status hessenpoort")
    noor.sees("Jansen Transport droeg 2 bedrijven aan op Hessenpoort.")
    await noor.says("aandragen hessenpoort")
    noor.sees("Bakkerij Smit op Hessenpoort, genoemd door Jansen Transport", "Jansen Transport mag u noemen.")
    await noor.clicks("Nodig uit: Bakkerij Smit")
    noor.sees("Uitnodiging voor Bakkerij Smit", "Zet erbij: Jansen Transport noemde u.")
    await noor.says("aandragen hessenpoort")
    noor.sees_not("Bakkerij Smit")
    await noor.clicks("Niet doen: Kok")
    noor.sees("Kok wordt niet uitgenodigd.", "Er wacht geen bedrijf dat iemand aandroeg.")


async def test_who_refused_stays_refused_and_is_not_invited(chat: Chat) -> None:
    await refuses(chat, "Smit")
    noor, _ = await hears(chat, "Smit", "Smitt")
    await noor.says("aandragen")
    noor.sees("Smit wil niet benaderd worden.", "Lijkt op Smit, en dat bedrijf wil niet benaderd worden.")
    assert not noor.fresh[-1].has_button("Nodig uit: Smit")
    await noor.clicks("Zelfde als Smit")
    assert await named(chat) == [("Smit", True)]
    assert [row["name"] for row in await rows(chat, company)] == ["Smit"], "what stood there for that name alone went"
    await noor.says("uitnodigen hessenpoort Smit")
    noor.sees("Benader het niet opnieuw.")


async def test_the_team_writes_down_who_named_whom(chat: Chat) -> None:
    async with transaction(chat.database) as connection:
        await connection.execute(company.insert().values(terrain_id="t-1", name="Bakkerij Smit", name_key="bakkerij smit"))
    noor = chat.person("Noor", team=True)
    await noor.opens()
    await finish_short(chat)
    await noor.says("jansen transport noemde bakkerij smid")
    noor.sees("Ik begreep: Jansen Transport noemde bakkerij smid. Klopt dat?", "Bedoelt u Bakkerij Smit?")
    await noor.clicks("Ik bedoel Bakkerij Smit")
    noor.sees("Genoteerd: Jansen Transport noemde Bakkerij Smit.")
    assert await named(chat) == [("Bakkerij Smit", False)]


async def test_what_was_named_goes_with_who_named_it(chat: Chat) -> None:
    noor, fatima = await hears(chat, "Bakkerij Smit", "Kok", "De Wit", "Vos")
    piet = await finish_short(chat, "Piet")
    await piet.says("aandragen Vos")
    await piet.clicks(QUIET)
    await noor.says("uitnodigen hessenpoort Kok")
    async with transaction(chat.database) as connection:
        await connection.execute(update(company).where(company.c.name == "De Wit").values(withdrawn_at=chat.now))
    await talk(fatima, "verwijder mijn gegevens", "ja")
    left = {row["name"] for row in await rows(chat, company)}
    assert left == {"Kok", "De Wit", "Vos"}, "approached, refused, or named by somebody else as well"
    assert await named(chat) == [("Vos", False)]


async def test_who_is_of_no_team_decides_nothing_about_who_was_named(chat: Chat) -> None:
    _, fatima = await hears(chat, "Bakkerij Smit")
    [kept] = await rows(chat, company_nomination)
    for said in (f"aandragen niet {kept['number']}", f"aandragen i:{kept['intake_id']} open Kok", "aandragen hessenpoort"):
        await fatima.presses_raw("say", {"text": said})
        fatima.sees_not("uitgenodigd", "genoemd door", "Genoteerd")
    assert await rows(chat, company_nomination) == [kept]
