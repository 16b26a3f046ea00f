#!/usr/bin/env python3
"""Measures what watching a host costs, beside the exporters that tell the same.

    Benchmarks/host.py --binary .build/static/release/brokerwatch [--short] [PART…]

    processes    500 processes, one of them a broker's where BROKERWATCH_KAFKA names a Kafka; beside process-exporter
    units        300 units of a systemd of its own; beside node-exporter's collector of units

CPU is that of the process, user and system; a peer that is not installed, or a bed that does not start here, is left out and
said. Exit 1 when a limit is missed.
"""

import argparse
import contextlib
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time
from typing import NamedTuple

import exporters
import kafka_cluster
from daemon import child, cpu_seconds
from figures import Figure, missed, print_figures, spread
from scrape import free_port

BEDS = pathlib.Path(__file__).resolve().parent.parent / "Tests/Integration/beds"
COLLECTORS = ("cluster", "containers", "data_dirs", "processes", "units", "watcher")


class Effort(NamedTuple):
    ticks: int
    processes: int
    units: int
    # How far over its limit a value may be before the run fails.
    tolerance: float


FULL = Effort(ticks=60, processes=500, units=300, tolerance=1)
SHORT = Effort(ticks=10, processes=100, units=50, tolerance=2)


class Cost(NamedTuple):
    cpu: list
    resident: float

    @property
    def mean(self):
        return statistics.mean(self.cpu)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=pathlib.Path, required=True)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("parts", nargs="*", metavar="PART", choices=[*PARTS, []])
    options = parser.parse_args()
    effort = SHORT if options.short else FULL
    figures = []
    for name in options.parts or PARTS:
        try:
            title, found = PARTS[name](options.binary.resolve(strict=True), effort)
        except MissingPeer as reason:
            print(f"\n{name} is left out: {reason}")
            continue
        print_figures(title, found)
        figures += found
    over = missed(figures, effort.tolerance)
    if over:
        print(f"\nOver {'the limit' if effort.tolerance == 1 else 'twice the limit'}: {', '.join(over)}.")
    return 1 if over else 0


class MissingPeer(Exception):
    """Something to measure beside is not on this machine."""


def processes(binary, effort):
    with contextlib.ExitStack() as scope:
        for _ in range(effort.processes):
            scope.enter_context(child(["sleep", "infinity"]))
        watched = "none of a broker"
        if kafka_cluster.home():
            scope.enter_context(kafka_cluster.kafka(kafka_cluster.IDLE))
            watched = "one of a broker"
        unasked = ours(binary, "processes", {}, effort, scrapes=False)
        asked = ours(binary, "processes", {}, effort, scrapes=True)
        theirs = peer("prometheus-process-exporter", ["-procnames", "java", "-threads=false"], effort)
    return (f"processes: {effort.processes}, {watched}, every second",
            [*tick_figures(unasked, asked, 3), *peer_figures("process-exporter", asked, theirs)])


def units(binary, effort):
    with bed("systemd-root") as machine:
        inside = ["nsenter", "-t", machine["pid"], "-a"]
        template = pathlib.Path(machine["root"], "etc/systemd/system/w@.service")
        template.write_text("[Service]\nExecStart=/bin/sleep infinity\n")
        subprocess.run([*inside, "systemctl", "daemon-reload"], check=True)
        for first in range(0, effort.units, 50):
            names = [f"w@{number}.service" for number in range(first, min(first + 50, effort.units))]
            subprocess.run([*inside, "systemctl", "start", *names], check=True)
        settings = {"socket": machine["socket"], "include": ["w@*.service"]}
        unasked = ours(binary, "units", settings, effort, scrapes=False)
        asked = ours(binary, "units", settings, effort, scrapes=True)
        theirs = peer(
            "prometheus-node-exporter",
            ["--collector.disable-defaults", "--collector.systemd", "--collector.systemd.unit-include=w@.*",
             "--collector.systemd.enable-restarts-metrics", "--collector.systemd.enable-start-time-metrics",
             "--collector.systemd.enable-task-metrics"],
            effort, DBUS_SYSTEM_BUS_ADDRESS=f"unix:path={machine['socket']}")
    return (f"units: {effort.units}, every second",
            [*tick_figures(unasked, asked, 10), *peer_figures("node-exporter, systemd", asked, theirs)])


PARTS = {"processes": processes, "units": units}


def ours(binary, collector, settings, effort, scrapes, interval=1):
    """Only this collector runs."""
    chosen = {name: {"enabled": name == collector} for name in COLLECTORS}
    chosen[collector] |= {"interval": f"{interval}s", **settings}
    with tempfile.TemporaryDirectory() as folder:
        port, file = free_port(), pathlib.Path(folder, "settings.yml")
        # JSON is YAML, too.
        file.write_text(json.dumps({
            "web": {"listen_addresses": [f"127.0.0.1:{port}"]}, "collectors": chosen, "state_directory": folder}))
        words = [binary, "run", "--config.file", file]
        with exporters.running("brokerwatch", words, folder, f"http://127.0.0.1:{port}/metrics") as exporter:
            return watch(exporter, effort.ticks, interval, scrapes)


def peer(program, flags, effort, **environment):
    """A scrape a second, as ours is asked."""
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        words = [program, f"--web.listen-address=127.0.0.1:{port}", *flags]
        try:
            with exporters.running(program, words, folder, f"http://127.0.0.1:{port}/metrics", **environment) as exporter:
                return watch(exporter, effort.ticks, 1, scrapes=True)
        except FileNotFoundError as absent:
            raise MissingPeer(f"there is no {program} on this machine") from absent


def watch(exporter, ticks, interval, scrapes):
    exporters.wait_for_page(exporter, lambda page: page.series > 0, 30)
    # It has everything to learn first.
    time.sleep(3 * interval)
    pid, cpu, due = exporter.process.pid, [], time.monotonic()
    for _ in range(ticks):
        before = cpu_seconds(pid)
        if scrapes:
            exporters.scrape(exporter.url)
        due += interval
        time.sleep(max(0, due - time.monotonic()))
        cpu.append((cpu_seconds(pid) - before) * 1000)
    return Cost(cpu, exporters.memory_mb(pid)["VmRSS"])


def tick_figures(unasked, asked, limit):
    return [
        Figure("ours: CPU of a tick", unasked.mean, "ms", limit, spread(unasked.cpu)),
        Figure("ours: CPU of a tick and a gzip scrape", asked.mean, "ms", None, spread(asked.cpu)),
        Figure("ours: resident memory (RSS)", asked.resident, "MB"),
    ]


def peer_figures(name, asked, theirs):
    return [
        Figure(f"{name}: CPU of a scrape", theirs.mean, "ms", None, spread(theirs.cpu)),
        Figure(f"{name}: resident memory (RSS)", theirs.resident, "MB"),
        Figure(f"ours beside {name}, CPU", asked.mean / theirs.mean, "x", 1),
        Figure(f"ours beside {name}, RSS", asked.resident / theirs.resident, "x", 1),
    ]


@contextlib.contextmanager
def bed(name):
    """What the bed says of itself."""
    with child([sys.executable, BEDS / name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        line = process.stdout.readline()
        if not line:
            raise MissingPeer(f"the bed {name} does not start here")
        yield json.loads(line)
        process.stdin.close()
        process.wait(timeout=120)


if __name__ == "__main__":
    sys.exit(main())
