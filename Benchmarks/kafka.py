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
import statistics
import subprocess
import sys
import tempfile
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
    # Each round measures everything once, so that a machine that grows warm or busy is so to all.
    rounds: int
    # How far over its limit a value may be before the run fails.
    tolerance: float


# Six cycles are a minute: what is asked once a minute is in them once.
FULL = Effort(interval=10, warm_up=3, cycles=6, rounds=2, tolerance=1)
SHORT = Effort(interval=2, warm_up=1, cycles=2, rounds=1, tolerance=2)
LIMITS = {
    "S": Limits(cpu=30, cpu_scraped=80, resident=48),
    "L": Limits(cpu=250, cpu_scraped=500, resident=120),
    "tiny": Limits(cpu=15, cpu_scraped=30, resident=48),
}
WORKLOADS = {"S": kafka_cluster.SMALL, "L": kafka_cluster.LARGE, "tiny": kafka_cluster.TINY}


def main():
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
        for _ in range(effort.rounds):
            for kind, cost in costs.items():
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
    return figures + kafka_figures(costs)


def kafka_figures(costs):
    """What Kafka itself needs; who watches must not make it work more than the peer does."""
    idle = statistics.median(costs["nobody"].kafka)
    noise = percentile(costs["nobody"].kafka, 0.9) - percentile(costs["nobody"].kafka, 0.1)
    limit = None
    if "peer" in costs:
        limit = statistics.median(costs["peer"].kafka) - idle + noise / 2
    figures = [Figure("Kafka's own CPU, watched by nobody", idle, "ms", None, spread(costs["nobody"].kafka))]
    for kind, name in (("unasked", "ours, unasked"), ("asked", "ours"), ("peer", "klag-exporter")):
        if kind in costs:
            figures.append(
                Figure(f"  more with {name}", statistics.median(costs[kind].kafka) - idle, "ms",
                       None if kind == "peer" else limit, spread(costs[kind].kafka)))
    return figures


if __name__ == "__main__":
    sys.exit(main())
