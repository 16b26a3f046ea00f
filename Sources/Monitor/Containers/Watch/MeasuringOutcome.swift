/// Whether anybody answered when all were measured, and why one was not.
struct MeasuringOutcome: Sendable {
  var answered = 0
  /// Any of them.
  var failure: EngineError?
}
