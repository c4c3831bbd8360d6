"""The program starts on clear settings only, and says in one line what is wrong."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from bot.settings import MICROSOFT_HOSTS, AppType, Settings
from bot.startup import SettingsWrong, misspelled, read_settings
from domain.notices.quiet import NEVER, Quiet
from tests.teams.activities import APP, FATIMA, NOOR, OTHER_TENANT, TENANT

QUIET_HOURS = "QUIET_HOURS is geen tijd tot tijd, zoals 18:00-08:00; leeg betekent nooit stil"
QUIET_DAYS = "QUIET_DAYS kent alleen weekend en feestdagen, zoals weekend,feestdagen; leeg betekent geen dagen"
WHOLE = {"APP_ID": APP, "APP_PASSWORD": "pw-1234", "APP_TENANTID": TENANT}

FROM = {"MAIL_FROM": "laadmaat@provincie.example", "PUBLIC_URL": "https://laadmaat.provincie.example"}
SMTP = {"SMTP_URL": "smtp://bot:secret-mail@mail.provincie.example:587"}
MAIL = (
    ({**SMTP, "MAIL_FROM": FROM["MAIL_FROM"]}, "PUBLIC_URL ontbreekt: elke mail van SMTP_URL heeft een link om mail te stoppen"),
    ({**SMTP, "PUBLIC_URL": FROM["PUBLIC_URL"]}, "MAIL_FROM ontbreekt: zeg van welk adres de mail van SMTP_URL komt"),
    (FROM, "MAIL_FROM staat er zonder SMTP_URL: dan gaat er geen mail uit"),
    (
        {**SMTP, **FROM, "MAIL_FROM": "a@b.example, c@d.example"},
        "MAIL_FROM is niet precies één e-mailadres, zoals laadmaat@provincie.nl",
    ),
    (
        {**SMTP, **FROM, "MAIL_REPLY_TO": "Team <team@provincie.example>"},
        "MAIL_REPLY_TO is niet precies één e-mailadres, zoals laadmaat@provincie.nl",
    ),
    (
        {**FROM, "SMTP_URL": "mail.provincie.example"},
        "SMTP_URL is geen adres van een mailserver, zoals smtp://naam:wachtwoord@mail.provincie.nl:587",
    ),
)

MANY = {"APP_ID": APP, "APP_PASSWORD": "x", "APP_TYPE": "MultiTenant", "ALLOWED_TENANTS": f"{TENANT},{OTHER_TENANT}"}


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Start in a folder without .env and an environment without our names."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    return tmp_path


def start(monkeypatch: pytest.MonkeyPatch, **names: str) -> str:
    """Return the line that ends the start; empty when it goes on."""
    for name, value in names.items():
        monkeypatch.setenv(name, value)
    try:
        read_settings(names)
    except SettingsWrong as wrong:
        return str(wrong)
    return ""


def test_the_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    assert start(monkeypatch, **WHOLE) == ""
    settings = read_settings({})
    assert (settings.host, settings.port, settings.database_url, settings.data_dir) == ("127.0.0.1", 3978, "", Path("var"))
    assert settings.app_type is AppType.SINGLE_TENANT
    assert settings.allowed_service_hosts == MICROSOFT_HOSTS
    assert settings.tenants == {TENANT}


def test_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    lists = {"TEAM_MEMBERS": f" {NOOR.upper()}, {FATIMA} ,", "ADMINS": "", "ALLOWED_TENANTS": f"{TENANT.upper()},other"}
    assert start(monkeypatch, **WHOLE, **lists) == ""
    settings = read_settings({})
    assert (settings.team_members, settings.admins) == ((NOOR, FATIMA), ())
    assert settings.tenants == {TENANT, "other"}


@pytest.mark.parametrize(
    ("names", "quiet"),
    [
        ({}, Quiet(time(18), time(8), weekends=True, holidays=True)),
        ({"QUIET_HOURS": "22:30 - 07:00", "QUIET_DAYS": " Weekend"}, Quiet(time(22, 30), time(7), holidays=False)),
        ({"QUIET_HOURS": "12:00-13:00", "QUIET_DAYS": "feestdagen"}, Quiet(time(12), time(13), weekends=False)),
        ({"QUIET_HOURS": "", "QUIET_DAYS": ""}, NEVER),
        ({"QUIET_HOURS": ""}, Quiet(time(0), time(0))),
    ],
)
def test_when_we_are_quiet(names: dict[str, str], quiet: Quiet, monkeypatch: pytest.MonkeyPatch) -> None:
    assert start(monkeypatch, **WHOLE, **names) == ""
    assert read_settings({}).quiet == quiet


@pytest.mark.parametrize(
    ("names", "home"),
    [
        (WHOLE, TENANT),
        (MANY | {"APP_TENANTID": TENANT.upper()}, TENANT),
        (MANY | {"ALLOWED_TENANTS": OTHER_TENANT}, OTHER_TENANT),
        ({"DANGEROUSLY_ALLOW_ANONYMOUS": "true"}, ""),
    ],
)
def test_the_team_is_of_one_tenant(names: dict[str, str], home: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert start(monkeypatch, **names) == ""
    assert read_settings({}).home == home


def test_empty_means_never_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    assert start(monkeypatch, **WHOLE, QUIET_HOURS="", QUIET_DAYS="") == ""
    christmas = datetime(2026, 12, 25, 23, tzinfo=UTC)
    assert [read_settings({}).quiet.holds_at(christmas + timedelta(hours=hour)) for hour in range(72)] == [False] * 72


@pytest.mark.parametrize(
    ("names", "line"),
    [
        ({}, "APP_ID ontbreekt; alleen om te proberen kan het zonder, met DANGEROUSLY_ALLOW_ANONYMOUS=true"),
        ({"APP_ID": "x"}, "APP_ID is geen geldig id, zoals 00000000-0000-0000-0000-000000000000"),
        ({"APP_ID": APP}, "APP_PASSWORD ontbreekt; APP_TYPE=SingleTenant heeft een wachtwoord nodig"),
        ({"APP_ID": APP, "APP_PASSWORD": "x"}, "APP_TENANTID ontbreekt; APP_TYPE=SingleTenant hoort bij één tenant"),
        ({"APP_ID": APP, "APP_TYPE": "UserAssignedMSI"}, "APP_TENANTID ontbreekt; APP_TYPE=UserAssignedMSI hoort bij één tenant"),
        (
            {"APP_ID": APP, "APP_PASSWORD": "x", "APP_TYPE": "MultiTenant"},
            "ALLOWED_TENANTS ontbreekt: zeg welke tenants met de bot mogen praten",
        ),
        ({**WHOLE, "APP_TYPE": "Single"}, "APP_TYPE is een van: SingleTenant, UserAssignedMSI, MultiTenant"),
        ({**WHOLE, "APP_TYPE": ""}, "APP_TYPE is een van: SingleTenant, UserAssignedMSI, MultiTenant"),
        ({**WHOLE, "PORT": "veel"}, "PORT is geen getal"),
        ({**WHOLE, "PORT": ""}, "PORT is geen getal"),
        ({**WHOLE, "PORT": "70000"}, "PORT is een poortnummer van 0 tot en met 65535"),
        ({**WHOLE, "HOST": ""}, "HOST mag niet leeg zijn"),
        ({**WHOLE, "PUBLIC_URL": "laadmaat.example"}, "PUBLIC_URL moet beginnen met https:// (of http:// op deze machine)"),
        ({**WHOLE, "ALLOWED_SERVICE_HOSTS": ""}, "ALLOWED_SERVICE_HOSTS is leeg: dan kan de bot niemand antwoorden"),
        ({**WHOLE, "DANGEROUSLY_ALLOW_ANONYMOUS": "misschien"}, "DANGEROUSLY_ALLOW_ANONYMOUS moet true of false zijn"),
        (
            {**WHOLE, "DANGEROUSLY_ALLOW_ANONYMOUS": "true"},
            "APP_ID en DANGEROUSLY_ALLOW_ANONYMOUS gaan niet samen: met APP_ID moet iedereen zich bewijzen",
        ),
        (
            {**WHOLE, "ADMINS": f"{NOOR},noor@provincie.example"},
            "ADMINS noemt mensen met hun Object ID uit Entra, zoals 00000000-0000-0000-0000-000000000000",
        ),
        *(
            (
                {**MANY, name: NOOR},
                f"{name} is van één tenant: zet die in APP_TENANTID, want er mogen meer tenants praten",
            )
            for name in ("ADMINS", "TEAM_MEMBERS")
        ),
        (
            {**WHOLE, "ALLOWED_TENANTS": OTHER_TENANT, "ADMINS": NOOR},
            "APP_TENANTID staat niet in ALLOWED_TENANTS: dan kan niemand van ADMINS met de bot praten",
        ),
        *(({**WHOLE, "QUIET_HOURS": hours}, QUIET_HOURS) for hours in ("laat", "18:00", "18:00-18:00", "25:00-08:00", "18-8")),
        *(({**WHOLE, "QUIET_DAYS": days}, QUIET_DAYS) for days in ("zondag", "weekend,koningsdag")),
        *(({**WHOLE, **names}, line) for names, line in MAIL),
        ({**WHOLE, "APP_PASWORD": "x"}, "APP_PASWORD staat in de omgeving; bedoelt u APP_PASSWORD?"),
    ],
)
def test_what_is_wrong_is_one_line(names: dict[str, str], line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert start(monkeypatch, **names) == line


@pytest.mark.parametrize(
    "names",
    [
        {"DANGEROUSLY_ALLOW_ANONYMOUS": "true"},
        {"APP_ID": APP, "APP_TYPE": "UserAssignedMSI", "APP_TENANTID": TENANT},
        {"APP_ID": APP, "APP_TYPE": "MultiTenant", "APP_PASSWORD": "x", "ALLOWED_TENANTS": TENANT},
        MANY,
        {**MANY, "ADMINS": NOOR, "APP_TENANTID": TENANT},
        {**MANY, "ADMINS": NOOR, "ALLOWED_TENANTS": OTHER_TENANT},
        {**WHOLE, "DATABASE_URL": "", "PUBLIC_URL": "", "TEAM_MEMBERS": ""},
    ],
)
def test_what_is_enough(names: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert start(monkeypatch, **names) == ""


@pytest.mark.parametrize("name", ["APPID", "APP_IDD", "PROT", "ALOWED_TENANTS", "HOTS", "PUBLIC_URI", "team_member"])
def test_one_typing_error_is_noticed(name: str) -> None:
    assert misspelled([name])


@pytest.mark.parametrize("name", ["PATH", "HOME", "HOSTNAME", "PWD", "TEST_DATABASE_URL", "SHELL", "app_id", "LANG", "USER"])
def test_names_of_others_are_left_alone(name: str) -> None:
    assert misspelled([name]) is None


def test_an_unknown_name_in_the_file_is_noticed(empty_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (empty_folder / ".env").write_text("SOMETHING_ELSE=1\n", encoding="utf-8")
    assert start(monkeypatch, **WHOLE) == "SOMETHING_ELSE staat in .env maar is geen instelling van Laadmaat"


def test_the_environment_goes_before_the_file(empty_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (empty_folder / ".env").write_text(f"PORT=1234\nHOST=10.0.0.1\nADMINS={NOOR},{FATIMA}\n", encoding="utf-8")
    assert start(monkeypatch, **WHOLE, PORT="4321") == ""
    settings = read_settings({})
    assert (settings.port, settings.host, settings.admins) == (4321, "10.0.0.1", (NOOR, FATIMA))


def test_a_password_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    database = "postgresql://u:secret-db@h/d"
    assert start(monkeypatch, **WHOLE, DATABASE_URL=database) == ""
    assert "pw-1234" not in repr(read_settings({}))
    assert "secret-db" not in repr(read_settings({}))
    assert "pw-1234" not in start(monkeypatch, **WHOLE, APP_TYPE="x")
    assert start(monkeypatch, **WHOLE, **SMTP, **FROM, APP_TYPE="SingleTenant") == ""
    assert "secret-mail" not in repr(read_settings({}))
