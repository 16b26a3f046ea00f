"""What a cluster of 100,000 partitions costs, simulated in another process that answers from prebuilt bytes."""

import gzip
import json
import pathlib
import subprocess
import tempfile
import urllib.parse
from typing import NamedTuple

import daemon
import exporters
from figures import Figure, memory_figures, page_figures, print_figures, request_figure, spread
from scrape import Connection


class Size(NamedTuple):
    topics: int
    groups: int
    interval: int
    warm_up: int
    cycles: int
    scrapes: int
    cpu: float
    resident: float
    # How often the loop may be late; None: any number, for machines that others use.
    late: int | None

    @property
    def partitions(self):
        return self.topics * 100


# Each topic has 100 partitions, each group reads one topic.
FULL = Size(topics=1000, groups=1000, interval=10, warm_up=3, cycles=12, scrapes=31, cpu=500, resident=250, late=0)
SHORT = Size(topics=100, groups=100, interval=2, warm_up=1, cycles=2, scrapes=5, cpu=80, resident=80,
             late=None)
BROKERS = 3
# A tick that comes later than this has waited for the loop.
BLOCKED = 0.02
SCRAPE_RATIOS = {"identity": daemon.Limits.IDENTITY_RATIO, "gzip": daemon.Limits.GZIP_RATIO}


def measure(binary, program, short):
    size = SHORT if short else FULL
    words = [program, "--topics", size.topics, "--partitions", 100, "--groups", size.groups]
    with daemon.child(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as simulation:
        bootstrap = ",".join(json.loads(simulation.stdout.readline())["bootstrap"])
        with exporters.brokerwatch(binary, bootstrap, size.interval, "lags") as exporter:
            figures = watch(exporter, simulation, size)
    print_figures(
        f"big: {BROKERS} brokers, {size.partitions:,} partitions, {size.groups * 100:,} lags, every {size.interval} s",
        figures)
    return figures


def watch(exporter, simulation, size):
    is_complete = lambda page: len(page.samples("broker_consumer_group_lag")) >= size.groups
    exporters.wait_for_page(exporter, is_complete, 60)
    exporters.Costs().watch(exporter, [], size.interval, size.warm_up, scrapes=True)
    first = exporters.scrape(exporter.url)
    unasked, asked = exporters.Costs(), exporters.Costs()
    unasked.watch(exporter, [simulation.pid], size.interval, size.cycles, scrapes=False)
    asked.watch(exporter, [simulation.pid], size.interval, size.cycles, scrapes=True)
    return [
        Figure("ours: CPU of a cycle", unasked.mean_cpu, "ms", size.cpu, spread(unasked.cpu)),
        Figure("ours: CPU of a cycle and a gzip scrape", asked.mean_cpu, "ms", None, spread(asked.cpu)),
        *memory_figures("ours", asked, size.resident),
        *page_figures("ours", asked),
        *lag_figures(asked.pages[-1], simulation, size),
        loop_figure(first, asked.pages[-1], size.late),
        request_figure(asked, BROKERS),
        *scrape_figures(asked.pages[-1], exporter, size),
    ]


def lag_figures(page, simulation, size):
    """The truth grows while the page stands: by one on each partition that is read, every second."""
    simulation.stdin.write("\n")
    simulation.stdin.flush()
    truth, lag = json.loads(simulation.stdout.readline())["lag"], page.total("broker_consumer_lag")
    youngest = truth - size.groups * 100 * size.interval * 3
    off = max(0, youngest - lag, lag - truth)
    return [
        Figure("ours: lags on the page", len(page.samples("broker_consumer_lag")), ""),
        Figure("ours: sum of lag, outside of the truth by", off, "", 0, f"{lag:,.0f}, later {truth:,}"),
    ]


def loop_figure(before, after, limit):
    """How often the loop did late what was due. A busy machine makes it late, too."""
    def late(page):
        watch = [(labels, value) for labels, value in page.samples("brokerwatch_event_loop_lag_seconds_bucket")
                 if b'loop="watch"' in labels]
        counts = {labels.split(b'le="')[1].split(b'"')[0]: value for labels, value in watch}
        return counts[b"+Inf"], counts[b"+Inf"] - counts[str(BLOCKED).encode()]
    (turns_before, late_before), (turns, lates) = late(before), late(after)
    return Figure(f"ours: loop blocked longer than {BLOCKED * 1000:g} ms", lates - late_before, "times", limit,
                  f"of {turns - turns_before:,.0f}")


def scrape_figures(page, exporter, size):
    """The page from the daemon, as it is between two cycles, beside the same bytes from nginx."""
    target = urllib.parse.urlsplit(exporter.url)
    effort = daemon.Effort(scrapes=size.scrapes, starts=0, idle_seconds=0, tolerance=1)
    with tempfile.TemporaryDirectory() as folder, Connection(target.hostname, target.port) as ours:
        pathlib.Path(folder, "metrics").write_bytes(page.body)
        pathlib.Path(folder, "metrics.gz").write_bytes(gzip.compress(page.body, 6))
        with daemon.nginx(folder) as theirs:
            rows = [daemon.compare(f"ours: scrape, {encoding}, beside nginx", ours, theirs, target.path, encoding, effort, limit)
                    for encoding, limit in SCRAPE_RATIOS.items()]
    return [Figure(row.name, row.value, "x", row.limit, row.beside) for row in rows]
