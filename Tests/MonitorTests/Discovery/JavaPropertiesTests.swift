import Testing

@testable import Monitor

@Suite struct JavaPropertiesTests {
  /// The cases are those of the class's own documentation.
  private static let cases: [(text: String, key: String, value: String)] = [
    ("Truth = Beauty", "Truth", "Beauty"), ("   Truth:Beauty", "Truth", "Beauty"),
    ("Truth             :Beauty", "Truth", "Beauty"), ("cheeses", "cheeses", ""), ("a b", "a", "b"),
    (
      "fruits  apple, banana, pear, \\\n          cantaloupe, watermelon, \\\n          kiwi, mango",
      "fruits",
      "apple, banana, pear, cantaloupe, watermelon, kiwi, mango"
    ),
    ("a=b\\\r\n  c\r\nd=e", "a", "bc"), ("a=b\\\r\n  c\r\nd=e", "d", "e"), ("a=b\\\\\nc=d", "a", "b\\"),
    ("a\\=b=c", "a=b", "c"), ("a\\:b=c", "a:b", "c"), ("a\\ b=c", "a b", "c"), ("a=\\tx\\n", "a", "\tx\n"),
    ("a=\\u00e4\\u20AC", "a", "ä€"), ("a=\\z", "a", "z"), ("a=b#c", "a", "b#c"), ("a=b=c", "a", "b=c"),
    ("# c\\\na=b", "a", "b"), ("! c\na=b", "a", "b"), ("a=1\na=2", "a", "2"), ("a=\\", "a", ""),
    ("a=\\u12", "a", "u12"), ("\u{c}\t a=b", "a", "b"), ("a=b\\\n\nc=d", "a", "b"), ("\n\n\r\ra=b", "a", "b"),
    ("a=b\\\n# c", "a", "b# c"),
  ]

  @Test(arguments: cases.indices)
  func `lines mean what they mean to Java`(index: Int) {
    let (text, key, value) = Self.cases[index]
    #expect(JavaProperties(parsing: Array(text.utf8)) { _ in true }.values[key] == value)
  }

  @Test func `bytes are Latin-1, whatever they look like`() {
    #expect(JavaProperties(parsing: [0x61, 0x3D, 0xE4]) { _ in true }.values == ["a": "ä"])
  }

  @Test func `only what somebody asks for leaves the parser`() {
    let text = "ssl.keystore.password=hush\nnode.id=1\nlistener.name.x.scram.sasl.jaas.config=hush"
    let properties = JavaProperties(parsing: Array(text.utf8), keeping: KafkaKeys.wanted.contains)
    #expect(properties.values == ["node.id": "1"])
  }

  @Test func `anything can be parsed`() {
    var state: UInt64 = 1
    for _ in 0..<2000 {
      let bytes = (0..<40).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let letters = Array("a=: \\\n\r#!u0".utf8) + [0, 0xFF]
        return letters[Int(state >> 33) % letters.count]
      }
      _ = JavaProperties(parsing: bytes) { _ in true }
    }
  }
}
