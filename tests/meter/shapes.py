"""Files of meters of our own making, in the shapes that suppliers and metering companies use; all quarters are invented."""

import datetime
import io
import json
from collections.abc import Callable, Mapping

from openpyxl import Workbook

from domain.calendar.here import HERE

EAN, OTHER_EAN = "871685900000000998", "871685900000000882"  # invented
QUARTER = 15

Quarters = Mapping[int, tuple[float, float]]  # by begin (minutes since 1970, UTC): kWh used, kWh fed back


def at(text: str) -> int:
    """Return the minute of a local moment, "2026-01-20T00:00"; the first of its name when the clock is put back."""
    return int(datetime.datetime.fromisoformat(text).replace(tzinfo=HERE).timestamp()) // 60


def local(minute: int) -> datetime.datetime:
    return datetime.datetime.fromtimestamp(minute * 60, HERE)


def day_of(
    date: str, kwh: Callable[[int], float], back: Callable[[int], float] = lambda _: 0.0
) -> dict[int, tuple[float, float]]:
    """Return all quarters of a local day (92 and 100 of them when the clock moves), by the number of the quarter from 0."""
    first = at(f"{date}T00:00")
    end = at(f"{datetime.date.fromisoformat(date) + datetime.timedelta(days=1)}T00:00")
    minutes = range(first, end, QUARTER)
    return {minute: (round(kwh(place), 3), round(back(place), 3)) for place, minute in enumerate(minutes)}


def comma(value: float, decimals: int = 3) -> str:
    return f"{value:.{decimals}f}".replace(".", ",")


def dutch(quarters: Quarters, *, ends: bool = False) -> str:
    """Write date and time in two columns, with a decimal comma; `ends`: times are ends, midnight is 24:00."""
    lines = ["Datum;Tijd;Afname (kWh);Teruglevering (kWh)"]
    for minute, (use, back) in quarters.items():
        moment = local(minute + (QUARTER if ends else 0))
        day, clock = f"{moment:%d-%m-%Y}", f"{moment:%H:%M}"
        if ends and clock == "00:00":
            day, clock = f"{local(minute):%d-%m-%Y}", "24:00"
        lines.append(f"{day};{clock};{comma(use)};{comma(back)}")
    return "\r\n".join(lines)


def both_ends(quarters: Quarters) -> str:
    """Write begin and end without a zone."""
    rows = (
        f"{local(one):%Y-%m-%d %H:%M};{local(one + QUARTER):%Y-%m-%d %H:%M};{comma(use)};{comma(back)}"
        for one, (use, back) in quarters.items()
    )
    return "\n".join(("Van;Tot;Levering kWh;Teruglevering kWh", *rows))


def tariffs(quarters: Quarters) -> str:
    """Write the end with its offset, and normal and low in columns of which one is empty: as a portal for smart meters does."""
    lines = ["datum_tijd;levering_normaal;levering_laag;teruglevering_normaal;teruglevering_laag"]
    for minute, (use, back) in quarters.items():
        end, begin = local(minute + QUARTER), local(minute)
        dear = 7 <= begin.hour < 23 and begin.weekday() < 5
        cells = (comma(use), "", comma(back), "") if dear else ("", comma(use), "", comma(back))
        lines.append(f"{end:%d-%m-%Y %H:%M:%S %z};{';'.join(cells)}")
    return "\n".join(lines)


def registers(quarters: Quarters) -> str:
    """Write the counters of an own meter: two tariffs each way, at the moment itself, without a zone."""
    lines, day, night, fed = ["time,Import T1 kWh,Import T2 kWh,Export T1 kWh,Export T2 kWh"], 18250.4, 22471.95, 3311.2
    for minute, (use, back) in quarters.items():
        lines.append(f"{local(minute):%Y-%m-%d %H:%M},{night:.3f},{day:.3f},{fed:.3f},0.000")
        dear, fed = 7 <= local(minute).hour < 23, fed + back
        day, night = (day + use, night) if dear else (day, night + use)
    last = max(quarters) + QUARTER
    return "\n".join((*lines, f"{local(last):%Y-%m-%d %H:%M},{night:.3f},{day:.3f},{fed:.3f},0.000"))


def utc(quarters: Quarters) -> str:
    """Write UTC with a Z and decimal points."""
    moments = {one: datetime.datetime.fromtimestamp(one * 60, datetime.UTC) for one in quarters}
    rows = (f"{moments[one]:%Y-%m-%dT%H:%M:%SZ},{use:.3f},{back:.3f},measured" for one, (use, back) in quarters.items())
    return "\n".join(("timestamp_utc,import_kwh,export_kwh,quality", *rows))


def long_form(quarters: Quarters) -> str:
    """Write a row per register, day and night, with its EAN as Excel keeps it a text."""
    head = (
        "Van (datum);Van (tijdstip);Tot (datum);Tot (tijdstip);EAN-code;Meter;Metertype;Register;Volume;Eenheid;Validatiestatus"
    )
    lines = [head]
    for minute, (use, back) in quarters.items():
        begin, end = local(minute), local(minute + QUARTER)
        rate = "Dag" if 7 <= begin.hour < 22 else "Nacht"
        moments = f"{begin:%d-%m-%Y};{begin:%H:%M:%S};{end:%d-%m-%Y};{end:%H:%M:%S}"
        for register, value in ((f"Afname {rate}", use), (f"Injectie {rate}", back)):
            lines.append(f'{moments};="{EAN}";M1;Digitale meter;{register};{comma(value)};kWh;Gevalideerd')
    return "\ufeff" + "\r\n".join(lines)


def power(quarters: Quarters) -> str:
    """Write mean kW with points between thousands, lines above the header, a status, and a total and a maximum at the end."""
    head = [
        "Rapport belasting per kwartier;;;", f"Aansluiting:;EAN {EAN};;", "Gecontracteerd vermogen:;1.250 kW;;",
        "Tijd: einde kwartier, lokale tijd;;;", "", "Datum;Tijd;Vermogen (kW) ±;Status",
    ]  # fmt: skip
    values = {one: 4 * use for one, (use, _) in quarters.items()}
    rows = []
    for minute, kw in values.items():
        end, day = local(minute + QUARTER), local(minute)
        rows.append(f"{day:%d-%m-%Y};{'24:00' if f'{end:%H:%M}' == '00:00' else f'{end:%H:%M}'};{thousands(kw)};G")
    total, most = thousands(sum(values.values())), thousands(max(values.values()))
    return "\r\n".join((*head, *rows, "", f"Totaal;;{total};", f"Maximum;;{most};"))


def thousands(value: float) -> str:
    """Return 1134.5 as "1.134,500"."""
    return f"{value:,.3f}".replace(",", "x").replace(".", ",").replace("x", ".")


def wide(quarters: Quarters) -> str:
    """Write a row per day with 96 columns."""
    clocks = [f"{place // 4:02}:{place % 4 * 15:02}" for place in range(96)]
    days: dict[str, dict[str, float]] = {}
    for minute, (use, _) in quarters.items():
        moment = local(minute)
        days.setdefault(f"{moment:%d-%m-%Y}", {})[f"{moment:%H:%M}"] = use
    rows = (";".join((day, *(comma(said[one]) if one in said else "" for one in clocks))) for day, said in days.items())
    return "\n".join((";".join(("Datum kWh", *clocks)), *rows))


def epochs(quarters: Quarters) -> str:
    """Write JSON with a channel each way, and seconds since 1970 at the end of the quarter."""
    channels = [
        {
            "channelId": channel,
            "unit": "kWh",
            "Measurements": [
                {"timestamp": (one + QUARTER) * 60, "value": both[place], "status": "Valid"} for one, both in quarters.items()
            ],
        }
        for place, channel in enumerate(("16180", "16280"))
    ]
    return json.dumps(channels)


def net(quarters: Quarters) -> str:
    """Write one column that is below zero when more was fed back than used."""
    rows = (f"{local(one):%Y-%m-%d %H:%M};{comma(use - back)}" for one, (use, back) in quarters.items())
    return "\n".join(("Begin;Netto (kWh)", *rows))


def hours(quarters: Quarters) -> str:
    """Write hours, three kinds below each other: electricity, what was fed back, and gas."""
    found: dict[int, tuple[float, float]] = {}
    for minute, (use, back) in quarters.items():
        was = found.get(minute // 60 * 60, (0.0, 0.0))
        found[minute // 60 * 60] = (was[0] + use, was[1] + back)
    kinds = (("Elektriciteit", 0), ("Teruglevering", 1))
    lines = ['"Datum","EAN","Verbruik","Type","Piek"']
    for kind, place in kinds:
        lines += [f'"{local(one).isoformat()}","{EAN}","{both[place]:.3f}","{kind}","false"' for one, both in found.items()]
    lines += [f'"{local(one).isoformat()}","","1.015","Gas","true"' for one in found]
    return "\n".join(lines)


def workbook(text: str, separator: str = ";", title: str = "Data") -> bytes:
    """Return a CSV as a workbook with text in every cell."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    for line in text.splitlines():
        sheet.append(line.split(separator))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
