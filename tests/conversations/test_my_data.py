"""Mijn gegevens shows everything that is kept: answers, earlier answers, decisions, questions, and who else may see."""

from tests.chat import Chat
from tests.conversations.beginnings import CONSENTS, SHORT, agree, finish_short, talk


async def test_everything_that_is_kept_is_shown(chat: Chat) -> None:
    fatima = chat.person("Fatima Jansen")
    await agree(fatima, "volledig")
    told = ("Jansen Transport", "Hessenpoort", "12345678", "directie", "ja", "fatima@jansen.example", "twaalf", "geen")
    await talk(
        fatima, *told, "weet ik niet", "ongeveer drie", "vraag Wat kost het?", "bel mij morgen", "wijzig bestelwagens", "14"
    )
    await fatima.says("mijn gegevens")
    fatima.sees(
        "Dit bewaren wij van u.", "Het projectteam ziet uw antwoorden.", "2 jaar na uw laatste antwoord", "adres van deze chat"
    )
    fatima.sees("Fatima Jansen", fatima.sender.object_id, "Mensen van uw bedrijf met toegang")
    fatima.sees(
        "Jansen Transport", "Hessenpoort", "12345678", "Eigenaar of directeur", "fatima@jansen.example", "14", "schatting"
    )
    fatima.sees("Wat u over toestemming besloot", "Antwoorden bewaren", "23 november 2026, 10:00, tekst 2026-11")
    fatima.sees("Uw vragen aan het team", "Wat kost het?", "morgen")
    fatima.sees("Wat u eerder antwoordde", "23 november 2026, 10:00, getypt")
    fatima.sees("Verwijder mijn gegevens", "Toestemming")


async def test_every_decision_is_shown_also_the_ones_that_were_changed(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await fatima.says("toestemming")
    total = next(node for node in fatima.screen[-1].all_buttons() if node["data"]["data"].get("purpose") == "total")
    await fatima.presses(total, {}, fatima.screen[-1])
    await fatima.says("mijn gegevens")
    decided = fatima.text().split("Wat u over toestemming besloot")[1]
    assert decided.count("Meetellen zonder naam") == 2
    assert "Ingetrokken" in decided


async def test_before_the_first_consent_and_after_erasing_there_is_nothing(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await fatima.says("mijn gegevens")
    fatima.sees("Wij bewaren geen antwoorden van u.")
    await talk(fatima, "ja", "kort", *SHORT, *CONSENTS, "ja", "verwijder mijn gegevens", "ja", "mijn gegevens")
    fatima.sees("Wij bewaren geen antwoorden van u.")


async def test_the_buttons_on_it_work(chat_either_way: Chat) -> None:
    fatima = await finish_short(chat_either_way)
    await fatima.says("mijn gegevens")
    await fatima.clicks("Verwijder mijn gegevens")
    fatima.sees("Weet u het zeker?")
    await fatima.clicks("Nee, bewaar ze")
    fatima.sees("Er is niets gewist.")
    await fatima.clicks("Toestemming")
    fatima.sees("Uw toestemming")


async def test_of_a_colleague_only_that_there_is_one_is_shown(chat: Chat) -> None:
    fatima, piet = await finish_short(chat), chat.person("Piet Pietersen")
    await fatima.says("collega")
    await piet.opens()
    await talk(
        piet,
        "ja",
        f"code {fatima.code()}",
        "ja",
        "volledig",
        "12345678",
        "planner",
        "ja",
        "piet@jansen.example",
        "wijzig kvk",
        "87654321",
    )
    await fatima.says("mijn gegevens")
    fatima.sees("87654321", "12345678")
    fatima.sees_not("piet@jansen.example", "Piet Pietersen")


async def test_after_many_changes_the_card_still_fits(chat: Chat) -> None:
    fatima = await finish_short(chat)
    for number in range(35):
        await talk(fatima, "wijzig vrije laadplekken", str(number + 5))
    await fatima.says("mijn gegevens")
    fatima.sees("Wat u eerder antwoordde", "38", "39")
