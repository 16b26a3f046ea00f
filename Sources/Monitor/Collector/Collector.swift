import Model

/// Reads one kind of source and publishes its section of the world.
package protocol Collector: Sendable {
  /// The value of the label `collector`, and the name in `--collector.NAME`.
  var name: String { get }
  /// What it watches, in a few words for people.
  var watches: String { get }
  var interval: Duration { get }
  /// The age at which its section is not believed any more.
  var staleAfter: Duration { get }

  /// Reads once and publishes; throws what kept it from doing so.
  func tick() async throws
}
