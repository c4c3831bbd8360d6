"""What the team typed is judged: every kind of fault is found, and a better sentence tells the same without any."""

import datetime
import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.language.fault import FaultKind, TextFacts
from domain.language.guard import find_faults
from domain.language.mending import improve, judge_words
from domain.language.vocabulary import HARD_WORDS
from domain.terrains.plan_map import Congestion

US = "Regio Oost, namens de provincies"
FACTS = TextFacts(today=datetime.date(2026, 12, 1))
FULL = TextFacts(congestion=Congestion.FULL)

# What was typed, the kinds of fault that it has, and what is proposed; empty where no rule can mend it.
MENDED = (
    ("Heb je nog vragen?", "informal", "Heeft u nog vragen?"),
    ("Jij kunt je aanmelden voor 3 maart.", "informal", "U kunt zich aanmelden voor 3 maart."),
    ("Als je vragen hebt, bel dan Noor de Wit.", "informal", "Als u vragen heeft, bel dan Noor de Wit."),
    ("Kunnen jullie op 4 mei?", "informal", "Kunt u op 4 mei?"),
    ("Laad je wagens op.", "informal", "Laad uw wagens op."),
    ("Wij helpen je.", "informal", "Wij helpen u."),
    ("Wat speel je?", "informal", ""),
    ("Indien u wilt, komt Jansen Transport BV langs.", "hard", "Als u wilt, komt Jansen Transport BV langs."),
    ("Het net is echter oud.", "hard", ""),
    ("U moet zich aanmelden voor 3 maart 2027.", "pressure", "U kunt zich aanmelden voor 3 maart 2027."),
    ("U dient te betalen.", "hard", "U kunt betalen."),
    ("Meld u aan voor 3 maart, anders mist u de kans.", "pressure", "Meld u aan voor 3 maart."),
    ("Meld u aan, anders krijgt Jansen de plek.", "pressure", ""),
    ("Dit is uw laatste kans om mee te doen!", "pressure shouted", "Dit is uw kans om mee te doen."),
    ("Aanmelden is verplicht.", "pressure", ""),
    ("De zero-emissiezone komt eraan.", "debate", ""),
    ("De netbeheerder komt op 3 maart.", "promise", "De netbeheerder komt misschien op 3 maart."),
    ("Op 3 maart komt Enexis langs.", "promise", "Op 3 maart komt Enexis misschien langs."),
    ("U krijgt antwoord van de netbeheerder zelf.", "promise", "U krijgt misschien antwoord van de netbeheerder zelf."),
    ("U krijgt 40 kW.", "promise", "U krijgt misschien 40 kW."),
    ("U krijgt een gratis laadpaal.", "promise", ""),
    ("Er is subsidie.", "promise", "Er is misschien subsidie."),
    ("Er komt een laadplein op Hessenpoort.", "promise", "Er komt misschien een laadplein op Hessenpoort."),
    ("Het stroomnet is daar vol.", "promise", "Het stroomnet is daar misschien vol."),
    ("Vraag een offerte bij ons.", "sender", ""),
    ("Kom op dinsdag 3 maart 2027.", "weekday", "Kom op woensdag 3 maart 2027."),
    ("Kom op dinsdag 3 maart.", "weekday", "Kom op woensdag 3 maart."),
    ("Kom op vrijdag 31 februari 2027.", "weekday", ""),
    (
        "Wij kijken samen naar de stroom op Hessenpoort en u kunt al uw vragen over laden stellen aan de gemeente Zwolle.",
        "long",
        "Wij kijken samen naar de stroom op Hessenpoort. U kunt al uw vragen over laden stellen aan de gemeente Zwolle.",
    ),
)
FINE = (
    "Meedoen is niet verplicht.",
    "Volgens de wet bent u verplicht om dit te melden.",
    "Wat moet u doen?",
    "U moet niets.",
    "Schikt dit niet? Kies dan iets anders.",
    "Hierbij krijgt u de dia's.",
    "U krijgt zicht op wat uw bedrijf straks nodig heeft.",
    "Wij vragen of de netbeheerder komt.",
    "U krijgt geen gratis laadpaal.",
    "Weet u of het net vol is?",
    "Er is te weinig stroom op het terrein.",
    "Kom op woensdag 3 maart 2027.",
    "Zie https://voorbeeld.nl/je of mail je@voorbeeld.nl.",
)


@pytest.mark.parametrize(("typed", "kinds", "better"), MENDED)
def test_each_fault_is_found_and_mended_where_a_rule_can(typed: str, kinds: str, better: str) -> None:
    found = judge_words(typed, FACTS)
    assert set(kinds.split()) <= {one.kind for one in found}
    assert {one.proposal for one in found} == {better}
    assert improve(typed, FACTS) == (better or typed)


@pytest.mark.parametrize("typed", FINE)
def test_what_is_so_may_be_said(typed: str) -> None:
    assert judge_words(typed, FACTS) == ()


def test_what_is_known_is_no_promise() -> None:
    assert find_faults("De netbeheerder komt op 3 maart.", TextFacts(operator_comes=True)) == ()
    assert find_faults("Het stroomnet is daar vol.", FULL) == ()
    assert find_faults("Er is nog ruimte op het net.", TextFacts(congestion=Congestion.NONE)) == ()


def test_of_the_grid_only_what_the_register_says() -> None:
    nearly = TextFacts(congestion=Congestion.MANAGED)
    assert improve("Het stroomnet is daar vol.", nearly) == "Het stroomnet raakt daar vol."
    assert [one.why for one in judge_words("Er is nog ruimte op het net.", FULL)] == ["Volgens het register is het net hier vol."]
    free = judge_words("Het net is vol.", TextFacts(congestion=Congestion.NONE))
    assert [(one.why, one.proposal) for one in free] == [("Volgens het register is het net hier niet vol.", "")]


def test_a_fault_says_where_it_is() -> None:
    text = "Dag allemaal.\n\nKomt u ook?\nNeem je collega mee."
    (found,) = judge_words(text)
    assert text[found.start : found.end] == "je"
    assert text[found.start_of : found.end_of] == "Neem je collega mee."


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        (f"Komt u ook? Dit bericht komt van {US}.", []),
        (f"Komt u ook?\nMet vriendelijke groet,\nNoor de Wit, {US}", []),
        ("Komt u ook?", [FaultKind.UNSIGNED]),
        ("Komt u ook? Dit bericht komt van Laadadvies Nederland.", [FaultKind.SENDER]),
        (f"Namens de gemeente Zwolle nodigen wij u uit. Dit bericht komt van {US}.", [FaultKind.SENDER]),
        ("Komt u ook?\nMet vriendelijke groet,\nStroomadvies BV", [FaultKind.SENDER]),
        ("Jansen Energie nodigt u uit.", [FaultKind.SENDER]),
        (f"Wij zijn er op 3 maart, bij Jansen. Dit bericht komt van {US}.", []),
    ],
)
def test_the_sender_is_ours(typed: str, kinds: list[FaultKind]) -> None:
    assert [one.kind for one in judge_words(typed, TextFacts(sender=US))] == kinds


def test_what_is_not_signed_is_signed_below() -> None:
    assert improve("Komt u ook?", TextFacts(sender=US)) == f"Komt u ook?\n\nDit bericht komt van {US}."


SAID = (*(typed for typed, _, _ in MENDED), *FINE, "Dit komt van Bakker BV.", "- Wat je vraagt: 3 uur.", "Bijv. om 18.30 uur!")
WORDS = st.sampled_from(
    ["je", "jij", "Jullie", "kunt", "kan", "u", "Jansen", "3", "maart", "2027", "dinsdag", "moet", "en", "wij", "kijken", ",",
     "!", "anders", "mist", "netbeheerder", "komt", "Enexis", "het net is vol", "?", ".", "\n", "- ", "voor", "bedrijf", "nr.",
     "14.30", *HARD_WORDS]
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(st.sampled_from(SAID), min_size=1, max_size=6).map(" ".join),
    st.lists(st.sampled_from(SAID), min_size=1, max_size=6).map("\n\n".join),
    st.lists(WORDS, min_size=1, max_size=40).map(" ".join),
    st.text(max_size=80),
)
NAMES = {"Jansen", "Enexis", "Noor", "Hessenpoort", "Zwolle", "Bakker"}
ANY = st.builds(
    TextFacts,
    sender=st.sampled_from(["", US]),
    today=st.sampled_from([None, datetime.date(2026, 12, 1)]),
    operator_comes=st.booleans(),
    congestion=st.sampled_from([None, *Congestion]),
)


@given(TEXTS, ANY)
def test_a_proposal_is_without_fault_and_loses_nothing(text: str, facts: TextFacts) -> None:
    for one in judge_words(text, facts):
        if one.proposal and one.kind is not FaultKind.UNSIGNED:
            assert [left for left in find_faults(one.proposal, facts) if left.kind is not FaultKind.UNSIGNED] == []
    better = improve(text, facts)
    assert not Counter(re.findall(r"\d+", text)) - Counter(re.findall(r"\d+", better))
    assert {"Jansen", "Enexis", "Noor", "Hessenpoort", "Zwolle"} & set(re.findall(r"\w+", text)) <= set(
        re.findall(r"\w+", better)
    )


@given(TEXTS, ANY)
def test_what_is_good_is_left_alone(text: str, facts: TextFacts) -> None:
    better = improve(text, facts)
    assert improve(better, facts) == better
    if not find_faults(text, facts):
        assert better == text
