import Glibc

/// The few properties of an object that are of interest, to be found quickly among its hundreds.
@safe package struct BusKeys: Sendable {
  package let names: [String]
  /// Spelled with their ending zero, by length.
  private let byLength: [[(index: Int, spelling: [UInt8])]]

  package init(_ names: [String]) {
    self.names = names
    let longest = names.map(\.utf8.count).max() ?? 0
    var byLength = [[(index: Int, spelling: [UInt8])]](repeating: [], count: longest + 1)
    for (index, name) in names.enumerated() {
      byLength[name.utf8.count].append((index, Array(name.utf8)))
    }
    self.byLength = byLength
  }

  func index(of name: UnsafePointer<CChar>) -> Int? {
    let length = unsafe strlen(name)
    guard length < byLength.count else { return nil }
    for candidate in byLength[length] where unsafe memcmp(candidate.spelling, name, length) == 0 {
      return candidate.index
    }
    return nil
  }
}
