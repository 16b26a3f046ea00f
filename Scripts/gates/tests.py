"""Tests wait for a condition instead of for time, expect something, and are not switched off."""

import re

from gates.tree import Finding, line_of

# A sleep of a minute and more stands for "hangs until it is cancelled": no test waits for its end.
_SLEEP = re.compile(
    r"\bTask\s*\.\s*sleep\b(?!\(for: \.seconds\((?:[6-9]\d|\d{3,})\)\))|\bThread\s*\.\s*sleep\b|(?<![\w.])(?<!func )(?:sleep|usleep|nanosleep|clock_nanosleep)\s*\((?!for:)|"
    r"\b(?:ContinuousClock|SuspendingClock)\s*\(\s*\)\s*\.\s*sleep\b|\bclock\s*\.\s*sleep\b")
_OFF = re.compile(r"\.disabled\s*\(|\bwithKnownIssue\b")
_XCTEST = re.compile(r"\bimport\s+XCTest\b")
_TEST = re.compile(r"@Test\b")
_EXPECTATION = re.compile(r"#expect\b|#require\b|\bIssue\s*\.\s*record\b|\bconfirmation\b")
# Helpers that look again until a deadline, for what cannot be awaited; the tests themselves never do.
_WAITS_FOR_CONDITIONS = "Tests/TestSupport/"


def check(tree):
    for path in tree.swift("Tests"):
        code = tree.code(path)
        if not path.startswith(_WAITS_FOR_CONDITIONS):
            yield from _each(path, code, _SLEEP, "a test that sleeps is slow and still fails on a slow machine; "
                             "await a condition with a deadline, or move the manual clock")
        yield from _each(path, code, _OFF, "a test that is switched off proves nothing; mend it or remove it")
        yield from _each(path, code, _XCTEST, "tests are written with Swift Testing")
        if (test := _TEST.search(code)) and not _EXPECTATION.search(code):
            yield Finding(path, line_of(code, test.start()), "the tests of this file expect nothing")


def _each(path, code, pattern, sentence):
    for match in pattern.finditer(code):
        yield Finding(path, line_of(code, match.start()), sentence)
