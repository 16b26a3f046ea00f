"""What the beds share: free ports, programs that end with their bed, and the line that says that one is ready.

A bed is a program that starts a real peer on loopback in a temporary folder. It prints one line of JSON when the
peer answers, and ends, with everything it started and wrote, on SIGTERM or when its standard input (if a pipe) closes.
Exit codes: 0 asked to stop, 2 the peer cannot be had here (the reason on stderr), 1 anything else.
"""

import contextlib
import ctypes
import json
import lzma
import os
import pathlib
import selectors
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

CANNOT_BE_HAD = 2
_PR_SET_PDEATHSIG = 1
# Loopback needs no proxy, whatever the environment says.
_opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Unavailable(Exception):
    """The peer is not on this machine, or too old for what was asked."""


def main(run):
    """Calls `run(folder)` with a folder that disappears afterwards, and turns its exceptions into exit codes."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        with tempfile.TemporaryDirectory(prefix="brokerwatch-bed-") as folder:
            run(pathlib.Path(folder))
    except Unavailable as reason:
        print(reason, file=sys.stderr)
        sys.exit(CANNOT_BE_HAD)
    except KeyboardInterrupt:
        sys.exit(0)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def find_program(name):
    found = shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
    if not found:
        raise Unavailable(f"there is no {name} on PATH")
    return found


def find_peer(name):
    """A program that only $BROKERWATCH_PEERS has, unpacked once into the cache folder."""
    peers = os.environ.get("BROKERWATCH_PEERS")
    packed = pathlib.Path(peers or "", f"{name}.xz")
    if not peers or not packed.is_file():
        raise Unavailable(f"BROKERWATCH_PEERS names no folder with {name}.xz")
    caches = os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache"
    size = packed.stat().st_size
    program = pathlib.Path(caches, "brokerwatch", "peers", f"{name}-{size}")
    if not program.exists():
        program.parent.mkdir(parents=True, exist_ok=True)
        # Renamed when whole: two tests may unpack at the same time.
        unpacked = program.with_name(f"{program.name}.{os.getpid()}")
        with lzma.open(packed) as source, unpacked.open("wb") as target:
            shutil.copyfileobj(source, target, 1 << 20)
        unpacked.chmod(stat.S_IRWXU)
        unpacked.rename(program)
    return str(program)


@contextlib.contextmanager
def running(command, log, **options):
    """A child that is stopped at the end, and that the kernel kills should this process be killed."""
    with open(log, "wb") as output:
        child = subprocess.Popen(
            [str(word) for word in command], stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
            preexec_fn=_die_with_parent, **options)
    try:
        yield child
    finally:
        child.terminate()
        try:
            child.wait(timeout=5)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def _die_with_parent():
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def wait_until_answers(url, child, log, seconds=30):
    """Waits for a 2xx, or says with the end of its log why the child has none to give."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if child.poll() is not None:
            raise RuntimeError(f"{child.args[0]} ended with {child.returncode}:\n{_tail(log)}")
        try:
            with _opener.open(url, timeout=1):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.02)
    raise RuntimeError(f"{url} did not answer within {seconds} s:\n{_tail(log)}")


def get_json(url):
    with _opener.open(url, timeout=5) as answer:
        return json.load(answer)


def _tail(log):
    return pathlib.Path(log).read_text(errors="replace")[-2000:]


def serve(child, **ready):
    """Prints the ready line, then waits for the order to stop or the end of the child."""
    print(json.dumps(ready), flush=True)
    with selectors.DefaultSelector() as selector:
        # Only a pipe is a leash: a bed started with no input at all must not stop at once.
        if stat.S_ISFIFO(os.fstat(0).st_mode) or stat.S_ISSOCK(os.fstat(0).st_mode):
            selector.register(0, selectors.EVENT_READ)
        while child.poll() is None:
            for key, _ in selector.select(timeout=0.2):
                if not os.read(key.fd, 4096):
                    return
    raise RuntimeError(f"{child.args[0]} ended by itself with {child.returncode}")
