#!/usr/bin/env python3
"""Measures the daemon as a whole beside nginx, in one run: medians, with the limit of each.

    Benchmarks/daemon.py --binary .build/static/release/brokerwatch \
        --server 'Benchmarks/.build/release/Benchmarks --serve'

    --binary PATH    the release binary: its size, how fast it starts, what it needs when idle
    --server COMMAND a program that serves a page of many series: prints the page's URL, ends on SIGTERM
    --url URL        or such a page that is being served already
    --short          a quick look on a noisy machine: fails only where a limit is missed twofold

Exit 1 when a limit is missed.
"""

import argparse
import contextlib
import gzip
import json
import os
import pathlib
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
from typing import NamedTuple

from scrape import Connection, free_port

NGINX = pathlib.Path(__file__).resolve().parent.parent / "Tests/Integration/beds/nginx"


class Limits:
    IDENTITY_RATIO = 1.5
    GZIP_RATIO = 1.2
    ANONYMOUS_MB = 8
    RESIDENT_MB = 28
    CPU_PERCENT = 0.2
    START_MS = 150
    BINARY_MB = 25


class Effort(NamedTuple):
    scrapes: int
    starts: int
    idle_seconds: int
    # How far over its limit a value may be before the run fails.
    tolerance: float


FULL = Effort(scrapes=101, starts=15, idle_seconds=60, tolerance=1)
SHORT = Effort(scrapes=21, starts=5, idle_seconds=10, tolerance=2)


class Row(NamedTuple):
    name: str
    value: float
    unit: str
    limit: float
    beside: str = ""

    def is_over(self, tolerance):
        return self.value > self.limit * tolerance


def main():
    options = parse_options()
    effort = SHORT if options.short else FULL
    rows = []
    if options.binary:
        binary = options.binary.resolve(strict=True)
        rows += [size_row(binary), start_row(binary, effort), *idle_rows(binary, effort)]
    with page_url(options) as url:
        if url:
            rows += scrape_rows(url, effort)
    return print_rows(rows, effort)


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=pathlib.Path)
    parser.add_argument("--server", type=shlex.split)
    parser.add_argument("--url")
    parser.add_argument("--short", action="store_true")
    options = parser.parse_args()
    if not (options.binary or options.server or options.url):
        parser.error("nothing to measure: give --binary, --server or --url")
    return options


def print_rows(rows, effort):
    for row in rows:
        verdict = "OVER" if row.is_over(1) else "ok"
        print(f"  {row.name:<44}{row.value:>9.2f} {row.unit:<4} limit {row.limit:>6g}  {verdict:<5} {row.beside}")
    missed = [row.name for row in rows if row.is_over(effort.tolerance)]
    if missed:
        print(f"Over {'the limit' if effort.tolerance == 1 else 'twice the limit'}: {', '.join(missed)}.")
    return 1 if missed else 0


@contextlib.contextmanager
def child(words, **options):
    process = subprocess.Popen([str(word) for word in words], **options)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextlib.contextmanager
def daemon(binary, folder):
    """The daemon as a user starts it, with its files in a folder of its own; yields its process and its port."""
    port = free_port()
    words = [binary, "run", "--web.listen-address", f"127.0.0.1:{port}"]
    environment = {**os.environ, "STATE_DIRECTORY": folder, "HOME": folder}
    with open(pathlib.Path(folder, "log"), "wb") as log:
        with child(words, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log) as process:
            yield process, port


def size_row(binary):
    return Row("binary size", binary.stat().st_size / 1e6, "MB", Limits.BINARY_MB)


def start_row(binary, effort):
    """From the fork to the last byte of the first scrape."""
    times = []
    for _ in range(effort.starts):
        with tempfile.TemporaryDirectory() as folder:
            before = time.perf_counter()
            with daemon(binary, folder) as (process, port):
                first_scrape(process, port, folder)
                times.append((time.perf_counter() - before) * 1000)
    return Row("start to first scrape", statistics.median(times), "ms", Limits.START_MS, spread(times, "ms"))


def first_scrape(process, port, folder, seconds=10):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        with contextlib.suppress(ConnectionError), Connection("127.0.0.1", port) as connection:
            if connection.get("/metrics").status == 200:
                return
        time.sleep(0.0005)
    log = pathlib.Path(folder, "log").read_text(errors="replace")[-2000:]
    raise SystemExit(f"the daemon served no page within {seconds} s (exit code {process.poll()}):\n{log}")


def idle_rows(binary, effort):
    """A quiet host: nobody asks but a Prometheus, every ten seconds."""
    with tempfile.TemporaryDirectory() as folder, daemon(binary, folder) as (process, port):
        first_scrape(process, port, folder)
        time.sleep(2)
        before, started = cpu_seconds(process.pid), time.monotonic()
        while (elapsed := time.monotonic() - started) < effort.idle_seconds:
            first_scrape(process, port, folder)
            time.sleep(min(10, effort.idle_seconds - elapsed))
        share = (cpu_seconds(process.pid) - before) / (time.monotonic() - started)
        memory = memory_mb(process.pid)
    return [
        Row("idle: anonymous memory (RssAnon)", memory["RssAnon"], "MB", Limits.ANONYMOUS_MB),
        Row("idle: resident memory (RSS)", memory["VmRSS"], "MB", Limits.RESIDENT_MB),
        Row("idle: share of one core", share * 100, "%", Limits.CPU_PERCENT, f"over {effort.idle_seconds} s"),
    ]


def cpu_seconds(pid):
    """From the process's CPU clock, in nanoseconds: /proc/PID/stat counts in hundredths of a second, too coarse here."""
    # What clock_getcpuclockid(3) makes of a process id.
    return time.clock_gettime((~pid << 3) | 2)


def memory_mb(pid):
    lines = pathlib.Path(f"/proc/{pid}/status").read_text().splitlines()
    fields = dict(line.split(":", 1) for line in lines if ":" in line)
    return {name: int(fields[name].split()[0]) * 1024 / 1e6 for name in ("RssAnon", "VmRSS")}


@contextlib.contextmanager
def page_url(options):
    if options.url or not options.server:
        yield options.url
        return
    with child(options.server, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as server:
        url = server.stdout.readline().decode().strip()
        if not url.startswith("http://"):
            raise SystemExit(f"{shlex.join(options.server)} printed '{url}' where the page's URL was expected")
        yield url


def scrape_rows(url, effort):
    """The page from the daemon beside the same bytes from nginx, asked for by turns over kept connections."""
    target = urllib.parse.urlsplit(url)
    with Connection(target.hostname, target.port) as ours, tempfile.TemporaryDirectory() as folder:
        plain, packed = ours.get(target.path), ours.get(target.path, "gzip")
        if gzip.decompress(packed.body) != plain.body:
            raise SystemExit("the page changes by itself; the comparison needs one that stands still")
        pathlib.Path(folder, "metrics").write_bytes(plain.body)
        pathlib.Path(folder, "metrics.gz").write_bytes(packed.body)
        with nginx(folder) as theirs:
            series = sum(1 for line in plain.body.splitlines() if line and not line.startswith(b"#"))
            print(f"One page of {series} series: {len(plain.body)} bytes, {len(packed.body)} with gzip.")
            return [
                compare("scrape, identity, beside nginx", ours, theirs, target.path, "identity", effort,
                        Limits.IDENTITY_RATIO),
                compare("scrape, gzip cached, beside nginx", ours, theirs, target.path, "gzip", effort,
                        Limits.GZIP_RATIO),
            ]


@contextlib.contextmanager
def nginx(folder):
    with child([sys.executable, NGINX, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as bed:
        ready = bed.stdout.readline()
        if not ready:
            raise SystemExit("nginx did not start; `Scripts/setup bench` installs it")
        url = urllib.parse.urlsplit(json.loads(ready)["url"])
        with Connection(url.hostname, url.port) as connection:
            yield connection


def compare(name, ours, theirs, path, encoding, effort, limit):
    our_times, their_times = [], []
    for turn in range(effort.scrapes + 3):
        pairs = [(our_times, ours, path), (their_times, theirs, "/metrics")]
        for times, connection, page in pairs if turn % 2 else reversed(pairs):
            before = time.perf_counter()
            connection.get(page, encoding, keep_body=False)
            # The first turns warm caches and windows up.
            if turn >= 3:
                times.append((time.perf_counter() - before) * 1000)
    mine, other = statistics.median(our_times), statistics.median(their_times)
    return Row(name, mine / other, "x", limit, f"{mine:.2f} ms beside {other:.2f} ms, {spread(our_times, 'ms')}")


def spread(times, unit):
    ordered = sorted(times)
    return f"p10 {ordered[len(ordered) // 10]:.2f}, p90 {ordered[len(ordered) * 9 // 10]:.2f} {unit}, n {len(ordered)}"


if __name__ == "__main__":
    sys.exit(main())
