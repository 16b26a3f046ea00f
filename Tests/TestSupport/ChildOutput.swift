import Glibc
import Model

/// What a child writes to one of its descriptors, line by line.
///
/// Read all the time, so that the child never waits.
package final class ChildOutput: Sendable {
  private struct State {
    var lines: [String] = []
    var partial: [UInt8] = []
    var isComplete = false
  }

  private let state = Locked(State())

  /// Reads on a thread of its own until the other end is closed, and then closes the descriptor.
  init(reading descriptor: CInt) {
    let reader = Reader(output: self, descriptor: descriptor)
    let context = unsafe Unmanaged.passRetained(reader).toOpaque()
    var thread = pthread_t()
    let code = unsafe pthread_create(
      &thread, nil,
      { context in
        guard let context = unsafe context else { return nil }
        unsafe Unmanaged<Reader>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }, context)
    precondition(code == 0, "no thread to read a child's output with")
    pthread_detach(thread)
  }

  /// The whole lines until now.
  package var lines: [String] {
    state.withLock { $0.lines }
  }

  /// Everything, once the child has closed its end.
  package func text(within limit: Duration = .seconds(60)) async throws -> String {
    try await eventually("a child closes its output", within: limit) { state.withLock { $0.isComplete } }
    return state.withLock { state in
      (state.lines + [String(decoding: state.partial, as: UTF8.self)]).joined(separator: "\n")
    }
  }

  /// The first line with this beginning, without it; waits for it.
  package func line(after prefix: String, within limit: Duration = .seconds(60)) async throws -> String {
    var found: String?
    try await eventually("a child writes a line that begins with '\(prefix)'", within: limit) {
      found = lines.first { $0.hasPrefix(prefix) }
      return found != nil
    }
    return String((found ?? "").dropFirst(prefix.count))
  }

  private func append(_ bytes: ArraySlice<UInt8>) {
    state.withLock { state in
      var pieces = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      state.partial += pieces.removeFirst()
      for piece in pieces {
        state.lines.append(String(decoding: state.partial, as: UTF8.self))
        state.partial = Array(piece)
      }
    }
  }

  private final class Reader {
    let output: ChildOutput
    let descriptor: CInt

    init(output: ChildOutput, descriptor: CInt) {
      self.output = output
      self.descriptor = descriptor
    }

    func run() {
      var buffer = [UInt8](repeating: 0, count: 4096)
      while true {
        let count = unsafe read(descriptor, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { break }
        output.append(buffer[..<count])
      }
      close(descriptor)
      output.state.withLock { $0.isComplete = true }
    }
  }
}
