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

  /// Reads once and publishes; throws what kept it from doing so, and `NothingToWatch` where that is nobody's fault.
  func tick() async throws

  /// Keeps open what lives longer than one tick, such as connections, while `ticks` runs.
  ///
  /// `ticks` ends only when its task is cancelled, because there is a new plan or the program stops; this must return then,
  /// and may save first what the next one needs. One that returns earlier is opened again after an interval.
  func stayOpen(during ticks: @Sendable () async -> Void) async

  /// Whether the other one, made for a newer plan, is this one: then it goes on without a pause.
  func isSame(as other: any Collector) -> Bool
}

extension Collector {
  package func stayOpen(during ticks: @Sendable () async -> Void) async {
    await ticks()
  }

  package func isSame(as other: any Collector) -> Bool { false }
}
