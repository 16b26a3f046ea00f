"""The files under the gates, and what a gate finds in them."""

import pathlib
import subprocess
from typing import NamedTuple

from gates.swift_text import mask


class Finding(NamedTuple):
    path: str
    line: int
    sentence: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.sentence}"


class Tree:
    """Files by their path from the root: those of a git checkout, or those that a test made up."""

    def __init__(self, contents, folder=None):
        self._contents = contents
        self.folder = folder
        self.paths = sorted(contents)
        self._masked = {}

    @classmethod
    def of_checkout(cls, folder):
        """What git tracks, and what it would track: the ignored files are nobody's business."""
        listing = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=folder, check=True, capture_output=True)
        paths = [path for path in listing.stdout.decode().split("\0") if path]
        files = {path: pathlib.Path(folder, path) for path in paths}
        return cls({path: file.read_bytes() for path, file in files.items() if file.is_file()}, folder)

    def has(self, path):
        return path in self._contents or any(other.startswith(path.rstrip("/") + "/") for other in self.paths)

    def bytes(self, path):
        content = self._contents[path]
        return content if isinstance(content, bytes) else content.encode()

    def text(self, path):
        return self.bytes(path).decode(errors="replace")

    def swift(self, *folders):
        """The Swift files below the folders, or all of them."""
        return [path for path in self.paths if path.endswith(".swift")
                and (not folders or path.startswith(tuple(folder + "/" for folder in folders)))]

    def code(self, path):
        """A Swift file with its comments and strings blanked out, every character still in its place."""
        if path not in self._masked:
            self._masked[path] = mask(self.text(path))
        return self._masked[path]


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1
