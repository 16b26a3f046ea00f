package import Exporter
package import Settings

extension ListenAddress: ScalarSetting {
  package static var typeName: String { "address" }
  package static var expectation: String { "an address like :9640" }

  package init(settingText: String) throws(ScalarMismatch) {
    do {
      try self.init(settingText)
    } catch {
      guard case .badListenAddress(_, let reason) = error else { throw ScalarMismatch() }
      throw ScalarMismatch(hint: reason)
    }
  }

  package var settingText: String { description }
}
