/// Calls that are asked together, whatever their answers are made of.
///
/// Only on the thread of their connection.
protocol BusQuestions: AnyObject {
  var id: UInt64 { get }
  /// How long each reply may take.
  var timeout: Duration { get }
  var isDone: Bool { get }
  /// Takes the next call that was not sent yet.
  func next() -> (index: Int, call: BusCall)?
  /// What waits for one reply; `settled` is called when it has come.
  func slot(for index: Int, settled: @escaping () -> Void) -> BusSlot
  func fail(_ index: Int, _ error: BusError)
  /// Nobody will answer what is still open.
  func end(_ error: BusError)
}

/// Calls whose answers are read alike, and the task that waits for all of them.
final class BusBatch<Answer: Sendable>: BusQuestions {
  typealias Outcome = Result<Answer, BusError>

  let id: UInt64
  let timeout: Duration
  private let calls: [BusCall]
  private let read: @Sendable (inout BusReader) throws(BusError) -> Answer
  private var waiter: CheckedContinuation<[Outcome], Never>?
  private var outcomes: [Outcome?]
  private var missing: Int
  private var sent = 0

  init(
    _ id: UInt64, _ calls: [BusCall], timeout: Duration, waiter: CheckedContinuation<[Outcome], Never>,
    _ read: @escaping @Sendable (inout BusReader) throws(BusError) -> Answer
  ) {
    self.id = id
    self.timeout = timeout
    self.calls = calls
    self.waiter = waiter
    self.read = read
    outcomes = Array(repeating: nil, count: calls.count)
    missing = calls.count
    finishIfDone()
  }

  var isDone: Bool { missing == 0 }

  func next() -> (index: Int, call: BusCall)? {
    guard sent < calls.count else { return nil }
    defer { sent += 1 }
    return (sent, calls[sent])
  }

  func slot(for index: Int, settled: @escaping () -> Void) -> BusSlot {
    BusSlot { [self] reader in
      settle(index, outcome(of: &reader))
      settled()
    }
  }

  func fail(_ index: Int, _ error: BusError) {
    settle(index, .failure(error))
  }

  func end(_ error: BusError) {
    sent = calls.count
    for index in outcomes.indices where outcomes[index] == nil { settle(index, .failure(error)) }
  }

  private func outcome(of reader: inout BusReader) -> Outcome {
    if let error = reader.error { return .failure(error) }
    do throws(BusError) {
      return .success(try read(&reader))
    } catch {
      return .failure(error)
    }
  }

  private func settle(_ index: Int, _ outcome: Outcome) {
    guard outcomes[index] == nil else { return }
    outcomes[index] = outcome
    missing -= 1
    // Whoever is silent to one call is silent to all: their deadlines must not add up.
    if case .failure(let error) = outcome, error.kind == .noReply, missing > 0 { end(error) }
    finishIfDone()
  }

  private func finishIfDone() {
    guard isDone, let waiter else { return }
    self.waiter = nil
    waiter.resume(returning: outcomes.compactMap(\.self))
  }
}
