"""Prints what prometheus_client reads in a scrape: `read_exposition.py text|openmetrics FILE`.

One line for each family and sample, fields between tabs; texts as hexadecimal UTF-8, numbers as the bits of a double.
"""

import struct
import sys

from prometheus_client import parser
from prometheus_client.openmetrics import parser as openmetrics


def main():
    kind, path = sys.argv[1:]
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    read = openmetrics if kind == "openmetrics" else parser
    for family in read.text_string_to_metric_families(text):
        print("family", family.name, family.type, family.unit, spell(family.documentation), sep="\t")
        for sample in family.samples:
            labels = ",".join(f"{name}={spell(value)}" for name, value in sorted(sample.labels.items()))
            print("sample", sample.name, labels, struct.pack(">d", sample.value).hex(), sep="\t")


def spell(text):
    return text.encode("utf-8", "surrogatepass").hex()


main()
