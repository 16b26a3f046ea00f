/// The two ways to write a page; formats that differ in their name only share one.
enum PageBody: Sendable, Hashable, CaseIterable {
  case text
  case openMetrics

  /// What follows the last family.
  var trailer: [UInt8] {
    switch self {
    case .text: []
    case .openMetrics: Array("# EOF\n".utf8)
    }
  }
}
