import Testing

@testable import Monitor

@Suite struct SocketTableTests {
  @Test func `addresses of version 6 are four words of the machine's order`() throws {
    // From a machine of little endian: the server at 2001:db8::1, port 9092; the client's address is mapped.
    let text = """
        sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
         0: B80D0120000000000000000001000000:2384 0000000000000000FFFF00000100007F:D431 08 00000000:00000000 00:00000000 00000000  1000        0 4711 1 0000000000000000 100 0 0 10 0
         1: B80D0120000000000000000001000000:2385 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 4712 1
         2: nonsense
      """
    #if _endian(little)
      let entries = SocketTable.parse(Array(text.utf8), SocketPorts(local: [9092], remote: []))
      let entry = try #require(entries.first)
      #expect(entries.count == 1)
      #expect(entry.local.description == "[2001:db8::1]:9092")
      #expect(entry.remote.description == "127.0.0.1:54321")
      #expect((entry.state, entry.inode, entry.cookie) == (8, 4711, 0))
    #endif
    #expect(SocketTable.parse(Array(text.utf8), SocketPorts(local: [], remote: [54321])).count == 1)
    #expect(SocketTable.parse([], SocketPorts(local: [1], remote: [])).isEmpty)
  }
}
