"""Files that are wrong, whole or in part: one sentence, or every fault with its line; nothing is mended in silence."""

import datetime
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from domain.meter.outcomes import MeterQuestion, MeterReading, MeterRefusal, NoMeterFile
from domain.meter.reader import read_meter
from domain.meter.summary import MeterRead
from domain.meter.texts import lines_of
from storage.meter.files import is_meter_file, read_file
from storage.uploads.files import UploadedFile
from tests.meter import shapes
from tests.meter.reading import TODAY, read, refused
from tests.meter.shapes import at, comma, local

DAY = shapes.day_of("2026-10-06", lambda place: 5.0 + place % 4)


def test_every_fault_is_told_with_its_line_and_the_rest_counts() -> None:
    lines = shapes.dutch(DAY).splitlines()
    values = {3: "n.b.", 11: "", 21: "-9,5", 31: "9999,99", 41: "12,000"}
    for line, value in values.items():
        lines[line - 1] = ";".join((*lines[line - 1].split(";")[:2], value, "0,000"))
    lines.insert(50, lines[49])  # the same line twice
    lines.insert(60, ";".join((*lines[59].split(";")[:2], "77,000", "0,000")))  # and one that contradicts
    del lines[70:76]
    found = read("\n".join((*lines, "totaal;;831,70;")))
    assert [(one.line, one.trouble.value) for one in found.spoilt] == [
        (3, "tekst in plaats van een getal"),
        (11, "een lege waarde"),
        (21, "een waarde onder nul"),
        (31, "een onmogelijk hoge waarde"),
        (61, "twee verschillende waarden"),
    ]
    assert (found.repeats, len(found.lost), len(found.use)) == (1, 6, 96 - 5 - 6)
    assert found.highest[0] == pytest.approx(48)


def test_a_number_that_excel_broke_is_told() -> None:
    rows = (f"8,71686E+17;{one}" for one in shapes.dutch(DAY).splitlines()[1:])
    found = read("\n".join(("ean;datum;tijd;kWh;teruglevering kWh", *rows)))
    assert found.meter == ""
    assert found.remarks == ("Het nummer van uw aansluiting (EAN) is in dit bestand niet te lezen.",)


@pytest.mark.parametrize(
    ("texts", "kwh"),
    [
        (("0,125", "0,250", "1,000"), 1.375),
        (("0.125", "0.250", "1.000"), 1.375),
        (("1.134,5", "949,3", "1.000,0"), 3083.8),
        (("1,134.5", "949.3", "1,000.0"), 3083.8),
        (("8,58", "9.27", "9.24"), 27.09),
        (("1.134", "949", "980"), 3063),
        (("8.941", "9.108", "9.596"), 27.645),
    ],
)
def test_the_decimal_mark_is_of_the_file_and_not_of_a_number(texts: tuple[str, ...], kwh: float) -> None:
    many = [texts[place % 3] for place in range(96)]
    rows = (f"{local(one):%Y-%m-%d %H:%M};{text}" for one, text in zip(DAY, many, strict=True))
    assert read("\n".join(("Begin;Verbruik kWh", *rows)), {"sort": "use"}).kwh == pytest.approx(32 * kwh)


def stepped(minutes: int, count: int) -> str:
    first = at("2026-01-20T00:00")
    rows = (f"{local(first + minutes * place):%Y-%m-%d %H:%M};{comma(1 + place % 3)}" for place in range(count))
    return "\n".join(("Begin;Verbruik kWh", *rows))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (stepped(1, 3000), "Dit bestand heeft een getal per minuut. Vraag om een getal per kwartier."),
        (stepped(5, 600), "Dit bestand heeft een getal per 5 minuten."),
        (stepped(1440, 300), "Dit bestand heeft één getal per dag of langer."),
        (stepped(20, 96), "De tijden in dit bestand zijn geen kwartieren of uren."),
        (shapes.dutch({**DAY, at("2016-10-06T00:00"): (1.0, 0.0)}), "Dit bestand gaat over 10 jaar."),
        (shapes.dutch(shapes.day_of("2031-10-06", lambda _: 2.0)), "In dit bestand staat de datum 06-10-2031."),
        (
            "Begin;Opwek kWh\n2026-01-20 00:00;1,0\n2026-01-20 00:15;2,0",
            "In dit bestand staat alleen wat uw zonnepanelen maakten.",
        ),
        ("Begin;Teruglevering kWh\n2026-01-20 00:00;1,0\n2026-01-20 00:15;2,0", "In dit bestand staat alleen wat u teruglevert."),
        ("Datum;Verbruik kWh\n20-01-2026;5\n21-01-2026;6\n22-01-2026;6", "Ik zie wel een datum, maar geen tijden."),
        ("naam;plaats\nJansen;Zwolle", "Dit lijkt geen bestand van een meter."),
        ('{"a": 1}', "Dit lijkt geen bestand van een meter."),
    ],
)
def test_what_cannot_be_used_gets_one_sentence(text: str, why: str) -> None:
    assert refused(text).startswith(why)


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"[" * 100_000, "Dit JSON-bestand is beschadigd."),
        (b'{"a": ' * 5_000 + b"1" + b"}" * 5_000, "Dit"),
        (b"<xml/>", "Dit is een XML-bestand"),
        (b"{}", "Dit lijkt geen bestand van een meter."),
        (";".join(["x"] * 5_000).encode(), "Dit bestand heeft te veel kolommen."),
        (("Tijd;kWh\n" + "9" * 100_000).encode(), "Dit bestand heeft cellen met heel veel tekst."),
        (b'Tijd;kWh\n"2026-01-20', "Ik zie wel een datum, maar geen tijden."),
    ],
)
def test_hostile_text_is_refused(raw: bytes, why: str) -> None:
    found = read_file(UploadedFile("x", raw), {}, TODAY)
    assert isinstance(found, MeterRefusal)
    assert found.why.startswith(why)


def bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"<row>" * 4_000_000)
    return stream.getvalue()


def test_a_zip_bomb_is_not_unpacked() -> None:
    found = read_file(UploadedFile("x.xlsx", bomb()), {}, TODAY)
    assert found == MeterRefusal("Dit bestand is uitgepakt veel te groot. Wij openen het niet.")
    assert not is_meter_file(UploadedFile("x.xlsx", bomb()))


def test_a_meter_file_is_told_from_a_register() -> None:
    register = "rin_nummer;naam;gemeentecode;peiljaar;ha_bruto;ha_netto\n9001;Zilverhoek;GM0193;2024;10,5;8,2\n"
    plan_map = "rin_nummer;jaar;laadvermogen_kw;voertuigen\n9001;2030;500;12\n"
    for text in (register, plan_map, "", "\x00\x01"):
        assert not is_meter_file(UploadedFile("x.csv", text.encode()))
    for text in (shapes.dutch(DAY), shapes.registers(DAY), shapes.epochs(DAY), shapes.wide(DAY), shapes.power(DAY)):
        assert is_meter_file(UploadedFile("x.csv", text.encode()))
    assert is_meter_file(UploadedFile("x.xlsx", shapes.workbook(shapes.tariffs(DAY))))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_text_whatsoever_breaks_the_reader(data: st.DataObject) -> None:
    cells = st.one_of(
        st.text(max_size=12),
        st.sampled_from(
            ["2026-01-20 00:15", "20-01-2026", "24:00", "1,5", "-3", "Totaal", "kWh", "Tijd", "Afname kWh", "8,7E+17", ""]
        ),
    )
    head = data.draw(
        st.sampled_from(["Tijd;kWh", "Datum;Tijd;Afname;Teruglevering", "Van;Tot;Stand", "EAN;Begin;Type;Waarde", ""])
    )
    rows = data.draw(st.lists(st.lists(cells, min_size=1, max_size=4), max_size=30))
    keys = st.sampled_from(["edge", "unit", "sort", "first", "series", "column", "making"])
    answers = data.draw(st.dictionaries(keys, cells))
    text = "\n".join((head, *(";".join(row) for row in rows)))
    try:
        lines = lines_of(text)
    except NoMeterFile:
        return
    found = read_meter(lines, answers, TODAY)
    assert isinstance(found, MeterReading | MeterQuestion | MeterRefusal)


def test_the_right_sheet_of_several_is_read() -> None:
    book = Workbook()
    notes = book.active
    assert notes is not None
    notes.append(["Toelichting", "Dit is een rapport"])
    sheet = book.create_sheet("Kwartieren")
    sheet.append(["Datum en tijd begin", "Verbruik (kWh)"])
    for minute, (use, _) in DAY.items():
        sheet.append([local(minute).replace(tzinfo=None), use])  # real dates and numbers
    stream = io.BytesIO()
    book.save(stream)
    found = read_file(UploadedFile("x.xlsx", stream.getvalue()), {}, datetime.date(2026, 11, 30))
    assert isinstance(found, MeterRead)
    assert found.summary.kwh == pytest.approx(sum(use for use, _ in DAY.values()))
