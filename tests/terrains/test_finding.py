"""Finding a terrain as people type it: wrong letters, half names, towns, numbers in any script."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dialogs.lookup.terrain_names import Found, TerrainNames
from domain.terrains.terrains import TerrainName

NAMES = TerrainNames(
    TerrainName(str(number), name, town, place)
    for number, (name, town, place) in enumerate(
        [
            ("Zilverhoek", "Zwolle", None),
            ("Zilverhoek II", "Zwolle", None),
            ("ZILVERHOEK III", "Zwolle", None),
            ("Zilverhoek Noord", "Zwolle", None),
            ("De Wilgenkamp", "Apeldoorn", None),
            ("De Wilgenkamp", "Almelo", None),
            ("Industrie terrein II", "Aalten", None),
            ("Industrie terrein I", "Aalten", None),
            ("Industrie terrein", "Ede", None),
            ("Bedrijventerrein Hoge Brink", "Barneveld", None),
            ("Bedrijvenpark 't Vossenveld", "Hengelo", None),
            ("Café-kwartier Élan", "Ede", "Lunteren"),
            ("Kanaaloever (fase 1)", "Tiel", None),
            ("Kanaaloever (2e fase)", "Tiel", None),
            ("Poort van Midden-Twente Zuid (Rietkerk)", "Hof van Twente", None),
            ("Park15 Oost", "Overbetuwe", None),
            ("Elf", "Raalte", None),
        ],
        start=101,
    )
)


def exactly(text: str) -> str | None:
    found = NAMES.find(text).exact
    return found.label if found else None


def labels(found: Found) -> list[str]:
    return [name.label for name in found.matches]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Zilverhoek", "Zilverhoek (Zwolle)"),
        ("  zilverHOEK ", "Zilverhoek (Zwolle)"),
        ("zilver hoek", "Zilverhoek (Zwolle)"),
        ("zilverhoek zwolle", "Zilverhoek (Zwolle)"),
        ("Zwolle, Zilverhoek", "Zilverhoek (Zwolle)"),
        ("wij zitten op Zilverhoek in Zwolle", "Zilverhoek (Zwolle)"),
        ("bedrijventerrein Zilverhoek", "Zilverhoek (Zwolle)"),
        ("zilverhoek 3", "ZILVERHOEK III (Zwolle)"),
        ("Zilverhoek iii", "ZILVERHOEK III (Zwolle)"),
        ("hoge brink", "Bedrijventerrein Hoge Brink (Barneveld)"),
        ("industrieterrein hoge brink", "Bedrijventerrein Hoge Brink (Barneveld)"),
        ("'t vossenveld", "Bedrijvenpark 't Vossenveld (Hengelo)"),
        ("t Vossenveld", "Bedrijvenpark 't Vossenveld (Hengelo)"),
        ("cafe kwartier elan", "Café-kwartier Élan (Ede)"),
        ("café-kwartier élan lunteren", "Café-kwartier Élan (Ede)"),
        ("wilgenkamp almelo", "De Wilgenkamp (Almelo)"),
        ("kanaaloever fase I", "Kanaaloever (fase 1) (Tiel)"),
        ("park 15 oost", "Park15 Oost (Overbetuwe)"),
        ("industrieterrein 2 aalten", "Industrie terrein II (Aalten)"),
        ("111", "Bedrijvenpark 't Vossenveld (Hengelo)"),
        ("elf", "Elf (Raalte)"),
    ],
)
def test_a_name_that_leaves_no_doubt_is_exact(typed: str, meant: str) -> None:
    assert exactly(typed) == meant
    assert labels(NAMES.find(typed))[0] == meant


def test_an_exact_name_wins_and_the_longer_ones_follow() -> None:
    assert labels(NAMES.find("zilverhoek")) == [
        "Zilverhoek (Zwolle)",
        "Zilverhoek II (Zwolle)",
        "ZILVERHOEK III (Zwolle)",
        "Zilverhoek Noord (Zwolle)",
    ]


def test_namesakes_in_two_towns_are_both_offered_and_none_is_chosen() -> None:
    found = NAMES.find("De Wilgenkamp")

    assert found.exact is None
    assert set(labels(found)) == {"De Wilgenkamp (Almelo)", "De Wilgenkamp (Apeldoorn)"}


def test_a_kind_of_terrain_with_a_number_is_offered_but_not_chosen() -> None:
    found = NAMES.find("bedrijventerrein 2")

    assert found.exact is None
    assert labels(found)[0] == "Industrie terrein II (Aalten)"
    assert NAMES.find("industrieterrein").exact is None


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("zilverhook", "Zilverhoek (Zwolle)"),
        ("zilvrehoek zwole", "Zilverhoek (Zwolle)"),
        ("vosenveld", "Bedrijvenpark 't Vossenveld (Hengelo)"),
        ("vossenveld hengelo", "Bedrijvenpark 't Vossenveld (Hengelo)"),
        ("midden twente", "Poort van Midden-Twente Zuid (Rietkerk) (Hof van Twente)"),
        ("rietkerk", "Poort van Midden-Twente Zuid (Rietkerk) (Hof van Twente)"),
        ("industrietrerein hoge brink", "Bedrijventerrein Hoge Brink (Barneveld)"),
        ("ons magazijn staat vlak naast de snelweg bij hoge brink", "Bedrijventerrein Hoge Brink (Barneveld)"),
        ("wilgenkamp zutphen", "De Wilgenkamp (Apeldoorn)"),
        ("lunteren", "Café-kwartier Élan (Ede)"),
        ("fase 2 kanaaloever", "Kanaaloever (2e fase) (Tiel)"),
    ],
)
def test_misspelt_and_half_names_are_offered(typed: str, offered: str) -> None:
    found = NAMES.find(typed)

    assert offered in labels(found)[:2]


def test_a_town_alone_offers_its_terrains() -> None:
    assert labels(NAMES.find("zwolle", limit=3)) == [
        "Zilverhoek (Zwolle)",
        "Zilverhoek II (Zwolle)",
        "ZILVERHOEK III (Zwolle)",
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "???",
        "🚚🚚",
        "asdfgh",
        "banaan",
        "jansen transport",
        "de",
        "2",
        "ik snap het niet",
        "mijn gegevens",
        "<script>alert(1)</script>",
        "{{7*7}}",
        "industrieterrein amsterdam",
    ],
)
def test_what_is_no_terrain_finds_none(typed: str) -> None:
    assert NAMES.find(typed) == Found(None, ())


def test_ten_thousand_letters_do_no_harm() -> None:
    assert NAMES.find("zilverhoek " * 1000).matches
    assert NAMES.find("z" * 10_000) == Found(None, ())


def test_an_empty_register_finds_nothing() -> None:
    empty = TerrainNames(())

    assert empty.find("zilverhoek") == Found(None, ())
    assert empty.suggest("z") == ()
    assert len(empty) == 0


def test_a_chosen_terrain_is_known_by_its_number() -> None:
    chosen = NAMES.named("103")

    assert chosen is not None
    assert chosen.label == "ZILVERHOEK III (Zwolle)"
    assert NAMES.named("zilverhoek") is None


@pytest.mark.parametrize(
    ("prefix", "first"),
    [
        ("zil", ["Zilverhoek (Zwolle)", "Zilverhoek II (Zwolle)", "ZILVERHOEK III (Zwolle)"]),
        ("zilverhoek i", ["Zilverhoek II (Zwolle)", "ZILVERHOEK III (Zwolle)"]),
        ("wilg", ["De Wilgenkamp (Almelo)", "De Wilgenkamp (Apeldoorn)"]),
        ("wilg alm", ["De Wilgenkamp (Almelo)"]),
        ("hoge b", ["Bedrijventerrein Hoge Brink (Barneveld)"]),
        ("élan", ["Café-kwartier Élan (Ede)"]),
        ("ZWOL", ["Zilverhoek (Zwolle)"]),
        ("vosenveld", ["Bedrijvenpark 't Vossenveld (Hengelo)"]),
    ],
)
def test_typing_suggests_what_begins_so_before_what_holds_it(prefix: str, first: list[str]) -> None:
    suggested = [name.label for name in NAMES.suggest(prefix)]

    assert suggested[: len(first)] == first


def test_nothing_typed_yet_suggests_the_first_of_the_alphabet() -> None:
    assert len(NAMES.suggest("")) == 15
    assert NAMES.suggest("", limit=1)[0].label == "Bedrijvenpark 't Vossenveld (Hengelo)"


def test_suggestions_never_exceed_what_teams_shows() -> None:
    many = TerrainNames(TerrainName(str(number), f"Veld {number}", "Zwolle") for number in range(100))

    assert [name.name for name in many.suggest("veld")] == [f"Veld {number}" for number in range(15)]


LETTERS = st.sampled_from("abcdefghijklmnopqrstuvwxyz")
LONG_NAMES = [name for name in NAMES.suggest("", 100) if sum(letter.isalpha() for letter in name.name) >= 8]


@settings(deadline=None)
@given(
    name=st.sampled_from(LONG_NAMES),
    at=st.integers(0, 60),
    letter=LETTERS,
    error=st.sampled_from(["left out", "another", "one too many", "swapped"]),
)
def test_one_typing_error_in_a_name_of_eight_letters_still_finds_it(name: TerrainName, at: int, letter: str, error: str) -> None:
    text = name.name
    assume(at < len(text))
    wrong = {
        "left out": text[:at] + text[at + 1 :],
        "another": text[:at] + letter + text[at + 1 :],
        "one too many": text[:at] + letter + text[at:],
        "swapped": text[:at] + text[at + 1 : at + 2] + text[at] + text[at + 2 :],
    }[error]

    assert name in NAMES.find(wrong).matches[:3]


@settings(deadline=None)
@given(text=st.text(max_size=300))
def test_no_text_upsets_the_search(text: str) -> None:
    found = NAMES.find(text)

    assert len(found.matches) <= 5
    assert found.exact is None or found.exact == found.matches[0]
    assert len(NAMES.suggest(text)) <= 15
