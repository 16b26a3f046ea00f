import Kafka
import Model

extension ListGroupsRequest: SimulatedRequest {
  func answer(from cluster: inout SimulatedCluster, _ question: Question) -> Answer<ListGroupsResponse> {
    let shown = cluster.groups.filter { id, group in
      cluster.coordinator(of: id) == question.broker
        && Self.passes(group.state.rawValue, statesFilter) && Self.passes(group.kind.rawValue, typesFilter)
    }
    return .reply(
      ListGroupsResponse {
        $0.groups = shown.sorted { $0.key < $1.key }.map { id, group in
          ListGroupsResponse.Group {
            $0.groupID = id
            $0.protocolType = group.protocolType
            $0.groupState = group.state.rawValue
            $0.groupType = group.kind.rawValue
          }
        }
      })
  }

  /// Filters are written in any case.
  private static func passes(_ word: String, _ filter: [String]) -> Bool {
    filter.isEmpty || filter.contains { $0.lowercased() == word.lowercased() }
  }

  static func put(_ error: ErrorCode, into response: inout ListGroupsResponse) {
    response.errorCode = error
    response.groups = []
  }
}
