/// Why a broker, or everything, is not simply healthy.
package struct HealthCause: Sendable, Hashable {
  /// Few, and known in advance: the label `cause`.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case brokerSilent = "broker_silent"
    case brokerFenced = "broker_fenced"
    case brokersMissing = "brokers_missing"
    case brokersDown = "brokers_down"
    case brokersDegraded = "brokers_degraded"
    case brokersStarting = "brokers_starting"
    case brokersUnknown = "brokers_unknown"
    case processGone = "process_gone"
    case processStarting = "process_starting"
    case containerStopped = "container_stopped"
    case containerPaused = "container_paused"
    case containerRestarting = "container_restarting"
    case containerUnhealthy = "container_unhealthy"
    case containerStarting = "container_starting"
    case unitFailed = "unit_failed"
    case unitInactive = "unit_inactive"
    case unitStarting = "unit_starting"
    case unitStopping = "unit_stopping"
    case logDirectoryOffline = "log_directory_offline"
    case dataDirectoryFull = "data_directory_full"
    case dataDirectoryUnreadable = "data_directory_unreadable"
    case underReplicated = "under_replicated"
    case underMinimumInSync = "under_min_isr"
    case metadataFrozen = "metadata_frozen"
    case partitionsOffline = "partitions_offline"
    case partitionsUnavailable = "partitions_unavailable"
    case readingLate = "reading_late"
    case nothingFound = "nothing_found"
  }

  package let kind: Kind
  /// For people, a whole sentence.
  package let text: String

  package init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}
