"""Programs that watch a Kafka cluster, started as a user starts them, and what they cost."""

import contextlib
import gzip
import json
import os
import pathlib
import re
import statistics
import tempfile
import time
import urllib.error
import urllib.request
from typing import NamedTuple

from daemon import child, cpu_seconds
from scrape import free_port

# As Prometheus asks.
HEADERS = {
    "Accept-Encoding": "gzip",
    "Accept": "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5",
}
SAMPLE = re.compile(rb"^([a-zA-Z_:][^{ ]*)(\{[^\n]*\})? ([^ \n]+)", re.MULTILINE)


class Exporter(NamedTuple):
    """One that runs."""
    name: str
    process: object
    url: str
    log: pathlib.Path
    # When its first cycle began, or soon after.
    started: float

    def fail(self, what):
        raise SystemExit(f"{self.name} {what}:\n{self.log.read_text(errors='replace')[-2000:]}")


class Page(NamedTuple):
    body: bytes
    sent: int
    milliseconds: float

    @property
    def series(self):
        return sum(1 for line in self.body.splitlines() if line and not line.startswith(b"#"))

    def samples(self, name):
        """The labels, as they stand, and the value of each sample of this name."""
        wanted = name.encode()
        return [(labels, float(value)) for found, labels, value in SAMPLE.findall(self.body) if found == wanted]

    def total(self, name):
        return sum(value for _, value in self.samples(name))


def scrape(url):
    before = time.perf_counter()
    with urllib.request.urlopen(urllib.request.Request(url, headers=HEADERS), timeout=60) as answer:
        sent = answer.read()
        packed = answer.headers.get("Content-Encoding") == "gzip"
    milliseconds = (time.perf_counter() - before) * 1000
    return Page(gzip.decompress(sent) if packed else sent, len(sent), milliseconds)


@contextlib.contextmanager
def brokerwatch(binary, bootstrap, interval, granularity="auto"):
    cluster = {"bootstrap": bootstrap.split(","), "scope": "cluster", "interval": f"{interval}s",
               "granularity": granularity}
    with tempfile.TemporaryDirectory() as folder:
        port, settings = free_port(), pathlib.Path(folder, "settings.yml")
        # JSON is YAML, too.
        settings.write_text(json.dumps({
            "web": {"listen_addresses": [f"127.0.0.1:{port}"]}, "clusters": [cluster], "state_directory": folder}))
        words = [binary, "run", "--config.file", settings]
        with running("brokerwatch", words, folder, f"http://127.0.0.1:{port}/metrics") as exporter:
            yield exporter


@contextlib.contextmanager
def klag_exporter(binary, bootstrap, interval):
    with tempfile.TemporaryDirectory() as folder:
        port, settings = free_port(), pathlib.Path(folder, "settings.toml")
        settings.write_text(f"""
[exporter]
poll_interval = "{interval}s"
http_port = {port}
http_host = "127.0.0.1"
granularity = "partition"
[exporter.timestamp_sampling]
enabled = true
[[clusters]]
name = "c"
bootstrap_servers = "{bootstrap}"
group_whitelist = [".*"]
group_blacklist = []
topic_whitelist = [".*"]
topic_blacklist = []
""")
        with running("klag-exporter", [binary, "-c", settings], folder, f"http://127.0.0.1:{port}/metrics") as exporter:
            yield exporter


@contextlib.contextmanager
def running(name, words, folder, url, **more):
    log = pathlib.Path(folder, "log")
    environment = {**os.environ, "STATE_DIRECTORY": folder, "HOME": folder, **more}
    with open(log, "wb") as output:
        with child(words, cwd=folder, env=environment, stdout=output, stderr=output) as process:
            yield Exporter(name, process, url, log, time.monotonic())


def wait_for_page(exporter, is_complete, seconds):
    """The first page on which this holds."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and exporter.process.poll() is None:
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            page = scrape(exporter.url)
            if is_complete(page):
                return page
        time.sleep(0.5)
    exporter.fail(f"had no complete page within {seconds} s")


def memory_mb(pid):
    lines = pathlib.Path(f"/proc/{pid}/status").read_text().splitlines()
    fields = dict(line.split(":", 1) for line in lines if ":" in line)
    return {name: int(fields[name].split()[0]) * 1024 / 1e6 for name in ("VmRSS", "VmHWM", "RssAnon")}


class Costs:
    """What a program and its cluster needed, cycle by cycle."""

    def __init__(self):
        self.cpu, self.kafka, self.memory, self.pages = [], [], [], []

    def watch(self, exporter, kafka, interval, cycles, scrapes):
        """Each slice begins in the middle between two cycles, so that it holds one of them whole."""
        pid = exporter.process.pid if exporter else None
        due = time.monotonic()
        if exporter:
            since = due - exporter.started
            due += (interval * 1.5 - since % interval) % interval
            time.sleep(due - time.monotonic())
        for _ in range(cycles):
            if exporter and exporter.process.poll() is not None:
                exporter.fail(f"ended with {exporter.process.returncode}")
            before, kafka_before = cpu_seconds(pid) if pid else 0, sum(map(cpu_seconds, kafka))
            if exporter and scrapes:
                self.pages.append(scrape(exporter.url))
            due += interval
            time.sleep(max(0, due - time.monotonic()))
            if pid:
                self.cpu.append((cpu_seconds(pid) - before) * 1000)
                self.memory.append(memory_mb(pid))
            self.kafka.append((sum(map(cpu_seconds, kafka)) - kafka_before) * 1000)

    @property
    def mean_cpu(self):
        """Over all cycles: some things are done once a minute only."""
        return statistics.mean(self.cpu)

    def most(self, name):
        return max(memory[name] for memory in self.memory)
