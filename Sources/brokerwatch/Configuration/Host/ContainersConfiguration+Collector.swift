import Monitor
import Patterns
import Settings
import Transport

extension ContainersConfiguration {
  /// What the file says about containers, in the collector's words.
  var settings: ContainerCollectorSettings {
    var settings = ContainerCollectorSettings()
    settings.address = address
    settings.tls = tls?.transport
    settings.interval = interval
    settings.staleAfter = effectiveStaleAfter
    settings.listInterval = listInterval
    settings.filter = ContainerFilter(
      names: NameFilter(include: include, exclude: exclude),
      images: NameFilter(include: images.include, exclude: images.exclude),
      wantedLabels: labels.include.isEmpty ? nil : NameFilter(include: labels.include),
      unwantedLabels: labels.exclude.isEmpty ? nil : NameFilter(include: labels.exclude))
    return settings
  }
}

extension ContainersTLSConfiguration {
  fileprivate var transport: TLSSettings {
    var settings = TLSSettings(authorityFile: caFile?.resolved, serverName: serverName)
    if let certFile, let keyFile {
      settings.identity = .init(certificateFile: certFile.resolved, keyFile: keyFile.resolved)
    }
    settings.verification = verifies ? .full : .off
    return settings
  }
}
