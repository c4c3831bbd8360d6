"""How long each thing may take: Teams and people wait only so long."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timeouts:
    """All in seconds."""

    acknowledge: float = 1.5  # then a message is answered with 202 and goes on by itself; Teams repeats it after 15
    answer: float = 4.0  # then an invoke gets a neutral answer; Teams gives up after 5
    worry: float = 3.0  # then a person hears that it is not saved, when the database cannot be reached
    lock: float = 3.0  # for what another holds in the database; then a person hears that it is not saved
    ready: float = 1.0  # to find out whether the database can be reached
    hold: float = 60.0  # how long a message is kept in memory and tried again
    pause: float = 1.0  # between two tries
    search: float = 3.0  # a typeahead
    close: float = 20.0  # turns in progress when the program is asked to stop
    head: float = 10.0  # for the head of a request, from the connection or its first bytes
    upload: float = 100.0  # for files that somebody sends without Teams, over a slow line
    body: float = 10.0  # for a body; Teams sends its 256 kB in one go
    request: float = 120.0  # for a whole request with its answer; a paper of some megabytes to a slow telephone
    idle: float = 75.0  # between two requests; longer than the proxies before us keep a connection
    mail: float = 10.0  # to hand in one mail, with all that is said to the server before and after
    mail_answer: float = 8.0  # for one answer of that server
    linger: float = 1.0  # for the body of a request that was answered already, so that the answer arrives
    finish: float = 5.0  # for requests in progress when the program is asked to stop
