import Systemd

/// Tells whether the files of TLS settings are still those that a connection was made with, without reading them.
///
/// Take it before connecting: what is replaced in between is then seen the next time.
package struct TLSFilesSignature: Sendable, Hashable {
  private let files: [String: FileSignature?]

  package init(of settings: TLSSettings) {
    let identity = settings.identity.map { [$0.certificateFile, $0.keyFile] } ?? []
    files = FileSignature.all([settings.authorityFile].compactMap { $0 } + identity)
  }
}
