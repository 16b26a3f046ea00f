"""What holds for every text: ends of lines and files, no path of somebody's machine, links that lead somewhere."""

import posixpath
import re

from gates.tree import Finding, line_of

# Input that tests and fuzzers need byte for byte.
_VERBATIM = re.compile(r"(?:^|/)(?:Fixtures|Golden|Corpora|Corpus|corpus|corpora)/")
_TABS_ARE_SYNTAX = re.compile(r"(?:^|/)(?:Makefile|[^/]*\.mk|\.gitmodules)$")
_MACHINE_PATH = re.compile(r"(?<![\w./$}])/(?:(?:work|farm|root)/|(?:home|Users)/(?!USER\b)\w)")
_LINK = re.compile(r"(?<!!)\[[^\]\n]*\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)|!\[[^\]\n]*\]\(([^)\s]+)\)")
_CODE = re.compile(r"^(```|~~~).*?^\1[^\n]*$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*\s*$", re.MULTILINE)


def check(tree):
    for path in tree.paths:
        content = tree.bytes(path)
        if b"\0" in content or _VERBATIM.search(path):
            continue
        if content and not content.endswith(b"\n"):
            yield Finding(path, content.count(b"\n") + 1, "the file does not end with a line break")
        yield from _check_lines(tree, path)
        if path.endswith(".md"):
            yield from _check_links(tree, path)


def _check_lines(tree, path):
    for number, line in enumerate(tree.text(path).split("\n"), start=1):
        if line != line.rstrip():
            yield Finding(path, number, "the line ends with white space")
        if "\t" in line and not _TABS_ARE_SYNTAX.search(path):
            yield Finding(path, number, "the line holds a tab; indent with spaces")
        if _MACHINE_PATH.search(line):
            yield Finding(path, number, "the line names a folder of one person's machine")


def _check_links(tree, path):
    prose = _without_code(tree.text(path))
    for match in _LINK.finditer(prose):
        target = match[1] or match[2]
        if re.match(r"[a-z][a-z0-9+.-]*:", target):
            continue
        problem = _broken(tree, path, target)
        if problem:
            yield Finding(path, line_of(prose, match.start()), f"the link '{target}' leads nowhere: {problem}")


def _without_code(text):
    return _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)


def _broken(tree, path, target):
    """Why a link of a Markdown file does not resolve, or None if it does."""
    file, _, anchor = target.partition("#")
    page = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
    if not tree.has(page):
        return f"there is no {page}"
    if anchor and page.endswith(".md") and anchor not in _anchors(tree.text(page)):
        return f"{page} has no heading '{anchor}'"
    return None


def _anchors(text):
    headings = _HEADING.findall(re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
