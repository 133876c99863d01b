"""Texts: how their white space reads, and how names are put into them.

In every text ``{sam}`` stands for that role's name and ``{{`` and ``}}`` are literal braces.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

_AS_SPACES = dict.fromkeys(map(ord, "\n\r\t\u2028\u2029"), " ")
_BRACES = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")


def tidy(text: str) -> str:
    """The text as it is read: ends stripped, each line break or tab a space."""
    text = text.strip()
    return text if text.isprintable() else text.replace("\r\n", " ").translate(_AS_SPACES)


def put_names(text: str, names: Mapping[str, str]) -> str:
    """The text with the names put in and its double braces made single."""
    if "{" not in text and "}" not in text:
        return text

    def fill(found: re.Match[str]) -> str:
        if found[0] in ("{{", "}}"):
            return found[0][0]
        return names.get(found[1] or "", found[0])

    return _BRACES.sub(fill, text)


def wrong_brace(text: str, roles: Collection[str]) -> str | None:
    """The first brace, or braced word, that is neither doubled nor a role; None if all are well."""
    if "{" not in text and "}" not in text:
        return None
    for found in _BRACES.finditer(text):
        if found[0] not in ("{{", "}}") and (found[1] is None or found[1] not in roles):
            return found[0]
    return None
