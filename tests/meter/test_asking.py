"""What a file does not say is asked, in one tap, and never guessed; what it says is not asked."""

import datetime
from collections.abc import Mapping

import pytest

from domain.meter.outcomes import MeterAsks, MeterQuestion
from tests.meter import shapes
from tests.meter.reading import asked, looked_at, read, refused
from tests.meter.shapes import EAN, OTHER_EAN, at, comma, local

BUSY = shapes.day_of("2026-01-20", lambda place: 20.0 if place == 70 else 2.0 + place % 5)
PART = {minute: kwh for minute, kwh in BUSY.items() if at("2026-01-20T06:15") <= minute < at("2026-01-20T20:00")}


def plain(quarters: shapes.Quarters, head: str = "Tijdstip;Verbruik (kWh)") -> str:
    return "\n".join((head, *(f"{local(one):%Y-%m-%d %H:%M};{comma(use)}" for one, (use, _) in quarters.items())))


def labels(question: MeterQuestion) -> list[str]:
    return [one.label for one in question.options]


def test_begin_or_end_is_asked_of_a_part_of_a_day() -> None:
    question = asked(plain(PART))
    assert (question.asks, labels(question)) == (MeterAsks.EDGE, ["6:15 tot 6:30", "6:00 tot 6:15"])
    begins, ends = (read(plain(PART), {"edge": edge}).first for edge in ("begin", "end"))
    assert begins - ends == datetime.timedelta(minutes=15)


@pytest.mark.parametrize(
    "head",
    [
        "Begin;Verbruik (kWh)",
        "Van;Verbruik (kWh)",
        "hour start;usage kWh",
        "Tijd (einde kwartier);Verbruik (kWh)",
        "Tot;Verbruik (kWh)",
    ],
)
def test_a_header_that_says_which_end_it_is_settles_it(head: str) -> None:
    ends = "einde" in head or "Tot" in head
    first = local(at("2026-01-20T06:00" if ends else "2026-01-20T06:15"))
    assert read(plain(PART, head)).first == first


def test_a_line_above_the_header_settles_it_too() -> None:
    text = f"Meetrapport;\nTijd: begin van het kwartier;\n{plain(PART)}"
    assert read(text).first == local(at("2026-01-20T06:15"))


def test_a_year_that_begins_and_ends_at_midnight_is_asked() -> None:
    more = {**BUSY, at("2026-01-21T00:00"): (3.0, 0.0)}
    assert asked(plain(more)).asks is MeterAsks.EDGE


def test_a_file_without_a_unit_shows_both_peaks() -> None:
    text = plain(BUSY, "Tijdstip;Verbruik")
    question = asked(text)
    assert question.asks is MeterAsks.UNIT
    assert labels(question)[:2] == ["kWh. Uw hoogste gebruik is dan 80 kW.", "kW. Uw hoogste gebruik is dan 20 kW."]
    assert read(text, {"unit": "kwh"}).highest[0] == pytest.approx(80)
    assert read(text, {"unit": "kw"}).highest[0] == pytest.approx(20)
    assert read(text, {"unit": "kw"}).kwh == pytest.approx(read(text, {"unit": "kwh"}).kwh / 4)


@pytest.mark.parametrize(
    ("head", "kw"),
    [("Begin;Vermogen (kW)", 20), ("Begin;Belasting kW", 20), ("Begin;Afname [Wh]", 0.08), ("Begin;Verbruik MWh", 80_000)],
)
def test_the_unit_of_the_header_counts(head: str, kw: float) -> None:
    assert read(plain(BUSY, head)).highest[0] == pytest.approx(kw)


def test_numbers_that_only_rise_may_be_a_counter_or_not() -> None:
    rising = {minute: (place * 1.0, 0.0) for place, minute in enumerate(BUSY)}
    text = plain(rising, "Begin;kWh")
    question = asked(text)
    assert question.asks is MeterAsks.SORT
    assert read(text, {"sort": "use"}).kwh == pytest.approx(sum(range(96)))
    assert read(text, {"sort": "register"}).kwh == pytest.approx(95)


def test_a_counter_that_says_so_is_not_asked() -> None:
    counted, lines = 5.0, []
    for minute, (use, _) in BUSY.items():
        lines.append(f"{local(minute):%Y-%m-%d %H:%M};{comma(counted)}")
        counted += use
    assert read("\n".join(("Tijdstip;Meterstand (kWh)", *lines))).kwh == pytest.approx(counted - 5 - BUSY[max(BUSY)][0])


def test_a_counter_that_falls_is_told_and_not_counted() -> None:
    values = [100.0 + 3 * place for place in range(40)] + [2.0 + 3 * place for place in range(40)]
    minutes = list(BUSY)[:80]
    text = "\n".join(f"{local(one):%Y-%m-%d %H:%M};{comma(value)}" for one, value in zip(minutes, values, strict=True))
    found = read(f"Tijdstip;Stand kWh\n{text}")
    assert [one.trouble.value for one in found.spoilt] == ["een meterstand die daalt"]
    assert found.kwh == pytest.approx(78 * 3)


def bare(count: int = 96) -> str:
    return "\n".join(("value", *(f"{2 + place % 7 + 0.25:.2f}".replace(".", ",."[place % 2]) for place in range(count))))


def test_bare_numbers_are_asked_for_their_first_moment_and_their_unit() -> None:
    first = asked(bare())
    assert (first.asks, first.options[0].value) == (MeterAsks.FIRST, "2026-01-01")
    then = asked(bare(), {"first": "2026-01-01"})
    assert then.asks is MeterAsks.UNIT
    found = read(bare(), {"first": "2026-01-01", "unit": "kwh"})
    assert (found.first, len(found.use)) == (local(at("2026-01-01T00:00")), 96)


def test_a_leap_year_of_bare_numbers_can_only_be_a_leap_year() -> None:
    assert [one.value for one in asked(bare(35_136)).options] == ["2024-01-01", "other"]
    assert [one.value for one in asked(bare(35_040)).options] == ["2026-01-01", "2025-01-01", "2023-01-01", "other"]


def test_bare_numbers_of_another_moment_are_not_read() -> None:
    assert refused(bare(), {"first": "other"}).startswith("Zonder de tijden kan ik dit niet lezen.")


@pytest.mark.parametrize("answer", ["", "x" * 500, "2026-13-45", "0001-01-01", "9999-01-01"])
def test_a_forged_first_moment_is_no_crash(answer: str) -> None:
    assert not isinstance(looked_at(bare(), {"first": answer, "unit": "kwh"}), MeterQuestion)


def test_several_values_below_zero_are_asked_after() -> None:
    quarters = {minute: (use - (30 if 40 <= place < 60 else 0), 0.0) for place, (minute, (use, _)) in enumerate(BUSY.items())}
    text = plain(quarters, "Begin;kWh")
    assert asked(text).asks is MeterAsks.NEGATIVE
    assert read(text, {"negative": "back"}).kwh_back == pytest.approx(20 * 30 - sum(2 + place % 5 for place in range(40, 60)))
    wrong = read(text, {"negative": "wrong"})
    assert (wrong.kwh_back, len(wrong.spoilt)) == (0, 20)


@pytest.mark.parametrize(("date", "options"), [("03/04/2026", 2), ("13/04/2026", 0)])
def test_the_order_of_day_and_month_is_asked_where_both_can_be(date: str, options: int) -> None:
    text = "\n".join(("Time,Imported from Grid (kWh)", *(f"{date} {p // 4:02}:{p % 4 * 15:02},{1 + p % 3}.5" for p in range(96))))
    if options:
        assert asked(text).asks is MeterAsks.DAY_FIRST
        assert read(text, {"day_first": "no"}).first == local(at("2026-03-04T00:00"))
    assert read(text, {"day_first": "yes"}).first.month == 4


def test_which_of_two_connections_is_asked() -> None:
    rows = [f"{ean};{one}" for ean in (EAN, OTHER_EAN) for one in shapes.both_ends(BUSY).splitlines()[1:]]
    text = "\n".join(("EAN;Van;Tot;Levering kWh;Teruglevering kWh", *rows))
    question = asked(text)
    assert (question.asks, labels(question)) == (MeterAsks.SERIES, ["EAN eindigt op 0998", "EAN eindigt op 0882"])
    assert read(text, {"series": "1"}).meter == "0882"
    assert read(text, {"series": "1"}).kwh == pytest.approx(sum(use for use, _ in BUSY.values()))


def test_of_several_columns_that_may_be_the_use_one_is_pointed_at() -> None:
    rows = (f"{local(one):%Y-%m-%d %H:%M};{comma(use)};{comma(2 * use)}" for one, (use, _) in BUSY.items())
    text = "\n".join(("Begin;Hal A kWh;Hal B kWh", *rows))
    assert labels(asked(text)) == ["Hal A kWh", "Hal B kWh", "Alles bij elkaar opgeteld"]
    whole = sum(use for use, _ in BUSY.values())
    told: Mapping[str, float] = {"1": whole, "2": 2 * whole, "sum": 3 * whole}
    for answer, kwh in told.items():
        assert read(text, {"column": answer}).kwh == pytest.approx(kwh)


def test_of_rows_whose_kinds_nobody_knows_one_is_pointed_at() -> None:
    rows = (
        f"{code};{local(one):%Y-%m-%d %H:%M};{comma(use * times)}"
        for one, (use, _) in BUSY.items()
        for code, times in (("ellm", 1), ("eltm", 3))
    )
    text = "\n".join(("code;Begin;kWh", *rows))
    assert labels(asked(text)) == ["ellm", "eltm", "Alles bij elkaar opgeteld"]
    assert read(text, {"making": "1"}).kwh == pytest.approx(3 * sum(use for use, _ in BUSY.values()))


def test_a_header_that_says_utc_is_believed() -> None:
    moments = {one: datetime.datetime.fromtimestamp(one * 60, datetime.UTC) for one in BUSY}
    text = "\n".join(
        ("Date Time UTC;Usage kWh", *(f"{moments[one]:%Y-%m-%d %H:%M};{comma(use)}" for one, (use, _) in BUSY.items()))
    )
    assert read(text).first == local(at("2026-01-20T00:00"))


def test_a_period_in_one_cell_is_its_begin() -> None:
    rows = (f"20-01-2026 {local(one):%H:%M} - {local(one + 15):%H:%M};{comma(use)};" for one, (use, _) in PART.items())
    found = read("\n".join(("Periode;Levering normaal (kWh);Levering dal (kWh)", *rows)))
    assert (found.first, len(found.use)) == (local(at("2026-01-20T06:15")), len(PART))


def test_a_column_without_a_word_beside_solar_is_the_use() -> None:
    rows = (f"{local(one):%Y-%m-%d %H:%M:%S},{use:.3f},{9.5}" for one, (use, _) in BUSY.items())
    found = read("\n".join(("Timestamp,Hoofdmeter,PV", *rows)), {"unit": "kwh"})
    assert found.kwh == pytest.approx(sum(use for use, _ in BUSY.values()))
