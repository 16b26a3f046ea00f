import FoundationEssentials
import TestSupport
import Testing

@Suite(.enabled(if: PeerProgram.isUsable("python3", requiredAs: "python"), "python3 is not installed"))
struct AbuseTests {
  private struct Outcome: Decodable {
    let answered: Int
    let refused: Int
    let descriptorsFirst: Int
    let descriptorsLast: Int
    let residentFirst: Int
    let residentLast: Int

    enum CodingKeys: String, CodingKey {
      case answered, refused
      case descriptorsFirst = "descriptors_first"
      case descriptorsLast = "descriptors_last"
      case residentFirst = "resident_first"
      case residentLast = "resident_last"
    }
  }

  @Test func `hostile clients cost honest ones nothing, and leave no descriptors and no memory behind`()
    async throws
  {
    let daemon = try await RunningDaemon()
    let pid = "\(daemon.process.processIdentifier)"
    let output = try await Python.run("abuse.py", [daemon.port, pid, "3"])
    let outcome = try JSONDecoder().decode(Outcome.self, from: Data(output.utf8))
    #expect(outcome.answered == 12 && outcome.refused == 0)
    #expect(outcome.descriptorsLast <= outcome.descriptorsFirst + 2)
    #expect(outcome.residentLast <= outcome.residentFirst + 8 << 20)
    #expect(try await daemon.terminate() == 0)
  }
}
