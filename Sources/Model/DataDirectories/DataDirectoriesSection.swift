/// The directories in which brokers keep their data.
package struct DataDirectoriesSection: Sendable, Hashable {
  package init() {}
}
