"""Which target may import which module. Imports point one way, and Monitor and Exporter never meet."""

import re

from gates.tree import Finding, line_of

# What every target may use of the toolchain.
_TOOLCHAIN = {"Glibc", "Synchronization", "FoundationEssentials"}

# brokerwatch -> {Monitor, Exporter, Simulation} -> {Kafka, Transport, Systemd, Settings} -> Model -> C libraries.
ALLOWED = {
    "Model": {"CShims"},
    "Systemd": {"Model", "CSystemd", "CShims"},
    "Transport": {"Model", "Systemd", "CCurl", "CShims"},
    "Patterns": {"CPCRE2"},
    "Settings": {"Model", "Patterns", "CYAML", "CShims"},
    "Kafka": {"Model", "Systemd", "Transport", "CZlib", "CCrypto", "CShims"},
    "Simulation": {"Model", "Systemd", "Kafka", "CShims"},
    "Monitor": {"Model", "Systemd", "Transport", "Patterns", "Settings", "Kafka", "CShims"},
    "Exporter": {
        "Model", "Systemd", "Settings", "CMicrohttpd", "CGnuTLS", "CZlib", "CCrypt", "CShims"},
    "brokerwatch": {
        "Model", "Systemd", "Transport", "Patterns", "Settings", "Kafka", "Monitor", "Exporter",
        "CBuildInfo", "CShims"},
}

_IMPORT = re.compile(
    r"^[ \t]*(?:@\w+(?:\([^)]*\))?[ \t]+)*(?:(?:public|package|internal|fileprivate|private)[ \t]+)?import[ \t]+"
    r"(?:(?:struct|class|enum|protocol|func|var|let|typealias)[ \t]+)?(\w+)", re.MULTILINE)


def imports(code):
    return [(match[1], line_of(code, match.start(1))) for match in _IMPORT.finditer(code)]


def check(tree):
    for path in tree.swift():
        for module, line in imports(tree.code(path)):
            if module == "Foundation":
                yield Finding(path, line, "imports Foundation, which costs four times the binary and twice the "
                              "memory; import FoundationEssentials, and only where it is really needed")
    for path in tree.swift("Sources"):
        yield from _check_directions(tree, path)


def _check_directions(tree, path):
    target = path.split("/")[1]
    if target not in ALLOWED:
        yield Finding(path, 1, f"target {target} has no row in the import table of Scripts/gates/imports.py")
        return
    for module, line in imports(tree.code(path)):
        if module not in ALLOWED[target] | _TOOLCHAIN | {"Foundation"}:
            yield Finding(path, line, f"{target} may not import {module}: imports point one way "
                          "(brokerwatch, then Monitor and Exporter, then Transport, Systemd and Settings, then Model)")
