/// Why a `${NAME}` could not be replaced.
struct ExpansionProblem: Error {
  let message: String
}
