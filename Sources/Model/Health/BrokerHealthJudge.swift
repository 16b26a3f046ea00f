/// Judges one broker: a pure function of what is known of it.
struct BrokerHealthJudge {
  /// After its start a broker may be silent for so long: it loads its logs first.
  static let grace = Duration.seconds(180)
  /// Of a file system; a broker whose disk is full stops.
  static let scarceShare = 0.1

  private let evidence: BrokerEvidence
  private var down: [HealthCause] = []
  private var starting: [HealthCause] = []
  private var degraded: [HealthCause] = []
  private var unknown: [HealthCause] = []
  private var isSeenWell = false

  static func judge(_ evidence: BrokerEvidence) -> BrokerHealth {
    var judge = BrokerHealthJudge(evidence: evidence)
    judge.lookAtProcess()
    judge.lookAtContainer()
    judge.lookAtUnit()
    judge.lookAtAnswers()
    judge.lookAtData()
    return judge.verdict
  }

  private init(evidence: BrokerEvidence) {
    self.evidence = evidence
    unknown = evidence.late.map {
      HealthCause(.readingLate, "What was read of \($0) is too old to be believed.")
    }
  }

  private var verdict: BrokerHealth {
    BrokerHealth(
      name: evidence.name, cluster: evidence.cluster ?? evidence.clusterID, state: state,
      causes: down + starting + degraded + unknown)
  }

  private var state: HealthState {
    if evidence.isInMaintenance { return .maintenance }
    if !down.isEmpty { return .down }
    if !starting.isEmpty { return .starting }
    if !degraded.isEmpty { return .degraded }
    return isSeenWell ? .healthy : .unknown
  }

  private mutating func lookAtProcess() {
    guard let process = evidence.process else { return }
    if process.isUp {
      isSeenWell = true
    } else {
      down.append(HealthCause(.processGone, "Its process is gone."))
    }
  }

  private mutating func lookAtContainer() {
    guard let container = evidence.container else { return }
    switch container.state {
    case "running":
      isSeenWell = true
      lookAtCheck(container.health)
    case "paused": down.append(HealthCause(.containerPaused, "Its container is paused."))
    case "restarting":
      down.append(HealthCause(.containerRestarting, "Its container ended and is being restarted."))
    default: down.append(HealthCause(.containerStopped, "Its container is \(container.state)."))
    }
  }

  private mutating func lookAtCheck(_ health: String?) {
    switch health {
    case "unhealthy":
      degraded.append(HealthCause(.containerUnhealthy, "The health check of its container fails."))
    // A broker that answers has started, whatever its check is still waiting for.
    case "starting" where evidence.answers != true:
      starting.append(
        HealthCause(.containerStarting, "The health check of its container has not passed yet."))
    default: break
    }
  }

  private mutating func lookAtUnit() {
    switch evidence.unit {
    case "active", "reloading", "refreshing": isSeenWell = true
    case "activating": starting.append(HealthCause(.unitStarting, "Its unit is starting."))
    case "deactivating": down.append(HealthCause(.unitStopping, "Its unit is stopping."))
    case "failed": down.append(HealthCause(.unitFailed, "Its unit has failed."))
    // A unit that nobody saw running may be meant to stay off.
    case "inactive" where evidence.process == nil && evidence.answers == nil:
      unknown.append(HealthCause(.unitInactive, "Its unit is not running, and nobody saw it run."))
    case "inactive": degraded.append(HealthCause(.unitInactive, "Its unit is not running."))
    default: break
    }
  }

  private mutating func lookAtAnswers() {
    guard let answers = evidence.answers else { return }
    if answers { isSeenWell = true }
    let isFenced = evidence.isFenced == true
    guard !answers || isFenced else { return }
    let cause =
      answers
      ? HealthCause(.brokerFenced, "The controller keeps it from clients: it is fenced.")
      : HealthCause(.brokerSilent, "It does not answer on its listener.")
    if evidence.process.map({ $0.isUp && ($0.age ?? .seconds(Int64.max)) < Self.grace }) == true {
      starting.append(HealthCause(.processStarting, "Its process has just started. \(cause.text)"))
    } else if starting.isEmpty {
      down.append(cause)
    } else {
      starting.append(cause)
    }
  }

  private mutating func lookAtData() {
    if evidence.offlineLogDirectories > 0 {
      degraded.append(
        HealthCause(
          .logDirectoryOffline, "\(evidence.offlineLogDirectories) of its log directories are offline."))
    }
    for directory in evidence.directories {
      if !directory.isReadable {
        degraded.append(
          HealthCause(.dataDirectoryUnreadable, "Its data directory \(directory.path) cannot be read."))
      } else if let share = directory.freeShare, share < Self.scarceShare {
        degraded.append(
          HealthCause(
            .dataDirectoryFull,
            "The file system of its data directory \(directory.path) is full but for \(Self.percent(share)).")
        )
      }
    }
    if let count = evidence.underMinimum, count > 0 {
      degraded.append(
        HealthCause(
          .underMinimumInSync,
          "\(count) of the partitions that it leads have too few replicas in sync to be written with acks=all."
        ))
    }
    if let count = evidence.underReplicated, count > 0 {
      degraded.append(
        HealthCause(
          .underReplicated, "\(count) of the partitions that it leads have replicas that are not in sync."))
    }
  }

  private static func percent(_ share: Double) -> String {
    "\(Int((max(0, min(1, share)) * 100).rounded(.down))) %"
  }
}
