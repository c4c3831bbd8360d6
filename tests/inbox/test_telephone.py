"""An intake by telephone: a team member fills it in, the company takes over with a code, sees it and confirms it."""

from storage.tables.people import answer, consent_event, intake, person
from tests.beginnings import CONSENTS, SHORT, talk
from tests.chat import Chat
from tests.person import Person
from tests.tables import answers, decisions, mentions, rows


async def call(chat: Chat, *said: str) -> Person:
    """Return Noor, who called Bakker Logistiek and typed what she heard."""
    noor = chat.person("Noor", team=True)
    await talk(noor, "intake namens Bakker Logistiek", *said)
    return noor


async def take_over(chat: Chat, noor: Person) -> Person:
    """Let Noor end the call, and return Bram of the company after he used the code."""
    await noor.says("klaar")
    noor.sees("De intake van Bakker Logistiek is bewaard.", "Toestemming door de telefoon telt pas na die bevestiging.")
    bram = chat.person("Bram")
    await bram.opens()
    await talk(bram, f"code {noor.code()}", "ja")
    return bram


async def test_the_call_begins_with_the_first_consent_in_the_right_words(chat: Chat) -> None:
    noor = await call(chat)
    noor.sees(
        "U vult nu de antwoorden in van Bakker Logistiek.",
        "klaar",
        "Mogen wij uw antwoorden bewaren? Het projectteam ziet ze ook.",
    )
    await noor.says("ja")
    noor.sees("Hoeveel tijd heeft u?")
    noor.sees_not("Ik heb een code", "Mijn collega begon al")
    assert await decisions(chat, "keep") == ["given_by_phone"]


async def test_answers_by_telephone_carry_their_source_and_who_typed_them(chat: Chat) -> None:
    noor = await call(chat, "ja", "kort", *SHORT[1:5])
    noor.sees("Hoeveel trekkers")
    [noors_id] = [row["id"] for row in await rows(chat, person)]
    kept = await rows(chat, answer)
    assert {row["source"] for row in kept} == {"call"}
    assert {row["person_id"] for row in kept} == {noors_id}
    assert await answers(chat, "company.name") == [("Bakker Logistiek", "sure")]
    assert {row["through"] for row in await rows(chat, consent_event)} == {"call"}


async def test_everything_works_during_the_call_as_it_does_for_a_company(chat_either_way: Chat) -> None:
    noor = await call(chat_either_way, "ja", "kort", "Hessenpoort", "kaart")
    await noor.fills_in({"van.total": "12", "light_truck.total": "0", "rigid.total": "0", "tractor.total": "3"})
    noor.sees("Uw bestelwagens: nu en straks")
    await talk(noor, "terug", "overzicht")
    noor.sees("Bakker Logistiek", "12")
    await noor.says("wijzig bestelwagens")
    await noor.fills_in({"van.total": "14"})
    await noor.says("help")
    noor.sees("klaar", "wijzig")
    noor.sees_not("sessieplan")
    await noor.says("mijn gegevens")
    noor.sees("Bakker Logistiek")
    noor.sees_not(noor.sender.object_id)


async def test_the_company_takes_over_with_the_code_sees_decides_and_confirms(chat_either_way: Chat) -> None:
    chat = chat_either_way
    noor = await call(chat, "ja", "kort", *SHORT[1:], *CONSENTS)
    noor.sees("Klopt het?")
    await noor.says("ja")
    noor.sees("Typ nu 'klaar'.", "bevestigt het bedrijf de antwoorden zelf")
    assert {row["confirmed_at"] for row in await rows(chat, intake)} == {None}
    bram = await take_over(chat, noor)
    bram.sees("Dit zijn de antwoorden van Bakker Logistiek door de telefoon.", "Hessenpoort", "12", "Dit telt nog niet.")
    await bram.clicks("Verder")
    bram.sees("Mogen uw aantallen meetellen")
    await bram.fills_in({"total": "yes", "operator": "no", "approach": "yes"}, button="Opslaan")
    bram.sees("Klopt het?")
    await bram.clicks("Ja, dit klopt")
    bram.sees("Dank u wel")
    assert await decisions(chat, "total") == ["given_by_phone", "given"]
    assert await decisions(chat, "companies") == ["refused"]
    assert await decisions(chat, "operator") == ["given_by_phone", "refused"]
    assert await decisions(chat, "keep") == ["given_by_phone", "given"]
    confirmed = [row for row in await rows(chat, intake) if row["company"] == "Bakker Logistiek"]
    assert [(row["phoned"], row["contacts"], row["confirmed_at"]) for row in confirmed] == [(False, 1, chat.now)]


async def test_a_yes_by_telephone_does_not_count_until_the_company_gives_it(chat: Chat) -> None:
    noor = await call(chat, "ja", "kort", *SHORT[1:], *CONSENTS)
    assert await decisions(chat, "total") == ["given_by_phone"]
    await noor.says("toestemming")
    noor.sees("Ja, door de telefoon. Dit telt nog niet.")
    bram = await take_over(chat, noor)
    await bram.says("toestemming")
    bram.sees("Ja, door de telefoon. Dit telt nog niet.", "Geef toestemming")
    button = next(node for node in bram.screen[-1].all_buttons() if node["data"]["data"].get("purpose") == "total")
    await bram.presses(button, {}, bram.screen[-1])
    bram.sees("Vanaf nu mag dit.")
    assert await decisions(chat, "total") == ["given_by_phone", "given"]


async def test_typing_the_decisions_again_confirms_them(chat: Chat) -> None:
    noor = await call(chat, "ja", "kort", *SHORT[1:], *CONSENTS)
    bram = await take_over(chat, noor)
    await talk(bram, "wijzig naam", "Bakker Logistiek", "verder")
    bram.sees("Mogen uw aantallen meetellen", "Uw keuze is nu: ja, door de telefoon")
    await talk(bram, "ja")
    bram.sees("Mag de netbeheerder")
    await talk(bram, "ja", "nee", "ja")
    bram.sees("Dank u wel")
    assert await decisions(chat, "approach") == ["given_by_phone", "refused"]


async def test_a_no_by_telephone_keeps_only_the_refusal(chat: Chat) -> None:
    noor = await call(chat, "nee")
    noor.sees("Het bedrijf wil niet meedoen.")
    await chat.turns.receipts.write()
    assert await decisions(chat, "keep") == ["refused"]
    assert await mentions(chat, "Bakker Logistiek") == []
    await noor.says("help")
    noor.sees("uitnodigen")
    noor.sees_not("wijzig")


async def test_ending_the_call_before_the_first_consent_keeps_nothing(chat: Chat) -> None:
    noor = await call(chat, "klaar")
    noor.sees("Er is niets bewaard.")
    await chat.turns.receipts.write()
    assert await mentions(chat, "Bakker Logistiek") == []
    await noor.says("vragen")
    noor.sees("Er zijn geen open vragen.")


async def test_a_name_alone_never_opens_an_earlier_call(chat: Chat) -> None:
    noor = await call(chat, "ja", "kort", *SHORT[1:4], "klaar")
    await noor.says("intake namens bakker logistiek bv")
    noor.sees("Vraag eerst aan het bedrijf")
    assert len([row for row in await rows(chat, intake) if row["phoned"]]) == 2


async def test_one_call_at_a_time(chat: Chat) -> None:
    noor = await call(chat, "ja", "intake namens Jansen Transport")
    noor.sees("U vult al een intake in. Typ eerst 'klaar'.")


async def test_during_the_call_the_team_still_answers_questions(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await talk(fatima, "ja", "kort", "vraag Wat kost het?")
    if fatima.fresh[-1].has_button("Ik wil iets anders doen"):
        await fatima.clicks("Ik wil iets anders doen")
    noor = await call(chat, "ja", "kort", "Hessenpoort", "vragen")
    noor.sees("Wat kost het?")
    await noor.says("antwoord 1 Niets.")
    noor.sees("is verstuurd")
    await noor.says("12")
    noor.sees("Genoteerd: 12.")


async def test_the_company_asks_on_the_telephone_to_erase_everything(chat: Chat) -> None:
    noor = await call(chat, "ja", "kort", *SHORT[1:5], "verwijder mijn gegevens", "ja")
    noor.sees("gewist")
    await chat.turns.receipts.write()
    assert await mentions(chat, "Bakker Logistiek", "Hessenpoort") == []
    assert await decisions(chat, "keep") == ["given_by_phone", "withdrawn"]


async def test_personal_answers_of_the_call_are_taken_over_by_the_first_contact(chat: Chat) -> None:
    noor = await call(chat, "ja", "volledig", "Hessenpoort", "overslaan", "directie", "ja", "bram@bakker.example", "12")
    bram = await take_over(chat, noor)
    bram.sees("Eigenaar of directeur", "bram@bakker.example")
    await bram.says("collega")
    ans = chat.person("Ans")
    await ans.opens()
    await talk(ans, "ja", f"code {bram.code()}", "ja", "overzicht")
    ans.sees("Bakker Logistiek")
    ans.sees_not("bram@bakker.example")
    await talk(bram, "verwijder mijn gegevens", "ja")
    await chat.turns.receipts.write()
    assert await mentions(chat, "bram@bakker.example") == []


async def test_the_team_member_finds_their_own_place_back_after_the_call(chat: Chat) -> None:
    noor = await call(chat, "ja", "kort", *SHORT[1:3], "klaar")
    await noor.says("12")
    noor.sees("Ik weet niet zeker wat u bedoelt.", "Help")
    assert await answers(chat, "light_truck.total") == []
