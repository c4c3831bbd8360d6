"""Groups in the chat: made from who comes, explained, changed by hand, and the same again next time."""

from storage.database.transactions import transaction
from storage.tables.session import session, visitor
from tests.chat import Chat
from tests.person import Person
from tests.sessions.beginnings import FACTS, MAKE, company, planned
from tests.tables import rows

MAKING = "Maak groepen"


async def enter(noor: Person, number: int, issues: tuple[str, ...] = ("grid", "space"), *, first: int = 0) -> None:
    """Enter invented companies, who care about these issues in turn."""
    for at in range(first, first + number):
        part = ("problem_owner", "solver")[at // 2 % 2]
        fields = {"company": f"Bedrijf {at:02}", "name": f"Persoon {at:02}", "issue": issues[at % len(issues)], "part": part}
        await noor.fills_in(fields, "Voeg toe")


async def with_people(chat: Chat, number: int = 12) -> Person:
    """Return Noor, looking at the groups of a session to which so many people come."""
    noor = await planned(chat)
    await noor.clicks("Wie komt er")
    await enter(noor, number)
    await noor.clicks("Groepen")
    return noor


async def test_groups_are_alike_on_the_issue_and_everybody_sees_why(chat_either_way: Chat) -> None:
    noor = await with_people(chat_either_way)
    noor.sees("12 personen komen.", MAKING)
    await noor.clicks(MAKING)
    noor.sees("Groep A: Te weinig stroom", "Groep B: Te weinig ruimte", "Persoon 03 (Bedrijf 03)", "Koos dit vraagstuk.")
    noor.sees("Begeleiding: A Bram, B Cas.")
    noor.sees_not("geen oplosser", "geen probleemhouder")


async def test_somebody_is_moved_by_hand_and_the_groups_are_looked_at_again(chat: Chat) -> None:
    noor = await with_people(chat)
    await noor.clicks(MAKING)
    one, two, three = (await rows(chat, session))[0]["whole"]["grouping"]["groups"][0]["members"][:3]
    for guest in (one, two):
        await noor.fills_in({"guest": guest, "group": "B"}, "Verplaats")
    noor.sees("De groepen verschillen meer dan één persoon.", "Door het team in deze groep gezet.")
    await noor.fills_in({"guest": three, "group": ""}, "Verplaats")
    noor.sees("Deze groep is er niet.")


async def test_a_wish_is_kept_when_groups_are_made_again(chat: Chat) -> None:
    noor = await with_people(chat)
    await noor.clicks(MAKING)
    first, second = (group["members"][0] for group in (await rows(chat, session))[0]["whole"]["grouping"]["groups"])
    await noor.fills_in({"guest": first, "other": second, "wish": "together"}, "Bewaar de wens")
    noor.sees("De wens is bewaard.", "Twee mensen die bij elkaar horen, zitten apart.")
    await noor.clicks("Maak opnieuw")
    noor.sees_not("zitten apart")
    groups = (await rows(chat, session))[0]["whole"]["grouping"]["groups"]
    assert any({first, second} <= set(group["members"]) for group in groups)
    await noor.fills_in({"guest": first, "wish": "apart"}, "Bewaar de wens")
    noor.sees("Kies twee mensen en een wens.")


async def test_the_same_groups_come_again_in_work_session_2(chat: Chat) -> None:
    noor = await with_people(chat)
    await noor.clicks(MAKING)
    before = (await rows(chat, session))[0]["whole"]["grouping"]["groups"]
    await noor.says("sessieplan hessenpoort werksessie 2")
    await noor.fills_in({**FACTS, "day": "2027-02-11"}, MAKE)
    noor.sees("Er zijn nog geen richtingen uit een startsessie of werksessie 1.")
    await noor.clicks("Wie komt er")
    await enter(noor, 10)
    await enter(noor, 1, ("money",), first=50)
    await noor.clicks("Groepen")
    await noor.clicks(MAKING)
    noor.sees("Zelfde groep als de vorige keer.")
    (after,) = (row["whole"]["grouping"] for row in await rows(chat, session) if row["format"] == "work_2")
    assert {group["label"] for group in after["groups"]} == {group["label"] for group in before}
    assert sum(why == "Zelfde groep als de vorige keer." for why in after["why"].values()) == 10


async def test_who_is_new_in_work_session_2_chooses_a_group(chat: Chat) -> None:
    noor = await with_people(chat)
    await noor.clicks(MAKING)
    await noor.says("sessieplan hessenpoort werksessie 2")
    await noor.fills_in({**FACTS, "day": "2027-02-11"}, MAKE)
    fatima = await company(chat, "Fatima", "Jansen Transport")
    await noor.clicks("Wie komt er")
    await enter(noor, 9)
    await noor.fills_in({"company": "Garage Vos", "name": "Vos", "group": "A"}, "Voeg toe")
    noor.sees("Vos, 1 persoon, groep A")
    await noor.clicks("Uitnodigen")
    await noor.clicks("Goedkeuren en versturen")
    await chat.delivers()
    fatima.sees("Bij welke groep?", "Groep B: Te weinig ruimte")
    await fatima.fills_in({"group": "B"}, "Ik kom")
    await noor.clicks("Groepen")
    await noor.clicks(MAKING)
    noor.sees("Koos zelf voor deze groep.")
    (after,) = (row["whole"]["grouping"] for row in await rows(chat, session) if row["format"] == "work_2")
    mine = {row["company"]: f"{row['number']}.0" for row in await rows(chat, visitor)}
    placed = {member: group["label"] for group in after["groups"] for member in group["members"]}
    assert (placed[mine["Garage Vos"]], placed[mine["Jansen Transport"]]) == ("A", "B")


async def test_too_few_facilitators_are_said_by_name(chat: Chat) -> None:
    noor = await planned(chat, facilitators="Bram")
    await noor.clicks("Wie komt er")
    await enter(noor, 12)
    await noor.clicks("Groepen")
    await noor.clicks(MAKING)
    noor.sees("De groepen werken met het stappenplan. Bram loopt rond.")
    noor.sees("Er zijn minstens 2 facilitators nodig, ook met het stappenplan.")


async def test_nobody_and_a_session_without_groups_are_said_so(chat: Chat) -> None:
    noor = await planned(chat)
    await noor.says("groepen hessenpoort")
    noor.sees("Er heeft zich nog niemand aangemeld.")
    await noor.says("sessieplan hessenpoort werksessie 3")
    await noor.fills_in({**FACTS, "day": "2027-02-11"}, MAKE)
    await noor.clicks("Groepen")
    noor.sees("Bij deze sessie werken mensen niet in groepen.")


async def test_who_joins_after_the_groups_were_made_is_not_forgotten(chat: Chat) -> None:
    noor = await with_people(chat)
    await noor.clicks(MAKING)
    await noor.clicks("Wie komt er")
    await enter(noor, 1, first=40)
    await noor.clicks("Groepen")
    noor.sees("Nog niet ingedeeld: Persoon 40 (Bedrijf 40).")


async def test_two_hundred_people_fit_on_a_card_and_are_moved_by_name(chat: Chat) -> None:
    noor = await planned(chat, people="200")
    known = (await rows(chat, session))[0]["id"]
    people = [{"session_id": known, "company": f"Bedrijf {at:03}", "name": f"Persoon {at:03}", "coming": "yes",
               "issue": ("grid", "space", "money", "")[at % 4], "part": "unknown"} for at in range(200)]  # fmt: skip
    async with transaction(chat.database) as connection:
        await connection.execute(visitor.insert().values(people))
    await noor.clicks("Groepen")
    await noor.clicks(MAKING)
    noor.sees("200 personen komen.", "Persoon 199")
    await noor.fills_in({"guest": "persoon 198", "group": "A"}, "Verplaats")
    noor.sees("De groepen verschillen meer dan één persoon.")
    await noor.fills_in({"guest": "Niemand", "group": "A"}, "Verplaats")
    noor.sees("Deze persoon staat in geen groep.")
