/// Why a text is no value of a scalar type, beyond what the type's expectation says already.
package struct ScalarMismatch: Error {
  /// The end of a sentence, such as "write it without leading zeros".
  package let hint: String?

  package init(hint: String? = nil) {
    self.hint = hint
  }
}
