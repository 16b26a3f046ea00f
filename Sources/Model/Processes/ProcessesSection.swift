/// The processes of brokers on this host.
package struct ProcessesSection: Sendable, Hashable {
  package init() {}
}
