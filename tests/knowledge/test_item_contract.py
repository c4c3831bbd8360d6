"""What every item that comes with the program promises: its facts, its tap, its words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.rendering import render
from cards.verbs import Verb
from cards.views.card import Button
from dialogs.commands import command_for
from dialogs.knowledge.answers import answer_card
from dialogs.knowledge.facts import OWN_FACTS
from dialogs.knowledge.taps import TAPS
from dialogs.turn.command import Users
from domain.knowledge.items import Item
from domain.knowledge.standard import STANDARD_ITEMS
from tests.cards.judges import judge
from tests.language import faults, hard_to_read

EVERY = pytest.mark.parametrize("one", STANDARD_ITEMS.values(), ids=STANDARD_ITEMS.keys())
KEYS = re.findall(
    r"\S+",
    """
    wat-is-dit wat-kost-meedoen wie-zit-hierachter ben-ik-met-een-computer-aan-het-praten wie-ziet-dit privacy waarom-deze-vragen
    hoe-lang-duurt-het wat-levert-het-op stappen volgende-bijeenkomst intentieverklaring machtiging-meetdata plankaart-uitleg
    stoppen-en-verder met-een-collega soorten-voertuigen kw-en-kwh drie-keer-tachtig klein-of-groot gtv piek
    aansluiting-en-contract over-het-contract ongebruikt-vermogen netbeheerder ean-code vol-net vol-bij-mij wanneer-weer-ruimte
    spits wachtrij voorrang klein-en-wachtlijst aansluitstop aansluitoffensief congestiemanagement capaciteitsbeperkend-contract
    verplicht tijdsduurgebonden tijdsblokgebonden variabel-transportrecht groepscontract groepscontract-op-afroep energiehub
    voorbeeld-energiehub laden-bij-de-buren kabel-naar-buren samen-een-lader laden-op-eigen-terrein slim-laden welke-lader
    megawattlader openbaar-laden laden-in-de-pauze past-een-trekker stroom-van-een-busje batterij zonnepanelen
    prijs-van-een-lader prijs-van-een-kw onderweg-of-thuis zero-emissiezone zone-bestelbus zone-vrachtwagen zone-uitstel
    zone-boete zone-steden vrachtwagenheffing heffing-tarief rijbewijs subsidies sprila aanzet mia flex-e waterstof
    huur-en-verhuurder verzekering-en-brand prijs-van-een-aansluiting prijs-van-stroom spula sprila-advies subsidie-bestelauto
    contract-en-piek-opzoeken
    """,
)
BUTTON = (Button(title=TAPS["toestemming"], verb=Verb.SAY, data={"text": "toestemming"}),)
EXAMPLES = {name: fact.example for name, fact in OWN_FACTS.items()}


@pytest.mark.parametrize("key", KEYS)
def test_what_people_ask_of_has_an_item(key: str) -> None:
    assert key in STANDARD_ITEMS


@EVERY
def test_an_item_is_short(one: Item) -> None:
    lines = one.text.splitlines()
    assert len(one.text) <= 600
    assert 2 <= len(lines) <= 5
    assert max(map(len, lines)) <= 120


def test_no_question_leads_to_two_items() -> None:
    asked = [question.casefold().strip(" ?") for one in STANDARD_ITEMS.values() for question in one.questions]
    assert sorted(asked) == sorted(set(asked))


@EVERY
def test_an_item_names_facts_that_exist(one: Item) -> None:
    assert one.own_facts <= OWN_FACTS.keys()


@EVERY
def test_an_item_reads_well_whatever_is_known_of_whoever_asks(one: Item) -> None:
    names = sorted(one.own_facts)
    for unknown in ({*()}, {*names}, *({name} for name in names), *({*names} - {name} for name in names)):
        known = {name: example for name, example in EXAMPLES.items() if name not in unknown}
        text, card = "\n".join(one.lines_with(known)), answer_card(one, known, BUTTON)
        assert len(one.lines_with(known)) >= 2
        assert hard_to_read(text) == []
        assert [*faults(text, zones=True), *faults(card.plain(), zones=True), *judge(render(card))] == []


@given(st.sampled_from(list(STANDARD_ITEMS.values())), st.frozensets(st.sampled_from(sorted(OWN_FACTS))))
def test_a_line_of_which_a_fact_is_not_known_is_left_out(one: Item, known: frozenset[str]) -> None:
    lines = one.lines_with({name: EXAMPLES[name] for name in known})
    whole = [line for line in one.text.splitlines() if all(f"{{{name}}}" not in line for name in OWN_FACTS.keys() - known)]
    assert len(lines) == len(whole)


@EVERY
def test_the_tap_of_an_item_is_there(one: Item) -> None:
    assert one.tap == "" or one.tap in TAPS


@pytest.mark.parametrize("tap", TAPS)
def test_a_tap_is_a_command_of_companies_that_needs_no_more_words(tap: str) -> None:
    called = command_for(Users.COMPANY, tap)
    assert called is not None
    assert called.argument == ""
    assert faults(TAPS[tap]) == []
