/// A parsed document, and everything that is wrong with it as YAML.
package struct YAMLDocument: Sendable {
  /// Absent for an empty document, and where a syntax error or a limit ended the reading.
  package let root: YAMLNode?
  package let problems: [SettingsProblem]

  /// Reads UTF-8 text that must hold at most one document.
  package init(parsing bytes: [UInt8], limits: YAMLLimits = YAMLLimits()) {
    var builder = YAMLTreeBuilder(limits: limits)
    var problems: [SettingsProblem] = []
    do throws(SettingsProblem) {
      try Self.checkText(bytes, limits)
      var reader = try YAMLEventReader(bytes)
      while let event = try reader.next() { try builder.accept(event) }
      root = builder.root
    } catch {
      problems.append(error.hinted(by: bytes))
      root = nil
    }
    self.problems = (builder.problems + problems).sorted()
  }

  private static func checkText(_ bytes: [UInt8], _ limits: YAMLLimits) throws(SettingsProblem) {
    guard bytes.count <= limits.bytes else {
      throw SettingsProblem(
        .start, "the file has \(bytes.count) bytes; \(limits.bytes) are the most that is read")
    }
    // libyaml would take UTF-16 too, and gives no place for bytes that are neither.
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let offset = error.byteOffsets.lowerBound
      throw SettingsProblem(
        SettingsPlace(ofByte: offset, in: bytes), "this is not UTF-8 text; save the file as UTF-8")
    }
  }
}
