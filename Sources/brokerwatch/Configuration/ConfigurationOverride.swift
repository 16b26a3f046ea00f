/// What one flag changes in the configuration, at the start and after every reload.
struct ConfigurationOverride: Sendable {
  let apply: @Sendable (inout Configuration) -> Void
}
