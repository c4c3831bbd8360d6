"""Comparing a register of companies with the one that is known: which company is meant, and which of its contacts."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.companies.companies import Company, Contact, company_key, digests_of, folded
from domain.registers.imports import ImportStage, Refusal, RegisterKind, count
from storage.companies.register import KnownCompanies, StoredContact, load_register, save_register
from storage.registers.importing.contacts import Restored, company_readers, contact_of
from storage.registers.importing.plan_maps import unknown_terrain
from storage.registers.importing.progress import Progress, silent, told
from storage.registers.importing.runs import DryRun, Written, read_fields
from storage.registers.importing.sheets import Sheet

WITHDRAWN = "Dit bedrijf trok de toestemming in. Wij bewaren geen contact."
OBJECTED = "Deze persoon wil niet benaderd worden. Wij bewaren dit contact niet."


@dataclass(frozen=True, slots=True)
class ImportedCompany:
    """One row of a file: the line, the company as it will be, and its contact when there is one to store."""

    line: int
    company: Company
    contact: StoredContact | None


class CompaniesRegister:
    """The register of companies: what is known of it, what a file would change, and storing that."""

    kind = RegisterKind.COMPANIES

    async def known(self, connection: AsyncConnection) -> KnownCompanies:
        """All companies, contacts, terrains and objections."""
        return await load_register(connection)

    def compare(self, sheet: Sheet, known: KnownCompanies, progress: Progress = silent) -> DryRun[ImportedCompany]:
        """What the rows of a sheet would do to the companies that are known."""
        return _Comparison(sheet, known).run(progress)

    async def save(self, connection: AsyncConnection, run: DryRun[ImportedCompany], written: Written) -> None:
        """Store what is new and changed; a company that is in several rows is the same in all of them."""
        companies = {row.company.id: row.company for row in run.to_save}
        contacts = {row.contact.id: row.contact for row in run.to_save if row.contact is not None}
        rows = told(companies.values(), len(companies), ImportStage.STORING, written.progress)
        await save_register(connection, rows, contacts.values(), written.number)


@dataclass(slots=True)
class _Comparison:
    """One file on its way through the register. Rows that say most go first, so that the order of a file is no matter."""

    sheet: Sheet
    known: KnownCompanies
    by_kvk: dict[tuple[str, str], Company] = field(default_factory=dict)
    by_name: dict[tuple[str, str], dict[UUID, Company]] = field(default_factory=lambda: defaultdict(dict))
    contacts: dict[UUID, dict[str, StoredContact]] = field(default_factory=lambda: defaultdict(dict))
    named_on: dict[UUID, tuple[int, str]] = field(default_factory=dict)
    contact_on: dict[UUID, int] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)
    passed_over: list[Refusal] = field(default_factory=list)
    groups: dict[str, list[ImportedCompany]] = field(default_factory=lambda: {"new": [], "changed": [], "unchanged": []})
    fresh_contacts: int = 0

    def run(self, progress: Progress) -> DryRun[ImportedCompany]:
        for company in self.known.companies:
            self.place(company)
        for contact in self.known.contacts:
            self.contacts[contact.company][contact.key] = contact
        restored = Restored()
        for line, facts in sorted(self.read(restored, progress), key=_says_most):
            self.take(line, facts)
        order = {name: tuple(sorted(rows, key=lambda row: row.line)) for name, rows in self.groups.items()}
        refused, passed = (tuple(sorted(those, key=lambda one: one.line)) for those in (self.refused, self.passed_over))
        return DryRun(self.sheet, **order, refused=refused, passed_over=passed, remarks=tuple(_remarks(restored)),
                      contacts=self.fresh_contacts)  # fmt: skip

    def read(self, restored: Restored, progress: Progress) -> Iterator[tuple[int, dict[str, Any]]]:
        """Yield the rows that can be read and are about a terrain that is there."""
        readers = company_readers(restored)
        for row in told(self.sheet.rows, len(self.sheet.rows), ImportStage.COMPARING, progress):
            facts, faults = read_fields(row, self.sheet, readers)
            if (rin := facts.get("terrain_id")) and rin not in self.known.terrains:
                faults.append(Refusal(row.line, self.sheet.columns["terrain_id"], unknown_terrain(rin)))
            self.refused += faults
            if not faults:
                yield row.line, facts

    def take(self, line: int, facts: dict[str, Any]) -> None:
        """Take one row: find its company, then its contact."""
        found = self.find(facts)
        if len(found) > 1:
            self.refuse(line, "name", "Op dit terrein zijn meer bedrijven met deze naam. Vul het KvK-nummer in.")
            return
        before = found[0] if found else None
        if before is not None and before.withdrawn_at is not None:
            self.pass_over(line, "name", WITHDRAWN)
            self.groups["unchanged"].append(ImportedCompany(line, before, None))
            return
        first, spelled = self.named_on.get(before.id, (line, facts["name"])) if before else (line, facts["name"])
        if company_key(spelled) != company_key(facts["name"]):
            self.refuse(line, "name", f"Dit KvK-nummer heeft op regel {first} een andere naam.")
            return
        after = self.renewed(before, facts, spelled)
        if not self.take_contact(line, before, after, contact_of(facts)):
            return
        self.named_on[after.id] = (first, spelled)
        self.place(after, before)

    def find(self, facts: dict[str, Any]) -> list[Company]:
        """Return the companies that a row may mean: by KvK number, or else by name where no number says otherwise."""
        terrain_id, kvk = facts["terrain_id"], facts.get("kvk", "")
        if kvk and (company := self.by_kvk.get((terrain_id, kvk))):
            return [company]
        named = [*self.by_name.get((terrain_id, company_key(facts["name"])), {}).values()]
        return [company for company in named if not company.kvk] if kvk else named

    def renewed(self, before: Company | None, facts: dict[str, Any], name: str) -> Company:
        """Return the company as the row has it; a number that is known stays."""
        if before is None:
            return Company(uuid4(), facts["terrain_id"], name, facts.get("kvk", ""))
        return replace(before, name=name, kvk=facts.get("kvk", "") or before.kvk)

    def take_contact(self, line: int, before: Company | None, after: Company, contact: Contact) -> bool:
        """Take the contact of a row, and with it decide what the row is; False when it is refused."""
        known = self.contacts[after.id]
        if self.known.objections and self.known.objections & digests_of(email=contact.email, phone=contact.phone):
            self.pass_over(line, "email" if contact.email else "phone", OBJECTED)
            contact = Contact()
        if not contact.known:
            self.note(line, before, after, None)
            return True
        old = find_contact(known, contact)
        if old is not None and (other := self.contact_on.get(old.id)):
            self.refuse(line, "contact", f"Dit contact staat ook op regel {other}.")
            return False
        email = contact.email or (old.contact.email if old else "")
        new = StoredContact(old.id if old else uuid4(), after.id, replace(contact, email=email))
        self.contact_on[new.id] = line
        if old is not None:
            known.pop(old.key)
        known[new.key] = new
        self.note(line, before, after, None if old == new else new)
        return True

    def note(self, line: int, before: Company | None, after: Company, contact: StoredContact | None) -> None:
        """Count a row."""
        self.fresh_contacts += contact is not None
        is_new = before is None
        group = "new" if is_new else "unchanged" if before == after and contact is None else "changed"
        self.groups[group].append(ImportedCompany(line, after, contact))

    def place(self, company: Company, before: Company | None = None) -> None:
        """Keep a company where rows find it."""
        if before is not None:
            self.by_name[before.terrain_id, before.key].pop(before.id, None)
        self.by_name[company.terrain_id, company.key][company.id] = company
        if company.kvk:
            self.by_kvk[company.terrain_id, company.kvk] = company

    def refuse(self, line: int, name: str, reason: str) -> None:
        self.refused.append(Refusal(line, self.column(name), reason))

    def pass_over(self, line: int, name: str, reason: str) -> None:
        """Leave a row, or its contact, as it is."""
        self.passed_over.append(Refusal(line, self.column(name), reason))

    def column(self, name: str) -> str:
        """Return how the file calls a field; the name's column when it has none."""
        return self.sheet.columns.get(name, self.sheet.columns["name"])


def find_contact(known: dict[str, StoredContact], contact: Contact) -> StoredContact | None:
    """Return the contact of a company that is meant: by address, or by name where one of the two has no address."""
    if not known:
        return None
    if contact.key in known:
        return known[contact.key]
    name = folded(contact.name)
    same = [one for one in known.values() if name and folded(one.contact.name) == name]
    if contact.email:
        same = [one for one in same if not one.contact.email]
    return same[0] if len(same) == 1 else None


def _says_most(row: tuple[int, dict[str, Any]]) -> tuple[bool, bool, int]:
    line, facts = row
    return (not facts.get("kvk"), not facts.get("email"), line)


def _remarks(restored: Restored) -> Iterator[str]:
    for number, called in ((restored.kvk, "KvK-nummer"), (restored.phone, "telefoonnummer")):
        if number:
            those = called if number == 1 else f"{called}s"
            yield f"Let op: bij {count(number)} {those} ontbrak de 0 vooraan. Wij zetten die ervoor."
