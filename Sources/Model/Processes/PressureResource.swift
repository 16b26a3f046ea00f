/// What tasks wait for.
package enum PressureResource: String, Sendable, CaseIterable {
  case cpu
  case memory
  case io
}
