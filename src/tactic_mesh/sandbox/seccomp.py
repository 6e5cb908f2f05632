"""A system-call filter for Lean's children (Linux on x86-64 and arm64), through ctypes.

Elaborating Lean text is running native code. After `lock_down` the process can compute, allocate, use threads of
its own and the descriptors that are already open; it cannot open, create, remove or rename files, start
processes, signal others, or reach a network: such calls fail with EPERM. `files="read"` also allows opening
existing files for reading, which a child needs that imports modules itself.

Not covered: faults of the operating system's kernel, time and cache side channels, memory of this process itself.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
import sys
from dataclasses import dataclass
from typing import Literal

_PR_SET_NO_NEW_PRIVS = 38
_SECCOMP_SET_MODE_FILTER, _SECCOMP_ALL_THREADS = 1, 1
_ALLOW, _KILL_PROCESS, _ERRNO = 0x7FFF0000, 0x80000000, 0x00050000
_LOAD, _JUMP_EQUAL, _JUMP_ANY_BIT, _RETURN = 0x20, 0x15, 0x45, 0x06
_NUMBER_OFFSET, _ARCH_OFFSET, _ARGUMENTS_OFFSET = 0, 4, 16
_CLONE_THREAD = 0x00010000
_OPEN_FOR_WRITING = 0o1 | 0o2 | 0o100 | 0o1000 | 0o2000 | 0o20000000  # WRONLY RDWR CREAT TRUNC APPEND TMPFILE


@dataclass(frozen=True, slots=True)
class _Machine:
    audit_arch: int
    clone: int
    clone3: int
    openat: int
    tgkill: int
    seccomp: int
    allowed: tuple[int, ...]
    reading: tuple[int, ...]


# Numbers from the kernels' system-call tables, in the order of the comments.
_MACHINES = {
    "x86_64": _Machine(
        audit_arch=0xC000003E,
        clone=56,
        clone3=435,
        openat=257,
        tgkill=234,
        seccomp=317,
        allowed=(
            # read write close fstat lseek mmap mprotect munmap brk
            *(0, 1, 3, 5, 8, 9, 10, 11, 12),
            # rt_sigaction rt_sigprocmask rt_sigreturn ioctl pread64 readv writev sched_yield mremap mincore madvise
            *(13, 14, 15, 16, 17, 19, 20, 24, 25, 27, 28),
            # dup nanosleep setitimer getpid sendto recvfrom recvmsg exit uname gettimeofday getrusage sysinfo times
            *(32, 35, 38, 39, 44, 45, 47, 60, 63, 96, 98, 99, 100),
            # sigaltstack arch_prctl gettid futex sched_getaffinity set_tid_address clock_gettime clock_nanosleep
            *(131, 158, 186, 202, 204, 218, 228, 230),
            # exit_group epoll_wait poll select set_robust_list epoll_pwait ppoll pselect6
            *(231, 232, 7, 23, 273, 281, 271, 270),
            # clock_getres getrandom membarrier rseq
            *(229, 318, 324, 334),
        ),
        # access stat lstat getcwd readlink newfstatat readlinkat faccessat statx faccessat2
        reading=(21, 4, 6, 79, 89, 262, 267, 269, 332, 439),
    ),
    "aarch64": _Machine(
        audit_arch=0xC00000B7,
        clone=220,
        clone3=435,
        openat=56,
        tgkill=131,
        seccomp=277,
        allowed=(
            # read write close fstat lseek mmap mprotect munmap brk
            *(63, 64, 57, 80, 62, 222, 226, 215, 214),
            # rt_sigaction rt_sigprocmask rt_sigreturn ioctl pread64 readv writev sched_yield mremap mincore madvise
            *(134, 135, 139, 29, 67, 65, 66, 124, 216, 232, 233),
            # dup nanosleep setitimer getpid sendto recvfrom recvmsg exit uname gettimeofday getrusage sysinfo times
            *(23, 101, 103, 172, 206, 207, 212, 93, 160, 169, 165, 179, 153),
            # sigaltstack gettid futex sched_getaffinity set_tid_address clock_gettime clock_nanosleep
            *(132, 178, 98, 123, 96, 113, 115),
            # exit_group set_robust_list epoll_pwait ppoll pselect6
            *(94, 99, 22, 73, 72),
            # clock_getres getrandom membarrier rseq
            *(114, 278, 283, 293),
        ),
        # getcwd newfstatat readlinkat faccessat statx faccessat2
        reading=(17, 79, 78, 48, 291, 439),
    ),
}


def supported() -> bool:
    """Whether this module knows the machine; a kernel without seccomp still makes `lock_down` fail."""
    return sys.platform == "linux" and platform.machine() in _MACHINES


def lock_down(files: Literal["none", "read"] = "none") -> None:
    """Filter the system calls of this process and its threads, for good.

    Raises: OSError where the kernel refuses; the caller then must not run anything from outside.
    """
    machine = _MACHINES[platform.machine()]
    program = _program(machine, os.getpid(), reading=files == "read")
    code = ctypes.create_string_buffer(program, len(program))
    header = ctypes.create_string_buffer(
        struct.pack("<HxxxxxxQ", len(program) // 8, ctypes.addressof(code)), 16
    )
    libc = ctypes.CDLL(None, use_errno=True)
    zero = ctypes.c_ulong(0)
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, ctypes.c_ulong(1), zero, zero, zero) != 0:
        raise OSError(ctypes.get_errno(), "prctl(PR_SET_NO_NEW_PRIVS)")
    # The system call rather than prctl: it can put threads that already run under the filter too.
    arguments = (
        ctypes.c_long(machine.seccomp),
        ctypes.c_uint(_SECCOMP_SET_MODE_FILTER),
        ctypes.c_uint(_SECCOMP_ALL_THREADS),
        ctypes.c_void_p(ctypes.addressof(header)),
    )
    if libc.syscall(*arguments) != 0:
        raise OSError(ctypes.get_errno(), "seccomp(SECCOMP_SET_MODE_FILTER)")


def _program(machine: _Machine, process_id: int, *, reading: bool) -> bytes:
    """The filter as classic BPF: 8 bytes an instruction."""
    code: list[bytes] = []

    def emit(operation: int, operand: int, if_true: int = 0, if_false: int = 0) -> None:
        code.append(struct.pack("<HBBI", operation, if_true, if_false, operand))

    def refuse(number: int) -> None:
        emit(_RETURN, _ERRNO | number)

    emit(_LOAD, _ARCH_OFFSET)
    emit(_JUMP_EQUAL, machine.audit_arch, 1, 0)
    emit(_RETURN, _KILL_PROCESS)
    emit(_LOAD, _NUMBER_OFFSET)
    # glibc falls back from clone3, whose flags a filter cannot read, to clone.
    emit(_JUMP_EQUAL, machine.clone3, 0, 1)
    refuse(errno.ENOSYS)
    emit(_JUMP_EQUAL, machine.clone, 0, 4)
    emit(_LOAD, _ARGUMENTS_OFFSET)
    emit(_JUMP_ANY_BIT, _CLONE_THREAD, 0, 1)
    emit(_RETURN, _ALLOW)
    refuse(errno.EPERM)
    # abort() signals its own process with tgkill; nobody else may be signalled.
    emit(_JUMP_EQUAL, machine.tgkill, 0, 4)
    emit(_LOAD, _ARGUMENTS_OFFSET)
    emit(_JUMP_EQUAL, process_id, 0, 1)
    emit(_RETURN, _ALLOW)
    refuse(errno.EPERM)
    if reading:
        emit(_JUMP_EQUAL, machine.openat, 0, 4)
        emit(_LOAD, _ARGUMENTS_OFFSET + 2 * 8)
        emit(_JUMP_ANY_BIT, _OPEN_FOR_WRITING, 1, 0)
        emit(_RETURN, _ALLOW)
        refuse(errno.EPERM)
    for number in (*machine.allowed, *(machine.reading if reading else ())):
        emit(_JUMP_EQUAL, number, 0, 1)
        emit(_RETURN, _ALLOW)
    refuse(errno.EPERM)
    return b"".join(code)
