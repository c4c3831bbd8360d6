"""The six kinds of entries, as data. Sources: appendix 3 (parties involved), talks and follow-up in the session slides."""

from domain.dossier.entries import AboutCompany, EntryField, EntryKind, EntryWords, FieldShape

LONG = 2000

FORMS = {
    "note": "Notitie", "phone": "Telefoon", "visit": "Bezoek", "mail": "E-mail", "session": "Bijeenkomst",
    "talk": "Individueel gesprek",
}  # fmt: skip
# The four groups of the plan; its list of own initiatives and others fall under "anders".
GROUPS = {
    "province": "Provincie", "companies": "Bedrijven of parkmanagement", "municipality": "Gemeente",
    "operator": "Netbeheerder", "other": "Anders",
}  # fmt: skip
LEVELS = {"low": "Klein", "middle": "Middel", "high": "Groot"}

CONTACT = EntryWords(
    EntryKind.CONTACT,
    "Notitie",
    "Notities en contacten",
    "Nieuwe notitie",
    (
        EntryField("text", "Wat is er besproken?", FieldShape.TEXT, required=True, longest=LONG),
        EntryField("form", "Soort", FieldShape.CHOICE, options=FORMS),
        EntryField("day", "Op welke dag?", FieldShape.DAY),
        EntryField("who", "Met wie?"),
        EntryField(
            "news", "Wat is nieuw voor hen?", FieldShape.TEXT, longest=500, help="Dit komt terug in het volgende gesprek."
        ),
    ),
    AboutCompany.MAYBE,
)
ACTION = EntryWords(
    EntryKind.ACTION,
    "Actie",
    "Acties",
    "Nieuwe actie",
    (
        EntryField("text", "Wat moet er gebeuren?", FieldShape.TEXT, required=True, longest=500),
        EntryField("owner", "Wie doet het?", FieldShape.MEMBER),
        EntryField("other", "Doet iemand anders het? Vul de naam in.", help="Laat dit leeg als het team het doet."),
        EntryField("due", "Wanneer klaar?", FieldShape.DAY),
    ),
    AboutCompany.MAYBE,
    end="Klaar",
    ended="klaar",
)
STAKEHOLDER = EntryWords(
    EntryKind.STAKEHOLDER,
    "Betrokkene",
    "Betrokkenen",
    "Nieuwe betrokkene",
    (
        EntryField("name", "Wie is het?", required=True, help="Een organisatie, of een persoon met functie."),
        EntryField("group", "Groep", FieldShape.CHOICE, options=GROUPS),
        EntryField("role", "Rol op dit terrein"),
        EntryField("interest", "Belang", FieldShape.TEXT, longest=500),
        EntryField("ambition", "Ambitie", FieldShape.TEXT, longest=500),
        EntryField("agreed", "Wat is er afgesproken?", FieldShape.TEXT, longest=1000),
    ),
    AboutCompany.NEVER,
)
RISK = EntryWords(
    EntryKind.RISK,
    "Risico",
    "Risico's",
    "Nieuw risico",
    (
        EntryField("text", "Wat kan er misgaan?", FieldShape.TEXT, required=True, longest=500),
        EntryField("level", "Hoe groot is de kans?", FieldShape.CHOICE, options=LEVELS),
        EntryField("measure", "Wat doen wij eraan?", FieldShape.TEXT, longest=500),
    ),
    AboutCompany.MAYBE,
)
OFFER = EntryWords(
    EntryKind.OFFER,
    "Nodig en te bieden",
    "Nodig en te bieden",
    "Nodig en te bieden",
    (
        EntryField("needs", "Wat heeft het bedrijf nodig?", FieldShape.TEXT, longest=1000),
        EntryField("offers", "Wat kan het bedrijf bieden?", FieldShape.TEXT, longest=1000),
    ),
    AboutCompany.ALWAYS,
)
MANDATE = EntryWords(
    EntryKind.MANDATE,
    "Machtiging",
    "Machtigingen",
    "Nieuwe machtiging",
    (
        EntryField("asked", "Gevraagd op", FieldShape.DAY),
        EntryField("signed", "Getekend op", FieldShape.DAY, help="Laat dit leeg zolang er niet is getekend."),
        EntryField("signer", "Wie tekent?", help="Dit kan iemand anders zijn dan wie de intake invulde."),
        EntryField("email", "E-mail van wie tekent"),
        EntryField(
            "connections",
            "EAN-codes van stroom",
            FieldShape.CONNECTIONS,
            longest=1500,
            help="Eén code op een regel. Zet postcode en huisnummer erachter als u die weet.",
        ),
    ),
    AboutCompany.ALWAYS,
    end="Intrekken",
    ended="ingetrokken",
)
KINDS: dict[EntryKind, EntryWords] = {words.kind: words for words in (CONTACT, ACTION, STAKEHOLDER, RISK, OFFER, MANDATE)}
