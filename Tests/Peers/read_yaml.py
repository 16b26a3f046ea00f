"""Prints what PyYAML reads in the documents of a file: `read_yaml.py FILE`, where form feeds stand between documents.

One line for each document: texts as hexadecimal UTF-8, numbers with a point as the bits of a double.
"""

import struct
import sys

import yaml


def main():
    with open(sys.argv[1], encoding="utf-8", newline="") as file:
        for document in file.read().split("\f"):
            print(spell(yaml.safe_load(document)))


def spell(value):
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return "x" + struct.pack(">d", value).hex()
    if isinstance(value, str):
        return "'" + value.encode("utf-8").hex() + "'"
    if isinstance(value, list):
        return "[" + ",".join(map(spell, value)) + "]"
    if isinstance(value, dict):
        return "{" + ",".join(spell(key) + ":" + spell(entry) for key, entry in value.items()) + "}"
    raise TypeError(f"no setting is a {type(value).__name__}: {value!r}")


main()
