"""Terrains with numbers in their names: another number is another terrain, and a word itself counts before what resembles it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.lookup.terrain_names import TerrainNames
from dialogs.terrains.message_extension import Looker, offered
from dialogs.terrains.terrain_choice import split_terrain
from domain.access.roles import Grant, Role, Roles
from domain.terrains.terrains import TerrainName

IN_REGISTER = (
    "KOLKKADE", "DE KOLK I + II", "DE VEEN VI", "DE VEEN I T/M V", "DE VEEN VII", "VAARTDIJK 1 t/m 3", "Oosterpoort I en II",
    "Werf I t/m III", "Werf IV", "Beukenhof",
)  # fmt: skip
NAMES = TerrainNames(TerrainName(str(number), name, "Ede") for number, name in enumerate(IN_REGISTER, start=101))
NUMERALS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("de kolk", "DE KOLK I + II"), ("kolk", "DE KOLK I + II"), ("kolk 2", "DE KOLK I + II"), ("de kolk ii", "DE KOLK I + II"),
        ("veen v", "DE VEEN I T/M V"), ("veen 5", "DE VEEN I T/M V"), ("de veen iii", "DE VEEN I T/M V"),
        ("vaartdijk 2", "VAARTDIJK 1 t/m 3"), ("vaartdijk ii", "VAARTDIJK 1 t/m 3"), ("oosterpoort 1", "Oosterpoort I en II"),
        ("werf 2", "Werf I t/m III"), ("werf v", "Werf IV"), ("werf", "Werf I t/m III"), ("veen viii", "DE VEEN VI"),
    ],
)  # fmt: skip
def test_a_part_of_several_or_another_number_is_asked(typed: str, first: str) -> None:
    found = NAMES.find(typed)
    assert found.exact is None
    assert found.likely is None, "never guessed"
    assert found.matches[0].name == first


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("veen vi", "DE VEEN VI"), ("veen 7", "DE VEEN VII"), ("de veen i t/m v", "DE VEEN I T/M V"),
        ("veen 1 t/m 5", "DE VEEN I T/M V"),
        ("veen 1 tot en met 5", "DE VEEN I T/M V"), ("veen i tm v", "DE VEEN I T/M V"), ("kolk 1 en 2", "DE KOLK I + II"),
        ("kolk i+ii", "DE KOLK I + II"), ("oosterpoort 1 + 2", "Oosterpoort I en II"),
        ("vaartdijk i t/m iii", "VAARTDIJK 1 t/m 3"),
        ("werf 4", "Werf IV"),
    ],
)  # fmt: skip
def test_the_numbers_of_a_name_are_read_in_any_writing(typed: str, name: str) -> None:
    found = NAMES.find(typed).exact
    assert found is not None
    assert found.name == name


def test_a_typing_error_without_a_number_is_still_guessed() -> None:
    likely = [NAMES.find(typed).likely for typed in ("beukehof", "kolkade")]
    assert [found.name for found in likely if found] == ["Beukenhof", "KOLKKADE"]


@given(
    word=st.sampled_from(["kolk", "veen", "vaartdijk", "oosterpoort", "werf", "wref", "vaartdjik"]),
    number=st.integers(1, 10),
    roman=st.booleans(),
)
def test_what_is_taken_without_asking_has_the_number_that_was_typed(word: str, number: int, roman: bool) -> None:
    taken = NAMES.find(f"{word} {NUMERALS[number - 1] if roman else number}").likely
    assert taken is None or taken.name.casefold().split()[-1] in (NUMERALS[number - 1], str(number))


@pytest.mark.parametrize(
    ("typed", "name", "rest"),
    [("veen v af", "veen v", "af"), ("kolk 2 Jansen BV", "kolk 2", "Jansen BV"), ("veen vi af", "veen vi", "af")],
)
def test_the_number_belongs_to_the_name_in_front(typed: str, name: str, rest: str) -> None:
    split = split_terrain(NAMES, typed)
    assert (split.name, split.rest) == (name, rest)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("kolk", "DE KOLK I + II"), ("veen v", "DE VEEN I T/M V"), ("veen 3", "DE VEEN I T/M V"),
        ("veen iii", "DE VEEN I T/M V"), ("kol", "DE KOLK I + II"),
    ],
)  # fmt: skip
def test_the_search_beside_a_message_offers_the_same_first(typed: str, first: str) -> None:
    everywhere = Looker(Roles(frozenset({Grant(Role.TEAM)})))
    for names in (offered(NAMES, everywhere, typed), NAMES.suggest(typed)):
        assert first in [one.name for one in names[:2]]
    if typed != "kol":
        assert NAMES.suggest(typed)[0].name == first
