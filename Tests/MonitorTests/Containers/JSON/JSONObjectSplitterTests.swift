import Testing

@testable import Monitor

@Suite struct JSONObjectSplitterTests {
  private let objects = [#"{"a":1}"#, #"{"b":{"c":"}{\"\\"}}"#, #"{"d":[{},{}]}"#]

  private func texts(_ objects: [[UInt8]]) -> [String] {
    objects.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: ["", "\n", "\r\n", " \n\n"])
  func `objects are found however they are set apart`(separator: String) {
    var splitter = JSONObjectSplitter()
    #expect(texts(splitter.take(Array(objects.joined(separator: separator).utf8))) == objects)
  }

  @Test func `a JSON text sequence has a mark before each`() {
    var splitter = JSONObjectSplitter()
    let sequence = objects.map { "\u{1E}\($0)\n" }.joined()
    #expect(texts(splitter.take(Array(sequence.utf8))) == objects)
  }

  @Test func `objects are found wherever the stream is cut`() {
    let bytes = Array(objects.joined(separator: "\n").utf8)
    for cut in 0...bytes.count {
      var splitter = JSONObjectSplitter()
      let found = splitter.take(Array(bytes[..<cut])) + splitter.take(Array(bytes[cut...]))
      #expect(texts(found) == objects, "cut at \(cut)")
    }
    var splitter = JSONObjectSplitter()
    #expect(texts(bytes.flatMap { splitter.take([$0]) }) == objects)
  }

  @Test func `an object beyond the limit is counted, and the next ones are found`() {
    var splitter = JSONObjectSplitter(limit: 20)
    let long = "{\"a\":\"\(String(repeating: "x", count: 100))\"}"
    let found = texts(splitter.take(Array("{\"b\":1}\(long)\n{\"c\":2}".utf8)))
    #expect(found.first == "{\"b\":1}")
    #expect(found.last == "{\"c\":2}")
    #expect(splitter.overlong == 1)
  }
}
