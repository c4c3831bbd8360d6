"""Addresses that take no mail of ours, recognised by a fingerprint: the address itself stands with the answers."""

from sqlalchemy import BigInteger, Column, DateTime, ForeignKey, Identity, String, Table

from domain.mail.addresses import MARKED_DAYS
from storage.tables.base import Retention, metadata

mail_mark = Table(
    "mail_mark",
    metadata,
    Column("digest", String, primary_key=True, comment="sha-256 of the address in small letters"),
    Column("number", BigInteger, Identity(), nullable=False, unique=True, comment="by which the team names it"),
    Column("person_id", ForeignKey("person.id", ondelete="cascade"), index=True, comment="whose address it is"),
    Column("addressee_id", ForeignKey("addressee.id", ondelete="cascade"), index=True,
           comment="or of whoever is no person here"),
    Column("why", String, nullable=False, comment="see domain.mail.addresses.MailTrouble"),
    Column("at", DateTime(timezone=True), nullable=False),
    info=Retention(
        "Dat uw e-mailadres onze mail niet aanneemt. Het adres staat er niet bij.",
        "na het merken",
        days=MARKED_DAYS,
        since="at",
    ).info,
)  # fmt: skip
