"""The files that the executable writes about itself: made by `make docs`, and checked to be up to date."""

import pathlib
import subprocess

from gates.tree import Finding

# Each file with the arguments that make the executable print it.
PAGES = {
    "docs/metrics.md": ["metrics", "--format", "markdown"],
    "docs/configuration.md": ["config", "docs"],
}


# What the executable answers to a command that it does not know (EX_USAGE of sysexits.h).
_UNKNOWN_COMMAND = 64


class CannotGenerate(Exception):
    def __init__(self, command, result):
        reason = result.stderr.decode(errors="replace").strip() or "it printed nothing"
        super().__init__(f"'brokerwatch {' '.join(command)}' ended with {result.returncode}: {reason}")
        self.is_unknown_command = result.returncode == _UNKNOWN_COMMAND


def generate(executable, path):
    """What the executable prints for one generated file."""
    command = [str(executable), *PAGES[path]]
    result = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=30)
    if result.returncode != 0 or not result.stdout:
        raise CannotGenerate(PAGES[path], result)
    return result.stdout


def write(executable, folder):
    for path in PAGES:
        page = pathlib.Path(folder, path)
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_bytes(generate(executable, path))
        print(f"wrote {path}")


def check(tree, executable):
    for path in PAGES:
        try:
            page = generate(executable, path)
        except CannotGenerate as error:
            if error.is_unknown_command and path not in tree.paths:
                continue
            yield Finding(path, 1, f"cannot be compared with what the executable says: {error}")
            continue
        if path not in tree.paths:
            yield Finding(path, 1, "the file is missing; run 'make docs'")
        elif tree.bytes(path) != page:
            yield Finding(path, _first_difference(tree.bytes(path), page),
                          "the file is not what the executable prints any more; run 'make docs'")


def _first_difference(old, new):
    pairs = zip(old.split(b"\n"), new.split(b"\n"))
    return next((number for number, (left, right) in enumerate(pairs, start=1) if left != right), 1)
