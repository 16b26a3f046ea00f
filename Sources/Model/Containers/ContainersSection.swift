/// The containers of this host.
package struct ContainersSection: Sendable, Hashable {
  package init() {}
}
