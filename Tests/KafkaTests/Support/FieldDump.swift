import Kafka

/// Turns a message into one line per field, in the words of Kafka's own definitions.
///
/// Scripts/kafka_wire.py writes the same lines without any of our code.
struct FieldDump: WireCoder {
  let version: Int16
  let isFlexible: Bool
  private(set) var lines: [String] = []
  private var path = ""

  static func lines(of message: some WireStruct, version: Int16, isFlexible: Bool) throws(WireError)
    -> [String]
  {
    var dump = FieldDump(version: version, isFlexible: isFlexible)
    var copy = message
    try copy.code(&dump)
    return dump.lines
  }

  private init(version: Int16, isFlexible: Bool) {
    self.version = version
    self.isFlexible = isFlexible
  }

  mutating func field<Value: WireValue>(_ value: inout Value, _ name: StaticString) throws(WireError) {
    let outer = enter(name)
    if let uuid = value as? KafkaUUID { line(uuid.description) } else { try value.code(&self) }
    path = outer
  }

  mutating func field(_ value: inout [UInt8], _ name: StaticString) {
    let outer = enter(name)
    bytes(&value)
    path = outer
  }

  mutating func field(_ value: inout [UInt8]?, _ name: StaticString) {
    let outer = enter(name)
    nullableBytes(&value)
    path = outer
  }

  mutating func integer<Value: WireInteger>(_ value: inout Value) { line("\(value)") }

  mutating func string(_ value: inout String) { line(Self.quoted(value)) }

  mutating func nullableString(_ value: inout String?) { line(value.map(Self.quoted) ?? "null") }

  mutating func bytes(_ value: inout [UInt8]) { line("x" + Hex.text(value)) }

  mutating func nullableBytes(_ value: inout [UInt8]?) { line(value.map { "x" + Hex.text($0) } ?? "null") }

  mutating func array<Element: WireElement>(_ value: inout [Element]) throws(WireError) {
    line("[\(value.count)]")
    let outer = path
    for (index, element) in value.enumerated() {
      path = "\(outer)[\(index)]"
      var copy = element
      try copy.code(&self)
    }
    path = outer
  }

  mutating func nullableArray<Element: WireElement>(_ value: inout [Element]?) throws(WireError) {
    guard var present = value else { return line("null") }
    try array(&present)
  }

  mutating func structure<Structure: WireStruct>(_ value: inout Structure) throws(WireError) {
    try value.fields(&self)
    guard isFlexible else { return }
    for tag in Structure.knownTags { try value.taggedField(tag, &self) }
  }

  mutating func nullableStructure<Structure: WireStruct>(_ value: inout Structure?) throws(WireError) {
    guard var present = value else { return line("null") }
    try structure(&present)
  }

  mutating func only<Element: WireElement>(
    _ values: inout [Element], _ fields: (inout Element, inout FieldDump) throws(WireError) -> Void
  ) throws(WireError) {
    guard var element = values.first else { return }
    try fields(&element, &self)
  }

  private mutating func enter(_ name: StaticString) -> String {
    let outer = path
    path = outer.isEmpty ? "\(name)" : "\(outer).\(name)"
    return outer
  }

  private mutating func line(_ value: String) { lines.append("\(path)=\(value)") }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
