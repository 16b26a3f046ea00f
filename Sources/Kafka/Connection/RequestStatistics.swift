package import Model

/// What was asked of brokers so far, and how it went.
package struct RequestStatistics: Sendable, Equatable {
  package internal(set) var requests: [APIKey: UInt64] = [:]
  /// By a short name of what went wrong, which is Kafka's own for its error codes.
  package internal(set) var errors: [APIKey: [String: UInt64]] = [:]
  /// From handing the request over until its reply was complete, in seconds.
  package internal(set) var durations: [APIKey: Histogram] = [:]
  package internal(set) var bytesReceived: UInt64 = 0
  package internal(set) var bytesSent: UInt64 = 0

  package init() {}

  static let durationBounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]
}
