import Model

/// A process that is watched.
struct BrokerProcess: Sendable, Hashable {
  let identity: ProcessIdentity
  let facts: ProcessFacts

  var key: ProcessKey { ProcessKey(pid: identity.pid, startTicks: identity.startTicks) }
}
