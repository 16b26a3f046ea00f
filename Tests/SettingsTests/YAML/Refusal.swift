import Testing

/// A document that the parser refuses, and in which words.
struct Refusal: Sendable, CustomTestStringConvertible {
  let bytes: [UInt8]
  let problems: [String]

  init(_ text: String, _ problems: String...) {
    bytes = Array(text.utf8)
    self.problems = problems
  }

  init(bytes: [UInt8], _ problems: String...) {
    self.bytes = bytes
    self.problems = problems
  }

  var testDescription: String { problems.first ?? "" }

  static let all = [
    Refusal("a: 1\n b: 2\n", "f:2:3: this is not valid YAML: mapping values are not allowed in this context"),
    Refusal(
      "a:\n\tb: 1\n",
      "f:2:1: this is not valid YAML: found character that cannot start any token"
        + " (while scanning for the next token that begins on line 2); use spaces here instead of a tab"),
    Refusal(
      "a: [1, 2\nb: 3\n",
      "f:2:2: this is not valid YAML: did not find expected ',' or ']'"
        + " (while parsing a flow sequence that begins on line 1)"),
    Refusal(
      "a: 'x\n",
      "f:2:1: this is not valid YAML: found unexpected end of stream"
        + " (while scanning a quoted scalar that begins on line 1)"),
    Refusal("a: 1\nb: \u{1}\n", "f:2:4: this is not valid YAML: control characters are not allowed"),
    Refusal("a: 1\n\u{0}", "f:2:1: this is not valid YAML: control characters are not allowed"),
    Refusal(
      bytes: Array("a: 1\nbä: ".utf8) + [0xFF], "f:2:5: this is not UTF-8 text; save the file as UTF-8"),
    Refusal(bytes: [0xFF, 0xFE, 0x61, 0x00], "f:1:1: this is not UTF-8 text; save the file as UTF-8"),
    Refusal(
      bytes: Array("a: ".utf8) + [0xC0, 0x80], "f:1:4: this is not UTF-8 text; save the file as UTF-8"),
    Refusal(
      bytes: Array("a: ".utf8) + [0xED, 0xA0, 0x80], "f:1:4: this is not UTF-8 text; save the file as UTF-8"),
    Refusal("a: 1\n---\nb: 2\n", "f:2:1: a second document begins here; a settings file holds only one"),
    Refusal(
      "a: 1\nb: 2\na: 3\n", "f:3:1: the key 'a' appears twice at the top level; it is already on line 1"),
    Refusal(
      "a:\n  - b: {c: 1, \"c\": 2}\n", "f:2:15: the key 'c' appears twice in a[0].b; it is already on line 2"),
    Refusal(
      "a: &x 1\n", "f:1:4: anchors (&name) are not supported; write the value out wherever it is used"),
    Refusal("a: *x\n", "f:1:4: aliases (*name) are not supported; write the value out here"),
    Refusal("a: {<<: {b: 1}}\n", "f:1:5: merge keys (<<) are not supported; write the keys out in a"),
    Refusal(
      "a: !!int 5\n", "f:1:4: the tag 'tag:yaml.org,2002:int' is not supported; write the value without it"),
    Refusal("a: !x [b]\n", "f:1:4: the tag '!x' is not supported; write the value without it"),
    Refusal("? [a]\n: 1\n", "f:1:3: a key at the top level is not plain text"),
    Refusal("[[[[[[1]]]]]]", "f:1:6: values are nested more than 5 deep here"),
    Refusal("[" + String(repeating: "1,", count: 40) + "]", "f:1:62: the file has more than 30 values"),
    Refusal(
      String(repeating: "#", count: 201), "f:1:1: the file has 201 bytes; 200 are the most that is read"),
  ]
}
