import Glibc

/// What lies in a folder, without a string for each entry that nobody asks for.
package enum Folder {
  /// Adds the entries whose names are positive numbers, such as the processes of `/proc`.
  ///
  /// The corresponding C functions are `opendir` and `readdir`.
  package static func appendNumbers(
    in path: String, to numbers: inout [Int32]
  ) throws(SmallFile.Failure) {
    try forEachName(in: path) { name in
      if let number = Self.number(name) { numbers.append(number) }
      return true
    }
  }

  /// The names that begin so, at most `limit` of them.
  ///
  /// The corresponding C functions are `opendir` and `readdir`.
  package static func names(
    in path: String, beginning prefix: String, limit: Int
  ) throws(SmallFile.Failure) -> [String] {
    var names: [String] = []
    let prefix = Array(prefix.utf8)
    try forEachName(in: path) { name in
      if name.count >= prefix.count, prefix.indices.allSatisfy({ name[$0] == prefix[$0] }) {
        names.append(String(decoding: name.indices.map { name[$0] }, as: UTF8.self))
      }
      return names.count < limit
    }
    return names
  }

  /// Calls `body` until it answers false.
  private static func forEachName(
    in path: String, _ body: (Span<UInt8>) -> Bool
  ) throws(SmallFile.Failure) {
    guard let directory = unsafe opendir(path) else {
      throw SmallFile.Failure(path: path, reason: .errno(errno))
    }
    defer { unsafe closedir(directory) }
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return }
    var goesOn = true
    while goesOn, let entry = unsafe readdir(directory) {
      let start = unsafe UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: UInt8.self)
      let count = unsafe strlen(UnsafePointer<CChar>(OpaquePointer(start)))
      goesOn = unsafe body(Span(_unsafeStart: start, count: count))
    }
  }

  private static func number(_ name: Span<UInt8>) -> Int32? {
    var number: Int32 = 0
    for index in name.indices {
      guard name[index] >= UInt8(ascii: "0"), name[index] <= UInt8(ascii: "9") else { return nil }
      let (tens, tooLarge) = number.multipliedReportingOverflow(by: 10)
      let (sum, overflow) = tens.addingReportingOverflow(Int32(name[index] - UInt8(ascii: "0")))
      guard !tooLarge, !overflow else { return nil }
      number = sum
    }
    return number > 0 ? number : nil
  }
}
