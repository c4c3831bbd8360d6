"""A name as it is compared: its words, its numbers written out ("I t/m V" has 3 in it), and the keys it is found under."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dialogs.lookup.spelling import KINDS, WRAPPING, Natural, alike, natural, numbered, plain, roman, telling
from domain.terrains.terrains import TerrainName

THROUGH = ("t", "m")  # "t/m", as names are folded
MOST = 50  # numbers that "1 t/m 99" stands for; no park has more phases


@dataclass(frozen=True, slots=True)
class IndexedName:
    """One name, ready to be found; `own` are its words without numbers, `numbers` all those that it stands for."""

    name: TerrainName
    order: tuple[Natural, ...]
    full_keys: frozenset[str]
    core_keys: frozenset[str]
    keys: frozenset[str]
    words: frozenset[str]
    own: frozenset[str]
    numbers: frozenset[str]
    telling: frozenset[str]
    typeable: str

    @classmethod
    def of(cls, name: TerrainName) -> "IndexedName":
        """Fold a name in all ways in which people type it."""
        written = alike(plain(name.name))
        words = numbered(written)
        towns = [numbered(plain(town)) for town in (name.municipality, name.place) if town]
        numbers = numbers_in(words)
        around = {word for town in towns for word in town}
        in_numbers = (form for number in sorted(numbers) for form in (number, roman(number)))
        typeable = dict.fromkeys((*plain(name.name), *written, *words, *in_numbers, *around))
        cores = frozenset(with_towns(telling(words), [telling(town) for town in towns]))
        return cls(
            name=name,
            order=(natural(numbered(plain(name.name))), *map(natural, towns)),
            full_keys=frozenset(with_towns(words, towns)),
            core_keys=cores,
            keys=cores | {"".join(telling(written))},
            words=frozenset(words) | around | numbers,
            own=frozenset(words).difference(WRAPPING, numbers, THROUGH) or frozenset(words),
            numbers=numbers,
            telling=frozenset(telling(words)) if set(telling(words)) - KINDS - WRAPPING else frozenset(),
            typeable=" " + " ".join(typeable),
        )

    def share(self, met: set[str]) -> float:
        """How much of the name itself is among the words met, from 0 to 1; of its numbers one is enough."""
        number = weight("0") if self.numbers else 0.0
        found = sum(weight(word) for word in self.own & met) + (number if self.numbers & met else 0.0)
        return found / (sum(map(weight, self.own)) + number or 1.0)

    def has(self, words: Iterable[str]) -> bool:
        """Say whether each of these is a word of the name, and not only the beginning of one."""
        return all(f" {word} " in f"{self.typeable} " for word in words)


def numbers_in(words: Sequence[str]) -> frozenset[str]:
    """The numbers among numbered words; "1 t m 5" stands for all of 1 to 5."""
    found = {word for word in words if word.isdecimal()}
    for place in range(len(words) - 3):
        first, *between, last = words[place : place + 4]
        if tuple(between) == THROUGH and first.isdecimal() and last.isdecimal() and len(first + last) < 7:
            found |= set(map(str, range(int(first), min(int(last), int(first) + MOST) + 1)))
    return frozenset(found)


def with_towns(words: tuple[str, ...], towns: Sequence[tuple[str, ...]]) -> Iterable[str]:
    """The words as one key, alone and with each town before or behind it."""
    name = "".join(words)
    yield name
    for town in ("".join(town) for town in towns):
        yield name + town
        yield town + name


def weight(word: str) -> float:
    """How much a word tells: a kind of park little, a number some."""
    if word in KINDS:
        return 0.3
    return 0.6 if word.isdecimal() else 1.0
