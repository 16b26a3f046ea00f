/// Who waits: some of the tasks, or all that are not idle.
package enum PressureKind: String, Sendable, CaseIterable {
  case some
  case full
}
