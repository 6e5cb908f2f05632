"""The kinds of values that request bodies are made of."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict

from tactic_mesh.theorem import Trust

_HALF = re.compile("[\ud800-\udfff]")


def _whole(text: str) -> str:
    """JSON can write half of a character (`\\ud800`), which no text has."""
    if _HALF.search(text):
        raise ValueError("a lone surrogate is no character")
    return text


Text = Annotated[str, AfterValidator(_whole)]
AskedTrust = Literal[Trust.ELABORATED, Trust.AUDITED, Trust.REPLAYED]


class Strict(BaseModel):
    """A field that is not known is an error: what is asked for is done or refused, never ignored."""

    model_config = ConfigDict(extra="forbid")
