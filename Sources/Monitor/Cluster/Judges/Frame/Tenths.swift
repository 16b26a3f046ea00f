/// Tenths of a second on a `JudgeClock`: what judges keep in bulk must be small.
package typealias Tenths = Int32
