"""What goes with every answer of the door, so that a browser does nothing with it that we did not mean."""

from collections.abc import Mapping

# Nothing on the way keeps an answer, nobody shows it in a frame, and it is never a page by itself.
ANSWER: Mapping[str, str] = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    # Not "no-referrer": then browsers do not tell where a form was sent from either.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
}
# Web Chat needs styles of its own and pictures that it makes itself; everything else comes from us, and from nobody else.
SOURCES: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",
    "connect-src": "'self' blob:",  # blob: the files that somebody chose, which lie in the page itself
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
PAGE: Mapping[str, str] = {**ANSWER, "Content-Security-Policy": "; ".join(f"{what} {where}" for what, where in SOURCES.items())}
# The pages with one button need no script at all.
BUTTON: Mapping[str, str] = {
    **ANSWER,
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
}
