import Model

/// The rows of every family that has any, and what is known of them all.
struct Rendering: Sendable {
  struct Family: Sendable {
    let text: FamilyText
    let rows: [ByteBlock]
  }

  var families: [Family] = []
  var rowCount = 0
  /// The last time, on the boot clock, at which all rows hold.
  var validUntil: Duration?
  /// Of the rows that were written anew for this rendering.
  var dropped = DroppedRows()

  mutating func append(_ text: FamilyText, _ parts: [FamilyRows]) {
    for part in parts {
      rowCount += part.rowCount
      validUntil = min(validUntil ?? part.validUntil, part.validUntil)
    }
    let blocks = parts.flatMap(\.blocks)
    if !blocks.isEmpty { families.append(Family(text: text, rows: blocks)) }
  }

  func blocks(in body: PageBody) -> [ByteBlock] {
    var page = RowBuffer(expecting: 0)
    for family in families {
      page.append(family.text.header(in: body))
      for block in family.rows { page.append(block) }
    }
    page.append(body.trailer)
    return page.takeBlocks()
  }
}
