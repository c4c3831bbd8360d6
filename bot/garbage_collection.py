"""How often a process that serves looks around for garbage."""

import gc

from aiohttp import web

THRESHOLDS = (10_000, 20, 50)  # objects, young generations and middle ones


async def settle(_: web.Application) -> None:
    """Let the collector of garbage leave alone what was made at the start, for it lasts, and look around less often.

    Nearly everything goes by itself when nobody holds it any more; looking for what does not took an eighth of a turn.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
