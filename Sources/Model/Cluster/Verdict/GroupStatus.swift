/// How a group gets on, judged by its progress and not by the size of its lag.
package enum GroupStatus: String, Sendable, Hashable, CaseIterable, Comparable {
  case ok, lagging, rewound, stalled, stopped

  package static func < (left: GroupStatus, right: GroupStatus) -> Bool {
    left.severity < right.severity
  }

  private var severity: Int {
    switch self {
    case .ok: 0
    case .lagging: 1
    case .rewound: 2
    case .stalled: 3
    case .stopped: 4
    }
  }
}
