import Exporter

/// Prints the catalogue: what `/metrics` can say.
enum MetricsCommand {
  static func run(_ invocation: Invocation) -> CInt {
    do {
      let catalog = try Catalog.brokerwatch()
      switch invocation.catalogFormat {
      case .text: return Console.tell(CatalogText.plain(catalog.metrics))
      case .markdown: return Console.tell(CatalogText.markdown(catalog.metrics))
      }
    } catch {
      return Console.complain("brokerwatch: \(error)", status: 1)
    }
  }
}
