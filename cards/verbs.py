"""What a button on a card can mean: the one list that cards write and dialogs read."""

from enum import StrEnum

AGAIN = "again"  # nobody presses it: Teams asks for the card as it is now, when it comes into view; data: terrain, at, seen, seal


class Verb(StrEnum):
    """The verbs our cards carry; anything else that arrives is answered as an old card."""

    KEEP = "keep"  # data: allow = "yes" | "no"
    DEPTH = "depth"  # data: depth
    SAVE = "save"  # a form; data: page, intake, revision
    EDIT = "edit"  # open an answered card again; data: page
    CHANGE = "change"  # input: question
    CHOOSE = "choose"  # one of the readings offered; data: token, choice
    DECIDE = "decide"  # the consent form; data: intake, revision; inputs: one per purpose
    GRANT = "grant"  # data: purpose
    WITHDRAW = "withdraw"  # data: purpose
    CONFIRM = "confirm"  # the summary is right; data: revision
    SAY = "say"  # a button that stands for a typed command; data: text
    PICK = "pick"  # one of a list, each of which stands for a typed command; input: pick
    VIEW = "view"  # another view of a terrain in the place of this card; data: terrain, view
    STEP = "step"  # the step plan of a terrain; data: terrain, revision, do; inputs: items, step, why
    ROUTE = "route"  # data: terrain, revision; inputs: found, until
    OUTCOME = "outcome"  # data: terrain, revision; inputs: outcome, why
    LETTERS = "letters"  # data: terrain, revision; inputs: companies, state
    PARKS = "parks"  # the portfolio in place; data: do = "list" | "choose" | "picture" | "export", query, page
    PARKS_PICK = "parks_pick"  # data: do = "open" | "filter", query; inputs: terrain, or one for each list
    DIRECTOR = "director"  # this person leads from now on; data: terrain, revision
    ANSWER = "answer"  # the team's inbox; inputs: request, answer
    SESSION = "session"  # show a side of a session; data: do, session
    SESSION_DO = "session_do"  # change a session; data: do, session, revision; inputs by what is done
    DRAFT = "draft"  # open a text that waits for the team's yes; data: draft
    DRAFT_DO = "draft_do"  # data: draft, do = "save" | "send" | "drop"; input: text
    TERRAIN = "terrain"  # one of the terrains offered; data: command, rest, terrain
    FIND = "find"  # a terrain from the list; data: command, rest; input: terrain
    ENTRY_NEW = "entry_new"  # an empty card for the dossier; data: kind, terrain, about
    ENTRY_OPEN = "entry_open"  # an entry to change; data: number, or input: entry
    ENTRY_SAVE = "entry_save"  # data: kind, terrain, about, number, revision; inputs: the fields of its kind
    ENTRY_SET = "entry_set"  # one thing of an entry; data: number, revision, and what is set: about, or fields by name
    ENTRY_END = "entry_end"  # data: number, revision, do = "close" | "reopen"
    COMPANY = "company"  # one of the companies offered; data: command, rest, company
    HISTORY = "history"  # another page of what happened on a terrain; data: terrain, before
    ROLE = "role"  # an administrator gives or takes a role; data: person, words, take, and pointed = "yes" once that is sure
    ROLE_PICK = "role_pick"  # an administrator gives a role to whoever was picked in Teams; data: words; input: person
    FOLLOW = "follow"  # what a channel follows; data: terrain, do = "save" | "stop"; inputs: topics, when
    OUTLOOK = "outlook"  # another side of the charging outlook, in place; data: intake, side
    ADJUST = "adjust"  # change a number of the charging outlook, in place; data: intake; input: question
    METER = "meter"  # a file of a meter; data: intake, do = "answer" | "keep" | "drop" | "remove", file, asks, option
    DEVICE = "device"  # end taking part on a device; data: session
    GUESTS = "guests"  # guests of a linked team who belong to it; data: team; input: guests
    ITEM = "item"  # what the approach knows; data: do, key, version, number; inputs: item, version, or the fields of an item
    UNLINK = "unlink"  # a linked team is let go; data: team
    IMPORT = "import"  # carry out a file that was tried; data: file, digest; inputs: source, ground
    IMPORT_NOT = "import_not"  # data: file
