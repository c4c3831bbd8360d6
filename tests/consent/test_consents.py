"""Consent per purpose: by card or by typing, unanswered is no, always shown, always changed with one tap, events stay."""

import datetime

import pytest

from domain.consent.consents import SHARING, TEXTS, Purpose
from storage.tables.people import consent_event, intake
from tests.beginnings import CONSENTS, SHORT, agree, talk
from tests.chat import Chat
from tests.person import Person
from tests.tables import decisions, rows


async def until_consents(chat: Chat, *, typing: bool) -> Person:
    """Return Fatima, who answered everything but the consents."""
    fatima = chat.person("Fatima")
    await agree(fatima)
    if typing:
        await talk(fatima, *SHORT)
    else:
        await talk(fatima, *SHORT[:-1], "kaart")
        await fatima.fills_in({"connection.size": "large"})
    return fatima


def row_of(fatima: Person, purpose: str) -> dict[str, object]:
    """Return the button of one purpose on the newest overview of consents."""
    overview = next(shown for shown in reversed(fatima.screen) if "Uw toestemming" in shown.text())
    return next(node for node in overview.all_buttons() if node["data"]["data"].get("purpose") == purpose)


async def test_the_card_asks_each_purpose_with_recipient_and_end_none_chosen(chat_either_way: Chat) -> None:
    fatima = await until_consents(chat_either_way, typing=False)
    fatima.sees("Stap 6 van 6", "Nee zeggen kost u niets.", "voorlopig nee", "Geldig tot: 23 november 2028")
    for purpose in SHARING:
        fatima.sees(TEXTS[purpose].question, TEXTS[purpose].recipient, f"Tekst: {TEXTS[purpose].version}")
    assert set(fatima.newest("Opslaan").filled_in().values()) == {""}


async def test_on_the_card_some_are_decided_and_the_rest_is_no_for_now(chat_either_way: Chat) -> None:
    fatima = await until_consents(chat_either_way, typing=False)
    form = fatima.newest("Opslaan")
    await fatima.fills_in({"total": "yes", "companies": "no"}, button="Opslaan")
    assert not form.inputs()
    fatima.sees("Uw antwoorden", "Ja, dit klopt", "Nee (niet gekozen)")
    assert [(row["purpose"], row["state"]) for row in await rows(chat_either_way, consent_event)] == [
        ("keep", "given"), ("total", "given"), ("companies", "refused"),
    ]  # fmt: skip


async def test_an_empty_card_is_no_to_all_for_now_and_goes_on(chat_either_way: Chat) -> None:
    fatima = await until_consents(chat_either_way, typing=False)
    await fatima.clicks("Opslaan")
    fatima.sees("Ja, dit klopt")
    await fatima.clicks("Ja, dit klopt")
    fatima.sees("Dank u wel")
    assert len(await rows(chat_either_way, consent_event)) == 1


async def test_typed_one_by_one_with_recipient_and_end(chat: Chat) -> None:
    fatima = await until_consents(chat, typing=True)
    said = ("ja hoor", "nee", "liever niet", "prima", "jazeker")
    for purpose, words in zip(SHARING, said, strict=True):
        fatima.sees(TEXTS[purpose].question, f"Wie het ziet: {TEXTS[purpose].recipient}", "Geldig tot: 23 november 2028")
        await fatima.says(words)
    fatima.sees("Klopt het?")
    states = [(await decisions(chat, purpose))[-1] for purpose in SHARING]
    assert states == ["given", "refused", "refused", "given", "given"]


@pytest.mark.parametrize("words", ["overslaan", "weet ik niet", "sla over", "geen idee"])
async def test_left_open_while_typing_is_no_for_now_and_not_asked_again(chat: Chat, words: str) -> None:
    fatima = await until_consents(chat, typing=True)
    for _ in SHARING:
        await fatima.says(words)
        fatima.sees("Voorlopig is het nee.")
    fatima.sees("Klopt het?", "Nee (niet gekozen)")
    assert len(await rows(chat, consent_event)) == 1
    await talk(fatima, "ja", "verder")
    fatima.sees("U bent klaar.")


@pytest.mark.parametrize("words", ["misschien", "ik denk het wel", "12"])
async def test_what_is_no_plain_yes_or_no_is_asked_again(chat: Chat, words: str) -> None:
    fatima = await until_consents(chat, typing=True)
    await fatima.says(words)
    fatima.sees("Typ 'ja' of 'nee'.", "overslaan", TEXTS[Purpose.TOTAL].question)
    assert await decisions(chat, "total") == []


@pytest.mark.parametrize("words", ["hallo", "vraag wie ziet dit?", "bedankt", "wat?"])
async def test_what_was_asked_is_repeated_after_something_else(chat: Chat, words: str) -> None:
    fatima = await until_consents(chat, typing=True)
    await talk(fatima, "ja", words)
    fatima.sees(f"De vraag was: {TEXTS[SHARING[1]].question}")
    assert await decisions(chat, SHARING[1]) == []
    await fatima.says("nee")
    assert await decisions(chat, SHARING[1]) == ["refused"]


async def test_the_overview_shows_what_when_and_for_which_text(chat: Chat) -> None:
    fatima = await until_consents(chat, typing=True)
    await talk(fatima, *CONSENTS, "ja")
    chat.now += datetime.timedelta(days=3)
    await fatima.says("toestemming")
    fatima.sees("Uw toestemming", "Gekozen op 23 november 2026, tekst 2026-11. Geldig tot 23 november 2028.")
    for purpose in (Purpose.KEEP, *SHARING):
        fatima.sees(TEXTS[purpose].title, TEXTS[purpose].question, TEXTS[purpose].recipient)


async def test_one_tap_withdraws_and_one_tap_gives_and_every_decision_stays(chat_either_way: Chat) -> None:
    chat = chat_either_way
    fatima = await until_consents(chat, typing=True)
    await talk(fatima, *CONSENTS, "ja", "toestemming")
    overview = next(shown for shown in reversed(fatima.screen) if "Uw toestemming" in shown.text())
    for words in ("Ingetrokken. Vanaf nu delen wij dit niet meer.", "Vanaf nu mag dit.", "Ingetrokken."):
        chat.now += datetime.timedelta(days=1)
        await fatima.presses(row_of(fatima, "total"), {}, overview)
        fatima.sees(words)
    assert await decisions(chat, "total") == ["given", "withdrawn", "given", "withdrawn"]
    assert await decisions(chat, "companies") == ["refused"]
    fatima.sees("Gekozen op 26 november 2026")


@pytest.mark.parametrize(
    "words",
    ["toestemming intrekken", "trek toestemming in", "Trek mijn toestemming in!", "ik wil mijn toestemming intrekken",
     "intrekken", "toestemming gemeente intrekken"],
)  # fmt: skip
async def test_however_somebody_says_it_the_decisions_are_there_to_withdraw(chat: Chat, words: str) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, *SHORT[:3], words)
    fatima.sees("Uw toestemming", "Delen met de gemeente", "Nee (niet gekozen)", "Trek in")
    await fatima.says("0")
    fatima.sees("Genoteerd: 0.")


async def test_tapping_twice_decides_once(chat_either_way: Chat) -> None:
    fatima = await until_consents(chat_either_way, typing=True)
    await talk(fatima, *CONSENTS, "ja", "toestemming")
    overview, button = fatima.screen[-1], row_of(fatima, "companies")
    await fatima.presses(button, {}, overview)
    await fatima.presses(button, {}, overview)
    assert await decisions(chat_either_way, "companies") == ["refused", "given"]


async def test_an_old_form_does_not_overrule_a_later_decision(chat_either_way: Chat) -> None:
    fatima = await until_consents(chat_either_way, typing=False)
    form = fatima.newest("Opslaan")
    button = dict(form.button("Opslaan"))
    await fatima.presses(button, {"total": "yes"}, form)
    await fatima.says("toestemming")
    await fatima.presses(row_of(fatima, "total"), {}, fatima.screen[-1])
    await fatima.presses(button, {"total": "yes", "approach": "yes"}, form)
    fatima.sees("Dit was een oude kaart. Wat u later koos, geldt.")
    assert await decisions(chat_either_way, "total") == ["given", "withdrawn"]
    assert await decisions(chat_either_way, "approach") == ["given"]


async def test_the_decisions_are_opened_again_on_their_own_card(chat_either_way: Chat) -> None:
    fatima = await until_consents(chat_either_way, typing=False)
    form = fatima.newest("Opslaan")
    await fatima.fills_in({"total": "yes", "companies": "no"}, button="Opslaan")
    await fatima.clicks("Wijzig", on=form)
    chosen = form.filled_in()
    assert (chosen["total"], chosen["companies"], chosen["approach"]) == ("yes", "no", "")
    await fatima.clicks("Opslaan", {"companies": "yes"}, on=form)
    assert await decisions(chat_either_way, "companies") == ["refused", "given"]
    assert await decisions(chat_either_way, "total") == ["given"]


async def test_decisions_do_not_hold_up_who_goes_deeper_later(chat: Chat) -> None:
    fatima = await until_consents(chat, typing=True)
    await talk(fatima, *("overslaan",) * 5, "ja", "volledig")
    fatima.sees("KvK-nummer")
    for _ in range(60):
        if "Uw antwoorden" in fatima.text():
            break
        fatima.sees_not("Mogen uw aantallen meetellen")
        await fatima.says("weet ik niet")
    fatima.sees("Uw antwoorden")


async def test_each_event_carries_the_proof_of_what_was_shown(chat: Chat) -> None:
    fatima = await until_consents(chat, typing=True)
    await talk(fatima, *CONSENTS)
    for row in await rows(chat, consent_event):
        words = TEXTS[Purpose(row["purpose"])]
        assert (row["text_version"], row["text_digest"], row["recipient"]) == (words.version, words.digest, words.recipient)
        assert (row["through"], row["at"]) == ("chat", chat.now)
        assert row["until"] == chat.now.replace(year=2028)
    assert len(await rows(chat, intake)) == 1


async def test_the_day_of_a_decision_is_that_of_the_calendar_here(chat: Chat) -> None:
    chat.now = datetime.datetime(2026, 11, 23, 23, 30, tzinfo=datetime.UTC)
    fatima = await until_consents(chat, typing=True)
    fatima.sees("Geldig tot: 24 november 2028")
    await talk(fatima, *CONSENTS, "toestemming")
    fatima.sees("Gekozen op 24 november 2026")
