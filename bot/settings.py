"""The settings of the program: one frozen model, read once, that refuses what is missing or contradicts itself."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Self
from uuid import UUID

from pydantic import BeforeValidator, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.mail.server import MailServer
from cards.capabilities import PLAYGROUND, TEAMS, Capabilities
from domain.inbox.requests import CODE_DAYS
from domain.mail.addresses import one_address
from domain.notices.quiet import HOLIDAYS, WEEKEND, Quiet, read_hours
from domain.rounds.silence import SILENT_DAYS
from domain.terrains.known_share import ENOUGH_KNOWN

MICROSOFT_HOSTS = ("smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com", "*.botframework.com")
FILE_HOSTS = ("*.sharepoint.com", "*.svc.ms")  # where the files of Teams are: OneDrive, SharePoint and their media servers
MICROSOFT_KEYS = "https://login.botframework.com/v1/.well-known/openidconfiguration"


class AppType(StrEnum):
    """How the bot proves who it is; the names of the Azure Bot registration."""

    SINGLE_TENANT = "SingleTenant"
    MANAGED_IDENTITY = "UserAssignedMSI"
    MULTI_TENANT = "MultiTenant"


def listed(value: object) -> object:
    """Read "a, b" as two values; an empty text is an empty list."""
    return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value


def lowered(value: object) -> object:
    """Compare ids and hosts in lower case only."""
    return tuple(str(one).lower() for one in value) if isinstance(value, tuple) else value


Listed = Annotated[tuple[str, ...], NoDecode, BeforeValidator(lowered), BeforeValidator(listed)]


class Settings(BaseSettings):
    """Every setting, named as its environment name in lower case; docs/settings.md is made from it."""

    model_config = SettingsConfigDict(
        frozen=True, env_file=".env", env_file_encoding="utf-8", extra="forbid", use_attribute_docstrings=True
    )

    host: str = Field("127.0.0.1", min_length=1)
    """The address the web server listens on."""
    port: int = Field(3978, ge=0, le=65535)
    """The port the web server listens on; 0 takes any free one."""
    metrics_host: str = Field("127.0.0.1", min_length=1)
    """The address on which every process shows /metrics, /healthz and /readyz to operators."""
    metrics_port: int = Field(3980, ge=0, le=65535)
    """The port of METRICS_HOST, one for each process on a machine; 0 shows nothing."""
    database_url: str = Field("", repr=False)
    """A PostgreSQL address; empty starts an embedded PostgreSQL under DATA_DIR."""
    data_dir: Path = Path("var")
    """Where the embedded PostgreSQL keeps its files, and promises to people whose message takes long."""
    app_id: str = ""
    """The id of the Azure Bot registration; needed unless DANGEROUSLY_ALLOW_ANONYMOUS is set."""
    app_password: SecretStr = SecretStr("")
    """The secret of the registration; not for UserAssignedMSI."""
    app_type: AppType = AppType.SINGLE_TENANT
    """SingleTenant, UserAssignedMSI or MultiTenant."""
    app_tenantid: str = ""
    """The tenant of the registration, and of TEAM_MEMBERS and ADMINS; MultiTenant needs it only for these people."""
    allowed_tenants: Listed = ()
    """Tenants whose people may speak; empty means APP_TENANTID."""
    allowed_service_hosts: Listed = MICROSOFT_HOSTS
    """Hosts that answers may be sent to, without port; https, and http for loopback only."""
    allowed_file_hosts: Listed = FILE_HOSTS
    """Hosts that files may be fetched from and papers saved at, without port; https, and http for loopback only."""
    openid_metadata_url: str = Field(MICROSOFT_KEYS, pattern=r"^https?://[^\s/]+")
    """Where the keys of the Bot Connector are published."""
    public_url: str = Field("", pattern=r"^(https?://[^\s/].*)?$")
    """The base of links that expire."""
    smtp_url: SecretStr = SecretStr("")
    """The server for mail: smtp://user:password@host:587 (with STARTTLS), or smtps:// (encrypted at once). Empty: no mail."""
    mail_from: str = ""
    """The address that mail comes from; SPF, DKIM and DMARC of its domain must allow the server of SMTP_URL."""
    mail_reply_to: str = ""
    """The address where answers to mail arrive; empty means MAIL_FROM."""
    team_members: Listed = ()
    """Entra object ids of the project team."""
    admins: Listed = ()
    """Entra object ids of administrators; they are team members too."""
    organisation: str = "NAL-regio Oost, namens de provincies"
    """Who asks, as the welcome says it."""
    privacy_url: str = Field("", pattern=r"^(https?://[^\s/].*)?$")
    """The privacy statement, linked in the welcome."""
    contact: str = ""
    """Whom people can turn to, as the welcome says it."""
    demand_parameters: str = ""
    """A TOML or JSON file with other numbers for the charging model than those in domain/demand/defaults.py."""
    items_dir: str = ""
    """A folder with TOML files of items, beside those of domain/knowledge/items or, under the same key, in their place."""
    quiet_hours: str = "18:00-08:00"
    """When nobody gets a message that the bot sends by itself, by the clock here; empty means never."""
    quiet_days: Listed = (WEEKEND, HOLIDAYS)
    """Whole days without such messages: weekend, feestdagen, or both; empty means none."""
    silent_days: int = Field(SILENT_DAYS, ge=1, le=365)
    """After how many days without a new session a director hears that a terrain is silent."""
    code_days: int = Field(CODE_DAYS, ge=1, le=365)
    """How many days an invitation code works, and a yes to somebody who wants to join a company."""
    enough_known: int = Field(ENOUGH_KNOWN, ge=50, le=100)
    """From which percentage of the vehicles of the plan map on something is said about the grid of a terrain."""
    web_door: bool = False
    """Let people take part without Teams, at /gesprek: on or off."""
    trusted_proxies: int = Field(0, ge=0, le=9)
    """How many proxies of our own stand before the bot; each adds the address it saw to X-Forwarded-For."""
    dangerously_allow_anonymous: bool = False
    """Accept unsigned activities: for trying it out only."""

    @property
    def tenants(self) -> frozenset[str]:
        """The tenants that may speak, in lower case; empty (everybody) is only possible in anonymous mode."""
        return frozenset(self.allowed_tenants or filter(None, [self.app_tenantid.lower()]))

    @property
    def home(self) -> str:
        """The tenant of the people that TEAM_MEMBERS and ADMINS name; empty only where nobody proves anything."""
        only = next(iter(self.tenants)) if len(self.tenants) == 1 else ""
        return self.app_tenantid.lower() or only

    @property
    def door(self) -> Capabilities:
        """What the client can draw and do: Teams, or the Playground where nobody proves anything."""
        return TEAMS if self.app_id else PLAYGROUND

    @property
    def quiet(self) -> Quiet:
        """When nothing is sent by ourselves."""
        start, end = read_hours(self.quiet_hours)
        return Quiet(start, end, weekends=WEEKEND in self.quiet_days, holidays=HOLIDAYS in self.quiet_days)

    @model_validator(mode="after")
    def _must_agree(self) -> Self:
        for sentence in _contradictions(self):
            raise ValueError(sentence)
        return self


def _contradictions(settings: Settings) -> Iterator[str]:
    """Yield a sentence for everything that cannot be meant."""
    if settings.dangerously_allow_anonymous:
        if settings.app_id:
            yield "APP_ID en DANGEROUSLY_ALLOW_ANONYMOUS gaan niet samen: met APP_ID moet iedereen zich bewijzen"
    elif not settings.app_id:
        yield "APP_ID ontbreekt; alleen om te proberen kan het zonder, met DANGEROUSLY_ALLOW_ANONYMOUS=true"
    else:
        yield from _registration(settings)
    yield from _people(settings)
    yield from _quiet(settings)
    yield from _mail(settings)
    if not settings.allowed_service_hosts:
        yield "ALLOWED_SERVICE_HOSTS is leeg: dan kan de bot niemand antwoorden"


def _people(settings: Settings) -> Iterator[str]:
    """Yield what is wrong with the people that are named: by what, and of which tenant they are."""
    for name, people in (("TEAM_MEMBERS", settings.team_members), ("ADMINS", settings.admins)):
        if not all(map(_is_guid, people)):
            yield f"{name} noemt mensen met hun Object ID uit Entra, zoals 00000000-0000-0000-0000-000000000000"
        if people and settings.app_id and not settings.home:
            yield f"{name} is van één tenant: zet die in APP_TENANTID, want er mogen meer tenants praten"
        if people and settings.app_id and settings.home and settings.home not in settings.tenants:
            yield f"APP_TENANTID staat niet in ALLOWED_TENANTS: dan kan niemand van {name} met de bot praten"


def _mail(settings: Settings) -> Iterator[str]:
    """Yield what is wrong with the server for mail, and with the addresses that stand on it."""
    url = settings.smtp_url.get_secret_value()
    for name, address in (("MAIL_FROM", settings.mail_from), ("MAIL_REPLY_TO", settings.mail_reply_to)):
        if address and not one_address(address):
            yield f"{name} is niet precies één e-mailadres, zoals laadmaat@provincie.nl"
        if address and not url:
            yield f"{name} staat er zonder SMTP_URL: dan gaat er geen mail uit"
    if not url:
        return
    try:
        MailServer.of(url)
    except ValueError:
        yield "SMTP_URL is geen adres van een mailserver, zoals smtp://naam:wachtwoord@mail.provincie.nl:587"
    if not settings.mail_from:
        yield "MAIL_FROM ontbreekt: zeg van welk adres de mail van SMTP_URL komt"
    if not settings.public_url:
        yield "PUBLIC_URL ontbreekt: elke mail van SMTP_URL heeft een link om mail te stoppen"


def _quiet(settings: Settings) -> Iterator[str]:
    """Yield what is wrong with the quiet hours and days."""
    try:
        read_hours(settings.quiet_hours)
    except ValueError:
        yield "QUIET_HOURS is geen tijd tot tijd, zoals 18:00-08:00; leeg betekent nooit stil"
    if not set(settings.quiet_days) <= {WEEKEND, HOLIDAYS}:
        yield "QUIET_DAYS kent alleen weekend en feestdagen, zoals weekend,feestdagen; leeg betekent geen dagen"


def _registration(settings: Settings) -> Iterator[str]:
    """Yield what is missing for this kind of Azure Bot registration."""
    kind = settings.app_type
    if not _is_guid(settings.app_id):
        yield "APP_ID is geen geldig id, zoals 00000000-0000-0000-0000-000000000000"
    if kind is not AppType.MANAGED_IDENTITY and not settings.app_password.get_secret_value():
        yield f"APP_PASSWORD ontbreekt; APP_TYPE={kind} heeft een wachtwoord nodig"
    if kind is not AppType.MULTI_TENANT and not settings.app_tenantid:
        yield f"APP_TENANTID ontbreekt; APP_TYPE={kind} hoort bij één tenant"
    if not settings.tenants:
        yield "ALLOWED_TENANTS ontbreekt: zeg welke tenants met de bot mogen praten"


def _is_guid(text: str) -> bool:
    try:
        return str(UUID(text)) == text.lower()
    except ValueError:
        return False
