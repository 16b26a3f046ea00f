"""Escapes from the type system, traps and free-floating tasks: none outside ../lint-allow.txt, each with a reason."""

import re
from typing import NamedTuple

from gates.tree import Finding, line_of

ALLOW_LIST = "Scripts/lint-allow.txt"


class Word(NamedTuple):
    name: str
    pattern: re.Pattern
    sentence: str
    # The path prefixes that need no entry in the allow-list.
    exempt: tuple = ()
    # If any are named, only these paths may have an entry at all.
    only: tuple = ()


_EVENT_LOOP = "Sources/Systemd/Loop/EventLoop.swift"

WORDS = [
    # An actor names its event loop with a value that is unsafe by its type; there is no other way to write that.
    Word("unsafe", re.compile(r"(?<![\w.])unsafe\b(?!\s*\))(?!\s+[\w.]+\.asUnownedSerialExecutor\(\))"),
         "'unsafe' stands outside the wrapper files of C libraries",
         exempt=("Tests/", "Benchmarks/", "Fuzz/")),
    Word("@unchecked Sendable", re.compile(r"@unchecked\s+Sendable\b"),
         "'@unchecked Sendable' switches the compiler's proof off; use Locked, or an actor on an EventLoop",
         only=(_EVENT_LOOP,)),
    Word("nonisolated(unsafe)", re.compile(r"\bnonisolated\s*\(\s*unsafe\s*\)"),
         "'nonisolated(unsafe)' switches the compiler's proof off; use Locked, or an actor on an EventLoop"),
    # A fuzz target reports what it found by crashing.
    Word("fatalError", re.compile(r"\bfatalError\s*\("),
         "'fatalError' ends the watcher; throw an error that says what failed", exempt=("Fuzz/",)),
    Word("preconditionFailure", re.compile(r"\bpreconditionFailure\s*\("),
         "'preconditionFailure' ends the watcher; throw an error that says what failed", exempt=("Fuzz/",)),
    Word("try!", re.compile(r"\btry!"), "'try!' ends the watcher when the call fails; handle the error"),
    Word("as!", re.compile(r"\bas!"), "'as!' ends the watcher when the type is another one; use 'as?'"),
    Word("!", re.compile(r"(?<=[\w)\]}\"`>?])(?<!\btry)(?<!\bas)!(?!=)"),
         "'!' ends the watcher when there is no value; unwrap with 'if let', 'guard let' or '??'"),
    Word("Task", re.compile(r"(?<![\w.])Task\s*(?:<[^>{}()]*>)?\s*(?:[({]|\.\s*(?:detached|immediate)\b)"),
         "an unstructured task has no parent that waits for it; use a task group or 'async let'",
         exempt=("Sources/brokerwatch/",)),
]


class Entry(NamedTuple):
    """Lets a word stand in a file, or in a whole folder if the path ends with a slash."""

    path: str
    word: str
    line: int

    def covers(self, path, word):
        return word == self.word and (path == self.path or (self.path.endswith("/") and path.startswith(self.path)))


def check(tree):
    """Finds the first place of each word in each file: an entry of the allow-list is for the whole file, too."""
    entries, problems = _read_allow_list(tree)
    yield from problems
    used = set()
    for path in tree.swift():
        for word in WORDS:
            match = None if path.startswith(word.exempt or ("\0",)) else word.pattern.search(tree.code(path))
            if not match:
                continue
            covering = {entry for entry in entries if entry.covers(path, word.name)}
            used |= covering
            if not covering:
                yield Finding(path, line_of(tree.code(path), match.start()), _with_way_out(word))
    for entry in entries:
        if entry not in used:
            yield Finding(ALLOW_LIST, entry.line, f"nothing in {entry.path} needs the entry for "
                          f"'{entry.word}' any more; remove it")


def _with_way_out(word):
    return f"{word.sentence} (or, if nothing else will do, give the reason in {ALLOW_LIST})"


def _read_allow_list(tree):
    """The entries of the allow-list, and what is wrong with it. A line is: path | word | reason."""
    entries, problems = [], []
    if ALLOW_LIST not in tree.paths:
        return entries, problems
    known = {word.name: word for word in WORDS}
    for number, text in enumerate(tree.text(ALLOW_LIST).splitlines(), start=1):
        if not text.strip() or text.startswith("#"):
            continue
        fields = [field.strip() for field in text.split("|", 2)]
        if len(fields) != 3 or not fields[2]:
            problems.append(Finding(ALLOW_LIST, number, "an entry is 'path | word | reason', and the reason is not empty"))
            continue
        path, name, _ = fields
        if name not in known:
            problems.append(Finding(ALLOW_LIST, number, f"'{name}' is no word of the gate; "
                                    f"it is one of {', '.join(known)}"))
        elif known[name].only and path not in known[name].only:
            problems.append(Finding(ALLOW_LIST, number, f"'{name}' may be allowed in "
                                    f"{' and '.join(known[name].only)} alone"))
        else:
            entries.append(Entry(path, name, number))
    return entries, problems
