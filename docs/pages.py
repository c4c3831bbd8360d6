"""The pages that are made from the declarations; `python app.py docs` writes them, CI checks that they are not stale."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from bot.settings import Settings
from dialogs.commands import COMMANDS
from dialogs.turn.command import Command, Users
from docs.grid import with_grid
from docs.numbers import parameters_page
from domain.consent.consents import KEEP_YEARS, TEXTS
from domain.intake.question import AnswerKind, Question
from domain.intake.questionnaire import CHECKS, PAGES, QUESTIONS
from domain.intake.sections import CHAPTERS, CONSENTS
from domain.terrains.export import TerrainExport
from storage.database.migrate import all_tables
from storage.tables.base import Retention, retention_of

HERE = Path(__file__).parent
README = HERE.parent / "README.md"
MADE = "<!-- Made by `python app.py docs` from the declarations: change those, not this page. -->"
KINDS = {
    AnswerKind.TEXT: "tekst",
    AnswerKind.NUMBER: "getal",
    AnswerKind.YES_NO: "ja of nee",
    AnswerKind.CLOCK: "tijd",
    AnswerKind.MONTH: "maand",
    AnswerKind.CHOICE: "keuze",
    AnswerKind.CHOICES: "één of meer keuzes",
    AnswerKind.TERRAIN: "bedrijventerrein",
}
WHO = {
    Users.COMPANY: "bedrijf",
    Users.PARK_MANAGER: "parkmanager",
    Users.MUNICIPALITY: "gemeente",
    Users.GRID_OPERATOR: "netbeheerder",
    Users.TEAM: "projectteam",
    Users.ADMIN: "beheerder",
}


def write_pages() -> list[Path]:
    """Write every page, and the parts of pages that are made, and return where."""
    pages = {
        HERE / "questions.md": questions_page(),
        HERE / "commands.md": commands_page(),
        HERE / "settings.md": settings_page(),
        HERE / "parameters.md": parameters_page(MADE),
        HERE / "retention.md": retention_page(),
        HERE / "export.schema.json": export_schema(),
        HERE / "architecture.md": with_grid((HERE / "architecture.md").read_text(encoding="utf-8")),
        README: with_count(README.read_text(encoding="utf-8")),
    }
    for path, text in pages.items():
        path.write_text(text, encoding="utf-8")
    return list(pages)


def export_schema() -> str:
    """Return the JSON Schema of what `exporteer` gives."""
    return json.dumps(TerrainExport.model_json_schema(mode="serialization"), indent=1, ensure_ascii=False) + "\n"


def with_count(readme: str) -> str:
    """Return the front page with the number of questions that are asked: `[93 questions](docs/questions.md)`."""
    return re.sub(r"\[\d+ (?=questions\]\(docs/questions\.md\))", f"[{sum(one.ask.asked for one in QUESTIONS.values())} ", readme)


def questions_page() -> str:
    """Return the intake as a page: every question with its rule, in the order people meet them."""
    lines = ["# De vragen van de intake", "", MADE, ""]
    lines += ["Een **kernvraag** hoort bij de korte versie en wordt niet overgeslagen. 'Weet ik niet' en een schatting"]
    lines += ["mogen altijd. De naam is hoe het antwoord bewaard wordt.", ""]
    for chapter in CHAPTERS:
        lines += [f"## {chapter.number}. {chapter.title}", ""]
        if chapter is CONSENTS:
            lines += consent_lines()
        for page in (page for page in PAGES if page.chapter is chapter):
            lines += [f"### {page.title}", "", "| vraag | antwoord | wanneer | naam |", "|---|---|---|---|"]
            lines += [question_row(question) for question in page.questions] + [""]
    return "\n".join([*lines, *check_lines(), ""])


def question_row(question: Question) -> str:
    """Return one question as a row."""
    conditions = [condition.words() for condition in question.conditions]
    core = "kernvraag" if question.core is True else "" if question.core is False else f"kernvraag {question.core.words()}"
    asked = "" if question.ask.asked else "alleen bij wijzigen"
    when = "; ".join(part for part in (core, asked, *conditions) if part)
    text = " ".join(part for part in (question.text, f"*{question.ask.why}*" if question.ask.why else "") if part)
    return f"| {text} | {answer_words(question)} | {when} | `{question.name}` |"


def answer_words(question: Question) -> str:
    """Return what one may answer."""
    rule, unit = question.rule, f" {question.ask.unit}" if question.ask.unit else ""
    if question.options:
        return f"{KINDS[question.kind]}: {', '.join(option.label for option in question.options)}"
    if question.kind is AnswerKind.NUMBER:
        default = f"; gemiddeld {question.default.value} ({question.default.source})" if question.default else ""
        doubt = f"; boven {rule.unlikely_above:g} vragen wij na" if rule.unlikely_above else ""
        return f"{'heel ' if question.whole else ''}getal van {rule.ge:g} tot {rule.le:g}{unit}{doubt}{default}"
    if question.kind is AnswerKind.TEXT:
        return f"tekst, ten hoogste {rule.max_length} tekens"
    return KINDS[question.kind]


def consent_lines() -> Iterator[str]:
    """Return the words people decide about."""
    yield f"Elke beslissing geldt {KEEP_YEARS} jaar en is altijd in te trekken."
    yield from ("", "| onderdeel | vraag | wie het ziet | tekst |", "|---|---|---|---|")
    yield from (f"| {text.title} | {text.question} | {text.recipient} | {text.version} |" for text in TEXTS.values())
    yield ""


def check_lines() -> Iterator[str]:
    """Return what cannot be and what is asked back."""
    yield from ("## Wat niet kan, en wat wij navragen", "", "| antwoorden | reactie | soort |", "|---|---|---|")
    for check in CHECKS:
        objection = check.objection(min(check.names()))
        names = ", ".join(f"`{name}`" for name in sorted(check.names()))
        yield f"| {names} | {objection.sentence} | {'kan niet' if objection.wrong else 'klopt dit?'} |"


def commands_page() -> str:
    """Return every command with who may use it."""
    lines = ["# De opdrachten", "", MADE, "", "| opdracht | ook | wat het doet | wie | voorbeeld |", "|---|---|---|---|---|"]
    lines += [command_row(command) for command in COMMANDS if command.does]
    return "\n".join([*lines, ""])


def command_row(command: Command) -> str:
    """Return one command as a row."""
    name, also = command.name.replace("|", "\\|"), ", ".join(command.words[1:])
    return f"| `{name}` | {also} | {command.does} | {audience_words(command.audience)} | {command.example} |"


def audience_words(audience: Users) -> str:
    """Return who may use a command. An administrator belongs to the team, and is named only where the team may not."""
    if audience == Users.ANYONE:
        return "iedereen"
    return ", ".join(word for one, word in WHO.items() if one & audience)


def settings_page() -> str:
    """Return every setting with its default."""
    lines = ["# De instellingen", "", MADE, "", "| naam | standaard | waarvoor |", "|---|---|---|"]
    for name, field in Settings.model_fields.items():
        lines.append(f"| `{name.upper()}` | {default_words(field.default)} | {field.description or ''} |")
    return "\n".join([*lines, ""])


def retention_page() -> str:
    """Return every table with how long it keeps its rows, and what is left of whoever has everything erased."""
    lines = ["# Wat wij bewaren, en hoe lang", "", MADE, ""]
    lines += [
        "Elke nacht wist de bot wat te oud is. Wie alles laat wissen, is meteen weg; de laatste kolom zegt wat dan blijft.",
        "",
    ]
    lines += ["| tabel | wat | hoe lang | na wissen |", "|---|---|---|---|"]
    for table in sorted(all_tables().sorted_tables, key=lambda one: one.name):
        kept = retention_of(table)
        lines.append(f"| `{table.name}` | {kept.what} | {kept.how_long} | {left_words(kept)} |")
    return "\n".join([*lines, ""])


def left_words(kept: Retention) -> str:
    """Return what is left of somebody in a table."""
    return (kept.left or "niets") if kept.personal else "gaat niet over uw bedrijf"


def default_words(default: object) -> str:
    """Return a default as one would write it in `.env`."""
    if isinstance(default, tuple):
        return ", ".join(default) or "leeg"
    if isinstance(default, bool):
        return str(default).lower()
    return str(default) or "leeg"
