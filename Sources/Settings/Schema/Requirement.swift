/// What a value must be beyond its type.
package struct Requirement<Setting>: Sendable {
  /// The end of a sentence that begins with "must": "be between 1s and 1h".
  package let text: String
  package let isMet: @Sendable (Setting) -> Bool

  package init(_ text: String, isMet: @escaping @Sendable (Setting) -> Bool) {
    self.text = text
    self.isMet = isMet
  }
}

extension Requirement where Setting: ScalarSetting & Comparable {
  package static func range(_ range: ClosedRange<Setting>) -> Requirement {
    Requirement("be between \(range.lowerBound.settingText) and \(range.upperBound.settingText)") {
      range.contains($0)
    }
  }

  package static func atLeast(_ bound: Setting) -> Requirement {
    Requirement("be at least \(bound.settingText)") { $0 >= bound }
  }
}
