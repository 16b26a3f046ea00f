import FoundationEssentials
import TestSupport

/// The answers of a Prometheus that is a bed.
extension Bed {
  private struct Answer: Decodable {
    struct Data: Decodable {
      let result: [Sample]
    }

    struct Sample: Decodable {
      let metric: [String: String]
      let value: [Value]
    }

    /// Prometheus writes a pair of a number and a text.
    enum Value: Decodable {
      case time(Double)
      case sample(String)

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        self =
          if let time = try? container.decode(Double.self) { .time(time) } else {
            .sample(try container.decode(String.self))
          }
      }
    }

    let data: Data
  }

  /// The value of the first series.
  func query(_ expression: String) async throws -> String? {
    try await series(expression).first?.value
  }

  /// Every series with its value.
  func series(_ expression: String) async throws -> [(labels: [String: String], value: String)] {
    let command = try await Command(
      "curl",
      ["-sS", "--max-time", "30", "--get", "--data-urlencode", "query=\(expression)"]
        + ["\(facts["url"] ?? "")/api/v1/query"])
    return try JSONDecoder().decode(Answer.self, from: Data(command.output.utf8)).data.result.compactMap {
      guard case .sample(let text)? = $0.value.last else { return nil }
      return ($0.metric, text)
    }
  }
}
