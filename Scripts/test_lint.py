#!/usr/bin/env python3
"""Every gate catches its bad example, at the right line, and passes the good one."""

import pathlib
import stat
import tempfile
import unittest

from gates import generated, imports, sizes, tests, texts, words
from gates.swift_text import bodies, mask
from gates.tree import Tree

QUOTES = '"""'


def found(gate, files, *arguments):
    return [(finding.path, finding.line) for finding in gate(Tree(files), *arguments)]


def sentences(gate, files):
    return " ".join(finding.sentence for finding in gate(Tree(files)))


class Masking(unittest.TestCase):
    def assert_masked(self, source, expected):
        self.assertEqual(mask(source), expected)
        self.assertEqual(len(source), len(expected))

    def test_comments_are_blanked_and_lines_kept(self):
        self.assert_masked("a // b\nc", "a     \nc")
        self.assert_masked("a /* b /* c\n */ d */ e", "a          \n         e")

    def test_strings_are_blanked(self):
        self.assert_masked('f("try! \\" x")', 'f("         ")')
        self.assert_masked('f(#"a " \\n"#)', 'f(#"      "#)')
        self.assert_masked(f"f({QUOTES}\n a \" b\n {QUOTES})", f"f({QUOTES}\n      \n {QUOTES})")

    def test_code_inside_an_interpolation_stays(self):
        self.assert_masked('"a \\(b(c)!) d"', '"   (b(c)!)  "')
        self.assert_masked('"\\(f("x)"))" + y!', '" (f("  "))" + y!')
        self.assert_masked('#"\\(no) \\#(yes!)"#', '#"        (yes!)"#')

    def test_quoted_names_are_blanked(self):
        self.assert_masked("func `don't \"try!\"`() {", "func `xxxxxxxxxxxx`() {")

    def test_regexes_are_blanked_and_divisions_are_not(self):
        self.assert_masked("let r = /a\"b/", "let r =      ")
        self.assert_masked("let r = #/a/\"/#", "let r =        ")
        self.assert_masked("a / b / c", "a / b / c")
        self.assert_masked("(a/b)/c!", "(a/b)/c!")

    def test_a_string_without_end_stops_at_its_line(self):
        self.assert_masked('"abc\nlet x', '"   \nlet x')


class FunctionBodies(unittest.TestCase):
    def assert_bodies(self, source, *expected):
        self.assertEqual([tuple(body) for body in bodies(mask(source))], list(expected))

    def test_functions_initializers_and_subscripts(self):
        self.assert_bodies(
            "struct S {\n  init(_ a: Int = 1) {\n    x\n  }\n  deinit { y }\n  func f<T>(a: () -> Int = { 1 }) async "
            "throws(E) -> T where T: P {\n    a\n    b\n  }\n  subscript(i: Int) -> Int {\n    i\n  }\n}",
            ("init", 2, 1), ("deinit", 5, 1), ("f", 6, 2), ("subscript", 10, 1))

    def test_accessors_count_by_themselves(self):
        self.assert_bodies(
            "var a: Int {\n  get {\n    1\n  }\n  set(new) {\n    x\n    y\n  }\n}\nvar b: Int { get async throws(E) { 1 } }"
            "\nvar c = 1 {\n  didSet {\n    z\n  }\n}",
            ("get", 2, 1), ("set", 5, 2), ("get", 10, 1), ("didSet", 12, 1))

    def test_a_computed_property_is_a_function_and_a_stored_one_is_not(self):
        self.assert_bodies(
            "var a: [Int] {\n  1\n  2\n}\nvar b: Int\nif c { d }\nlet e: Int = { 1 }()\nif var f { g }\n"
            "var h: Result<Int, E>\nwhile i { j }",
            ("a", 1, 2))

    def test_a_requirement_of_a_protocol_has_no_body(self):
        self.assert_bodies(
            "protocol P {\n  func a() -> Int\n  init()\n  var b: Int { get throws }\n  func c()\n}\nfunc d() { e }",
            ("d", 7, 1))

    def test_calls_are_not_declarations(self):
        self.assert_bodies("let a = self.init(b)\nx.map(Y.init).z { w }\nf(init: 1) { g }")

    def test_words_in_strings_and_comments_are_no_functions(self):
        self.assert_bodies('let a = "func f() {"\n// func g() {\nfunc h() {\n  "}"\n}', ("h", 3, 1))

    def test_nested_functions_count_in_both(self):
        self.assert_bodies("func a() {\n  func b() {\n    c\n  }\n}", ("a", 1, 3), ("b", 2, 1))


class Sizes(unittest.TestCase):
    def test_a_file_of_more_than_400_lines(self):
        self.assertEqual(found(sizes.check, {"Tests/A.swift": "x\n" * 401}), [("Tests/A.swift", 401)])
        self.assertEqual(found(sizes.check, {"Tests/A.swift": "x\n" * 400}), [])

    def test_a_function_of_more_than_50_lines(self):
        def function(lines):
            return {"Tests/A.swift": "\nfunc f() {\n" + "  x\n" * lines + "}\n"}
        self.assertEqual(found(sizes.check, function(51)), [("Tests/A.swift", 2)])
        self.assertEqual(found(sizes.check, function(50)), [])

    def test_a_python_function_of_more_than_50_lines(self):
        def function(lines):
            return {"a.py": "def f():\n" + "  x\n" * lines}
        self.assertEqual(found(sizes.check, function(51)), [("a.py", 1)])
        self.assertEqual(found(sizes.check, function(50)), [])

    def test_the_budget_of_all_sources(self):
        def sources(median):
            return {f"Sources/Model/{name}.swift": "x\n" * median for name in "ABC"}
        self.assertIn("file median is 121", sentences(sizes.check, sources(121)))
        self.assertEqual(sentences(sizes.check, sources(120)), "")


class Imports(unittest.TestCase):
    def test_monitor_and_exporter_never_meet(self):
        self.assertEqual(
            found(imports.check, {"Sources/Monitor/A.swift": "import Model\nimport Exporter\n"}),
            [("Sources/Monitor/A.swift", 2)])
        self.assertEqual(
            found(imports.check, {"Sources/Exporter/A.swift": "package import Monitor\n"}),
            [("Sources/Exporter/A.swift", 1)])

    def test_nothing_points_back(self):
        for target, module in [("Model", "Systemd"), ("Systemd", "Transport"), ("Transport", "Exporter"),
                               ("Settings", "Monitor"), ("Monitor", "CCurl"), ("Model", "Dispatch")]:
            path = f"Sources/{target}/A.swift"
            self.assertEqual(found(imports.check, {path: f"internal import {module}\n"}), [(path, 1)], (target, module))

    def test_what_the_design_allows(self):
        self.assertEqual(found(imports.check, {
            "Sources/Exporter/A.swift": "import Glibc\npackage import Model\n@preconcurrency internal import CZlib\n",
            "Sources/Monitor/A.swift": "import struct Model.World\nimport Settings\nimport FoundationEssentials\n",
            "Sources/brokerwatch/main.swift": "import Exporter\nimport Monitor\n// import Nothing\n",
            "Tests/MonitorTests/A.swift": "import Exporter\nimport Monitor\n",
        }), [])

    def test_the_large_foundation_anywhere(self):
        for path in ["Sources/Model/A.swift", "Tests/ModelTests/A.swift", "Benchmarks/Sources/B/A.swift"]:
            self.assertEqual(found(imports.check, {path: "\nimport Foundation\n"}), [(path, 2)])

    def test_a_target_without_a_row(self):
        self.assertIn("no row", sentences(imports.check, {"Sources/New/A.swift": "\n"}))


class Words(unittest.TestCase):
    BAD = {
        "unsafe": "let a = unsafe b.pointee\n",
        "nonisolated(unsafe)": "nonisolated(unsafe) var a = 1\n",
        "fatalError": "fatalError(\"no\")\n",
        "preconditionFailure": "preconditionFailure()\n",
        "try!": "let a = try! b()\n",
        "as!": "let a = b as! C\n",
        "!": "let a = b!.c\n",
        "Task": "Task { await a() }\n",
    }

    def test_each_word_is_caught_and_can_be_allowed_with_a_reason(self):
        for word, code in self.BAD.items():
            files = {"Sources/Model/A.swift": "\n" + code}
            self.assertEqual(found(words.check, files), [("Sources/Model/A.swift", 2)], word)
            files[words.ALLOW_LIST] = f"# why\nSources/Model/A.swift | {word} | the reason | of it\n"
            self.assertEqual(found(words.check, files), [], word)

    def test_unchecked_sendable_belongs_to_the_event_loop_alone(self):
        loop, other = "Sources/Systemd/Loop/EventLoop.swift", "Sources/Model/A.swift"
        code = "final class A: @unchecked Sendable {}\n"
        self.assertEqual(found(words.check, {other: code}), [(other, 1)])
        self.assertEqual(
            found(words.check, {loop: code, words.ALLOW_LIST: f"{loop} | @unchecked Sendable | an executor\n"}), [])
        self.assertIn("alone", sentences(
            words.check, {other: code, words.ALLOW_LIST: f"{other} | @unchecked Sendable | lazy\n"}))

    def test_more_ways_to_write_them(self):
        for code in ["f(a)!", "a[1]!", "var a: B!", "b { c }!", '"\\(a!)"', "Task.detached { }", "Task<Void, Never> { }",
                     "Task(name: \"a\") { }", "f(unsafe a)", "as! [B]", "_ = Task.immediate { }"]:
            self.assertEqual(found(words.check, {"Sources/Model/A.swift": code + "\n"}),
                             [("Sources/Model/A.swift", 1)], code)

    def test_what_only_looks_like_them(self):
        for code in ["a != b", "a !== b", "!a && (!b)", "#expect(!a)", "// try! x!", '"unsafe x!"', "try? a()", "b as? C",
                     "if !isUnsafe { }", "let t: Task<Void, Never>", "try await Task.sleep(for: a)", "Task.isCancelled",
                     "func `never try! this!`() {}", "let unsafely = 1", "taskTask { }",
                     "unsafe loop.asUnownedSerialExecutor()"]:
            self.assertEqual(found(words.check, {"Sources/Model/A.swift": code + "\n"}), [], code)

    def test_where_they_may_stand(self):
        self.assertEqual(found(words.check, {"Sources/brokerwatch/main.swift": "Task { }\n"}), [])
        self.assertEqual(found(words.check, {"Tests/A/A.swift": "unsafe a()\n"}), [])
        self.assertEqual(found(words.check, {"Fuzz/Sources/A/A.swift": "fatalError()\n"}), [])
        self.assertEqual(found(words.check, {"Tests/A/A.swift": "try! a()\n"}), [("Tests/A/A.swift", 1)])

    def test_an_entry_for_a_folder(self):
        files = {"Sources/C/Wrap/A.swift": "unsafe a()\n", words.ALLOW_LIST: "Sources/C/Wrap/ | unsafe | wraps C\n"}
        self.assertEqual(found(words.check, files), [])
        files["Sources/C/Other.swift"] = "unsafe a()\n"
        self.assertEqual(found(words.check, files), [("Sources/C/Other.swift", 1)])

    def test_each_word_is_named_once_a_file(self):
        self.assertEqual(
            found(words.check, {"Sources/Model/A.swift": "unsafe a\ntry! b\nunsafe c\n"}),
            [("Sources/Model/A.swift", 1), ("Sources/Model/A.swift", 2)])

    def test_an_entry_that_nothing_needs_and_entries_that_say_too_little(self):
        files = {words.ALLOW_LIST: "A.swift | try! | why\nA.swift | try!\nA.swift | try! | \nA.swift | oops | why\n"}
        self.assertEqual(found(words.check, files), [(words.ALLOW_LIST, line) for line in (2, 3, 4, 1)])


class Tests(unittest.TestCase):
    GOOD = "@Test func a() async {\n  #expect(await b())\n}\n"

    def test_sleeps(self):
        for call in ["try await Task.sleep(for: .seconds(59))", "try await Task.sleep(for: .milliseconds(100))",
                     "usleep(10)", "sleep(1)", "nanosleep(&a, nil)",
                     "try await ContinuousClock().sleep(for: a)"]:
            files = {"Tests/ModelTests/A.swift": self.GOOD + call + "\n"}
            self.assertEqual(found(tests.check, files), [("Tests/ModelTests/A.swift", 4)], call)

    def test_what_is_no_sleep(self):
        for line in ["try await loop.sleep(for: a)", "func sleep(for: Duration) {}", "// sleep(1)",
                     "try await sleep(for: a)", "try await Task.sleep(for: .seconds(60))",
                     "try await Task.sleep(for: .seconds(3600))"]:
            self.assertEqual(found(tests.check, {"Tests/A/A.swift": self.GOOD + line + "\n"}), [], line)

    def test_only_the_helpers_that_look_again_may_wait(self):
        code = "try await Task.sleep(for: a)\n"
        self.assertEqual(found(tests.check, {"Tests/TestSupport/eventually.swift": code}), [])
        self.assertEqual(found(tests.check, {"Tests/ModelTests/A.swift": code}), [("Tests/ModelTests/A.swift", 1)])

    def test_a_file_whose_tests_expect_nothing(self):
        self.assertEqual(found(tests.check, {"Tests/A/A.swift": "\n@Test func a() { b() }\n"}), [("Tests/A/A.swift", 2)])
        for code in [self.GOOD, "@Test func a() throws { try #require(b) }\n", "struct Helper {}\n"]:
            self.assertEqual(found(tests.check, {"Tests/A/A.swift": code}), [], code)

    def test_switched_off_tests_and_xctest(self):
        for line in ["@Test(.disabled(\"later\")) func a() {}", "withKnownIssue { b() }", "import XCTest"]:
            self.assertEqual(found(tests.check, {"Tests/A/A.swift": self.GOOD + line + "\n"}), [("Tests/A/A.swift", 4)], line)


class Texts(unittest.TestCase):
    def test_line_and_file_ends(self):
        self.assertEqual(found(texts.check, {"a.txt": "x"}), [("a.txt", 1)])
        self.assertEqual(found(texts.check, {"a.txt": "x\ny \n"}), [("a.txt", 2)])
        self.assertEqual(found(texts.check, {"a.swift": "\tx\n"}), [("a.swift", 1)])
        self.assertEqual(found(texts.check, {"a.txt": "x\n\ny\n", "b.txt": "", "Makefile": "a:\n\tb\n"}), [])

    def test_input_of_tests_and_binaries_stay_as_they_are(self):
        self.assertEqual(found(texts.check, {"Tests/A/Fixtures/a": "x \t", "Fuzz/Corpora/B/1": "x", "b.png": b"\0 \t"}), [])

    def test_paths_of_one_machine(self):
        for path in ["/ho" + "me/ada/x", "/wo" + "rk/x", "/Us" + "ers/ada/x", "a=/ro" + "ot/x"]:
            self.assertEqual(found(texts.check, {"a.md": path + "\n"}), [("a.md", 1)], path)
        for path in ["/proc/1/ro" + "ot/run", "$HOME/wo" + "rk/x", "docs/wo" + "rk/x", "/etc/x"]:
            self.assertEqual(found(texts.check, {"a.md": path + "\n"}), [], path)

    def test_links(self):
        files = {"docs/a.md": "# One `two`\n## 3. Three\n", "Sources/B.swift": "\n"}
        for link in ["a.md", "a.md#one-two", "#here", "../Sources", "../Sources/B.swift", "https://x/y"]:
            self.assertEqual(found(texts.check, {**files, "docs/b.md": f"# Here\n\n[a]({link})\n"}), [], link)
        for link in ["b/a.md", "a.md#two", "#there", "../../Sources"]:
            self.assertEqual(
                found(texts.check, {**files, "docs/b.md": f"# Here\n\n[a]({link})\n"}), [("docs/b.md", 3)], link)

    def test_links_in_code_are_no_links(self):
        self.assertEqual(found(texts.check, {"a.md": "`[a](b)`\n\n```\n[a](b)\n```\n"}), [])


class Generated(unittest.TestCase):
    def check(self, files, body):
        with tempfile.TemporaryDirectory() as folder:
            executable = pathlib.Path(folder, "brokerwatch")
            executable.write_text(f"#!/bin/sh\n{body}\n")
            executable.chmod(stat.S_IRWXU)
            return found(generated.check, files, executable)

    def test_a_file_that_is_not_what_the_executable_prints(self):
        pages = {path: "one\ntwo\n" for path in generated.PAGES}
        self.assertEqual(self.check(pages, "printf 'one\\ntwo\\n'"), [])
        self.assertEqual(self.check(pages, "printf 'one\\nthree\\n'"), [(path, 2) for path in generated.PAGES])

    def test_a_missing_file(self):
        self.assertEqual(self.check({}, "echo one"), [(path, 1) for path in generated.PAGES])

    def test_a_command_that_the_executable_does_not_know(self):
        self.assertEqual(self.check({}, "exit 64"), [])
        self.assertEqual(self.check({"docs/metrics.md": "x\n"}, "exit 64"), [("docs/metrics.md", 1)])
        self.assertEqual(self.check({}, "exit 1"), [(path, 1) for path in generated.PAGES])


if __name__ == "__main__":
    unittest.main()
