#!/usr/bin/env python3
"""The gates that the Swift formatter does not have. Prints `path:line: sentence` for each finding; exit 1 if any.

    Scripts/lint.py                          every gate but the one of the generated files
    Scripts/lint.py --executable PATH        that one too: compares them with what this brokerwatch prints
    Scripts/lint.py --write-docs PATH        writes the generated files instead
"""

import argparse
import pathlib
import sys

from gates import generated, imports, sizes, tests, texts, words
from gates.tree import Tree

GATES = [sizes.check, imports.check, words.check, tests.check, texts.check]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--executable", metavar="PATH", type=pathlib.Path)
    parser.add_argument("--write-docs", metavar="PATH", type=pathlib.Path)
    options = parser.parse_args()
    root = pathlib.Path(__file__).resolve().parent.parent
    if options.write_docs:
        generated.write(options.write_docs.resolve(), root)
        return 0
    tree = Tree.of_checkout(root)
    findings = [finding for gate in GATES for finding in gate(tree)]
    if options.executable:
        findings += generated.check(tree, options.executable.resolve())
    for finding in sorted(findings):
        print(finding)
    for folder in ("Sources", "Tests"):
        print(describe(folder, sizes.figures(tree, folder)))
    return 1 if findings else 0


def describe(folder, figures):
    if not figures:
        return f"{folder}: no Swift file"
    return (
        f"{folder}: {figures['files']} files, lines median {figures['file median']}, p90 {figures['file p90']}, "
        f"max {figures['file max']} (budget {sizes.BUDGET['file median']}, {sizes.BUDGET['file p90']}, "
        f"{sizes.FILE_LINES}); {figures['functions']} functions, lines median {figures['function median']}, "
        f"p90 {figures['function p90']}, max {figures['function max']} (budget p90 "
        f"{sizes.BUDGET['function p90']}, max {sizes.FUNCTION_LINES})")


if __name__ == "__main__":
    sys.exit(main())
