/// Rows that could not be written, by reason.
struct DroppedRows: Sendable {
  var notANumber: UInt64 = 0
  /// Our own mistake: a reader gave another number of labels than its metric declares.
  var wrongLabels: UInt64 = 0

  static func += (left: inout DroppedRows, right: DroppedRows) {
    left.notANumber += right.notANumber
    left.wrongLabels += right.wrongLabels
  }

  /// Both reasons always, so that a rate over them starts at 0.
  var byReason: [String: UInt64] {
    ["not_a_number": notANumber, "wrong_labels": wrongLabels]
  }
}
