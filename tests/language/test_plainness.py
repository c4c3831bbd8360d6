"""The judge of words is itself judged: good sentences pass, and each kind of fault is seen."""

import pytest

from tests.language import faults, hard_to_read, reading_ease, sentences, syllables

GOOD = """Welkom bij Laadmaat.
Wij vragen u naar uw voertuigen en uw stroom. Dat duurt ongeveer 10 minuten. Meedoen is gratis.
Hoeveel bestelwagens (tot 3.500 kg) staan er nu bij u?
Terug op het terrein: 18:30
Vermogen in uw contract: 1.250 kW
'Weet ik niet' is ook een antwoord."""

BAD = {
    "Klopt dit volgens jou?": "'jou'",
    "Vul je antwoord in.": "'je'",
    "Hallo {{ naam }}.": "left over",
    "Hallo {naam}.": "left over",
    "Uw aantal is None.": "left over",
    "Uw  antwoord is bewaard.": "two spaces",
    "uw antwoord is bewaard.": "without a capital",
    "Uw <b>antwoord</b> is bewaard.": "HTML",
    "Indien u wilt, gaan wij verder.": "'indien'",
    "Wij verstrekken u de gegevens met betrekking tot uw stroom.": "'met betrekking tot'",
    "Dit gaat over de zero-emissiezone.": "not for companies",
    "In de ZE-zone mag u niet meer rijden.": "not for companies",
}


def test_plain_dutch_passes() -> None:
    assert faults(GOOD) == []
    assert hard_to_read(GOOD) == []


@pytest.mark.parametrize(("text", "fault"), BAD.items())
def test_each_fault_is_named(text: str, fault: str) -> None:
    assert [found for found in faults(text) if fault in found], faults(text)


@pytest.mark.parametrize(
    "text",
    [
        "🙂 Goed gedaan.",
        "'s Avonds staan ze hier.",
        "3x63A is een kleine aansluiting.",
        "Wij bewaren uw project en uw oranje kaart.",
        "Is dit relevantie?",
    ],
)
def test_what_only_looks_like_a_fault_passes(text: str) -> None:
    assert faults(text) == []


def test_eighteen_words_are_enough() -> None:
    sentence = "Wij " + "en " * 16 + "u."
    assert faults(sentence) == []
    assert faults(sentence.replace("Wij", "Wij allen")) == [f"19 words: {sentence.replace('Wij', 'Wij allen')!r}"]


def test_three_sentences_of_thirteen_words_are_too_many() -> None:
    sentence = "Wij " + "en " * 11 + "u."
    assert faults(" ".join([sentence] * 2)) == []
    assert faults(" ".join([sentence] * 3)) == ["13.0 words a sentence on average"]


def test_a_fact_may_be_a_long_list_but_its_sentences_may_not() -> None:
    brands = ", ".join(f"merk {number}" for number in range(12))
    assert faults(f"Voertuigen: {brands}") == []
    assert len(faults(f"Uitleg: {brands}. Dat is alles.")) == 1


def test_numbers_times_and_abbreviations_do_not_end_a_sentence() -> None:
    assert list(sentences("U heeft 1.250,5 kW om 18.30 uur, bijv. in juni. Klopt dat? Mail naam@bedrijf.nl.")) == [
        "U heeft 1.250,5 kW om 18.30 uur, bijv. in juni.",
        "Klopt dat?",
        "Mail naam@bedrijf.nl.",
    ]


def test_zones_may_be_named_to_who_asks() -> None:
    assert faults("De zero-emissiezone begint in 2027.", zones=True) == []


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("idee", 2),
        ("ideeën", 3),
        ("laadinfrastructuur", 5),
        ("bedrijventerrein", 5),
        ("bestelauto's", 4),
        ("officieel", 4),
        ("u", 1),
        ("kW", 1),
        ("3x63A", 1),
        ("eeuw", 1),
        ("nieuwe", 2),
        ("draaiende", 3),
    ],
)
def test_syllables_are_counted_by_sound(word: str, count: int) -> None:
    assert syllables(word) == count


def test_hard_text_scores_below_the_floor() -> None:
    hard = (
        "De implementatiewerkzaamheden veronderstellen organisatorische verantwoordelijkheden waaromtrent"
        " besluitvormingsprocedures noodzakelijkerwijs onderhandelingsresultaten voorbereiden. Daarenboven vereisen"
        " toekomstbestendige energievoorzieningen ingrijpende investeringsbeslissingen van samenwerkende organisaties."
        " Vanzelfsprekend volgen aanvullende voorwaardelijke overeenkomsten."
    )
    assert reading_ease(hard) < 0
    assert hard_to_read(f"{hard}\n{hard}")
    assert not hard_to_read("Onverantwoordelijkheidsgevoelens."), "one word says little about a text"
