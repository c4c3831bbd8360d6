"""Choosing by typing, from options that look like those of the intake."""

import pytest

from dialogs.dutch.choices import read_choice, read_choices
from dialogs.dutch.options import Choice
from dialogs.dutch.reading import Ambiguous, Read
from tests.dutch.shown import shown

SIZE: list[Choice] = [
    ("small", "Klein (tot en met 3x80A)", ("kleinverbruik", "kleine", "klein")),
    ("large", "Groot (meer dan 3x80A)", ("grootverbruik", "grote", "groot", "middenspanning")),
]
FUSES: list[Choice] = [(name, name, ()) for name in ("1x25A", "1x35A", "3x25A", "3x35A", "3x63A", "3x80A")]
BUDGET: list[Choice] = [("yes", "Ja", ()), ("not_yet", "Nog niet", ("later", "straks")), ("no", "Nee", ("geen budget",))]
NEIGHBOURS: list[Choice] = [
    ("yes", "Ja", ()),
    ("conditions", "Ja, onder voorwaarden", ("misschien", "onder voorwaarden", "hangt ervan af")),
    ("no", "Nee", ("liever niet",)),
]
PROBLEMS: list[Choice] = [
    ("grid", "Te weinig stroom", ("stroom", "netcongestie")),
    ("space", "Te weinig ruimte", ("ruimte", "plek")),
    ("knowledge", "Ik weet niet waar te beginnen", ("kennis",)),
    ("none", "Ik heb geen probleem", ("geen", "geen probleem")),
]
FUELS: list[Choice] = [
    ("hydrogen", "Waterstof", ("h2",)),
    ("bio_lng", "Bio-LNG", ("lng", "biogas")),
    ("hvo", "HVO-diesel", ("hvo100", "biodiesel")),
    ("none", "Geen van deze", ("geen", "niets", "nee")),
]
FRUIT: list[Choice] = [("apple", "Appel", ()), ("pear", "Peer", ()), ("both", "Appel en peer", ())]
HELD: list[Choice] = [("0", "12", ()), ("1", "3", ())]
HOURS: list[Choice] = [("0", "06:30", ()), ("1", "18:30", ())]


@pytest.mark.parametrize(
    ("typed", "options", "meant"),
    [
        ("Klein (tot en met 3x80A)", SIZE, "small"),
        ("klein", SIZE, "small"),
        ("1", SIZE, "small"),
        ("de tweede", SIZE, "large"),
        ("optie 2", SIZE, "large"),
        ("laatste", SIZE, "large"),
        ("kleinverb", SIZE, "small"),
        ("klien", SIZE, "small"),
        ("middenspaning", SIZE, "large"),
        ("wij hebben een kleine aansluiting", SIZE, "small"),
        ("waarschijnlijk groot", SIZE, ("ongeveer", "large")),
        ("groot denk ik", SIZE, ("ongeveer", "large")),
        ("klein of groot", SIZE, {"Klein (tot en met 3x80A)", "Groot (meer dan 3x80A)"}),
        ("3x80A", SIZE, {"Klein (tot en met 3x80A)", "Groot (meer dan 3x80A)"}),
        ("niet klein", SIZE, None),
        ("3", SIZE, {"Klein (tot en met 3x80A)", "Groot (meer dan 3x80A)"}),
        ("9", SIZE, None),
        ("3x63A", FUSES, "3x63A"),
        ("3 x 63 ampère", FUSES, "3x63A"),
        ("drie keer 63", FUSES, "3x63A"),
        ("63", FUSES, "3x63A"),
        ("25A", FUSES, {"1x25A", "3x25A"}),
        ("1", FUSES, {"1x25A", "1x35A"}),
        ("3x64", FUSES, None),
        ("3x83A", FUSES, None),
        ("ja hoor", BUDGET, "yes"),
        ("nog niet", BUDGET, "not_yet"),
        ("niet", BUDGET, "no"),
        ("👎", BUDGET, "no"),
        ("ik denk het wel", BUDGET, ("ongeveer", "yes")),
        ("misschien", BUDGET, None),
        ("ja hoor", NEIGHBOURS, "yes"),
        ("misschien", NEIGHBOURS, "conditions"),
        ("misschien wel", NEIGHBOURS, "conditions"),
        ("ja maar onder voorwaarden", NEIGHBOURS, "conditions"),
        ("liever niet", NEIGHBOURS, "no"),
        ("te weinig", PROBLEMS, {"Te weinig stroom", "Te weinig ruimte"}),
        ("ruimte en stroom", PROBLEMS, {"Te weinig stroom", "Te weinig ruimte"}),
        ("ik weet niet waar te beginnen", PROBLEMS, "knowledge"),
        ("geen probleem", PROBLEMS, "none"),
        ("geen ruimte", PROBLEMS, None),
        ("netcongestei", PROBLEMS, "grid"),
        ("12", HELD, "0"),
        ("1", HELD, "0"),
        ("3", HELD, "1"),
        ("18.30", HOURS, "1"),
        ("de eerste", HOURS, "0"),
        ("", SIZE, None),
        ("?", SIZE, None),
        ("🙂", SIZE, None),
        ("weet ik niet", SIZE, None),
        ("banaan", SIZE, None),
        ("klein " * 60, SIZE, None),
    ],
)
def test_one_choice(typed: str, options: list[Choice], meant: object) -> None:
    assert shown(read_choice(typed, options)) == meant


@pytest.mark.parametrize(
    ("typed", "options", "meant"),
    [
        ("waterstof", FUELS, ("hydrogen",)),
        ("waterstof en hvo", FUELS, ("hydrogen", "hvo")),
        ("hvo, waterstof", FUELS, ("hydrogen", "hvo")),
        ("HVO-diesel + bio-lng", FUELS, ("bio_lng", "hvo")),
        ("waterstoff en biodiesl", FUELS, ("hydrogen", "hvo")),
        ("1 en 3", FUELS, ("hydrogen", "hvo")),
        ("1,3", FUELS, ("hydrogen", "hvo")),
        ("1 3", FUELS, ("hydrogen", "hvo")),
        ("de eerste en de derde", FUELS, ("hydrogen", "hvo")),
        ("alle drie", FUELS, ("hydrogen", "bio_lng", "hvo")),
        ("allemaal", FUELS, ("hydrogen", "bio_lng", "hvo")),
        ("allebei", FUELS, None),
        ("allebei", FRUIT[:2], ("apple", "pear")),
        ("geen", FUELS, ("none",)),
        ("nee", FUELS, ("none",)),
        ("geen", FRUIT, ()),
        ("Appel en peer", FRUIT, ("both",)),
        ("misschien waterstof", FUELS, ("ongeveer", ("hydrogen",))),
        ("waterstof of lng", FUELS, {"Waterstof", "Bio-LNG", "Waterstof en Bio-LNG"}),
        ("geen waterstof", FUELS, None),
        ("niet hvo", FUELS, None),
        ("alles behalve hvo", FUELS, None),
        ("geen, of waterstof", FUELS, None),
        ("waterstof en banaan", FUELS, None),
        ("1 en 9", FUELS, None),
        ("", FUELS, None),
        ("en", FUELS, None),
    ],
)
def test_several_choices(typed: str, options: list[Choice], meant: object) -> None:
    assert shown(read_choices(typed, options)) == meant


@pytest.mark.parametrize("options", [SIZE, FUSES, BUDGET, NEIGHBOURS, PROBLEMS, FUELS, FRUIT, HELD, HOURS])
def test_every_label_and_other_word_is_its_option(options: list[Choice]) -> None:
    for value, label, also in options:
        for typed in (label, *also, label.upper(), f" {label}. "):
            assert read_choice(typed, options) == Read(value)
            assert read_choices(typed, options) == Read((value,))


@pytest.mark.parametrize(("typed", "options"), [("25", FUSES), ("klein of groot", SIZE), ("te weinig", PROBLEMS)])
def test_a_label_typed_back_is_its_value(typed: str, options: list[Choice]) -> None:
    asked = read_choice(typed, options)
    assert isinstance(asked, Ambiguous)
    assert all(read_choice(label, options) == Read(value) for label, value in asked.options)


def test_a_label_of_several_typed_back_is_its_values() -> None:
    asked = read_choices("waterstof of lng", FUELS)
    assert isinstance(asked, Ambiguous)
    assert all(read_choices(label, FUELS) == Read(value) for label, value in asked.options)
