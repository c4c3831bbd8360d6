"""How what the team wrote down reads in Dutch: one line of each, and what stands below it."""

import datetime
from collections.abc import Callable, Mapping

from cards.formats import day
from dialogs.forms import words
from dialogs.forms.words import cut, title_of
from domain.dossier.forms import MandateForm, OfferForm, RiskForm, RiskLevel, StakeholderForm
from domain.forms.declaration import Form
from domain.forms.responses import Response
from domain.intake.acceptance import read_day
from domain.intake.answers import Value

Texts = Mapping[str, str]


def gist_of(form: type[Form], data: Mapping[str, Value]) -> str:
    """Return what an entry says, on one line."""
    if form not in GISTS:
        return words.gist_of(form, data)
    return cut(" ".join(GISTS[form]({name: str(value) for name, value in data.items()}).split()))


def stakeholder_gist(data: Texts) -> str:
    """Return who is involved, and as what."""
    return "; ".join(filter(None, (data.get("name", ""), data.get("role", ""))))


def offer_gist(data: Texts) -> str:
    """Return what a company needs and offers."""
    needs, offers = data.get("needs", ""), data.get("offers", "")
    return " ".join(filter(None, (f"Nodig: {needs}." if needs else "", f"Te bieden: {offers}." if offers else "")))


def mandate_gist(data: Texts) -> str:
    """Return how far a mandate is."""
    codes = len(data.get("connections", "").splitlines())
    many = f", {codes} {'EAN-code' if codes == 1 else 'EAN-codes'}" if codes else ", nog geen EAN-code"
    signed, asked = read_day(data.get("signed", "")), read_day(data.get("asked", ""))
    if signed is not None:
        return f"getekend op {day(signed)} door {data.get('signer', '')}{many}"
    return f"gevraagd op {day(asked)}{many}" if asked is not None else "nog niet gevraagd"


GISTS: Mapping[type[Form], Callable[[Texts], str]] = {
    StakeholderForm: stakeholder_gist,
    OfferForm: offer_gist,
    MandateForm: mandate_gist,
}


def line_of(entry: Response) -> str:
    """Return an entry as one line of a list: its title and what it says."""
    return f"{title_of(entry)}: {gist_of(entry.form, entry.data)}"


def remark_of(entry: Response, today: datetime.date, where: str = "") -> str:
    """Return what stands below an entry in a list: about whom, by when, and where, or in the list of one terrain whose it is."""
    parts = [where or owner_of(entry), entry.company]
    if entry.due is not None:
        parts.append(f"te laat: klaar op {day(entry.due)}" if entry.is_late(today) else f"klaar op {day(entry.due)}")
    if entry.form is RiskForm and entry.text("level") in list(RiskLevel):
        parts.append(f"kans: {RiskLevel(entry.text('level')).label.lower()}")
    if entry.form is StakeholderForm and entry.data.get("agreed"):
        parts.append(f"afgesproken: {cut(entry.text('agreed'), 80)}")
    return ", ".join(filter(None, parts))


def owner_of(entry: Response) -> str:
    """Return who does it; empty when it is nobody's."""
    return entry.owner_name or entry.text("other") or ("iemand die weg is" if entry.owner else "")
