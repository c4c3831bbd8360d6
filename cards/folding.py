"""What of a card stands on the first screen of a phone, and what is behind *Meer*.

A template says what may wait by `parts.more`, and by `parts.box` which fields may open as the next card. Where everything has
room nothing is hidden; where it has not, what comes first stays as far as there is room.
"""

from collections.abc import Iterator, Sequence

from cards.heights import SCREEN, Node, height_of

MORE, OPENS = "more", "opens"


def fold(card: Node, *, toggles: bool) -> Node:
    """Return a card that fits a screen when it is first shown; whole where it fits, and where a client cannot fold."""
    whole = {**card, "body": [*flat(card["body"], folded=False)]}
    if not toggles or height_of(whole) <= SCREEN or not any(map(waits, card["body"])):
        return whole
    body = [*flat(card["body"], folded=True)]
    place = next((number for number, node in enumerate(body) if node.get("id") == MORE), None)
    if place is None:
        return {**card, "body": body}
    if asks(body):  # Teams empties what was chosen when something is shown or hidden: what to fill in comes first instead
        return {**card, "body": [*body[:place], *body[place + 1 :], *body[place]["items"]]}
    return shortest(card, body, place)


def waits(node: Node) -> bool:
    """Say whether an element may wait: what is behind Meer, or fields that open as the next card."""
    return node.get("id") == MORE or OPENS in node


def asks(nodes: object) -> bool:
    """Say whether there is a field among these elements."""
    if isinstance(nodes, list):
        return any(map(asks, nodes))
    if not isinstance(nodes, dict):
        return False
    return str(nodes.get("type", "")).startswith("Input.") or any(map(asks, nodes.values()))


def flat(body: Sequence[Node], *, folded: bool) -> Iterator[Node]:
    """Yield the elements of a card: the fields, or when it is folded the button that opens them."""
    for node in body:
        if OPENS in node:
            yield node[OPENS] if folded else {name: part for name, part in node.items() if name != OPENS}
        elif node.get("id") == MORE and not folded:
            yield from node["items"]
        else:
            yield node


def shortest(card: Node, body: Sequence[Node], place: int) -> Node:
    """Return the card with as many whole parts of what may wait as have room, and the others behind Meer."""
    before, after = body[:place], body[place + 1 :]
    parts = [*sections(body[place]["items"])]
    made = card
    for count in range(len(parts) - 1, -1, -1):
        first = [node for part in parts[:count] for node in part]
        rest = [node for part in parts[count:] for node in part]
        made = {**card, "body": [*before, *first, *behind(rest), *after]}
        if height_of(made) <= SCREEN:
            break
    return made


def sections(nodes: Sequence[Node]) -> Iterator[list[Node]]:
    """Yield what belongs together: a line above an element begins the next part."""
    part: list[Node] = []
    for node in nodes:
        if node.get("separator") and part:
            yield part
            part = []
        part.append(node)
    if part:
        yield part


def behind(rest: Sequence[Node]) -> Iterator[Node]:
    """Yield the button that shows the rest, the one that hides it again, and the rest."""
    for title, name, seen in (("Meer", "open", True), ("Minder", "close", False)):
        press = {"type": "Action.ToggleVisibility", "title": title, "targetElements": [MORE, f"{MORE}-open", f"{MORE}-close"]}
        yield {"type": "ActionSet", "id": f"{MORE}-{name}", "isVisible": seen, "actions": [press]}
    yield {"type": "Container", "id": MORE, "isVisible": False, "items": [*rest]}
