import Kafka
import Model
import Monitor
import Settings
import Transport

extension ClusterEntry {
  /// What the file says about a cluster, in the collector's words; credentials and state are the daemon's to add.
  var settings: ClusterCollectorSettings {
    let cluster = configuration
    let candidates = cluster.effectiveBootstrap.map {
      BrokerCandidate(host: $0.host, port: $0.port, source: source)
    }
    var settings = ClusterCollectorSettings()
    settings.collectorName = collectorName
    settings.label = cluster.name
    settings.candidates = { candidates }
    settings.scope = cluster.effectiveScope
    settings.interval = cluster.interval
    settings.staleAfter = cluster.effectiveStaleAfter
    settings.requestTimeout = cluster.requestTimeout
    settings.tls = cluster.tls?.transport
    settings.connection.replyLimit = cluster.replyLimit.bytes
    settings.connection.softwareVersion = BuildInfo.current.version
    settings.topics = cluster.topics.filter
    settings.groups = cluster.groups.filter
    settings.granularity = cluster.granularity
    settings.seriesBudget = cluster.seriesBudget
    settings.expectedBrokers = cluster.expectedBrokers
    settings.showsAssignments = cluster.showsAssignments
    settings.readsRecords = cluster.readsRecords
    settings.canary.isEnabled = cluster.canary.isEnabled
    settings.canary.topic = cluster.canary.topic
    settings.canary.interval = cluster.canary.interval ?? cluster.interval
    return settings
  }
}

extension ClusterTLSConfiguration {
  fileprivate var transport: TLSSettings {
    var settings = TLSSettings(authorityFile: caFile?.resolved, serverName: serverName)
    if let certFile, let keyFile {
      settings.identity = .init(certificateFile: certFile.resolved, keyFile: keyFile.resolved)
    }
    settings.minimumVersion =
      switch minimumVersion {
      case .v1_2: .v1_2
      case .v1_3: .v1_3
      }
    settings.verification = verifies ? .full : .off
    return settings
  }
}
