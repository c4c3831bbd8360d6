"""The outside of an activity: what must be there, and of which kind, before anyone looks at what it says."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class TeamsShape(BaseModel):
    """Teams' own names; what we do not know is left alone, for new fields appear without notice."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class Account(TeamsShape):
    """A person or a bot in a conversation."""

    id: str = Field(min_length=1, max_length=300)
    name: str | None = Field(None, max_length=1000)
    object_id: str | None = Field(None, alias="aadObjectId", max_length=100)


class ConversationPlace(TeamsShape):
    """The conversation; in a channel its id also names the thread."""

    id: str = Field(min_length=1, max_length=500)
    kind: str | None = Field(None, alias="conversationType", max_length=50)
    tenant: str | None = Field(None, alias="tenantId", max_length=100)
    is_group: bool | None = Field(None, alias="isGroup")


class MentionedAccount(TeamsShape):
    """The account that an entity is about."""

    id: str | None = None
    name: str | None = None
    object_id: str | None = Field(None, alias="aadObjectId", max_length=100)


class Entity(TeamsShape):
    """Something Teams says about the text; only mentions and quoted messages are read."""

    type: str | None = None
    text: str | None = None
    mentioned: MentionedAccount | None = None
    quoted: Any = Field(None, alias="quotedReply")


class Attachment(TeamsShape):
    """Something that came with a message."""

    content_type: str | None = Field(None, alias="contentType")
    name: str | None = None
    content: Any = None


class Named(TeamsShape):
    """A thing with an id."""

    id: str | None = Field(None, max_length=100)


class Team(TeamsShape):
    """A channel, or the team that it belongs to; the id is the one that Teams' own calls take."""

    id: str | None = Field(None, max_length=300)
    name: str | None = Field(None, max_length=1000)


class ChannelData(TeamsShape):
    """What only Teams adds."""

    tenant: Named | None = None
    channel: Team | None = None
    team: Team | None = None
    event: str | None = Field(None, alias="eventType", max_length=100)


class Envelope(TeamsShape):
    """One activity as it came in. `value` is whatever the sender made of it: hostile until read."""

    type: str = Field(min_length=1, max_length=50)
    id: str | None = Field(None, max_length=500)
    name: str | None = Field(None, max_length=200)
    action: str | None = Field(None, max_length=100)
    service_url: str = Field(alias="serviceUrl", min_length=1, max_length=500)
    channel: str = Field(alias="channelId", min_length=1, max_length=50)
    place: ConversationPlace = Field(alias="conversation")
    sender: Account | None = Field(None, alias="from")
    bot: Account | None = Field(None, alias="recipient")
    text: str | None = None
    locale: str | None = Field(None, max_length=50)
    reply_to: str | None = Field(None, alias="replyToId", max_length=500)
    value: Any = None
    entities: list[Entity] | None = None
    attachments: list[Attachment] | None = None
    added: list[Account] | None = Field(None, alias="membersAdded")
    removed: list[Account] | None = Field(None, alias="membersRemoved")
    channel_data: ChannelData | None = Field(None, alias="channelData")

    @property
    def tenants(self) -> frozenset[str]:
        """Every tenant this activity claims to come from; normally exactly one."""
        named = self.channel_data.tenant.id if self.channel_data and self.channel_data.tenant else None
        return frozenset(tenant.lower() for tenant in (named, self.place.tenant) if tenant)
