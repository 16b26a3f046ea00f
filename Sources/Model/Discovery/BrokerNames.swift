/// Which broker the things of this host belong to, as the label `broker` names it.
///
/// Each is found by the label value of its own metrics: a process's name, a container's, a unit's; a data directory by its
/// path on this host, because two containers may call theirs alike.
package struct BrokerNames: Sendable, Hashable {
  package var processes: [String: String] = [:]
  package var containers: [String: String] = [:]
  package var units: [String: String] = [:]
  package var dataDirectories: [String: String] = [:]

  package init() {}
}
