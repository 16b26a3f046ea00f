import CYAML

/// One libyaml parser with the bytes it reads, both freed exactly once.
///
/// Use it from one thread at a time.
@safe struct YAMLEventReader: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>

  /// The corresponding C functions are `yaml_parser_initialize` and `yaml_parser_set_input_string`.
  init(_ bytes: [UInt8]) throws(SettingsProblem) {
    unsafe parser = .allocate(capacity: 1)
    unsafe input = .allocate(capacity: bytes.count)
    _ = unsafe input.initialize(from: bytes)
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      unsafe parser.deallocate()
      unsafe input.deallocate()
      throw SettingsProblem(.start, "there is no memory left to read YAML with")
    }
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe input.deallocate()
  }

  /// The next event, nothing at the end of the stream.
  ///
  /// The corresponding C function is `yaml_parser_parse`.
  mutating func next() throws(SettingsProblem) -> YAMLEvent? {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw syntaxProblem() }
    defer { unsafe yaml_event_delete(&event) }
    guard unsafe event.type != YAML_STREAM_END_EVENT else { return nil }
    return unsafe Self.translate(event)
  }

  private static func translate(_ event: yaml_event_t) -> YAMLEvent {
    let place = unsafe SettingsPlace(event.start_mark)
    switch unsafe event.type {
    case YAML_DOCUMENT_START_EVENT:
      return YAMLEvent(kind: .documentStart, place: place)
    case YAML_ALIAS_EVENT:
      return YAMLEvent(kind: .alias, place: place)
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let text = unsafe String(decoding: bytes, as: UTF8.self)
      return unsafe YAMLEvent(
        kind: .scalar(YAMLScalar(text, isPlain: scalar.plain_implicit == 1)), place: place,
        hasAnchor: scalar.anchor != nil, tag: string(scalar.tag))
    case YAML_SEQUENCE_START_EVENT:
      let start = unsafe event.data.sequence_start
      return unsafe YAMLEvent(
        kind: .sequenceStart, place: place, hasAnchor: start.anchor != nil, tag: string(start.tag))
    case YAML_MAPPING_START_EVENT:
      let start = unsafe event.data.mapping_start
      return unsafe YAMLEvent(
        kind: .mappingStart, place: place, hasAnchor: start.anchor != nil, tag: string(start.tag))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      return YAMLEvent(kind: .collectionEnd, place: place)
    default:
      return YAMLEvent(kind: .edge, place: place)
    }
  }

  private static func string(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    guard let text = unsafe text else { return nil }
    return unsafe String(cString: text)
  }

  private func syntaxProblem() -> SettingsProblem {
    let state = unsafe parser.pointee
    guard unsafe state.error != YAML_MEMORY_ERROR, let problem = unsafe state.problem else {
      return SettingsProblem(.start, "there is no memory left to read YAML with")
    }
    var message = unsafe "this is not valid YAML: \(String(cString: problem))"
    if let context = unsafe state.context {
      let line = unsafe state.context_mark.line + 1
      message += unsafe " (\(String(cString: context)) that begins on line \(line))"
    }
    // The reader knows only an offset; the scanner and the parser know the place.
    let place =
      unsafe state.error == YAML_READER_ERROR
      ? unsafe SettingsPlace(ofByte: state.problem_offset, in: Array(input))
      : unsafe SettingsPlace(state.problem_mark)
    return SettingsProblem(place, message)
  }
}

extension SettingsPlace {
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}
