/// The name of Kafka's own jar, `kafka_2.13-3.9.2.jar`, which tells the release.
enum KafkaJar {
  static func version(inClassPath path: String) -> String? {
    path.split(separator: ":").lazy.compactMap { version(ofFile: $0) }.first
  }

  static func version(ofFile path: some StringProtocol) -> String? {
    let name = path.split(separator: "/").last ?? ""
    guard name.hasPrefix("kafka_2."), name.hasSuffix(".jar"), let hyphen = name.firstIndex(of: "-") else {
      return nil
    }
    let version = name[name.index(after: hyphen)...].dropLast(".jar".count)
    // Beside it lie kafka_2.13-3.9.2-test.jar and its sources.
    let isRelease =
      version.utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } == true
      && !["-test", "-sources", "-javadoc", "-scaladoc", "-test-sources"].contains { version.hasSuffix($0) }
    return isRelease ? String(version) : nil
  }

  /// The directories of a class path whose jars are all meant.
  static func wildcards(inClassPath path: String) -> [String] {
    path.split(separator: ":").filter { $0.hasSuffix("/*") }.map { String($0.dropLast(2)) }
  }
}
