import Glibc
import Model

/// A program that a test started; ended and waited for when it is released.
package final class ChildProcess: Sendable {
  package struct SpawnError: Error, CustomStringConvertible {
    package let program: String
    package let code: CInt

    package var description: String {
      "Cannot start \(program): \(unsafe String(cString: strerror(code)))."
    }
  }

  package let processIdentifier: CInt
  package let standardOutput: ChildOutput
  package let standardError: ChildOutput
  private let input: Locked<CInt?>
  /// The status once it has ended and was waited for: from then on the number may be somebody else's.
  private let status = Locked(CInt?.none)

  /// Starts `program`, found in PATH, with pipes on its three standard descriptors and no other open ones, as
  /// the leader of a process group, with no signal blocked.
  ///
  /// A child that ends when its standard input does is gone even when the tests crash.
  package init(_ program: String, _ arguments: [String], environment: [String: String] = [:]) throws {
    let pipes = try ChildPipes()
    processIdentifier = try pipes.spawn(program, arguments, environment)
    input = Locked(pipes.takeInput())
    standardOutput = ChildOutput(reading: pipes.takeOutput())
    standardError = ChildOutput(reading: pipes.takeError())
  }

  deinit {
    closeInput()
    end()
  }

  package func write(_ text: String) {
    input.withLock { descriptor in
      guard let descriptor else { return }
      _ = unsafe Array(text.utf8).withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
    }
  }

  package func closeInput() {
    input.withLock { descriptor in
      if let open = descriptor { close(open) }
      descriptor = nil
    }
  }

  /// To the whole group; nothing if it has ended.
  package func signal(_ number: CInt) {
    status.withLock { status in
      if status == nil { kill(-processIdentifier, number) }
    }
  }

  /// The exit status if it has ended; 128 + the number of the signal that ended it.
  package func exitStatus() -> Int? {
    status.withLock { status in
      if status == nil {
        var raw: CInt = 0
        if unsafe waitpid(processIdentifier, &raw, WNOHANG) == processIdentifier { status = raw }
      }
      return status.map { raw in
        raw & 0x7F == 0 ? Int(raw >> 8 & 0xFF) : 128 + Int(raw & 0x7F)
      }
    }
  }

  package func wait(within limit: Duration = .seconds(30)) async throws -> Int {
    try await eventually("process \(processIdentifier) ends", within: limit) { exitStatus() != nil }
    return exitStatus() ?? 0
  }

  /// Asks it to end, and two seconds later no longer asks.
  private func end() {
    signal(SIGTERM)
    for _ in 0..<400 where exitStatus() == nil { usleep(5000) }
    signal(SIGKILL)
    while exitStatus() == nil { usleep(1000) }
  }
}
