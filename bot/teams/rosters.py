"""Reading from Teams who is in a team: page by page, through the one pooled client, as far as a project team can be large."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from bot.teams.connector import Connector
from bot.teams.undelivered import NotDelivered, Unreachable
from domain.access.roles import TeamMember
from domain.intake.acceptance import clean_name

PAGE = 200  # members per page; Teams gives at most 500
MOST = 500  # members; an assumption of our own: nobody links a whole organisation by mistake
MEMBERS = frozenset({"user", "owner", "member"})  # what Teams calls people who are no guests
FROM_OUTSIDE = "#EXT#"  # in the user name of a guest

Reference = Mapping[str, Any]


class TooMany(Exception):  # noqa: N818 - named for the state it tells
    """There are more members than a project team can have."""


class Rosters:
    """Reads teams."""

    def __init__(self, connector: Connector) -> None:
        """Keep the way to Teams."""
        self._connector = connector

    async def read(self, reference: Reference, team: str) -> tuple[str, tuple[TeamMember, ...]]:
        """Return the name of a team and its members. Raises Undelivered when Teams does not tell, and TooMany."""
        members: list[TeamMember] = []
        token = ""
        while True:
            more = f"&continuationToken={quote(token, safe='')}" if token else ""
            path = f"conversations/{quote(team, safe='')}/pagedmembers?pageSize={PAGE}{more}"
            page = await self._connector.get(reference, path)
            members += members_on(page.get("members"), str(reference.get("tenant", "")))
            token = str(page.get("continuationToken") or "")
            if len(members) > MOST:
                raise TooMany
            if not token:
                return await self._name(reference, team), tuple(members)

    async def is_guest(self, reference: Reference) -> bool | None:
        """Say whether the person of a personal chat is a guest there; None when Teams tells nothing of them. Raises
        Undelivered.
        """
        chat, who = (str((reference.get(part) or {}).get("id") or "") for part in ("conversation", "user"))
        if not (chat and who):
            return None
        found = await self._connector.get(reference, f"conversations/{quote(chat, safe='')}/members/{quote(who, safe='')}")
        told = found.get("userRole") or found.get("userPrincipalName") or found.get("tenantId")
        return is_guest(found, str(reference.get("tenant", ""))) if told else None

    async def _name(self, reference: Reference, team: str) -> str:
        """Return the name of a team; an empty text when Teams does not tell, for that is no reason to stop."""
        try:
            found = await self._connector.get(reference, f"teams/{quote(team, safe='')}")
        except Unreachable:
            raise
        except NotDelivered:
            return ""
        return clean_name(str(found.get("name") or ""))


def members_on(page: object, tenant: str) -> Iterator[TeamMember]:
    """Yield the people on a page of Teams' answer; whoever has no Entra object id is nobody."""
    for one in page if isinstance(page, Sequence) and not isinstance(page, str) else ():
        if isinstance(one, Mapping):
            object_id = str(one.get("aadObjectId") or one.get("objectId") or "").lower()
            if object_id:
                name = clean_name(str(one.get("name") or ""))
                home = str(one.get("tenantId") or "").lower()[:100]
                yield TeamMember(object_id[:100], str(one.get("id") or "")[:300], name, is_guest(one, tenant), home)


def is_guest(one: Mapping[str, Any], tenant: str) -> bool:
    """Say whether this is a guest or somebody of another tenant. Whom Teams tells nothing about is taken for a guest."""
    own, role = str(one.get("tenantId") or "").lower(), str(one.get("userRole") or "").lower()
    user = str(one.get("userPrincipalName") or "")
    if (own and tenant and own != tenant) or FROM_OUTSIDE in user.upper():
        return True
    return role not in MEMBERS if role else not user
