import CBuildInfo
import Model

extension BuildInfo {
  /// What this executable was built from.
  static var current: BuildInfo {
    BuildInfo(
      version: "0.1.0", revision: unsafe brokerwatch_build_revision().map { unsafe String(cString: $0) },
      swiftVersion: compilerVersion)
  }

  /// The language has no way to ask for the number itself.
  private static var compilerVersion: String {
    #if compiler(>=6.5)
      "6.5 or newer"
    #elseif compiler(>=6.4)
      "6.4"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "6.2"
    #endif
  }
}
