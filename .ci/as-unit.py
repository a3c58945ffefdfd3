#!/usr/bin/env python3
"""Runs what a systemd unit starts, under what of its protection can be had without systemd: its user without any rights,
the file system read-only but for the state directory, only its system calls and kinds of sockets.
.ci/as-unit.py UNIT PROGRAM_FOLDER UID; the environment is passed on."""
import ctypes
import os
import re
import subprocess
import sys

unit_file, program, uid = sys.argv[1], os.path.realpath(sys.argv[2]), int(sys.argv[3])
with open(unit_file, encoding="utf8") as file:
    unit = file.readlines()
libc = ctypes.CDLL(None, use_errno=True)
seccomp = ctypes.CDLL("libseccomp.so.2")
CLONE_NEWNS, PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS = 0x20000, 24, 38
ALLOW, ERRNO, EPERM, EAFNOSUPPORT = 0x7FFF0000, 0x00050000, 1, 97
FAMILIES = {"AF_UNIX": 1, "AF_INET": 2, "AF_INET6": 10}
OTHER_FAMILIES = [family for family in range(46) if family not in FAMILIES.values()]


class Comparison(ctypes.Structure):
    """struct scmp_arg_cmp"""
    _fields_ = [("arg", ctypes.c_uint), ("op", ctypes.c_int), ("a", ctypes.c_uint64), ("b", ctypes.c_uint64)]


def settings(name):
    """The values of a setting of the unit, in their order."""
    return [line.split("=", 1)[1].strip() for line in unit if line.startswith(name + "=")]


def setting(name):
    (value,) = settings(name)
    return value


def system_calls(group):
    """What a group such as @system-service stands for."""
    text = subprocess.run(["systemd-analyze", "syscall-filter", group], check=True, capture_output=True, text=True).stdout
    names = re.findall(r"^    (\S+)$", text, re.M)
    return {call for name in names for call in (system_calls(name) if name.startswith("@") else [name])}


def allowed_calls():
    allowed = set(system_calls("@default"))
    for value in settings("SystemCallFilter"):
        calls = {call for group in value.lstrip("~").split() for call in system_calls(group)}
        allowed = allowed - calls if value.startswith("~") else allowed | calls
    return allowed


def mount(*words):
    subprocess.run(["mount", *words], check=True)


def close_file_system():
    assert setting("ProtectSystem") == "strict" and setting("ProtectHome") == "yes" and setting("PrivateTmp") == "yes"
    state = os.path.join("/var/lib", setting("StateDirectory"))
    if libc.unshare(CLONE_NEWNS):
        raise OSError(ctypes.get_errno(), "unshare")
    mount("--make-rprivate", "/")
    # Nothing of the machine's own is touched: these are there for this process alone.
    for folder in ("/opt", "/var/lib"):
        mount("-t", "tmpfs", "-o", "mode=755", "tmpfs", folder)
    os.mkdir(setting("WorkingDirectory"))
    mount("--bind", program, setting("WorkingDirectory"))
    os.mkdir(state)
    mount("-t", "tmpfs", "-o", f"mode={setting('StateDirectoryMode')},uid={uid},gid={uid}", "tmpfs", state)
    mount("-o", "remount,bind,ro", setting("WorkingDirectory"))
    mount("-o", "remount,bind,ro", "/")
    for folder in ("/home", "/root"):
        mount("-t", "tmpfs", "-o", "mode=000,ro", "tmpfs", folder)
    for folder in ("/tmp", "/var/tmp"):
        mount("-t", "tmpfs", "-o", "mode=1777", "tmpfs", folder)


def give_up_rights():
    assert setting("CapabilityBoundingSet") == "" and setting("NoNewPrivileges") == "yes"
    for capability in range(41):
        libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)
    os.umask(int(setting("UMask"), 8))
    os.setgroups([])
    os.setgid(uid)
    os.setuid(uid)
    libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)


def filter_calls(allowed):
    assert sorted(setting("RestrictAddressFamilies").split()) == sorted(FAMILIES)
    seccomp.seccomp_init.restype = ctypes.c_void_p
    context = ctypes.c_void_p(seccomp.seccomp_init(ERRNO | EPERM))
    add = seccomp.seccomp_rule_add_array
    added = 0
    for name in allowed - {"socket"}:
        number = seccomp.seccomp_syscall_resolve_name(name.encode())
        added += number != -1 and add(context, ALLOW, number, 0, None) == 0
    assert added > 200, added
    socket = seccomp.seccomp_syscall_resolve_name(b"socket")
    for families, action in ((FAMILIES.values(), ALLOW), (OTHER_FAMILIES, ERRNO | EAFNOSUPPORT)):
        for family in families:
            assert add(context, action, socket, 1, ctypes.byref(Comparison(0, 4, family, 0))) == 0
    if seccomp.seccomp_load(context):
        raise OSError("seccomp_load")


allowed = allowed_calls()
environment = dict(pair.split("=", 1) for value in settings("Environment") for pair in value.split())
close_file_system()
give_up_rights()
filter_calls(allowed)
os.chdir(setting("WorkingDirectory"))
words = setting("ExecStart").split()
os.execve(words[0], words, {**environment, **os.environ})
