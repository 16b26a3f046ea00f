/// How a unit's last run ended, `success` while it has not; the raw values are systemd's own words.
package enum UnitResult: String, Sendable, Hashable, CaseIterable {
  case success, resources, `protocol`, timeout
  case exitCode = "exit-code"
  case signal
  case coreDump = "core-dump"
  case watchdog
  case startLimitHit = "start-limit-hit"
  case oomKill = "oom-kill"
  case execCondition = "exec-condition"
  /// What this version of Brokerwatch has no word for, and the words of other kinds of units.
  case other
}
