"""The texts of packages: whatever is known of a terrain, they are plain Dutch, fit where they go, and claim only what is so."""

import datetime
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.papers.pack_facts import PackFacts, words_of
from dialogs.turn.known import House
from domain.calendar.here import HERE
from domain.papers.packs import FACTS, PARTS, PackPart, as_typed, chapters, filled
from domain.sessions.formats import BRAINSTORM, START, WORK_2
from domain.sessions.plan import make_plan
from domain.sessions.session import Session
from domain.terrains.plan_map import Congestion
from domain.terrains.terrains import TerrainName
from tests.language import faults

TODAY = datetime.date(2026, 11, 23)
NAMES = ("Hessenpoort", "De Mars", "A1 Bedrijvenpark Deventer", "Bedrijvenpark Apeldoorn Noord II, fase 3 (Stadhoudersmolen)")
PRESSING = ("verplicht", "moet ", "nu of nooit", "laatste kans", "snel zijn", "emissie", "milieuzone")


def session(days: int, kind: int, place: str) -> Session:
    """Return a session so many days from now."""
    start = datetime.datetime(2026, 11, 23, 19, 30, tzinfo=HERE) + datetime.timedelta(days=days)
    plan = make_plan(UUID(int=7), "t-1", (START, BRAINSTORM, WORK_2)[kind], start, 24)
    return Session(plan=plan.__class__(**{name: getattr(plan, name) for name in plan.__slots__} | {"place": place}))


SESSIONS = st.builds(
    session, st.integers(1, 200), st.integers(0, 2), st.sampled_from(["", "Zaal 2.", "Wijkcentrum De Pol, Kerkweg 12"])
)
HOUSES = st.builds(
    House,
    items=st.just({}),
    organisation=st.sampled_from(["NAL-regio Oost, namens de provincies Gelderland en Overijssel", "NAL-regio Oost"]),
    contact=st.sampled_from(["", "laadmaat@voorbeeld.nl"]),
    privacy_url=st.sampled_from(["", "https://voorbeeld.nl/privacy"]),
    door_url=st.sampled_from(["", "https://laadmaat.voorbeeld.example"]),
)


@st.composite
def terrains(draw: st.DrawFn) -> PackFacts:
    """Return a terrain of which any of the facts may be unknown."""
    planned = draw(st.none() | SESSIONS)
    return PackFacts(
        terrain=TerrainName("t-1", draw(st.sampled_from(NAMES)), draw(st.sampled_from([None, "Zwolle"]))),
        house=draw(HOUSES),
        today=TODAY,
        session=planned,
        operator_comes=planned is not None and draw(st.booleans()),
        congestion=draw(st.none() | st.sampled_from(Congestion)),
        step=draw(st.sampled_from(["", "stap 2, Startbijeenkomst"])),
        counted=draw(st.sampled_from([0, 5, 12])),
    )


@settings(max_examples=150, deadline=None)
@given(facts=terrains(), part=st.sampled_from([part for part in PARTS.values() if part.texts]))
def test_every_text_says_only_what_is_so_and_in_plain_words(facts: PackFacts, part: PackPart) -> None:
    for declared in part.texts:
        marked = filled(declared, words_of(facts))
        text = as_typed(marked)
        wrong = [fault for one in chapters(marked) for fault in faults("\n".join((one.title, *one.paragraphs)).strip())]
        assert not wrong, (wrong, text)
        assert not declared.most or len(text) <= declared.most
        assert facts.terrain.name in text or part.key == "gegevens"
        assert facts.house.organisation.partition(",")[0] in text
        said = text.casefold()
        assert not any(word in said for word in PRESSING)
        assert facts.congestion is not None or "stroomnet" not in said
        assert facts.operator_comes or ("netbeheerder komt" not in said.replace("zeg nog niet dat de netbeheerder komt", ""))
        assert facts.session is not None or "2026" not in said
        assert facts.counted or "het totaal van" not in said
        assert facts.house.door_url or "doe mee:" not in said
        assert facts.house.contact or "contact op" not in said
        assert "  " not in text
        assert not any(sign in text for sign in "{}#")


def test_every_fact_that_texts_name_is_found() -> None:
    full = PackFacts(TerrainName("t-1", "Hessenpoort"), House("NAL", "a@b.nl", "https://c.nl"), TODAY, session(3, 0, "Zaal 2"))
    assert set(words_of(full)) >= FACTS
