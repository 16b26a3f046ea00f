/// The profiles that are known: those that come with the program and the user's own.
package struct ProfileCatalog: Sendable {
  package static let builtIn = ProfileCatalog()

  private init() {}
}
