"""Rows of figures with their limits, as text."""

import statistics
from typing import NamedTuple


class Figure(NamedTuple):
    name: str
    value: float
    unit: str
    # None: to be known only.
    limit: float | None = None
    note: str = ""

    def is_over(self, tolerance=1):
        return self.limit is not None and self.value > self.limit * tolerance


def print_figures(title, figures):
    print(f"\n{title}")
    for figure in figures:
        limit = "" if figure.limit is None else f"limit {figure.limit:g}"
        verdict = "" if figure.limit is None else "OVER" if figure.is_over() else "ok"
        line = f"  {figure.name:<44}{figure.value:>12,.2f} {figure.unit:<8}{limit:<14}{verdict:<5} {figure.note}"
        print(line.rstrip(), flush=True)


def missed(figures, tolerance):
    return [figure.name for figure in figures if figure.is_over(tolerance)]


def memory_figures(name, cost, limit):
    return [
        Figure(f"{name}: resident memory (RSS)", cost.most("VmRSS"), "MB", limit,
               f"peak {cost.most('VmHWM'):.1f} MB, anonymous {cost.memory[0]['RssAnon']:.1f} MB at first, "
               f"{cost.memory[-1]['RssAnon']:.1f} MB at last"),
    ]


def page_figures(name, cost):
    times = [page.milliseconds for page in cost.pages]
    page = cost.pages[-1]
    return [
        Figure(f"{name}: scrape, gzip", statistics.median(times), "ms", None, f"max {max(times):.1f} ms"),
        Figure(f"{name}: series", page.series, "", None,
               f"{len(page.body) / 1e6:.2f} MB, {page.sent / 1e6:.2f} MB with gzip"),
    ]


def request_figure(cost, brokers):
    """Between one scrape and the next lies one cycle. The limit is that of classic groups."""
    counts = [page.total("brokerwatch_kafka_requests_total") for page in cost.pages]
    cycles = [later - earlier for earlier, later in zip(counts, counts[1:]) if later >= earlier]
    return Figure("ours: requests of a cycle", statistics.median(cycles), "", 5 * brokers + 2,
                  f"at most {max(cycles):.0f}, with what is asked once a minute")


def percentile(values, share):
    return sorted(values)[int((len(values) - 1) * share + 0.5)]


def spread(values):
    return (f"median {statistics.median(values):.1f}, p10 {percentile(values, 0.1):.1f}, "
            f"p90 {percentile(values, 0.9):.1f} ms, n {len(values)}")
