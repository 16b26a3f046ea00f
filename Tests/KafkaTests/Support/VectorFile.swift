import Kafka
import Systemd
import Testing

/// A request, its reply, and what both say according to Kafka's own message definitions. See Captures/README.md.
struct VectorFile: Sendable {
  let name: String
  let release: String
  let api: String
  let version: Int16
  /// From the header on, without the length.
  let request: [UInt8]
  let reply: [UInt8]
  let requestFields: [String]
  let replyFields: [String]

  init(path: String) throws {
    let bytes = try SmallFile.read(path, limit: 16 << 20)
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    func value(_ key: String) throws -> Substring {
      try #require(lines.first { $0.hasPrefix(key + " ") }, "\(path) has no \(key)").dropFirst(key.count + 1)
    }
    name = String(path.split(separator: "/").suffix(2).joined(separator: "/"))
    release = String(try value("kafka"))
    api = String(try value("api"))
    version = try #require(Int16(try value("version")))
    request = Hex.bytes(try value("request"))
    reply = Hex.bytes(try value("reply"))
    let middle = try #require(lines.firstIndex(of: "[reply]"))
    let start = try #require(lines.firstIndex(of: "[request]"))
    requestFields = lines[start..<middle].dropFirst().filter { !$0.isEmpty }.map(String.init)
    replyFields = lines[middle...].dropFirst().filter { !$0.isEmpty }.map(String.init)
  }

  var requestType: any KafkaRequest.Type {
    get throws {
      try #require(KafkaRequests.all.first { $0.api.key.name == api }, "\(api) is not spoken here")
    }
  }
}

extension VectorFile: CustomTestStringConvertible {
  var testDescription: String { name }
}
