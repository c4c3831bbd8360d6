"""The six forms of a dossier. Sources: appendix 3 (parties involved), talks and follow-up in the session slides."""

from collections.abc import Mapping
from typing import Annotated

from domain.dossier.mandates import read_codes
from domain.forms.declaration import ME, TODAY, AboutCompany, Form, FormAbout
from domain.intake.answers import Value
from domain.intake.declaration import Ask, Day, Member, Rule
from domain.intake.options import Option

LINE, SHORT, TEXT, LONG = Rule(max_length=200), Rule(max_length=500), Rule(max_length=1000), Rule(max_length=2000)
PAST = Rule(past=True)


class ContactSort(Option):
    """What sort of contact a note tells of."""

    NOTE = "note", "Notitie"
    PHONE = "phone", "Telefoon"
    VISIT = "visit", "Bezoek"
    MAIL = "mail", "E-mail"
    SESSION = "session", "Bijeenkomst"
    TALK = "talk", "Individueel gesprek"


class CallOutcome(Option):
    """What came of a call."""

    TALKED = "talked", "Gesproken"
    NOT_REACHED = "not_reached", "Niet bereikt"
    LATER = "later", "Bel later"
    NOT_WANTED = "not_wanted", "Wil niet"
    INTAKE = "intake", "Intake gedaan"


# With these nobody was spoken to: nothing was told, and what is new stays new.
UNSPOKEN = frozenset({CallOutcome.NOT_REACHED, CallOutcome.LATER})


class PartyGroup(Option):
    """The four groups of the plan; its list of own initiatives and others fall under "anders"."""

    PROVINCE = "province", "Provincie"
    COMPANIES = "companies", "Bedrijven of parkmanagement"
    MUNICIPALITY = "municipality", "Gemeente"
    OPERATOR = "operator", "Netbeheerder"
    OTHER = "other", "Anders"


class RiskLevel(Option):
    """How likely something is to go wrong."""

    LOW = "low", "Klein"
    MIDDLE = "middle", "Middel"
    HIGH = "high", "Groot"


class ContactForm(Form):
    """A note, perhaps of a contact."""

    key = "contact"
    version = 2
    one, many, new = "Notitie", "Notities en contacten", "Nieuwe notitie"
    about = FormAbout(AboutCompany.MAYBE)
    start = (("day", TODAY), ("form", "note"))

    text: Annotated[str, LONG, Ask("Wat is er besproken?", core=True)]
    form: Annotated[ContactSort, Ask("Soort")]
    day: Annotated[Day, PAST, Ask("Op welke dag?")]
    who: Annotated[str, LINE, Ask("Met wie?")]
    news: Annotated[str, SHORT, Ask("Wat is nieuw voor hen?", why="Dit komt terug in het volgende gesprek.")]
    outcome: Annotated[CallOutcome, Ask("Wat kwam eruit?", why="Alleen bij een telefoongesprek.")]
    again: Annotated[Day, Ask("Wanneer belt u weer?")]


class ActionForm(Form):
    """Something that has to be done."""

    key = "action"
    one, many, new = "Actie", "Acties", "Nieuwe actie"
    about = FormAbout(AboutCompany.MAYBE)
    start = (("owner", ME),)
    end, ended = "Klaar", "klaar"

    text: Annotated[str, SHORT, Ask("Wat moet er gebeuren?", core=True)]
    owner: Annotated[Member, Ask("Wie doet het?")]
    other: Annotated[str, LINE, Ask("Doet iemand anders het? Vul de naam in.", why="Laat dit leeg als het team het doet.")]
    due: Annotated[Day, Ask("Wanneer klaar?")]

    @classmethod
    def faults(cls, data: Mapping[str, Value]) -> Mapping[str, str]:
        """An action has one owner."""
        return {"other": "Kies iemand van het team, of vul een naam in."} if "owner" in data and "other" in data else {}


class StakeholderForm(Form):
    """Somebody who is involved."""

    key = "stakeholder"
    one, many, new = "Betrokkene", "Betrokkenen", "Nieuwe betrokkene"

    name: Annotated[str, LINE, Ask("Wie is het?", why="Een organisatie, of een persoon met functie.", core=True)]
    group: Annotated[PartyGroup, Ask("Groep")]
    role: Annotated[str, LINE, Ask("Rol op dit terrein")]
    interest: Annotated[str, SHORT, Ask("Belang")]
    ambition: Annotated[str, SHORT, Ask("Ambitie")]
    agreed: Annotated[str, TEXT, Ask("Wat is er afgesproken?")]


class RiskForm(Form):
    """What can go wrong."""

    key = "risk"
    one, many, new = "Risico", "Risico's", "Nieuw risico"
    about = FormAbout(AboutCompany.MAYBE)

    text: Annotated[str, SHORT, Ask("Wat kan er misgaan?", core=True)]
    level: Annotated[RiskLevel, Ask("Hoe groot is de kans?")]
    measure: Annotated[str, SHORT, Ask("Wat doen wij eraan?")]


class OfferForm(Form):
    """What a company needs, and what it can offer."""

    key = "offer"
    one = many = new = "Nodig en te bieden"
    about = FormAbout(AboutCompany.ALWAYS)

    needs: Annotated[str, TEXT, Ask("Wat heeft het bedrijf nodig?")]
    offers: Annotated[str, TEXT, Ask("Wat kan het bedrijf bieden?")]

    @classmethod
    def faults(cls, data: Mapping[str, Value]) -> Mapping[str, str]:
        """Something needed or something offered, else there is nothing to keep."""
        return {} if data else {"needs": "Vul in wat het bedrijf nodig heeft, of wat het kan bieden."}


class MandateForm(Form):
    """A mandate for metering data: who signed, since when, and for which connections."""

    key = "mandate"
    one, many, new = "Machtiging", "Machtigingen", "Nieuwe machtiging"
    about = FormAbout(AboutCompany.ALWAYS)
    start = (("asked", TODAY),)
    end, ended = "Intrekken", "ingetrokken"

    asked: Annotated[Day, PAST, Ask("Gevraagd op")]
    signed: Annotated[Day, PAST, Ask("Getekend op", why="Laat dit leeg zolang er niet is getekend.")]
    signer: Annotated[str, LINE, Ask("Wie tekent?", why="Dit kan iemand anders zijn dan wie de intake invulde.")]
    email: Annotated[
        str,
        Rule(max_length=200, pattern=r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>.]{2,}"),
        Ask("E-mail van wie tekent", wrong="Dit lijkt geen e-mailadres. Een voorbeeld is naam@bedrijf.nl."),
    ]
    connections: Annotated[
        str,
        Rule(max_length=1500, reads=read_codes),
        Ask("EAN-codes van stroom", why="Eén code op een regel. Zet postcode en huisnummer erachter als u die weet."),
    ]

    @classmethod
    def faults(cls, data: Mapping[str, Value]) -> Mapping[str, str]:
        """Who signed is known, and nobody signs before it was asked."""
        asked, signed = str(data.get("asked", "")), str(data.get("signed", ""))
        faults = {} if asked or signed else {"asked": "Kies de dag waarop u het vroeg."}
        if asked and signed and signed < asked:
            faults["signed"] = "Deze dag ligt voor de dag waarop u het vroeg."
        if signed and "signer" not in data:
            faults["signer"] = "Vul in wie heeft getekend."
        return faults


DOSSIER_FORMS: tuple[type[Form], ...] = (ContactForm, ActionForm, StakeholderForm, RiskForm, OfferForm, MandateForm)
