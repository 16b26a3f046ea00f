import CCurl
import CShims
import Systemd

/// Drives one multi handle with a loop's descriptors and timers.
///
/// Only on the loop, but for making it.
final class TransferEngine: CurlMultiHandler {
  private let loop: EventLoop
  private let multi: CurlMulti
  private var transfers: [CurlEasy.Identity: any Transfer] = [:]
  private var watches: [CInt: DescriptorWatch] = [:]
  private var timer: LoopTimer?
  /// Transfers whose descriptors could not be watched: told about it once libcurl has returned.
  private var unwatched: [(easy: CurlEasy.Identity, error: SystemError)] = []

  init(loop: EventLoop, maximumConnections: Int) throws(CurlFailure) {
    self.loop = loop
    multi = try CurlMulti()
    try multi.set(CURLMOPT_MAX_TOTAL_CONNECTIONS, maximumConnections)
    try multi.set(CURLMOPT_MAXCONNECTS, maximumConnections)
    multi.handler = self
  }

  deinit {
    // A descriptor must not be watched any more when libcurl closes it.
    watches = [:]
  }

  func start(_ transfer: any Transfer) throws(CurlFailure) {
    transfers[transfer.easy.identity] = transfer
    do throws(CurlFailure) {
      try multi.add(transfer.easy)
    } catch {
      transfers[transfer.easy.identity] = nil
      throw error
    }
  }

  /// Closes the connection, unless the transfer ended well and another may use it.
  ///
  /// Not from inside libcurl.
  func remove(_ easy: CurlEasy) {
    multi.remove(easy)
    transfers[easy.identity] = nil
  }

  func wants(_ interest: SocketInterest?, on descriptor: CInt, for easy: CurlEasy.Identity) {
    guard let interest else {
      watches[descriptor] = nil
      return
    }
    let readiness = Readiness(interest)
    do throws(SystemError) {
      if let watch = watches[descriptor] {
        try watch.change(to: readiness)
      } else {
        watches[descriptor] = try loop.watch(descriptor, for: readiness) { [weak self] readiness in
          self?.act(on: descriptor, readiness)
        }
      }
    } catch {
      unwatched.append((easy, error))
    }
  }

  func wantsTimer(after delay: Duration?) {
    guard let delay else {
      timer?.cancel()
      return
    }
    if let timer {
      timer.arm(after: delay)
    } else {
      timer = loop.schedule(after: delay) { [weak self] in self?.actOnTimer() }
    }
  }

  private func act(on descriptor: CInt, _ readiness: Readiness) {
    guard let interest = watches[descriptor]?.interest else { return }
    // libcurl finds out by itself what a hang-up or an error means, when it reads or writes.
    let isBroken = !readiness.isDisjoint(with: [.hungUp, .failed])
    multi.act(
      on: descriptor,
      readable: interest.contains(.readable) && (isBroken || readiness.contains(.readable)),
      writable: interest.contains(.writable) && (isBroken || readiness.contains(.writable)))
    deliver()
  }

  private func actOnTimer() {
    multi.actOnTimer()
    deliver()
  }

  private func deliver() {
    while let (identity, outcome) = multi.nextEnded() {
      guard let transfer = transfers[identity] else { continue }
      transfer.ended(outcome == CURLE_OK ? nil : transfer.easy.failure(outcome))
    }
    for (identity, error) in unwatched {
      transfers[identity]?.ended(CurlFailure(code: CURLE_FAILED_INIT.rawValue, message: error.description))
    }
    unwatched = []
  }
}

extension Readiness {
  fileprivate init(_ interest: SocketInterest) {
    self = []
    if interest.reading { insert(.readable) }
    if interest.writing { insert(.writable) }
  }
}
