"""Several answers in one sentence: what is read was surely said, and what was said of other things is not read."""

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.lookup.terrain_names import TerrainNames
from dialogs.questions.asides import own_words, split_question
from dialogs.questions.meaning import Reader
from dialogs.questions.several import read_several
from domain.intake.certainty import Certainty
from domain.intake.questionnaire import QUESTIONS
from domain.intake.vehicles import WORDS, VehicleClass
from tests.chat import TERRAINS

READER = Reader(datetime.date(2026, 11, 30), TerrainNames(TERRAINS))
ASKED = tuple(question for question in QUESTIONS.values() if question.ask.asked)


def read(text: str, asked: str = "", *present: VehicleClass) -> dict[str, object]:
    """Return what a text answers, by question; an estimate as ("ongeveer", value), a terrain by its name."""
    found = read_several(text, ASKED, QUESTIONS.get(asked), READER, present)
    return {one.question.name: shown(one.meant.value, one.meant.certainty) for one in found}


def shown(value: object, certainty: Certainty) -> object:
    plain = value["name"] if isinstance(value, dict) else value.strftime("%H:%M") if isinstance(value, datetime.time) else value
    return ("ongeveer", plain) if certainty is Certainty.ESTIMATE else plain


SAID: dict[str, dict[str, object]] = {
    "Jansen Transport op Hessenpoort, 9 trekkers en 2 busjes, komen rond half zeven terug": {
        "company.name": "Jansen Transport", "company.terrain": "Hessenpoort", "tractor.total": 9, "van.total": 2,
        "tractor.back": ("ongeveer", "18:30"),
    },
    "wij zijn Bakkerij Ros van de Mars in Zutphen": {"company.name": "Bakkerij Ros", "company.terrain": "De Mars"},
    "we hebben 12 bakwagens waarvan 3 elektrisch, in 2030 willen we er 8": {
        "rigid.total": 12, "rigid.electric_now": 3, "rigid.electric_2030": 8,
    },
    "3x80 ampère, en we hebben 40 panelen op het dak": {"grid.fuse": "3x80A"},
    "9 trekkers, zo'n 300 km per dag, 6 dagen per week, 80% staat 's nachts hier": {
        "tractor.total": 9, "tractor.km_per_day": ("ongeveer", 300), "tractor.days": 6, "tractor.at_night": 80,
    },
    "250 kW gecontracteerd, piek is 180 kW en we mogen 100 kW terugleveren": {
        "grid.contracted_kw": 250, "grid.peak_kw": 180, "grid.feed_in_kw": 100,
    },
    "Netbeheerder is Enexis. We huren het pand. De buren mogen bij ons komen laden.": {
        "connection.operator": "enexis", "site.ownership": "rented", "site.neighbours": "yes",
    },
    "de buren mogen niet bij ons laden en we zitten op Broeklanden": {"site.neighbours": "no", "company.terrain": "Broeklanden"},
    "geen trekkers, wel 5 bakwagens": {"tractor.total": 0, "rigid.total": 5},
    "3 van de 12 busjes zijn elektrisch": {"van.total": 12, "van.electric_now": 3},
    "vorig jaar hadden we 5 trekkers, nu 8 trekkers": {"tractor.total": 8},
    "wij hebben 9 trekkers rijden 300 km per dag komen om half zeven terug vertrekken om 5 uur": {
        "tractor.total": 9, "tractor.km_per_day": 300, "tractor.back": "18:30", "tractor.out": "05:00",
    },
    "een batterij van 200 kWh en 120 kWp zonnepanelen, straks komt er 100 kWh batterij bij": {
        "own.battery_kwh": 200, "own.solar_kwp": 120, "own.battery_planned_kwh": 100,
    },
    "Hallo, ik ben Piet van De Wit Koeriers op Broeklanden. We rijden met 14 sprinters van maandag t/m zaterdag, komen om "
    "18:00 thuis en gaan om 7 uur weg.": {
        "company.name": "De Wit Koeriers", "company.terrain": "Broeklanden", "van.total": 14, "van.days": 6, "van.back": "18:00",
        "van.out": "07:00",
    },
}  # fmt: skip
NOT_SAID = (
    "12 chauffeurs, 3 vestigingen en 20 parkeerplaatsen", "wij zitten op nummer 12 in hal 4", "ja lekker, nog meer palen",
    "bel me op 06-12345678 of op 10 december", "we hadden 5 trekkers en verkopen er 3", "tussen de 10 en 20 trekkers",
    "in 2030 hebben we misschien wel 20 trekkers", "5 gewone busjes", "12 vrachtwagens", "het is 20 km verderop",
    "200.000 kWh per jaar", "over 5 dagen",
    "om 10 uur is er een bijeenkomst", "3 kinderen en 2 katten", "factuur 2025-117 van 1.250 euro", "we sluiten om 5",
    "niet op Hessenport", "wij zijn nog niet zo ver", "we zijn er klaar mee", "http://voorbeeld.example/12/trekkers?a=3",
)  # fmt: skip


@pytest.mark.parametrize(("said", "answers"), SAID.items())
def test_what_was_said_is_read(said: str, answers: dict[str, object]) -> None:
    assert read(said) == answers


@pytest.mark.parametrize("said", NOT_SAID)
def test_what_was_said_of_other_things_is_not(said: str) -> None:
    assert read(said) == {}


def test_times_go_the_way_that_was_asked_and_the_other_way() -> None:
    said = "'s avonds half zeven en 's ochtends kwart voor vijf weer weg"
    assert read(said, "tractor.back") == {"tractor.back": "18:30", "tractor.out": "04:45"}
    assert read(said, "", VehicleClass.VAN) == {"van.back": "18:30", "van.out": "04:45"}


def test_what_was_asked_may_be_answered_in_short_before_the_rest() -> None:
    assert read("12 en 3 trekkers", "van.total") == {"van.total": 12, "tractor.total": 3}
    assert read("ja, en we hebben 12 trekkers", "contact.may_sign") == {"contact.may_sign": True, "tractor.total": 12}
    assert read("Hessenpoort, 9 trekkers", "company.terrain") == {"company.terrain": "Hessenpoort", "tractor.total": 9}
    assert read("12 trekkers en 3 busjes", "company.name") == {"tractor.total": 12, "van.total": 3}


MAIL = """Goedemiddag,

Wij zijn Jansen Transport op Hessenpoort. We rijden met 9 trekkers.

Met vriendelijke groet,
Piet Jansen
Industrieweg 12, 8000 AA Zwolle
Tel. 038 1234567

Van: projectteam
> Hoeveel bestelwagens heeft u? 40 of meer?
"""


def test_of_a_mail_only_the_own_words_count() -> None:
    assert own_words(MAIL).strip().endswith("9 trekkers.")
    assert read(MAIL) == {"company.name": "Jansen Transport", "company.terrain": "Hessenpoort", "tractor.total": 9}


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("12, maar waarom wil je dat weten?", ("12", "maar waarom wil je dat weten?")),
        ("12 trekkers. Wie ziet dit?", ("12 trekkers.", "Wie ziet dit?")),
        ("waarom vraag je dat? 12 trekkers", ("12 trekkers", "waarom vraag je dat?")),
        ("12 maar waarom wil je dat weten", ("12", "maar waarom wil je dat weten")),
        ("3?", ("3?", "")),
        ("half zeven", ("half zeven", "")),
        ("wat kost dit?", ("", "wat kost dit?")),
    ],
)
def test_a_question_stands_beside_the_answer(said: str, parts: tuple[str, str]) -> None:
    assert split_question(said) == parts


@given(
    st.dictionaries(st.sampled_from(list(VehicleClass)), st.integers(2, 300), min_size=1),
    st.sampled_from([", ", " en ", " plus ", "; ", ". ", "\n"]),
    st.sampled_from(["", "wij hebben ", "Hallo, er staan hier "]),
)
def test_classes_with_their_numbers_are_read_in_any_order(fleet: dict[VehicleClass, int], joint: str, front: str) -> None:
    said = front + joint.join(f"{number} {WORDS[vehicles].many}" for vehicles, number in fleet.items())
    assert read(said) == {f"{vehicles}.total": number for vehicles, number in fleet.items()}


SPOKEN = (
    "9 12 3x80 half zeven trekkers busjes bakwagens elektrisch in 2030 willen waarvan geen km kW per dag week uur om terug weg",
    "niet chauffeurs vorig jaar 250 80% nachts , . ? en maar van de Hessenpoort Jansen tussen tot of à rond panelen batterij kWh",
    "huren",
)
WORDLIST = st.lists(st.sampled_from(" ".join(SPOKEN).split()), max_size=14).map(" ".join)


@given(WORDLIST | st.text(max_size=60), st.sampled_from(["", *QUESTIONS]))
def test_every_number_that_is_read_was_said(text: str, asked: str) -> None:
    for one in read_several(text, ASKED, QUESTIONS.get(asked), READER):
        value = one.meant.value
        if isinstance(value, float) and value:
            said = {float(number.replace(",", ".")) for number in re.findall(r"\d+(?:[.,]\d+)?", one.said)}
            assert value in said or any(value in (1000 * number, number / 1000) for number in said), (text, one)


@pytest.mark.parametrize(
    "said", ["x ", "9 trekkers, ", "12 34 ", "om 6 uur terug ", "(", "'s avonds ", "wij zijn ", "a,", "geen "]
)
def test_of_five_thousand_characters_each_question_is_read_once(said: str) -> None:
    found = [one.question.name for one in read_several((said * 5000)[:5000], ASKED, None, READER)]
    assert len(found) == len(set(found))
