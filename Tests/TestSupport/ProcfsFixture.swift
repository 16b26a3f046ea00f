import FoundationEssentials
import Glibc

/// A `/proc` made by hand, in a temporary directory.
package final class ProcfsFixture: Sendable {
  private let directory: TemporaryDirectory

  package var root: String { directory.path }

  package struct Process: Sendable {
    package var pid: Int32
    package var startTicks: UInt64
    package var command = "java"
    package var arguments = ["java", "kafka.Kafka", "/etc/kafka/server.properties"]
    package var state = "S"
    package var userTicks = 0
    package var systemTicks = 0
    package var threads = 1
    /// Where its arguments lie; 0 for who may not see that.
    package var argumentStart = 48

    package init(pid: Int32, startTicks: UInt64 = 100) {
      self.pid = pid
      self.startTicks = startTicks
    }
  }

  /// A kernel that started at the second 1,700,000,000.
  package init() throws {
    directory = try TemporaryDirectory()
    try write("cpu 1 2 3\nbtime 1700000000\n", to: "stat")
  }

  /// Writes a file, and makes the folders above it.
  package func write(_ text: String, to path: String) throws {
    try write(Array(text.utf8), to: path)
  }

  package func write(_ bytes: [UInt8], to path: String) throws {
    let parts = path.split(separator: "/")
    for count in 1..<max(1, parts.count) {
      _ = unsafe mkdir(directory.file(parts[..<count].joined(separator: "/")), 0o755)
    }
    _ = try directory.write(bytes, to: path)
  }

  package func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: directory.file(path))
  }

  /// The files that every process has, readable for everybody.
  package func put(_ process: Process) throws {
    let folder = "\(process.pid)"
    var fields = (0...52).map { "\($0)" }
    fields[3] = process.state
    (fields[10], fields[12]) = ("1010", "12")
    (fields[14], fields[15]) = ("\(process.userTicks)", "\(process.systemTicks)")
    (fields[20], fields[22]) = ("\(process.threads)", "\(process.startTicks)")
    (fields[23], fields[24], fields[48]) = ("8192000", "250", "\(process.argumentStart)")
    let tail = fields[3...].joined(separator: " ")
    try write("\(process.pid) (\(process.command)) \(tail)\n", to: "\(folder)/stat")
    try write(process.arguments.map { $0 + "\0" }.joined(), to: "\(folder)/cmdline")
    try write(
      """
      Name:\t\(process.command)
      Uid:\t\(geteuid())\t\(geteuid())\t\(geteuid())\t\(geteuid())
      NSpid:\t\(process.pid)\t7
      VmRSS:\t  2048 kB
      VmSwap:\t    3 kB

      """, to: "\(folder)/status")
  }
}
