package import Model

/// Tells whether a process is a broker or belongs to one, and reads what its own files say.
package struct ProcessRecognizer: Sendable {
  private let profiles: ProfileCatalog
  private let procfs: Procfs

  package init(profiles: ProfileCatalog = .builtIn, procfs: Procfs) {
    self.profiles = profiles
    self.procfs = procfs
  }

  /// Nil when nobody wants it watched.
  ///
  /// Matching costs no system call. Only of a process that matches, the files it names are read: ask once for each (pid, start) and
  /// again after an exec.
  package func recognise(_ identity: ProcessIdentity) -> ProcessFacts? {
    nil
  }
}
