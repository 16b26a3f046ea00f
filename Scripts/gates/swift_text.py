"""Reads Swift just well enough to tell code from strings and comments, and to find the bodies of functions."""

import bisect
import re
from typing import NamedTuple

_STRING_START = re.compile(r'(#*)("""|")')
_EXTENDED_REGEX_START = re.compile(r"(#+)/")
# A slash starts a regex only where an operand may stand; after an operand it divides.
_BEFORE_REGEX = re.compile(r"(?:^|[(,=:\[{;!&|?]|\breturn|\bin|\bcase|\btry|\bawait)\s*$")
_BARE_REGEX = re.compile(r"/(?![\s/*])(?:\\.|[^\\/\n])+/")


def mask(text):
    """The text with comments, strings, regexes and quoted names blanked: same length, same line breaks."""
    return _Masker(text).run()


class _Masker:
    def __init__(self, text):
        self.text = text
        self.out = list(text)

    def run(self):
        self._code(0, in_interpolation=False)
        return "".join(self.out)

    def _blank(self, start, end, filler=" "):
        for index in range(start, min(end, len(self.out))):
            if self.out[index] != "\n":
                self.out[index] = filler

    def _code(self, at, in_interpolation):
        """Walks code up to the end, or up to the parenthesis that ends an interpolation; returns what follows."""
        depth = 0
        while at < len(self.text):
            skipped = self._skip_literal(at)
            if skipped is not None:
                at = skipped
                continue
            if self.text[at] == "(":
                depth += 1
            elif self.text[at] == ")":
                if in_interpolation and depth == 0:
                    return at + 1
                depth -= 1
            at += 1
        return at

    def _skip_literal(self, at):
        """The end of the comment, string, regex or quoted name that starts here, or None."""
        text = self.text
        if text[at] not in '/"#`':
            return None
        if text.startswith("//", at):
            return self._until(at, text.find("\n", at))
        if text.startswith("/*", at):
            return self._block_comment(at)
        if text[at] == "`":
            end = text.find("`", at + 1)
            self._blank(at + 1, end, filler="x")
            return end + 1 if end > 0 else len(text)
        if start := _STRING_START.match(text, at):
            return self._string(start)
        if start := _EXTENDED_REGEX_START.match(text, at):
            end = text.find("/" + start[1], start.end())
            return self._until(at, end + 1 + len(start[1]) if end >= 0 else -1)
        if text[at] == "/" and (regex := _BARE_REGEX.match(text, at)):
            line_start = text.rfind("\n", 0, at) + 1
            if _BEFORE_REGEX.search("".join(self.out[line_start:at])):
                return self._until(at, regex.end())
        return None

    def _until(self, start, end):
        end = len(self.text) if end < 0 else end
        self._blank(start, end)
        return end

    def _block_comment(self, start):
        """Block comments nest in Swift."""
        depth, at = 0, start
        for mark in re.finditer(r"/\*|\*/", self.text[start:]):
            depth += 1 if mark[0] == "/*" else -1
            at = start + mark.end()
            if depth == 0:
                return self._until(start, at)
        return self._until(start, -1)

    def _string(self, start):
        hashes, quotes = start[1], start[2]
        delimiter, escape = quotes + hashes, "\\" + hashes
        at = start.end()
        while at < len(self.text):
            if self.text.startswith(delimiter, at):
                return at + len(delimiter)
            if self.text.startswith(escape, at):
                interpolation = self.text.startswith("(", at + len(escape))
                self._blank(at, at + len(escape) + (0 if interpolation else 1))
                at += len(escape) + 1
                if interpolation:
                    at = self._code(at, in_interpolation=True)
                continue
            if self.text[at] == "\n" and quotes == '"':
                return at
            self._blank(at, at + 1)
            at += 1
        return at


class Body(NamedTuple):
    """What stands between the braces of a function, initializer, subscript or accessor."""

    name: str
    line: int
    lines: int


_TOKEN = re.compile(r"[A-Za-z_]\w*|->|\n|\S")
_OPENING = {"func", "init", "deinit", "subscript"}
_ACCESSORS = {"get", "set", "willSet", "didSet", "_read", "_modify", "read", "modify"}
_BEFORE_ACCESSOR = {"{", "}", "mutating", "nonmutating", "borrowing", "consuming", "isolated", ")"}
_EFFECTS = {"async", "throws", "rethrows", "(", ")"}
# One of these means that the declaration before it had no body, as in a protocol.
_NEXT_DECLARATION = _OPENING | {
    "var", "let", "case", "associatedtype", "typealias", "struct", "enum", "extension", "protocol", "import"}
_TYPE_GOES_ON_AFTER = {":", "->", "&", ",", "any", "some"}
_TYPE_GOES_ON_WITH = {"{", "->", "&", ".", "throws", "async"}


def bodies(code):
    """Every body of a function in masked code, the nested ones too."""
    return _BodyFinder(code).run()


class _BodyFinder:
    def __init__(self, code):
        found = list(_TOKEN.finditer(code))
        self.tokens = [token[0] for token in found]
        breaks = [token.start() for token in found if token[0] == "\n"]
        self.lines = [bisect.bisect_left(breaks, token.start()) + 1 for token in found]
        self.closing = self._matching_braces()

    def _matching_braces(self):
        closing, open_braces = {}, []
        for index, token in enumerate(self.tokens):
            if token == "{":
                open_braces.append(index)
            elif token == "}" and open_braces:
                closing[open_braces.pop()] = index
        return closing

    def run(self):
        found = []
        for index, token in enumerate(self.tokens):
            if token in _OPENING and self._before(index) != "." and self._after(index) != ":":
                brace = self._brace_of_function(index)
                named = self._after(index) if token == "func" else token
            elif token == "var" and self._before(index) != "case":
                brace, named = self._brace_of_property(index), self._after(index)
            elif token in _ACCESSORS and self._before(index) in _BEFORE_ACCESSOR:
                brace, named = self._brace_of_accessor(index), token
            else:
                continue
            if brace is not None and brace in self.closing and (token == "func" or not self._holds_accessors(brace)):
                lines = self.lines[self.closing[brace]] - self.lines[brace] - 1
                found.append(Body(named, self.lines[index], max(lines, 1)))
        return found

    def _before(self, index):
        return next((token for token in reversed(self.tokens[max(index - 8, 0):index]) if token != "\n"), "")

    def _after(self, index):
        return next((token for token in self.tokens[index + 1:index + 8] if token != "\n"), "")

    def _holds_accessors(self, brace):
        first = self._after(brace)
        return first in _ACCESSORS or first in {"mutating", "nonmutating"} or (
            first == "@" and any(token in _ACCESSORS for token in self.tokens[brace:brace + 12]))

    def _depths(self, start):
        """The tokens from `start` on with the depth of round and square brackets, closures in them left out."""
        depth, index = 0, start
        while index < len(self.tokens) and depth >= 0:
            token = self.tokens[index]
            if token in "([":
                depth += 1
            elif token in ")]":
                depth -= 1
            elif token == "{" and depth > 0:
                index = self.closing.get(index, index)
            yield index, token, depth
            index += 1

    def _brace_of_function(self, index):
        for at, token, depth in self._depths(index + 1):
            if depth == 0 and token == "{":
                return at
            if depth == 0 and (token in {"}", ";"} or (token in _NEXT_DECLARATION and self._before(at) != ".")):
                return None
        return None

    def _brace_of_property(self, index):
        """The brace of a computed property: one with a type and without an initial value."""
        has_type = False
        for at, token, depth in self._depths(index + 1):
            if depth < 0 or (depth == 0 and token in {"=", "}", ";", "in"}):
                return None
            if depth == 0 and token == "\n" and (
                    self._before(at) not in _TYPE_GOES_ON_AFTER and self._after(at) not in _TYPE_GOES_ON_WITH):
                return None
            has_type = has_type or (depth == 0 and token == ":")
            if depth == 0 and token == "{":
                return at if has_type else None
        return None

    def _brace_of_accessor(self, index):
        for at, token, depth in self._depths(index + 1):
            if token == "{":
                return at
            if depth == 0 and token not in _EFFECTS:
                return None
        return None
