/// Collects the items of a schema in the order in which they are declared.
@resultBuilder package enum SchemaBuilder<Value: Sendable & Equatable> {
  package static func buildExpression<Setting>(_ key: Key<Value, Setting>) -> any SchemaItem<Value> { key }

  package static func buildExpression(_ key: SecretKey<Value>) -> any SchemaItem<Value> { key }

  package static func buildExpression(_ rule: Rule<Value>) -> any SchemaItem<Value> { rule }

  package static func buildExpression<Element>(_ rule: Distinct<Value, Element>) -> any SchemaItem<Value> {
    rule
  }

  package static func buildBlock(_ items: any SchemaItem<Value>...) -> [any SchemaItem<Value>] { items }
}
