import FoundationEssentials

/// The vectors that lie beside these tests.
enum VectorFiles {
  private static let directory = #filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined()

  /// What real brokers answered.
  static let captures = files(in: "Captures/4.3.1") + files(in: "Captures/3.9.2")
  /// Messages made up from Kafka's own definitions, with values that no broker would send.
  static let madeUp = files(in: "Vectors")
  static let all = captures + madeUp

  static func capture(_ name: String) throws -> VectorFile {
    try VectorFile(path: "\(directory)/Captures/\(name).txt")
  }

  static func path(ofCapturedTool name: String) -> String { "\(directory)/Captures/\(name).out" }

  private static func files(in folder: String) -> [VectorFile] {
    let path = "\(directory)/\(folder)"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().compactMap {
      try? VectorFile(path: "\(path)/\($0)")
    }
  }
}
