"""Setting the kernel's resource limits; apart from `limits`, for processes that must start fast."""

from __future__ import annotations

import resource
from collections.abc import Mapping


def lower(bounds: Mapping[int, tuple[int, int]]) -> None:
    """Set this process's limits to `bounds`, soft and hard by number, neither above the hard one that is there."""
    for what, (soft, hard) in bounds.items():
        _, ceiling = resource.getrlimit(what)
        if ceiling != resource.RLIM_INFINITY:
            soft, hard = min(soft, ceiling), min(hard, ceiling)
        resource.setrlimit(what, (soft, hard))
