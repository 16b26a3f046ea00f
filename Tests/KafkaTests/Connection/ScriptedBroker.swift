import Glibc
import Kafka
import Systemd

/// A listener on loopback that answers every request as a script says, and so does what no broker does on command.
actor ScriptedBroker {
  enum Act: Sendable {
    case send([UInt8])
    /// One byte each time the loop comes round.
    case drip([UInt8])
    case close
  }

  /// No act: the request is never answered.
  typealias Script = @Sendable (RequestHeader, ByteCursor) throws -> [Act]

  private final class Peer {
    let descriptor: CInt
    var assembler = FrameAssembler()
    var watch: DescriptorWatch?
    var timer: LoopTimer?

    init(_ descriptor: CInt) {
      self.descriptor = descriptor
    }

    /// Not watched any more when it is closed: a child that inherited it would keep it ready for ever.
    deinit {
      watch = nil
      Glibc.close(descriptor)
    }
  }

  /// What came, in order.
  private(set) var requests: [RequestHeader] = []
  nonisolated let port: UInt16
  private let listener: CInt
  private let loop: EventLoop
  private let script: Script
  private var listening: DescriptorWatch?
  private var peers: [CInt: Peer] = [:]

  nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe loop.asUnownedSerialExecutor()
  }

  init(on loop: EventLoop, _ script: @escaping Script) async throws {
    self.loop = loop
    self.script = script
    listener = socket(AF_INET, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
    port = try Self.listen(listener)
    try accept()
  }

  isolated deinit {
    listening = nil
    Glibc.close(listener)
  }

  private static func listen(_ descriptor: CInt) throws -> UInt16 {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    unsafe address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        unsafe bind(descriptor, pointer, size) | Glibc.listen(descriptor, 8)
          | getsockname(descriptor, pointer, &size)
      }
    }
    guard status == 0 else { throw SystemError("listen", .call("bind", code: errno)) }
    return UInt16(bigEndian: address.sin_port)
  }

  private func accept() throws {
    listening = try loop.watch(listener, for: .readable) { [weak self] _ in
      self?.assumeIsolated { $0.welcome() }
    }
  }

  private func welcome() {
    let descriptor = Glibc.accept(listener, nil, nil)
    guard descriptor >= 0 else { return }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    var on: CInt = 1
    unsafe setsockopt(
      descriptor, CInt(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<CInt>.size))
    let peer = Peer(descriptor)
    peers[descriptor] = peer
    peer.watch = try? loop.watch(descriptor, for: .readable) { [weak self] _ in
      self?.assumeIsolated { $0.read(descriptor) }
    }
  }

  private func read(_ descriptor: CInt) {
    guard let peer = peers[descriptor] else { return }
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = unsafe recv(descriptor, &buffer, buffer.count, 0)
    guard count > 0, let arrivals = try? peer.assembler.append(Array(buffer.prefix(count))) else {
      peers[descriptor] = nil
      return
    }
    for case .frame(let payload) in arrivals { answer(payload, peer) }
  }

  private func answer(_ payload: [UInt8], _ peer: Peer) {
    var cursor = ByteCursor(payload)
    guard let header = try? RequestHeader(reading: &cursor), let acts = try? script(header, cursor) else {
      peers[peer.descriptor] = nil
      return
    }
    requests.append(header)
    for act in acts {
      switch act {
      case .send(let bytes): _ = send(bytes, peer)
      case .drip(let bytes): drip(bytes[...], peer.descriptor)
      case .close: peers[peer.descriptor] = nil
      }
    }
  }

  private func send(_ bytes: [UInt8], _ peer: Peer) -> Bool {
    unsafe Glibc.send(peer.descriptor, bytes, bytes.count, CInt(MSG_NOSIGNAL)) == bytes.count
  }

  private func drip(_ bytes: ArraySlice<UInt8>, _ descriptor: CInt) {
    guard let peer = peers[descriptor], let byte = bytes.first, send([byte], peer) else { return }
    peer.timer = loop.schedule(after: .microseconds(200)) { [weak self] in
      self?.assumeIsolated { $0.drip(bytes.dropFirst(), descriptor) }
    }
  }
}
