/// The request line's target, taken apart but not decoded.
struct RequestTarget: Sendable, Hashable {
  let path: String
  let query: String

  /// Understands the absolute form too (`GET http://host/metrics`): RFC 9112 section 3.2.2 makes servers accept it.
  init(_ target: String) {
    let relative = Self.withoutOrigin(target[...])
    let parts = relative.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = parts.first.map(String.init) ?? ""
    query = parts.count > 1 ? String(parts[1]) : ""
  }

  private static func withoutOrigin(_ target: Substring) -> Substring {
    guard !target.hasPrefix("/") else { return target }
    let schemes = ["http://", "https://"]
    guard let scheme = schemes.first(where: { String(target.prefix($0.count)).equalsIgnoringCase($0) }) else {
      return target
    }
    let afterScheme = target.dropFirst(scheme.count)
    guard let end = afterScheme.firstIndex(where: { $0 == "/" || $0 == "?" }) else { return "/" }
    return afterScheme[end] == "?" ? "/" + afterScheme[end...] : afterScheme[end...]
  }
}
