#!/usr/bin/env python3
"""Measures what watching a Kafka cluster costs, beside klag-exporter, with the limits of each workload.

    Benchmarks/kafka.py --binary .build/static/release/brokerwatch \
        --big-cluster Benchmarks/.build/release/BigCluster [--short] [--rounds N] [WORKLOAD…]

    S      real Kafka: 3 brokers, 1,000 partitions, 10,000 lags
    L      real Kafka: 1 broker, 5,000 partitions, 100,000 lags
    big    a simulated cluster in another process: 3 brokers, 100,000 partitions, 100,000 lags

Real Kafka is found through BROKERWATCH_KAFKA, klag-exporter through BROKERWATCH_PEERS; what is missing is left out, and said.
CPU is that of the process, user and system. Exit 1 when a limit is missed.
"""

import argparse
import os
import pathlib
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from typing import NamedTuple

import big_cluster
import exporters
import kafka_cluster
from figures import Figure, memory_figures, missed, page_figures, percentile, print_figures, request_figure, spread


class Limits(NamedTuple):
    cpu: float
    cpu_scraped: float
    resident: float


class Effort(NamedTuple):
    interval: int
    warm_up: int
    cycles: int
    # Each round measures everything once, every other one backwards: a broker that grows warm is so to all.
    rounds: int
    # Seconds for a broker that was just filled to come to rest.
    settle: int
    # How far over its limit a value may be before the run fails.
    tolerance: float


# Six cycles are a minute: what is asked once a minute is in them once.
FULL = Effort(interval=10, warm_up=3, cycles=6, rounds=2, settle=60, tolerance=1)
SHORT = Effort(interval=2, warm_up=1, cycles=2, rounds=1, settle=0, tolerance=2)
LIMITS = {
    "S": Limits(cpu=30, cpu_scraped=80, resident=48),
    "L": Limits(cpu=250, cpu_scraped=500, resident=120),
    "tiny": Limits(cpu=15, cpu_scraped=30, resident=48),
}
WORKLOADS = {"S": kafka_cluster.SMALL, "L": kafka_cluster.LARGE, "tiny": kafka_cluster.TINY}


def main():
    # So that no broker is left behind.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    options = parse_options()
    effort = SHORT if options.short else FULL
    if options.rounds:
        effort = effort._replace(rounds=options.rounds)
    figures = []
    for name in options.workloads or (["tiny", "big"] if options.short else ["S", "L", "big"]):
        if name == "big":
            figures += big_cluster.measure(options.binary, options.big_cluster, options.short)
        elif kafka_cluster.home():
            figures += measure(WORKLOADS[name], options.binary, effort)
        else:
            print(f"\n{name} is left out: BROKERWATCH_KAFKA names no folder with bin/kafka.")
    over = missed(figures, effort.tolerance)
    if over:
        print(f"\nOver {'the limit' if effort.tolerance == 1 else 'twice the limit'}: {', '.join(over)}.")
    return 1 if over else 0


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=pathlib.Path, required=True)
    parser.add_argument("--big-cluster", type=pathlib.Path, required=True)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--rounds", type=int, help="how often each is measured, by turns")
    parser.add_argument("workloads", nargs="*", metavar="WORKLOAD", choices=["S", "L", "tiny", "big", []])
    options = parser.parse_args()
    options.binary = options.binary.resolve(strict=True)
    options.big_cluster = options.big_cluster.resolve(strict=True)
    return options


def measure(workload, binary, effort):
    """Nobody, ours unasked, ours asked, and the peer, by turns on the same cluster."""
    costs = {"nobody": exporters.Costs(), "unasked": exporters.Costs(), "asked": exporters.Costs()}
    with tempfile.TemporaryDirectory() as folder, kafka_cluster.kafka(workload) as cluster:
        peer = klag_exporter(folder) if workload.name != "tiny" else None
        if peer:
            costs["peer"] = exporters.Costs()
        time.sleep(effort.settle)
        for turn in range(effort.rounds):
            for kind, cost in reversed(costs.items()) if turn % 2 else costs.items():
                run(kind, cost, workload, cluster, binary, peer, effort)
    figures = our_figures(workload, costs, cluster, effort)
    print_figures(f"{workload.name}: {workload.brokers} brokers, {workload.lags:,} lags, every {effort.interval} s",
                  figures)
    return figures


def run(kind, cost, workload, cluster, binary, peer, effort):
    if kind == "nobody":
        cost.watch(None, cluster.processes, effort.interval, effort.cycles, scrapes=False)
        return
    if kind == "peer":
        context = exporters.klag_exporter(peer, cluster.bootstrap, effort.interval)
        expected = "kafka_consumergroup_group_lag"
    else:
        context = exporters.brokerwatch(binary, cluster.bootstrap, effort.interval)
        expected = "broker_consumer_group_lag"
    with context as exporter:
        exporters.wait_for_page(exporter, lambda page: page.samples(expected), 60 + effort.interval * 3)
        # A few cycles without a look: connections are made, memory reaches its size.
        exporters.Costs().watch(exporter, [], effort.interval, effort.warm_up, scrapes=kind != "unasked")
        cost.watch(exporter, cluster.processes, effort.interval, effort.cycles, scrapes=kind != "unasked")


def klag_exporter(folder):
    """Unpacked there, or nothing where it is not to be had."""
    packed = pathlib.Path(os.environ.get("BROKERWATCH_PEERS", ""), "klag-exporter.xz")
    if not os.environ.get("BROKERWATCH_PEERS") or not packed.exists():
        print("\nklag-exporter is left out: BROKERWATCH_PEERS names no folder with klag-exporter.xz.")
        return None
    program = pathlib.Path(folder, "klag-exporter")
    with open(program, "wb") as file:
        subprocess.run(["xz", "-dkc", packed], stdout=file, check=True)
    program.chmod(0o755)
    return program


def our_figures(workload, costs, cluster, effort):
    limits, unasked, asked = LIMITS[workload.name], costs["unasked"], costs["asked"]
    page = asked.pages[-1]
    lag = page.total("broker_consumer_group_lag")
    figures = [
        Figure("ours: CPU of a cycle", unasked.mean_cpu, "ms", limits.cpu, spread(unasked.cpu)),
        Figure("ours: CPU of a cycle and a gzip scrape", asked.mean_cpu, "ms", limits.cpu_scraped, spread(asked.cpu)),
        *memory_figures("ours", asked, limits.resident),
        *page_figures("ours", asked),
        Figure("ours: lag on the page, off the truth by", abs(lag - cluster.lag), "", 0, f"{lag:,.0f} on the page"),
        request_figure(asked, workload.brokers),
    ]
    peer = costs.get("peer")
    if peer:
        figures += [
            Figure("klag-exporter: CPU of a cycle and a scrape", peer.mean_cpu, "ms", None, spread(peer.cpu)),
            *memory_figures("klag-exporter", peer, None),
            *page_figures("klag-exporter", peer),
        ]
    return figures + kafka_figures(costs, effort)


def kafka_figures(costs, effort):
    """What Kafka itself needs; who watches must not make it work more than the peer does."""
    names = {"nobody": "watched by nobody", "unasked": "ours, unasked", "asked": "ours", "peer": "klag-exporter"}
    figures = [Figure(f"Kafka's own CPU of a cycle, {names[kind]}", statistics.median(cost.kafka), "ms", None,
                      spread(cost.kafka)) for kind, cost in costs.items()]
    if "peer" in costs:
        idle = costs["nobody"].kafka
        # Two cycles say nothing of what varies: the quick look only shows the figure.
        noise = (percentile(idle, 0.9) - percentile(idle, 0.1)) / 2 if effort is FULL else None
        more = statistics.median(costs["asked"].kafka) - statistics.median(costs["peer"].kafka)
        figures.append(Figure("Kafka's own CPU, ours above klag-exporter", more, "ms", noise,
                              "the limit is half of what it varies by when nobody watches"))
    return figures


if __name__ == "__main__":
    sys.exit(main())
