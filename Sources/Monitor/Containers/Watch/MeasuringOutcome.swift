/// What became of measuring all containers once.
struct MeasuringOutcome: Sendable {
  /// How many usages were told, and how long that took for all of them together.
  var answered = 0
  var time = Duration.zero
  /// Whether the engine answered at all, be it that a container is gone.
  var wasAnswered = false
  /// Why one was not told; any of them.
  var failure: EngineError?
}
