import Exporter
import Model
import TestSupport
import Testing

/// What the series of groups are labelled with and what they say that they count.
@Suite struct LabelTests {
  @Test
  func `trap 26: who is in a group labels nothing but the list of assignments, which nobody gets unasked`()
    throws
  {
    let personal: Set<String> = [
      "member", "client", "host", "consumer", "consumer_id", "client_id", "member_host",
    ]
    let metrics = try Catalog.brokerwatch().metrics.filter {
      $0.labels.contains("group") && !personal.isDisjoint(with: $0.labels)
    }
    #expect(metrics.map(\.name) == ["broker_consumer_assignment_info"])
    let section = FixedClusters.main(FixedClusters().time.now())
    #expect(!section.showsAssignments)
  }

  @Test func `trap 32: a lag is one of offsets, for not every offset is a record`() throws {
    let lags = try Catalog.brokerwatch().metrics.filter {
      ["broker_consumer_lag", "broker_consumer_group_lag", "broker_consumer_group_lag_velocity"].contains(
        $0.name)
    }
    #expect(lags.count == 3)
    #expect(lags.allSatisfy { $0.help.lowercased().contains("offsets") })
  }
}
