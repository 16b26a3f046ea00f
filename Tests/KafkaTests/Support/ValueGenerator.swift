import Kafka

/// Fills a message with values, edges first, that the same seed makes again.
struct ValueGenerator: WireCoder {
  let version: Int16
  let isFlexible: Bool
  private var state: UInt64

  static func value<Message: WireStruct>(
    _: Message.Type, version: Int16, isFlexible: Bool, seed: UInt64
  ) throws(WireError) -> Message {
    var generator = ValueGenerator(version: version, isFlexible: isFlexible, state: seed)
    var message = Message()
    try message.code(&generator)
    return message
  }

  private init(version: Int16, isFlexible: Bool, state: UInt64) {
    self.version = version
    self.isFlexible = isFlexible
    self.state = state
  }

  mutating func integer<Value: WireInteger>(_ value: inout Value) {
    let edges: [Value] = [0, 1, .min, .max, Value(truncatingIfNeeded: -1)]
    let choice = Int(next() % 8)
    value = choice < edges.count ? edges[choice] : Value(truncatingIfNeeded: next())
  }

  mutating func string(_ value: inout String) {
    let texts = [
      "", "a", "orders", "fünfzehn Zeichen und mehr", "🦊", String(repeating: "x", count: 300), "?\u{0}\n",
    ]
    value = texts[Int(next() % UInt64(texts.count))]
  }

  mutating func nullableString(_ value: inout String?) {
    var text = ""
    string(&text)
    value = isNull() ? nil : text
  }

  mutating func bytes(_ value: inout [UInt8]) {
    value = (0..<(next() % 20)).map { UInt8(truncatingIfNeeded: $0 &* 37) }
  }

  mutating func nullableBytes(_ value: inout [UInt8]?) {
    var present: [UInt8] = []
    bytes(&present)
    value = isNull() ? nil : present
  }

  mutating func array<Element: WireElement>(_ value: inout [Element]) throws(WireError) {
    value = []
    for _ in 0..<(next() % 4) {
      var element = Element()
      try element.code(&self)
      value.append(element)
    }
  }

  mutating func nullableArray<Element: WireElement>(_ value: inout [Element]?) throws(WireError) {
    var present: [Element] = []
    try array(&present)
    value = isNull() ? nil : present
  }

  mutating func structure<Structure: WireStruct>(_ value: inout Structure) throws(WireError) {
    try value.fields(&self)
    guard isFlexible else { return }
    for tag in Structure.knownTags { try value.taggedField(tag, &self) }
  }

  mutating func nullableStructure<Structure: WireStruct>(_ value: inout Structure?) throws(WireError) {
    var present = Structure()
    try structure(&present)
    value = isNull() ? nil : present
  }

  mutating func only<Element: WireElement>(
    _ values: inout [Element], _ fields: (inout Element, inout ValueGenerator) throws(WireError) -> Void
  ) throws(WireError) {
    var element = Element()
    try fields(&element, &self)
    values = [element]
  }

  private mutating func isNull() -> Bool { next() % 3 == 0 }

  /// SplitMix64.
  private mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
    return word ^ word >> 31
  }
}
