/// The command line of a JVM: what runs in it, and with what.
struct JavaCommand: Sendable, Hashable {
  let mainClass: String
  /// Behind the main class.
  let arguments: [String]
  /// Before it.
  let options: [String]

  /// Nil when no main class can be told, such as of a JVM that runs a jar.
  init?(executable: String?, arguments: [String]) {
    guard let program = arguments.first, Self.isJava(executable) || Self.isJava(program) else { return nil }
    var index = 1
    while index < arguments.count {
      let argument = arguments[index]
      if Self.takesValue.contains(argument) {
        index += 2
      } else if argument == "-jar" {
        return nil
      } else if argument.hasPrefix("-") || argument.hasPrefix("@") {
        index += 1
      } else {
        mainClass = argument
        options = Array(arguments[1..<index])
        self.arguments = Array(arguments[(index + 1)...])
        return
      }
    }
    return nil
  }

  private static let takesValue: Set<String> = [
    "-cp", "-classpath", "--class-path", "-p", "--module-path", "--upgrade-module-path", "--add-modules",
    "--add-exports", "--add-opens", "--add-reads", "--limit-modules", "--patch-module", "--source",
  ]

  private static func isJava(_ path: String?) -> Bool {
    guard var path = path?[...] else { return false }
    if path.hasSuffix(" (deleted)") { path = path.dropLast(" (deleted)".count) }
    return path == "java" || path.hasSuffix("/java")
  }

  var classPath: String? {
    for (flag, value) in zip(options, options.dropFirst()).reversed()
    where ["-cp", "-classpath", "--class-path"].contains(flag) {
      return value
    }
    return options.last { $0.hasPrefix("--class-path=") }.map { String($0.dropFirst("--class-path=".count)) }
  }

  /// The port of a JMX Prometheus agent: `-javaagent:…/jmx_prometheus_javaagent-1.0.1.jar=[HOST:]PORT:FILE`.
  var agentPort: UInt16? {
    options.lazy.filter { $0.hasPrefix("-javaagent:") && $0.contains("jmx_prometheus_javaagent") }
      .compactMap { option in
        option.firstIndex(of: "=").flatMap { Self.agentPort(option[option.index(after: $0)...]) }
      }.first
  }

  private static func agentPort(_ text: Substring) -> UInt16? {
    var rest = text
    if rest.hasPrefix("["), let end = rest.firstIndex(of: "]") {
      rest = rest[rest.index(after: end)...].drop { $0 == ":" }
    }
    // A host is what stands before the port and is no number.
    return rest.split(separator: ":").prefix(2).lazy.compactMap { UInt16($0) }.first { $0 > 0 }
  }

  /// Where Kafka's own log files are.
  var kafkaLogsDirectory: String? {
    let start = "-Dkafka.logs.dir="
    return options.last { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) }
  }
}
