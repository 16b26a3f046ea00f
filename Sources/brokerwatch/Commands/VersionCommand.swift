import Model

enum VersionCommand {
  static func run() -> CInt {
    let build = BuildInfo.current
    return Console.tell(
      "brokerwatch \(build.version) (revision \(build.revision ?? "unknown"), Swift \(build.swiftVersion))")
  }
}
