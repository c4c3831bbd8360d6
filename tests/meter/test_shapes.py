"""The same quarters in whatever shape a file has: written, read back, and always the same."""

import datetime
import random
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.meter.outcomes import MeterReading, moment_of
from storage.meter.files import read_file
from storage.uploads.files import UploadedFile
from tests.meter import shapes
from tests.meter.reading import read
from tests.meter.shapes import QUARTER, Quarters, at, local

Writer = Callable[[Quarters], str]
CLOCK_FORWARD, CLOCK_BACK = "2026-03-29", "2026-10-25"
# The shapes that say everything themselves, also on the days that the clock moves.
WRITERS: dict[str, Writer] = {
    "dutch": shapes.dutch,
    "dutch, ends": lambda quarters: shapes.dutch(quarters, ends=True),
    "both ends": shapes.both_ends,
    "tariffs": shapes.tariffs,
    "registers": shapes.registers,
    "utc": shapes.utc,
    "long form": shapes.long_form,
    "net": shapes.net,
}
ONE_WAY: dict[str, Writer] = {"power": shapes.power}


@st.composite
def days(draw: st.DrawFn, both: bool = True) -> Quarters:
    """Return one to three whole days in a row, with or without sun, and a busy moment so that no day is flat."""
    first = draw(
        st.sampled_from(["2026-01-19", "2026-03-28", CLOCK_FORWARD, "2026-06-30", "2026-10-24", CLOCK_BACK, "2025-12-31"])
    )
    count, seed = draw(st.integers(1, 3)), draw(st.integers(0, 2**32))
    sunny, chance = both and draw(st.booleans()), random.Random(seed)
    found: dict[int, tuple[float, float]] = {}
    for number in range(count):
        date = datetime.date.fromisoformat(first) + datetime.timedelta(days=number)
        found |= shapes.day_of(
            date.isoformat(),
            lambda _: chance.choice((0.0, chance.uniform(0.5, 30), chance.uniform(1, 300))) + 0.125,
            lambda place: chance.uniform(0, 20) if sunny and 35 < place < 65 and chance.random() < 0.8 else 0.0,
        )
    return found


def same(reading: MeterReading, quarters: Quarters, *, net: bool = False) -> None:
    """Say whether what was read is what was written, to a watt-hour."""
    assert reading.minutes == QUARTER
    assert (reading.lost, reading.spoilt) == ((), ())
    assert sorted(reading.use) == sorted(quarters)
    for minute, (use, back) in quarters.items():
        said = reading.use[minute] - reading.back.get(minute, 0.0)
        assert said == pytest.approx(use - back, abs=0.0015)
        if not net:
            assert reading.use[minute] == pytest.approx(use, abs=0.0015)


@pytest.mark.parametrize("shape", [*WRITERS, *ONE_WAY])
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_what_was_written_in_a_shape_is_read_back(shape: str, data: st.DataObject) -> None:
    quarters = data.draw(days(both=shape not in ONE_WAY))
    answers = {"negative": "back", "sort": "register" if shape == "registers" else "use"}  # asked where numbers happen to look so
    same(read((WRITERS | ONE_WAY)[shape](quarters), answers), quarters, net=shape == "net")


@pytest.mark.parametrize("shape", ["dutch", "dutch, ends", "both ends", "tariffs", "utc", "registers", "long form"])
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_the_order_of_rows_changes_nothing(shape: str, data: st.DataObject) -> None:
    quarters = {one: kwh for one, kwh in data.draw(days()).items() if local(one).month not in (3, 10)}
    if not quarters:
        return
    head, *lines = WRITERS[shape](quarters).lstrip("\ufeff").splitlines()
    mixed = random.Random(data.draw(st.integers(0, 999))).sample(lines, len(lines))
    same(read("\n".join((head, *mixed)), {"sort": "register" if shape == "registers" else "use"}), quarters)


@pytest.mark.parametrize("shape", ["dutch", "both ends", "net"])
def test_newest_first_keeps_the_hour_that_comes_twice_apart(shape: str) -> None:
    quarters = shapes.day_of(CLOCK_BACK, lambda place: 1 + place * 7 % 13)
    head, *lines = WRITERS[shape](quarters).splitlines()
    same(read("\n".join((head, *reversed(lines)))), quarters)


def test_epochs_are_read_once_it_is_known_which_end_they_are() -> None:
    quarters = shapes.day_of(CLOCK_BACK, lambda place: 1 + place * 7 % 13, lambda place: 0.5 if place == 50 else 0)
    same(read(shapes.epochs(quarters)), quarters)


def test_a_day_per_row_is_read_as_quarters() -> None:
    quarters = {
        **shapes.day_of("2026-01-19", lambda place: 1 + place * 7 % 13),
        **shapes.day_of(CLOCK_FORWARD, lambda _: 2.5 + _ % 3),
    }
    found = read(shapes.wide(quarters))
    assert {one: kwh for one, kwh in found.use.items() if one in quarters} == pytest.approx(
        {o: k for o, (k, _) in quarters.items()}
    )
    assert len(found.use) == 96 + 92


def test_hours_are_hours() -> None:
    found = read(shapes.hours(shapes.day_of("2026-02-10", lambda place: 9.0 if place == 72 else 1.0, lambda place: 0.1)))
    assert (found.minutes, len(found.use)) == (60, 24)
    assert found.kwh == pytest.approx(104)
    assert found.highest[0] == pytest.approx(12.0)  # 9 + 1 + 1 + 1 kWh in an hour
    assert found.highest[1] == local(at("2026-02-10T18:00"))
    assert found.kwh_back == pytest.approx(9.6)


def test_two_meters_are_added_by_the_quarter_before_the_peak() -> None:
    one, two = (
        shapes.day_of("2026-10-13", lambda place: 20.0 if place == 60 else 2.0),
        shapes.day_of("2026-10-13", lambda place: 3 + place * 5 % 9),
    )
    lines = [
        f"{shapes.EAN};{meter};{local(minute):%Y-%m-%dT%H:%M};{local(minute + QUARTER):%Y-%m-%dT%H:%M};{shapes.comma(use)}"
        for minute in one
        for meter, use in (("A", one[minute][0]), ("B", two[minute][0]))
    ]
    found = read("\n".join(("EAN;Meter;Begin;Einde;kWh", *lines)))
    assert found.kwh == pytest.approx(sum(use for day in (one, two) for use, _ in day.values()), abs=0.1)
    assert found.highest[0] == pytest.approx(4 * (20 + 3 + 60 * 5 % 9), abs=0.01)


def test_a_new_meter_begins_where_the_old_one_ends() -> None:
    counts, lines, meters = {"E1": 99812.3, "E2": 0.0}, ["Tijdstip;Meternummer;Stand 1.8.0 (kWh)"], ("E1", "E2")
    for place in range(96):
        meter, moment = meters[place >= 38], local(at("2026-03-03T00:00") + place * QUARTER)
        if place == 38:
            lines.append(f"{moment:%d-%m-%Y %H:%M};E1;{shapes.comma(counts['E1'])}")
        lines.append(f"{moment:%d-%m-%Y %H:%M};{meter};{shapes.comma(counts[meter])}")
        counts[meter] += 5 + place % 4
    found = read("\n".join(lines))
    assert (len(found.use), found.spoilt) == (95, ())
    assert found.kwh == pytest.approx(sum(5 + place % 4 for place in range(95)))


def kinds() -> Iterator[tuple[str, bytes]]:
    text = shapes.dutch(shapes.day_of("2026-01-20", lambda place: 1 + place * 7 % 13)).replace("Tijd", "Tijd é")
    for name, codec in (("UTF-8", "utf-8"), ("BOM", "utf-8-sig"), ("Windows", "cp1252"), ("UTF-16", "utf-16")):
        yield name, text.encode(codec)
    yield "Excel", shapes.workbook(text)


@pytest.mark.parametrize(("name", "raw"), tuple(kinds()))
def test_any_encoding_and_a_workbook_say_the_same(name: str, raw: bytes) -> None:
    found = read_file(UploadedFile(f"x {name}", raw), {}, datetime.date(2026, 11, 30))
    assert getattr(found, "summary", None) is not None
    assert found.summary.kwh == pytest.approx(sum(1 + place * 7 % 13 for place in range(96)))  # type: ignore[union-attr]


def test_the_moments_are_local() -> None:
    found = read(shapes.utc(shapes.day_of("2026-08-25", lambda place: 50.0 if place == 75 else 1.0)))
    assert found.first == moment_of(at("2026-08-25T00:00"))
    assert found.highest == (200.0, local(at("2026-08-25T18:45")))
