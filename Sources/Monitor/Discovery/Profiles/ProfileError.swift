/// Everything that is wrong with somebody's profiles, one line for each.
package struct ProfileError: Error, Equatable, CustomStringConvertible {
  package let problems: [String]

  package init(_ problems: [String]) {
    self.problems = problems
  }

  package var description: String { problems.joined(separator: "\n") }
}
