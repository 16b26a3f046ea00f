/// Header fields in their order; names are compared without regard to case.
package struct HTTPFields: Sendable, Hashable, ExpressibleByDictionaryLiteral, Sequence {
  package struct Field: Sendable, Hashable {
    package let name: String
    package let value: String
  }

  private var fields: [Field] = []

  package init(dictionaryLiteral elements: (String, String)...) {
    for (name, value) in elements { append(name, value) }
  }

  package var isEmpty: Bool { fields.isEmpty }

  package mutating func append(_ name: String, _ value: String) {
    fields.append(Field(name: name, value: value))
  }

  /// The value of the first field of this name.
  package subscript(name: String) -> String? {
    let wanted = name.lowercased()
    for field in fields where field.name.lowercased() == wanted { return field.value }
    return nil
  }

  package func makeIterator() -> IndexingIterator<[Field]> {
    fields.makeIterator()
  }
}
