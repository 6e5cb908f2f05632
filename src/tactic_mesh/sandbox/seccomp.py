"""System-call filters (Linux on x86-64 and arm64), through ctypes: one for forked Lean, one for programs.

Elaborating Lean text is running native code. After `lock_down` the process can compute, allocate, use threads of
its own and the descriptors that are already open; it cannot open, create, remove or rename files, start
processes, signal others, or reach a network: such calls fail with EPERM. `files="read"` also allows opening
existing files for reading, which a child needs that imports modules itself.

`lock_down_program` is for whole programs, which need most calls. It takes away what reaches into other processes,
makes or enters namespaces, mounts, loads code into the kernel, keeps memory that belongs to no process, or has been
a door into the kernel more often than a tool (io_uring, bpf, userfaultfd, keyrings), and the sockets of other
kinds than the policy's. Files and signals are the business of the layers beside it.

Not covered: faults of the operating system's kernel, time and cache side channels, memory of this process itself.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
import sys
from collections.abc import Iterable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

_PR_SET_NO_NEW_PRIVS = 38
_SECCOMP_SET_MODE_FILTER, _SECCOMP_ALL_THREADS = 1, 1
_ALLOW, _KILL_PROCESS, _ERRNO = 0x7FFF0000, 0x80000000, 0x00050000
_LOAD, _JUMP_EQUAL, _JUMP_AT_LEAST, _JUMP_ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER_OFFSET, _ARCH_OFFSET, _ARGUMENTS_OFFSET = 0, 4, 16
_CLONE_THREAD = 0x00010000
_OPEN_FOR_WRITING = 0o1 | 0o2 | 0o100 | 0o1000 | 0o2000 | 0o20000000  # WRONLY RDWR CREAT TRUNC APPEND TMPFILE


class _Machine:
    """The numbers of one architecture. No dataclass, because the launcher must start fast."""

    audit_arch: int
    clone: int
    clone3: int
    openat: int
    tgkill: int
    seccomp: int
    allowed: tuple[int, ...]
    reading: tuple[int, ...]
    socket: int
    ioctl: int
    of_a_process: tuple[tuple[int, int], ...]
    """Calls that change another process, with the argument that names it (0: the caller)."""
    forbidden: tuple[int, ...]

    def __init__(self, **numbers: object) -> None:
        self.__dict__.update(numbers)


# Calls that programs do without, by numbers that are the same on every architecture: io_uring_setup, _enter,
# _register, open_tree move_mount fsopen fsconfig fsmount fspick, pidfd_getfd process_madvise mount_setattr
# quotactl_fd memfd_secret process_mrelease open_tree_attr.
_FORBIDDEN_EVERYWHERE = (
    *(425, 426, 427),
    *(428, 429, 430, 431, 432, 433),
    *(438, 440, 442, 443, 447, 448, 467),
)
_NAMESPACES = 0x00020000 | 0x02000000 | 0x04000000 | 0x08000000 | 0x10000000 | 0x20000000 | 0x40000000
"""What `clone` could make anew: files, cgroups, names, System V memory, users, processes, networks."""
_IOCTLS = (0x5401, 0x541B, 0x5421, 0x5450, 0x5451)
"""Is it a terminal (TCGETS), how much can be read (FIONREAD), FIONBIO, FIONCLEX, FIOCLEX. Others would let a socket
of ours send signals to any process of the user (SIOCSPGRP)."""
_TIOCSTI, _TIOCLINUX = 0x5412, 0x541C
"""Typing into the terminal of whoever started us."""
_MISSED_FROM = 425
"""Calls from here on are young: programs know how to do without."""
_X32 = 0x40000000
UNIX_SOCKETS, INTERNET_SOCKETS, SOCKETS_FOR_NAMES = (1,), (2, 10), (16,)
"""Families: within the machine; IPv4 and IPv6; netlink, which the look-up of host names asks. vsock, which no
namespace confines, is in none of them."""

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
            # rt_sigaction rt_sigprocmask rt_sigreturn pread64 readv writev sched_yield mremap mincore madvise
            *(13, 14, 15, 17, 19, 20, 24, 25, 27, 28),
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
        socket=41,
        ioctl=16,
        # prlimit64 setpriority ioprio_set sched_setparam sched_setscheduler sched_setaffinity sched_setattr
        of_a_process=((302, 0), (141, 1), (251, 1), (142, 0), (144, 0), (203, 0), (314, 0)),
        forbidden=(
            # mount umount2 pivot_root chroot unshare setns ptrace process_vm_readv process_vm_writev kcmp
            *(165, 166, 155, 161, 272, 308, 101, 310, 311, 312),
            # kexec_load kexec_file_load create_module init_module finit_module delete_module bpf perf_event_open
            *(246, 320, 174, 175, 313, 176, 321, 298),
            # userfaultfd keyctl add_key request_key name_to_handle_at open_by_handle_at fanotify_init
            *(323, 250, 248, 249, 303, 304, 300),
            # memfd_create shmget shmat shmctl msgget msgsnd msgrcv msgctl semget semop semctl semtimedop
            *(319, 29, 30, 31, 68, 69, 70, 71, 64, 65, 66, 220),
            # mq_open mq_unlink migrate_pages move_pages personality modify_ldt
            *(240, 241, 256, 279, 135, 154),
            # quotactl swapon swapoff reboot acct settimeofday clock_settime adjtimex clock_adjtime syslog vhangup
            *(179, 167, 168, 169, 163, 164, 227, 159, 305, 103, 153),
            # lookup_dcookie sethostname setdomainname iopl ioperm uselib
            *(212, 170, 171, 172, 173, 134),
        ),
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
            # rt_sigaction rt_sigprocmask rt_sigreturn pread64 readv writev sched_yield mremap mincore madvise
            *(134, 135, 139, 67, 65, 66, 124, 216, 232, 233),
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
        socket=198,
        ioctl=29,
        # prlimit64 setpriority ioprio_set sched_setparam sched_setscheduler sched_setaffinity sched_setattr
        of_a_process=((261, 0), (140, 1), (30, 1), (118, 0), (119, 0), (122, 0), (274, 0)),
        forbidden=(
            # mount umount2 pivot_root chroot unshare setns ptrace process_vm_readv process_vm_writev kcmp
            *(40, 39, 41, 51, 97, 268, 117, 270, 271, 272),
            # kexec_load kexec_file_load init_module finit_module delete_module bpf perf_event_open
            *(104, 294, 105, 273, 106, 280, 241),
            # userfaultfd keyctl add_key request_key name_to_handle_at open_by_handle_at fanotify_init
            *(282, 219, 217, 218, 264, 265, 262),
            # memfd_create shmget shmat shmctl msgget msgsnd msgrcv msgctl semget semop semctl semtimedop
            *(279, 194, 196, 195, 186, 189, 188, 187, 190, 193, 191, 192),
            # mq_open mq_unlink migrate_pages move_pages personality
            *(180, 181, 238, 239, 92),
            # quotactl swapon swapoff reboot acct settimeofday clock_settime adjtimex clock_adjtime syslog vhangup
            *(60, 224, 225, 142, 89, 170, 112, 171, 266, 116, 58),
            # lookup_dcookie sethostname setdomainname
            *(18, 161, 162),
        ),
    ),
}


def supported() -> bool:
    """Whether this module knows the machine; a kernel without seccomp still makes `lock_down` fail."""
    return sys.platform == "linux" and os.uname().machine in _MACHINES


def lock_down(files: Literal["none", "read"] = "none") -> None:
    """Filter the system calls of this process and its threads, for good.

    Raises: OSError where the kernel refuses; the caller then must not run anything from outside.
    """
    _install(_program(_MACHINES[os.uname().machine], os.getpid(), reading=files == "read"))


def lock_down_program(families: Iterable[int], *, alone: bool) -> None:
    """Filter what this process may ask of the kernel, and whatever it executes, for good. Raises: OSError."""
    _install(program_filter(families, alone=alone))


def program_filter(families: Iterable[int], *, alone: bool) -> bytes:
    """The filter of `lock_down_program` as the kernel (or bubblewrap) takes it.

    Sockets of other `families` are refused. `alone` means that no process outside is in sight; if there are some,
    priorities and limits can be set of the caller only.
    """
    families = tuple(families)
    machine = _MACHINES[os.uname().machine]
    code = _Code()
    code.begin(machine)
    if machine.audit_arch == _MACHINES["x86_64"].audit_arch:
        # The same calls under other numbers, which nothing uses.
        code.emit(_JUMP_AT_LEAST, _X32, 0, 1)
        code.refuse(errno.ENOSYS)
    code.emit(_JUMP_EQUAL, machine.clone, 0, 4)
    code.emit(_LOAD, _ARGUMENTS_OFFSET)
    code.emit(_JUMP_ANY_BIT, _NAMESPACES, 1, 0)
    code.allow()
    code.refuse(errno.EPERM)
    code.emit(_JUMP_EQUAL, machine.ioctl, 0, 5)
    code.emit(_LOAD, _ARGUMENTS_OFFSET + 8)
    code.emit(_JUMP_EQUAL, _TIOCSTI, 2, 0)
    code.emit(_JUMP_EQUAL, _TIOCLINUX, 1, 0)
    code.allow()
    code.refuse(errno.EPERM)
    code.emit(_JUMP_EQUAL, machine.socket, 0, 2 + 2 * len(families))
    code.emit(_LOAD, _ARGUMENTS_OFFSET)
    for family in families:
        code.emit(_JUMP_EQUAL, family, 0, 1)
        code.allow()
    code.refuse(errno.EPERM)
    for number, argument in () if alone else machine.of_a_process:
        code.emit(_JUMP_EQUAL, number, 0, 4)
        code.emit(_LOAD, _ARGUMENTS_OFFSET + 8 * argument)
        code.emit(_JUMP_EQUAL, 0, 0, 1)
        code.allow()
        code.refuse(errno.EPERM)
    for number in (*machine.forbidden, *_FORBIDDEN_EVERYWHERE):
        code.emit(_JUMP_EQUAL, number, 0, 1)
        # As on a kernel without the call, so that programs take their other way.
        code.refuse(errno.ENOSYS if number >= _MISSED_FROM else errno.EPERM)
    code.allow()
    return code.bytes


def _install(program: bytes) -> None:
    machine = _MACHINES[os.uname().machine]
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


class _Code:
    """Classic BPF in the making: 8 bytes an instruction."""

    def __init__(self) -> None:
        self._instructions: list[bytes] = []

    def emit(self, operation: int, operand: int, if_true: int = 0, if_false: int = 0) -> None:
        self._instructions.append(struct.pack("<HBBI", operation, if_true, if_false, operand))

    def allow(self) -> None:
        self.emit(_RETURN, _ALLOW)

    def refuse(self, number: int) -> None:
        self.emit(_RETURN, _ERRNO | number)

    def begin(self, machine: _Machine) -> None:
        """Only this machine's calls; the number is loaded afterwards."""
        self.emit(_LOAD, _ARCH_OFFSET)
        self.emit(_JUMP_EQUAL, machine.audit_arch, 1, 0)
        self.emit(_RETURN, _KILL_PROCESS)
        self.emit(_LOAD, _NUMBER_OFFSET)
        # glibc falls back from clone3, whose flags a filter cannot read, to clone.
        self.emit(_JUMP_EQUAL, machine.clone3, 0, 1)
        self.refuse(errno.ENOSYS)

    @property
    def bytes(self) -> bytes:
        return b"".join(self._instructions)


def _program(machine: _Machine, process_id: int, *, reading: bool) -> bytes:
    """The filter of `lock_down`."""
    code = _Code()
    code.begin(machine)
    code.emit(_JUMP_EQUAL, machine.clone, 0, 4)
    code.emit(_LOAD, _ARGUMENTS_OFFSET)
    code.emit(_JUMP_ANY_BIT, _CLONE_THREAD, 0, 1)
    code.allow()
    code.refuse(errno.EPERM)
    # abort() signals its own process with tgkill; nobody else may be signalled.
    code.emit(_JUMP_EQUAL, machine.tgkill, 0, 4)
    code.emit(_LOAD, _ARGUMENTS_OFFSET)
    code.emit(_JUMP_EQUAL, process_id, 0, 1)
    code.allow()
    code.refuse(errno.EPERM)
    code.emit(_JUMP_EQUAL, machine.ioctl, 0, 2 + 2 * len(_IOCTLS))
    code.emit(_LOAD, _ARGUMENTS_OFFSET + 8)
    for request in _IOCTLS:
        code.emit(_JUMP_EQUAL, request, 0, 1)
        code.allow()
    code.refuse(errno.EPERM)
    if reading:
        code.emit(_JUMP_EQUAL, machine.openat, 0, 4)
        code.emit(_LOAD, _ARGUMENTS_OFFSET + 2 * 8)
        code.emit(_JUMP_ANY_BIT, _OPEN_FOR_WRITING, 1, 0)
        code.allow()
        code.refuse(errno.EPERM)
    for number in (*machine.allowed, *(machine.reading if reading else ())):
        code.emit(_JUMP_EQUAL, number, 0, 1)
        code.allow()
    code.refuse(errno.EPERM)
    return code.bytes
