import Kafka
import Model
import Monitor
import Settings
import Transport

extension ClusterConfiguration {
  /// What the file says about a cluster, in the collector's words.
  func collectorSettings(source: BrokerCandidate.Source) -> ClusterCollectorSettings {
    var settings = ClusterCollectorSettings()
    let candidates = bootstrap.map { BrokerCandidate(host: $0.host, port: $0.port, source: source) }
    settings.candidates = { candidates }
    settings.label = name
    settings.scope = effectiveScope
    settings.interval = interval
    settings.staleAfter = effectiveStaleAfter
    settings.requestTimeout = requestTimeout
    settings.tls = tls?.transport
    settings.connection.softwareVersion = BuildInfo.current.version
    settings.connection.credentials = sasl?.credentials
    settings.topics = topics.filter
    settings.groups = groups.filter
    settings.granularity = granularity
    settings.seriesBudget = seriesBudget
    settings.expectedBrokers = expectedBrokers
    settings.showsAssignments = showsAssignments
    settings.readsRecords = readsRecords
    settings.canary.isEnabled = canary.isEnabled
    settings.canary.topic = canary.topic
    settings.canary.interval = canary.interval ?? interval
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

extension SASLConfiguration {
  fileprivate var credentials: SASLCredentials? {
    guard let username, let password else { return nil }
    return switch mechanism {
    case .plain: SASLCredentials(.plain, user: username, password: password.revealed)
    case .scramSHA256: SASLCredentials(.scramSHA256, user: username, password: password.revealed)
    case .scramSHA512: SASLCredentials(.scramSHA512, user: username, password: password.revealed)
    case .oauthBearer, .awsMSKIAM: nil
    }
  }
}
