"""How long files and functions are: hard stops for each, and a budget for the whole of Sources."""

import ast

from gates.swift_text import bodies
from gates.tree import Finding

FILE_LINES = 400
FUNCTION_LINES = 50
BUDGET = {"file median": 120, "file p90": 300, "function p90": 25}

_COUNTED = (".swift", ".py", ".sh", ".h", ".c")


def check(tree):
    for path in tree.paths:
        if not path.endswith(_COUNTED):
            continue
        lines = _line_count(tree, path)
        if lines > FILE_LINES:
            yield Finding(path, FILE_LINES + 1, f"the file has {lines} lines; split it by responsibility "
                          f"so that none has more than {FILE_LINES}")
        for line, length in _functions(tree, path):
            if length > FUNCTION_LINES:
                yield Finding(path, line, f"the body of this function has {length} lines; "
                              f"none may have more than {FUNCTION_LINES}")
    for name, value in figures(tree, "Sources").items():
        if value > BUDGET.get(name, value):
            yield Finding("Sources", 0, f"the {name} is {value} lines, over the budget of {BUDGET[name]}")


def figures(tree, folder):
    """Median, 90th percentile and maximum over the Swift files of a folder."""
    paths = tree.swift(folder)
    files = sorted(_line_count(tree, path) for path in paths)
    functions = sorted(body.lines for path in paths for body in bodies(tree.code(path)))
    if not files:
        return {}
    return {
        "files": len(files), "file median": _quantile(files, 0.5), "file p90": _quantile(files, 0.9),
        "file max": files[-1], "functions": len(functions), "function median": _quantile(functions, 0.5),
        "function p90": _quantile(functions, 0.9), "function max": functions[-1] if functions else 0,
    }


def _quantile(ordered, share):
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)] if ordered else 0


def _line_count(tree, path):
    return tree.bytes(path).count(b"\n")


def _functions(tree, path):
    if path.endswith(".swift"):
        yield from ((body.line, body.lines) for body in bodies(tree.code(path)))
    elif path.endswith(".py"):
        for node in ast.walk(ast.parse(tree.text(path))):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                yield node.lineno, node.end_lineno - node.body[0].lineno + 1
