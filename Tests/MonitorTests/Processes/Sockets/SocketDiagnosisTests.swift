import Glibc
import Model
import Systemd
import TestSupport
import Testing

@testable import Monitor

/// Against the kernel: it checks the program in each request, and lists sockets that these tests made.
@Suite struct SocketDiagnosisTests {
  private static let isAllowed = (try? ask(SocketPorts(local: [1], remote: []))) != nil
  private static let whyNot: Comment = "this kernel has no sock_diag for us"

  private static func ask(_ ports: SocketPorts) throws -> [SocketEntry] {
    var answer = SocketAnswer()
    try SocketDiagnosis.ask(SocketRequest.bytes(.ipv4, ports)) { answer.take($0) }
    if let problem = answer.problem { throw problem }
    return answer.entries
  }

  @Test(.enabled(if: isAllowed, whyNot)) func `both ends of a connection are told, with their bytes`() throws
  {
    let pair = try LoopbackPair()
    let (client, server) = try pair.connect()
    try pair.pass(1000, from: client, to: server)
    try pair.pass(300, from: server, to: client)
    let accepted = try #require(try Self.ask(SocketPorts(local: [pair.port], remote: [])).first)
    let connected = try #require(try Self.ask(SocketPorts(local: [], remote: [pair.port])).first)
    #expect(accepted.state == SocketState.established.rawValue)
    #expect(accepted.local == SocketAddress(ipv4: 0x7F00_0001, port: pair.port))
    #expect(accepted.remote == connected.local)
    #expect(accepted.traffic?.receivedBytes == 1000)
    #expect(accepted.traffic?.sentBytes == 300)
    #expect(connected.traffic?.receivedBytes == 300)
    #expect(accepted.cookie != connected.cookie)
    var status = stat()
    _ = unsafe fstat(server, &status)
    #expect(accepted.inode == UInt32(status.st_ino))
  }

  @Test(.enabled(if: isAllowed, whyNot))
  func `the kernel's own filter leaves out all other ports`() throws {
    let pairs = try (0..<4).map { _ in try LoopbackPair() }
    let ends = try pairs.map { try $0.connect() }
    let ports = SocketPorts(local: [pairs[0].port, pairs[1].port, 1, 2], remote: [pairs[2].port, 3])
    let entries = try Self.ask(ports)
    #expect(entries.count == 3)
    #expect(Set(entries.map(\.local.port)).isSuperset(of: [pairs[0].port, pairs[1].port]))
    #expect(entries.count { $0.remote.port == pairs[2].port } == 1)
    #expect(entries.allSatisfy(ports.contain))
    _ = ends
  }

  @Test(.enabled(if: isAllowed, whyNot))
  func `the kernel accepts a filter of as many ports as there may be`() throws {
    let many = SocketPorts(local: Set(1...600), remote: Set(1...600))
    #expect(throws: Never.self) { try Self.ask(many) }
  }

  @Test(.enabled(if: isAllowed, whyNot))
  func `no part of an answer and no damage to it does harm`() throws {
    let pair = try LoopbackPair()
    let ends = try pair.connect()
    var datagrams: [[UInt8]] = []
    try SocketDiagnosis.ask(
      SocketRequest.bytes(.ipv4, SocketPorts(local: [pair.port], remote: [pair.port]))
    ) { bytes in
      datagrams.append(bytes.indices.map { bytes[$0] })
      var answer = SocketAnswer()
      return answer.take(bytes)
    }
    let whole = try #require(datagrams.first)
    for count in 0..<whole.count {
      var answer = SocketAnswer()
      let part = Array(whole[..<count])
      _ = answer.take(part.span)
      #expect(answer.entries.count <= 2)
    }
    var random = SeededGenerator(seed: 5)
    for _ in 0..<20_000 {
      var damaged = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        damaged[Int.random(in: 0..<damaged.count, using: &random)] = .random(in: 0...255, using: &random)
      }
      var answer = SocketAnswer()
      _ = answer.take(damaged.span)
      #expect(answer.entries.count <= whole.count / 72)
    }
    _ = ends
  }

  @Test func `the table of proc names the same sockets`() throws {
    let pair = try LoopbackPair()
    let (client, server) = try pair.connect()
    let ports = SocketPorts(local: [pair.port], remote: [])
    let bytes = try SmallFile.read("/proc/self/net/tcp", limit: 8 << 20)
    let entries = SocketTable.parse(bytes, ports).filter { $0.state == SocketState.established.rawValue }
    let entry = try #require(entries.first)
    #expect(entries.count == 1)
    #expect(entry.local == SocketAddress(ipv4: 0x7F00_0001, port: pair.port))
    var status = stat()
    _ = unsafe fstat(server, &status)
    #expect(entry.inode == UInt32(status.st_ino))
    #expect(entry.traffic == nil)
    _ = client
  }
}
