"""What a process and its descendants use together, from /proc (Linux; elsewhere nothing is known).

Memory is what they do not share with files on disk: anonymous memory and shared memory. Where processes share
pages with each other, as after a fork, the sum of their shares counts, looked at only when the cheap upper bound
is over the limit. Not covered: what is written to a temporary file system and not mapped (its size is bounded).
"""

from __future__ import annotations

import os
from collections.abc import Iterator

NICENESS = 10
PROCESSES_SEEN_MAX = 1 << 14
_COUNTED = {"RssAnon", "RssShmem"}
_SHARES = {"Pss_Anon", "Pss_Shmem"}


def descendants(process_id: int) -> list[int]:
    """The process itself, if it lives, and all that descend from it, parents first."""
    found, position = [process_id], 0
    while position < len(found) < PROCESSES_SEEN_MAX:
        found.extend(_children(found[position]))
        position += 1
    return found


def tasks_of(user: int) -> int:
    """How many processes and threads the user has on this machine, as the kernel counts them for its limit."""
    found = 0
    for name in os.listdir("/proc"):
        try:
            if name.isdigit() and os.stat(f"/proc/{name}").st_uid == user:
                found += os.stat(f"/proc/{name}/task").st_nlink - 2
        except OSError:
            continue  # It ended between two looks.
    return found


def let_others_first(process_id: int) -> None:
    """Give a process of ours less of the processor than those that wait beside it: each of its threads."""
    try:
        for task in os.listdir(f"/proc/{process_id}/task"):
            os.setpriority(os.PRIO_PROCESS, int(task), NICENESS)
    except OSError:
        return  # it ended, or the system has no such thing


def over(process_ids: list[int], memory_bytes: int) -> bool:
    """Whether these processes use more than `memory_bytes` together."""
    if private_bytes(process_ids) <= memory_bytes:
        return False
    return sum(_share(process_id) for process_id in process_ids) > memory_bytes


def private_bytes(process_ids: list[int]) -> int:
    """Resident memory that is not of files, pages that several processes share counted for each."""
    return sum(_sizes(f"/proc/{process_id}/status", _COUNTED) or 0 for process_id in process_ids)


def _share(process_id: int) -> int:
    share = _sizes(f"/proc/{process_id}/smaps_rollup", _SHARES)
    return private_bytes([process_id]) if share is None else share


def _sizes(file: str, names: set[str]) -> int | None:
    """The sum of the fields, in bytes; None if the process has ended or the file is not for us."""
    try:
        with open(file, "rb") as opened:
            fields = [line.split() for line in opened]
    except OSError:
        return None
    found = [int(words[1]) for words in fields if words and words[0].rstrip(b":").decode() in names]
    return 1024 * sum(found) if found else None


def _children(process_id: int) -> Iterator[int]:
    try:
        for task in os.listdir(f"/proc/{process_id}/task"):
            with open(f"/proc/{process_id}/task/{task}/children", "rb") as file:
                yield from map(int, file.read().split())
    except OSError:
        return  # It ended between two looks.
