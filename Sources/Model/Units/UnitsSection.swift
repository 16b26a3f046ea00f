/// The systemd units of this host.
package struct UnitsSection: Sendable, Hashable {
  package init() {}
}
