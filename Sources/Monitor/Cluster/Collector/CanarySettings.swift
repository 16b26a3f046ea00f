/// Whether records of our own go through the cluster, to see that they arrive.
package struct CanarySettings: Sendable, Hashable {
  package var isEnabled = false
  package var topic = "__brokerwatch_canary"
  package var interval = Duration.seconds(10)

  package init() {}
}
