"""An administrator sends a register: it is tried out, shown in counts, and carried out when they press the button."""

from collections.abc import Sequence
from uuid import UUID

from cards.papers.making import SHEET, refusals_book
from cards.verbs import Verb
from cards.views.card import Button, Choice, Fact
from cards.views.notice import NoticeCard
from cards.views.registers.import_card import ImportCard
from dialogs.turn.command import Command, Users
from dialogs.turn.events import FileCame, Pressed
from dialogs.turn.refusals import OLD_BUTTON
from dialogs.turn.replies import OfferPaper, ReplaceCard, Reply, Say, ShowCard, StartWork
from dialogs.turn.step import Step, quoted
from dialogs.turn.work import Work, Working
from domain.access.roles import Right
from domain.companies.companies import Ground
from domain.intake.acceptance import clean_text, key_in
from domain.papers.papers import Paper, Readers, file_name
from domain.registers.imports import Counts, Refusal, RegisterKind, Tried, Unreadable, count

SHOWN = 8  # refused rows on the card; all of them are in a file
GONE = "Dit bestand is er niet meer, of het is al uitgevoerd. Stuur het zo nodig opnieuw."
NOT_TOLD = "Vul eerst op de kaart in waar de contacten vandaan komen. Kies ook een grond."
CHANGED = "Het register is intussen veranderd. Er is niets opgeslagen. Kijk de aantallen opnieuw na."


def may_import(step: Step) -> bool:
    """Say whether this person may send registers."""
    return step.known.is_admin and not step.known.acting


async def take_register(step: Step, event: FileCame) -> None:
    """Have a file that came tried out."""
    file = await step.stores.imports.keep(event.name[:200], event.content)
    step.show(StartWork(TRY.name, f"Proef met {quoted(event.name)}", {"file": str(file)}))


async def try_register(working: Working) -> Sequence[Reply]:
    """Try a file out and show what it would do."""
    tried = await working.stores.imports.try_out(UUID(working.ids["file"]), working.progress)
    if tried is None:
        return [Say(GONE)]
    if isinstance(tried.found, Unreadable):
        return [Say(f"{quoted(tried.name)}: {tried.found.why}\n\nTyp 'importeren' om te zien wat ik kan lezen.")]
    return show(tried.found, tried.name, {"file": working.ids["file"], "digest": tried.digest})


async def carry_out_register(working: Working) -> Sequence[Reply]:
    """Import a file, or say why not."""
    carried = await working.stores.imports.carry_out(UUID(working.ids["file"]), working.progress)
    if carried is None:
        return [Say(GONE)]
    if carried.stored:
        counts = carried.tried.counts
        return [Say(f"{carried.tried.kind.stored(counts.to_save)}\n\n{counts.sentence}")]
    shown = show(carried.tried, carried.name, {"file": working.ids["file"], "digest": carried.digest})
    return [Say(CHANGED), *shown]


def show(tried: Tried, name: str, data: dict[str, str]) -> Sequence[Reply]:
    """Return the card of a dry run, and where there are many refused rows a file with all of them."""
    told = tried.refusals or tried.passed_over
    rest = len(told) - SHOWN
    card = ImportCard(
        title=f"Proef: {tried.kind.noun} uit {clean_text(name)[:80]}",
        lines=(outcome(tried),),
        facts=facts_of(tried.counts),
        remarks=tried.remarks,
        refusals=tuple(one.sentence[:300] for one in told[:SHOWN]),
        more=f"En nog {count(rest)}. U krijgt ze allemaal in een bestand." if rest > 0 else "",
        grounds=grounds() if tried.acceptable and tried.counts.contacts else (),
        buttons=buttons(data) if tried.acceptable and tried.counts.to_save else (),
    )
    return [ShowCard(card), *([OfferPaper(paper_of(told, name))] if rest > 0 else ())]


def outcome(tried: Tried) -> str:
    """Return in one sentence what comes of this file."""
    if not tried.acceptable:
        return "Er is niets opgeslagen. Verbeter deze regels en stuur het bestand opnieuw."
    if not tried.counts.to_save:
        return "Alles was al bekend. Er is niets veranderd."
    return f"Indeling: {tried.called}. Regels: {count(tried.rows)}. Er is nog niets opgeslagen."


def facts_of(counts: Counts) -> tuple[Fact, ...]:
    named = {
        "Nieuw": counts.new,
        "Gewijzigd": counts.changed,
        "Ongewijzigd": counts.unchanged,
        "Geweigerd": counts.refused,
    } | ({"Overgeslagen": counts.passed_over} if counts.passed_over else {})
    return tuple(Fact(label=label, value=count(rows)) for label, rows in named.items())


def grounds() -> tuple[Choice, ...]:
    return tuple(Choice(value=ground.value, title=ground.value.capitalize()) for ground in Ground)


def buttons(data: dict[str, str]) -> tuple[Button, ...]:
    """Return the buttons of a file that can be stored."""
    return (
        Button(title="Voer uit", verb=Verb.IMPORT, data=data, primary=True),
        Button(title="Niet uitvoeren", verb=Verb.IMPORT_NOT, data={"file": data["file"]}),
    )


def paper_of(refusals: Sequence[Refusal], name: str) -> Paper:
    """Return all refused rows as a file."""
    called = file_name(f"Geweigerd {clean_text(name)[:80].rpartition('.')[0] or 'bestand'}.xlsx")
    return Paper(called, SHEET, refusals_book(refusals), "Elke geweigerde regel met de reden.", readers=Readers.TEAM)


async def press_import(step: Step, event: Pressed) -> None:
    """Carry out the file on a card, as it was checked."""
    if not may_import(step):
        step.say(OLD_BUTTON)
        return
    file, digest = key_in(event.data.get("file")), str(event.data.get("digest", ""))
    needs = await step.stores.imports.needs_source(file, digest) if file else None
    source = clean_text(event.inputs.get("source", ""))[:200]
    ground = next((one for one in Ground if one.value == event.inputs.get("ground")), None)
    if needs is None or file is None:
        step.say(GONE)
    elif needs and not (source and ground):
        step.say(NOT_TOLD)
    elif name := await step.stores.imports.begin(file, digest, source, ground):
        step.show(ReplaceCard(NoticeCard(title="Importeren", lines=(f"U heeft {clean_text(name)[:80]} laten uitvoeren.",))))
        step.show(StartWork(CARRY_OUT.name, f"Ik neem {quoted(name)} over", {"file": str(file)}))


async def press_import_not(step: Step, event: Pressed) -> None:
    """Forget the file on a card."""
    file = key_in(event.data.get("file"))
    if not may_import(step):
        step.say(OLD_BUTTON)
    elif file is not None and await step.stores.imports.drop(file):
        step.show(ReplaceCard(NoticeCard(lines=("Niet uitgevoerd. Het bestand is gewist.",))))
    else:
        step.say(GONE)


async def explain(step: Step, _: str) -> None:
    step.say(
        "Stuur mij hier een bestand: CSV of Excel (.xlsx). Ik laat eerst zien wat er verandert. Daarna beslist u.",
        "\n".join(f"Voor {KINDS[kind]}" for kind in RegisterKind),
        "Eén foute regel houdt het hele bestand tegen. U krijgt dan elke fout met de reden.",
    )


KINDS = {
    RegisterKind.TERRAINS: "terreinen, zoals IBIS: rin_nummer, naam, gemeentecode, peiljaar, ha_bruto, ha_netto.",
    RegisterKind.PLAN_MAP: "de plankaart: rin_nummer, jaar, laadvermogen_kw, voertuigen, netcapaciteit_kw, congestie.",
    RegisterKind.COMPANIES: "bedrijven: rin_nummer, bedrijf, kvk, contact, functie, email, telefoon.",
}
TRY = Work("try_register", try_register, Right.MANAGE)
CARRY_OUT = Work("carry_out_register", carry_out_register, Right.MANAGE)
IMPORT = Command(
    ("importeren", "import"), "een bestand met terreinen of bedrijven overnemen", explain, Users.ADMIN, group="Beheer"
)
