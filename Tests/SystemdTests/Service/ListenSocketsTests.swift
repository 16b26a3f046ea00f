import Glibc
import Systemd
import TestSupport
import Testing

@Suite struct ListenSocketsTests {
  static let activator = "systemd-socket-activate"

  @Test(
    .enabled(
      if: PeerProgram.isUsable(activator, requiredAs: activator),
      "no systemd-socket-activate (package systemd)"))
  func `sockets come from systemd under their names, and no child inherits them`() async throws {
    let names = ["@brokerwatch-web-\(getpid())", "@brokerwatch-admin-\(getpid())"]
    let service = try ChildProcess(
      Self.activator, ["-l", names[0], "-l", names[1], "--fdname=web:admin", Probe.path, "listen"])
    let client = try await connect(to: names[1], datagrams: false)
    #expect(try await service.standardOutput.text() == "3 web\n4 admin\n2 sockets\n")
    #expect(try await service.wait() == 0)
    withExtendedLifetime(client) {}
  }

  @Test(
    .enabled(
      if: PeerProgram.isUsable(activator, requiredAs: activator),
      "no systemd-socket-activate (package systemd)"))
  func `a socket that nobody can connect to is refused`() async throws {
    let name = "@brokerwatch-datagrams-\(getpid())"
    let service = try ChildProcess(
      Self.activator, ["--datagram", "-l", name, "--fdname=odd", Probe.path, "listen"])
    let client = try await connect(to: name, datagrams: true)
    #expect(
      try await service.standardOutput.text()
        == "Cannot take over the sockets of the service manager: descriptor 3 ('odd') is not a listening stream socket. Use ListenStream= and Accept=no in the socket unit.\n"
    )
    #expect(try await service.wait() == 1)
    withExtendedLifetime(client) {}
  }

  @Test func `a service that was started otherwise has no such sockets`() async throws {
    let service = try ChildProcess(Probe.path, ["listen"])
    #expect(try await service.standardOutput.text() == "0 sockets\n")
  }

  @Test func `sockets meant for another process are left alone`() async throws {
    let service = try ChildProcess(
      Probe.path, ["listen"], environment: ["LISTEN_FDS": "1", "LISTEN_PID": "1", "LISTEN_FDNAMES": "web"])
    #expect(try await service.standardOutput.text() == "0 sockets\n")
  }

  private func connect(to name: String, datagrams: Bool) async throws -> UnixSocket {
    var client: UnixSocket?
    try await eventually("\(Self.activator) listens") {
      client = try? UnixSocket(connectingTo: name, datagrams: datagrams)
      return client != nil
    }
    return try #require(client)
  }
}
