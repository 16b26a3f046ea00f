#!/usr/bin/env python3
"""Measures what watching containers costs, us and their engine, beside `docker stats --no-stream`. Needs dockerd and root.

    Benchmarks/containers.py --binary .build/static/release/brokerwatch [--short] [--containers N]

Every container runs, and has a network, a limit and labels. CPU is user and system, per reading. Exit 1 when a limit is missed.
"""

import argparse
import contextlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import urllib.request

from figures import Figure, missed, print_figures
from scrape import free_port

BED = pathlib.Path(__file__).resolve().parent.parent / "Tests/Integration/beds/dockerd"
# For 200; a share of it for fewer.
CPU_MS = 40
AT = 200
INTERVAL = 10
OTHERS = ("data_dirs", "processes", "units", "watcher")


class Engine:
    """The bed's dockerd, and what it costs."""

    def __init__(self, scope):
        self._bed = scope.enter_context(subprocess.Popen([BED], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True))
        scope.callback(self._bed.stdin.close)
        self.facts = json.loads(self._bed.stdout.readline())
        self._bed.stdin.write("pid\n")
        self._bed.stdin.flush()
        self._pid = int(json.loads(self._bed.stdout.readline())["pid"])

    @property
    def address(self):
        return f"unix://{self.facts['socket']}"

    def docker(self, *words):
        return subprocess.run(
            [self.facts["docker"], "--host", self.address, *words], capture_output=True, text=True, check=True).stdout

    def run(self, count):
        for number in range(count):
            self.docker("run", "--detach", "--name", f"broker-{number}", "--memory", "64m", "--label",
                        "com.docker.compose.project=shop", "bb:1", "sleep", "100000")
            if number % 50 == 49:
                print(f"{number + 1} containers run", file=sys.stderr)

    def cpu(self):
        """Of dockerd and its containerd, which does the measuring; in milliseconds."""
        children = pathlib.Path(f"/proc/{self._pid}/task/{self._pid}/children").read_text().split()
        return sum(cpu(pid) for pid in [self._pid, *children])


def cpu(pid):
    """In milliseconds, with threads that have ended."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def resident_mb(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0


def page(port):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
        return answer.read().decode()


@contextlib.contextmanager
def watching(binary, engine, count, is_on=True):
    """Our daemon, as soon as it shows the usage of every container; its process id."""
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        settings = pathlib.Path(folder, "brokerwatch.yaml")
        # JSON is YAML, too.
        settings.write_text(json.dumps({"clusters": [], "collectors": {
            **{name: {"enabled": False} for name in OTHERS},
            "containers": {"address": engine.address, "interval": f"{INTERVAL}s", "enabled": is_on}}}))
        words = [binary, "run", "--config.file", settings, "--web.listen-address", f"127.0.0.1:{port}"]
        with subprocess.Popen(words, stderr=subprocess.DEVNULL) as child:
            try:
                deadline = time.monotonic() + 60
                time.sleep(1)
                while is_on and page(port).count("\nbroker_container_memory_usage_bytes{") < count:
                    if time.monotonic() > deadline:
                        raise SystemExit(f"not all of {count} containers are on the page")
                    time.sleep(0.5)
                yield child.pid
            finally:
                child.terminate()


def per_reading(measure, readings):
    time.sleep(INTERVAL)
    before = measure()
    time.sleep(readings * INTERVAL)
    return (measure() - before) / readings


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--containers", type=int, default=AT)
    parser.add_argument("--short", action="store_true")
    chosen = parser.parse_args()
    readings = 3 if chosen.short else 6
    with contextlib.ExitStack() as scope:
        engine = Engine(scope)
        engine.run(chosen.containers)
        with watching(chosen.binary, engine, chosen.containers, is_on=False) as pid:
            idle = per_reading(lambda: cpu(pid), readings)
            quiet = per_reading(engine.cpu, readings)
        with watching(chosen.binary, engine, chosen.containers) as pid:
            both = per_reading(lambda: (cpu(pid) + 1j * engine.cpu()), readings)
            resident = resident_mb(pid)
        rounds = 2 if chosen.short else 10
        before, started = engine.cpu(), time.monotonic()
        for _ in range(rounds):
            engine.docker("stats", "--no-stream")
        elapsed = (time.monotonic() - started) / rounds
        peer = (engine.cpu() - before) / rounds - quiet * elapsed / INTERVAL
    figures = [
        Figure("ours: CPU of a reading", both.real - idle, "ms", CPU_MS * max(chosen.containers, 12) / AT,
               f"beside {idle:.1f} ms of everything else"),
        Figure("ours: resident memory (RSS)", resident, "MB"),
        Figure("the engine: CPU of our reading", both.imag - quiet, "ms", peer,
               f"limit: of one docker stats --no-stream, which took {elapsed:.1f} s"),
    ]
    print_figures(f"{chosen.containers} containers", figures)
    sys.exit(1 if missed(figures, 2 if chosen.short else 1) else 0)


main()
