import CPCRE2

/// A regular expression that PCRE2 has compiled once; matching a text with it takes bounded time and memory.
@safe package final class CompiledPattern: Sendable {
  /// Backtracking steps. A sensible pattern needs a few hundred; one that explodes is cut off in about a millisecond.
  private static let matchLimit: UInt32 = 100_000
  private static let heapLimitKibibytes: UInt32 = 4096
  /// Code units of the pattern itself.
  package static let lengthLimit = 4096

  /// Integers, because pointers are not `Sendable`: what they point at never changes after `init`.
  private let code: UInt
  private let limits: UInt

  /// A pattern that is to match a whole text; `.` stands for any character, a line end too.
  ///
  /// The corresponding C functions are `pcre2_compile`, `pcre2_jit_compile` and `pcre2_match_context_create`.
  package init(whole pattern: String) throws(PatternError) {
    guard pattern.utf8.count <= Self.lengthLimit else { throw .tooLong(limit: Self.lengthLimit) }
    // A single byte of a character (\C) would let a match end inside one.
    let options = PCRE2_UTF | PCRE2_ANCHORED | PCRE2_ENDANCHORED | PCRE2_DOTALL | PCRE2_NEVER_BACKSLASH_C
    var number: CInt = 0
    var offset = 0
    let bytes = Array(pattern.utf8)
    guard let code = unsafe pcre2_compile_8(bytes, bytes.count, options, &number, &offset, nil) else {
      throw .invalid(reason: Self.message(number), position: Self.characters(in: bytes.prefix(offset)) + 1)
    }
    guard let limits = unsafe pcre2_match_context_create_8(nil) else {
      unsafe pcre2_code_free_8(code)
      throw .noMemory
    }
    unsafe pcre2_set_match_limit_8(limits, Self.matchLimit)
    unsafe pcre2_set_heap_limit_8(limits, Self.heapLimitKibibytes)
    // Where the kernel forbids new machine code, PCRE2 goes on without it, only slower.
    unsafe pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE)
    self.code = UInt(bitPattern: code)
    self.limits = UInt(bitPattern: limits)
  }

  deinit {
    unsafe pcre2_match_context_free_8(OpaquePointer(bitPattern: limits))
    unsafe pcre2_code_free_8(OpaquePointer(bitPattern: code))
  }

  /// Whether the pattern matches all of the text; nil when the limits ended the search before it was known.
  ///
  /// The corresponding C function is `pcre2_match`.
  package func matches(_ text: String) -> Bool? {
    guard let data = unsafe pcre2_match_data_create_8(1, nil) else { return nil }
    defer { unsafe pcre2_match_data_free_8(data) }
    var text = text
    let result = text.withUTF8 { bytes in
      unsafe pcre2_match_8(
        OpaquePointer(bitPattern: code), bytes.baseAddress, bytes.count, 0, PCRE2_NO_UTF_CHECK, data,
        OpaquePointer(bitPattern: limits))
    }
    // Zero: it matched, and captured more than there is room for here.
    if result >= 0 { return true }
    return result == PCRE2_ERROR_NOMATCH ? false : nil
  }

  /// The corresponding C function is `pcre2_get_error_message`.
  private static func message(_ number: CInt) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let length = unsafe pcre2_get_error_message_8(number, &buffer, buffer.count)
    return String(decoding: buffer.prefix(max(0, Int(length))), as: UTF8.self)
  }

  private static func characters(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.count { $0 & 0xC0 != 0x80 }
  }
}
