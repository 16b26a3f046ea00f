"""Real Kafka clusters of the sizes that have limits, filled with topics, records and commits."""

import contextlib
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile
from typing import NamedTuple

BASE_PORT = 19800


class Workload(NamedTuple):
    name: str
    brokers: int
    # For `kafka start` and for `load`.
    start: str
    load: str
    lags: int


SMALL = Workload("S", 3, "", "--topics 20 --partitions 50 --rf 3 --records 20 --groups 100", 10_000)
LARGE = Workload("L", 1, "--heap 3g", "--topics 100 --partitions 50 --records 10 --groups 1000 --workers 2", 100_000)
TINY = Workload("tiny", 1, "", "--topics 4 --partitions 25 --records 2 --groups 10", 1_000)
# A broker that has nothing to do.
IDLE = Workload("idle", 1, "", "", 0)


class KafkaCluster(NamedTuple):
    bootstrap: str
    processes: list
    # The sum of all lags.
    lag: int


def home():
    """The folder with Kafka, or why there is none."""
    folder = os.environ.get("BROKERWATCH_KAFKA", "")
    return pathlib.Path(folder) if folder and pathlib.Path(folder, "bin/kafka").exists() else None


@contextlib.contextmanager
def kafka(workload):
    program = home() / "bin/kafka"
    with tempfile.TemporaryDirectory(prefix="kafka-") as parent:
        folder = pathlib.Path(parent, "cluster")
        words = [program, "start", folder, "--brokers", workload.brokers, "--base-port", BASE_PORT,
                 *shlex.split(workload.start)]
        try:
            print(f"{workload.name}: starting Kafka", file=sys.stderr)
            variables = dict(line.split("=", 1) for line in output(words).splitlines() if "=" in line)
            bootstrap = variables["KAFKA_BOOTSTRAP"].strip("'\"")
            processes = [int(value) for name, value in variables.items() if name.startswith("KAFKA_PID_")]
            yield KafkaCluster(bootstrap, processes, fill(bootstrap, workload))
        finally:
            subprocess.run([program, "stop", folder], stdout=subprocess.DEVNULL, check=False)


def fill(bootstrap, workload):
    """The sum of all lags."""
    if not workload.load:
        return 0
    print(f"{workload.name}: load {workload.load}", file=sys.stderr)
    return int(re.search(r"true_lag_sum (\d+)", load(bootstrap, workload))[1])


def load(bootstrap, workload):
    words = [sys.executable, home() / "bin/load", bootstrap, *shlex.split(workload.load)]
    try:
        return output(words)
    except ProgramFailed as problem:
        if "\nrecords " not in str(problem):
            raise
        # A busy broker may be late with a commit once; the records are there, and all commits are made anew.
        print(f"{workload.name}: once more, after {problem}", file=sys.stderr)
        return output([*words, "--no-produce"])


class ProgramFailed(SystemExit):
    """Ends everything unless somebody knows better."""


def output(words):
    # The nodes inherit what they are started with; a file, unlike a pipe, does not wait for them.
    with tempfile.TemporaryFile("w+") as file:
        done = subprocess.run([str(word) for word in words], stdin=subprocess.DEVNULL, stdout=file, check=False)
        file.seek(0)
        text = file.read()
    if done.returncode:
        raise ProgramFailed(f"{shlex.join(str(word) for word in words)} ended with {done.returncode}:\n{text[-2000:]}")
    return text
