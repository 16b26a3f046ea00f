@testable import Settings

extension SampleSettings {
  /// What a person who reads the printed settings can know.
  var masked: SampleSettings {
    var copy = self
    copy.web.reloadToken = mask(web.reloadToken)
    for index in clusters.indices { copy.clusters[index].password = mask(clusters[index].password) }
    return copy
  }

  private func mask(_ secret: Secret?) -> Secret? {
    secret.map { $0.file == nil ? Secret("<secret>") : $0 }
  }
}
