/// What can happen to a container, as far as it is counted.
package enum ContainerAction: String, Sendable, Hashable, CaseIterable {
  case create
  case start
  case restart
  case stop
  case kill
  case die
  case oom
  case pause
  case unpause
  case healthStatus = "health_status"
  case rename
  case update
  case destroy
}
