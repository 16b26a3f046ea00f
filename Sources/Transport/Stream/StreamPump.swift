import Model
import Systemd

/// Moves the bytes of one connection whenever its descriptor is ready.
///
/// Only on the loop.
final class StreamPump {
  private let easy: CurlEasy
  private let address: String
  private var watch: DescriptorWatch?
  private var reader: (limit: Int, received: Awaited<[UInt8]?>)?
  /// Received for a reader that was cancelled meanwhile.
  private var leftOver: [UInt8] = []
  private var sends: [PendingSend] = []
  /// Found while reading behind bytes that were handed out first.
  private var readEnd: Result<Void, TransportError>?
  private var closed: TransportError?

  /// How much may leave before others on the loop have their turn.
  private static let sendBudget = 1024 * 1024

  init(_ easy: CurlEasy, address: String, loop: EventLoop) throws(TransportError) {
    self.easy = easy
    self.address = address
    guard let descriptor = easy.descriptor else {
      throw error(.closed, "the connection was closed at once", attempt: "connection")
    }
    do throws(SystemError) {
      watch = try loop.watch(descriptor, for: []) { [weak self] in self?.ready($0) }
    } catch {
      throw self.error(.outOfResources, error.description, attempt: "connection")
    }
  }

  /// Fails whoever waits.
  ///
  /// The descriptor is not watched any more and may be closed.
  func close(_ reason: TransportError) {
    guard closed == nil else { return }
    closed = reason
    watch = nil
    reader?.received.settle(.failure(reason))
    reader = nil
    for send in sends { send.accepted.settle(.failure(reason)) }
    sends = []
  }

  func error(_ kind: TransportError.Kind, _ reason: String, attempt: String) -> TransportError {
    TransportError(kind, attempt: attempt, address: address, reason: reason)
  }

  private func ready(_ readiness: Readiness) {
    let isBroken = !readiness.isDisjoint(with: [.hungUp, .failed])
    if isBroken || readiness.contains(.readable) { fillReader() }
    if isBroken || readiness.contains(.writable) { sendWhatGoes() }
    watchForWhatIsMissing()
  }

  private func watchForWhatIsMissing() {
    var interest: Readiness = []
    if reader != nil { interest.insert(.readable) }
    if !sends.isEmpty { interest.insert(.writable) }
    do throws(SystemError) {
      try watch?.change(to: interest)
    } catch {
      close(self.error(.outOfResources, error.description, attempt: "connection"))
    }
  }
}

// Reading

extension StreamPump {
  /// At most `limit` bytes, now or when some come; nil at the end of the stream.
  func receive(upTo limit: Int) throws(TransportError) -> Awaited<[UInt8]?> {
    if let closed { throw closed }
    guard reader?.received.isSettled != false else {
      throw error(.invalidRequest, "two tasks read one stream", attempt: "receiving")
    }
    let received = Awaited<[UInt8]?>()
    reader = (limit, received)
    fillReader()
    watchForWhatIsMissing()
    return received
  }

  /// Forgets the reader, if it is still this one.
  func stopReading(_ received: Awaited<[UInt8]?>) {
    guard reader?.received === received else { return }
    reader = nil
    watchForWhatIsMissing()
  }

  private func fillReader() {
    guard let (limit, received) = reader else { return }
    let bytes = takeLeftOver(upTo: limit) ?? (readEnd == nil ? readUntilDry(upTo: limit) : [])
    if !bytes.isEmpty {
      if !received.settle(.success(bytes)) { leftOver.insert(contentsOf: bytes, at: 0) }
    } else if let readEnd {
      received.settle(readEnd.map { nil })
    } else {
      return
    }
    reader = nil
  }

  private func takeLeftOver(upTo limit: Int) -> [UInt8]? {
    guard !leftOver.isEmpty else { return nil }
    defer { leftOver.removeFirst(min(limit, leftOver.count)) }
    return Array(leftOver.prefix(limit))
  }

  /// TLS may hold bytes that make no descriptor ready: only once it has none may the kernel be waited for.
  private func readUntilDry(upTo limit: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    do throws(CurlFailure) {
      while bytes.count < limit, case .done(let more) = try easy.receive(upTo: limit - bytes.count) {
        guard !more.isEmpty else {
          readEnd = .success(())
          break
        }
        bytes = bytes.isEmpty ? more : bytes + more
      }
    } catch {
      readEnd = .failure(TransportError(error, attempt: "receiving", address: address))
    }
    return bytes
  }
}

// Sending

extension StreamPump {
  /// Sends the block after those that wait already, whole.
  func send(_ block: ByteBlock, id: UInt64) throws(TransportError) -> Awaited<Void> {
    if let closed { throw closed }
    let pending = PendingSend(id: id, block: block)
    sends.append(pending)
    if sends.count == 1 { sendWhatGoes() }
    watchForWhatIsMissing()
    return pending.accepted
  }

  /// Takes back a send of which nothing was offered; false: some of it may be gone, and the stream is spoilt.
  func takeBack(_ id: UInt64) -> Bool {
    guard let index = sends.firstIndex(where: { $0.id == id }) else { return true }
    guard !sends[index].isOffered else { return false }
    sends.remove(at: index)
    return true
  }

  private func sendWhatGoes() {
    var budget = Self.sendBudget
    do throws(CurlFailure) {
      while budget > 0, !sends.isEmpty {
        if sends[0].isComplete {
          sends.removeFirst().accepted.settle(.success(()))
          continue
        }
        let (offset, count) = sends[0].offer()
        guard case .done(let accepted) = try easy.send(sends[0].block, from: offset, count: count) else {
          return
        }
        sends[0].accept(accepted)
        budget -= accepted
      }
    } catch {
      close(TransportError(error, attempt: "sending", address: address))
    }
  }
}
