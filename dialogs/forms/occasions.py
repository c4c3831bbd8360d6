"""On what occasion a form is filled in: about which terrain, company, session and step, and whether this person may, now."""

from collections.abc import Mapping
from dataclasses import dataclass

from cards.views.card import Fact, FactGroup
from cards.views.overview import Overview
from dialogs.consent.consents import ask_to_keep
from dialogs.forms.carried import GONE, company_called, number_in, own_company, text_in
from dialogs.turn.events import Pressed
from dialogs.turn.refusals import NO_NAMES_HERE, OLD_BUTTON
from dialogs.turn.replies import ReplaceCard
from dialogs.turn.step import Step
from domain.access.roles import Right
from domain.companies.company_file import NamedCompany
from domain.forms.declaration import FORMS, AboutCompany, Form
from domain.forms.permission import Asker, is_open, may_fill, may_see
from domain.forms.responses import Response
from domain.intake.acceptance import clean_name, clean_text, key_in
from domain.sessions.session import Session
from domain.terrains.terrains import TerrainName

LONGEST_GROUP = 20
LATE = "Invullen kan nu niet. Er is niets bewaard. Dit had u ingevuld:"
NOT_YOURS = "Dit hoort niet bij uw bedrijf. Er is niets bewaard."
COMPANY_GONE = "Dit bedrijf staat niet meer in onze gegevens."
OF_TEAM = frozenset({Right.WORK, Right.SEE_COMPANIES})  # rights that hold only where companies may be named


@dataclass(frozen=True, slots=True)
class Occasion:
    """What one response is about."""

    form: type[Form]
    terrain: TerrainName
    about: NamedCompany | None = None
    session: Session | None = None
    step: int | None = None
    group: str = ""

    @property
    def carried(self) -> dict[str, str]:
        """Return it as buttons carry it."""
        more = {
            "session": str(self.session.id) if self.session else "",
            "step": "" if self.step is None else str(self.step),
            "of_group": self.group,
        }
        about = self.about.id if self.about else ""
        told = {name: text for name, text in more.items() if text}
        return {"kind": self.form.key, "terrain": self.terrain.id, "about": about, **told}

    @property
    def place(self) -> str:
        """Return where it belongs, in words."""
        return f"{self.about.name}, {self.terrain.label}" if self.about else self.terrain.label


async def occasion_in(step: Step, event: Pressed, about: str) -> Occasion | None:
    """Return what a button for something new is about; None when it was said why it cannot be filled in by this person, now."""
    form, terrain = FORMS.get(text_in(event, "kind")), step.stores.terrains.named(text_in(event, "terrain"))
    if form is None or terrain is None:
        step.say(OLD_BUTTON)
        return None
    key, group = key_in(event.data.get("session")), clean_name(text_in(event, "of_group"), LONGEST_GROUP)
    session = await step.stores.sessions.find(key) if key else None
    own = own_company(step)
    company = (
        await company_called(step, about or (own.id if own else "")) if form.about.company is not AboutCompany.NEVER else None
    )
    occasion = Occasion(form, terrain, company, session, number_in(text_in(event, "step")), group)
    admitted = is_admitted(step, occasion, event.inputs) and is_whole(step, occasion)
    if admitted and form.answers is not None:
        asked = await what_is_answered(step, form, group)
        if asked is None or asked.terrain != terrain.id:
            step.say(OLD_BUTTON)
            return None
    return occasion if admitted else None


async def what_is_answered(step: Step, form: type[Form], group: str) -> Response | None:
    """Return what a response to this form answers; None when it answers nothing, or that is gone."""
    number = number_in(group) if form.answers is not None else None
    asked = await step.stores.responses.entry(number) if number is not None else None
    return asked if asked is not None and asked.form is form.answers else None


async def occasion_of(step: Step, known: Response, values: Mapping[str, str], about: str | None = None) -> Occasion | None:
    """Return what a response is about; None when it was said why this person may not change it, or not now."""
    terrain = step.stores.terrains.named(known.terrain) or TerrainName(known.terrain, known.terrain)
    session = await step.stores.sessions.find(known.session) if known.session else None
    if not known.form.named:
        step.say(GONE)  # nobody can say it is theirs, and one by one they are nobody's to read
        return None
    own, company = own_company(step), await company_called(step, known.about if about is None else about)
    if own is not None and known.about not in ("", own.id):
        step.say(NOT_YOURS if known.form.filled_by == "company" else OLD_BUTTON)
        return None
    occasion = Occasion(known.form, terrain, company, session, known.step, known.group)
    return occasion if is_admitted(step, occasion, values) else None


def asker_of(step: Step, terrain: TerrainName, about: NamedCompany | None) -> Asker:
    """Return who asks: what they may on this terrain, and whether it is of the company they answer for."""
    team, own = step.known.is_team and step.may_name, own_company(step)
    rights = frozenset(one for one in Right if (team if one in OF_TEAM else step.known.may(one, terrain)))
    return Asker(rights, own is not None and own.terrain == terrain.id and (about is None or about.intake == own.intake))


def may_only_see(step: Step, known: Response) -> bool:
    """Say whether this person may see what was filled in, and not change it."""
    terrain, own = step.stores.terrains.named(known.terrain), own_company(step)
    if terrain is None or not known.form.named or (own is not None and known.about not in ("", own.id)):
        return False
    asker = asker_of(step, terrain, own if known.about else None)
    return may_see(known.form, asker) and not may_fill(known.form, asker)


def is_admitted(step: Step, occasion: Occasion, values: Mapping[str, str]) -> bool:
    """Say whether this person may fill in a form, and now; else tell why not. What was typed is shown again."""
    form, asker = occasion.form, asker_of(step, occasion.terrain, occasion.about)
    plan = occasion.session.plan if occasion.session else None
    if not may_fill(form, asker):
        strange = NOT_YOURS if form.filled_by == "company" and own_company(step) else OLD_BUTTON
        step.say(NO_NAMES_HERE if step.known.is_team and not step.may_name else strange)
    elif asker.own and not asker.rights & OF_TEAM and not step.may_keep():
        ask_to_keep(step, "Wij willen u eerst iets vragen.")
    elif not is_open(form, step.known.now, (plan.start, plan.end) if plan else None):
        typed = tuple(Fact(label=one.label, value=text) for one in form.fields if (text := clean_text(values.get(one.name, ""))))
        groups = (FactGroup(title=form.one, facts=typed),) if typed else ()
        step.show(ReplaceCard(Overview(title=form.one, lines=(LATE if typed else LATE.partition(" Dit")[0],), groups=groups)))
    else:
        step.discreet = step.discreet or step.known.is_team
        return True
    return False


def is_whole(step: Step, occasion: Occasion) -> bool:
    """Say whether all that a form is about is there; else tell what is gone."""
    about, session = occasion.form.about, occasion.session
    if about.company is AboutCompany.ALWAYS and occasion.about is None:
        step.say(COMPANY_GONE)
    elif (
        (about.session and session is None)
        or (about.step and occasion.step is None)
        or (session is not None and session.plan.terrain != occasion.terrain.id)
    ):
        step.say(OLD_BUTTON)
    else:
        return True
    return False
