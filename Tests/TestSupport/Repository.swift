/// The checkout that the tests were built from.
package enum Repository {
  /// Without a slash at its end.
  package static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  package static func text(of path: String) throws -> String {
    try String(decoding: Files.bytes(of: "\(root)/\(path)"), as: UTF8.self)
  }
}
