import Settings

/// How `metrics` prints the catalogue.
enum CatalogFormat: String, ChoiceSetting {
  case text, markdown
}
