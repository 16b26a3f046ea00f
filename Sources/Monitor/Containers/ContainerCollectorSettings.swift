package import Transport

/// What the configuration says about containers.
package struct ContainerCollectorSettings: Sendable, Hashable {
  /// Nil: looked for at the usual places.
  package var address: EngineAddress?
  package var tls: TLSSettings?
  package var interval = Duration.seconds(10)
  package var staleAfter = Duration.seconds(30)
  /// How often everything is listed, for what events may not have told.
  package var listInterval = Duration.seconds(60)
  package var filter = ContainerFilter()

  package init() {}

  /// One answer may take a fifth of an interval, so that one that never comes leaves time for the others.
  var requestDeadline: Duration { min(.seconds(5), max(interval / 5, .milliseconds(500))) }

  /// Engines take a sample a second, and the oldest of them two for one answer.
  var usageDeadline: Duration { min(.seconds(5), interval * 8 / 10) }
}
