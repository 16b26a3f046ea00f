/// The candidate that somebody probably meant, if any is near: a slip or two away, or the same word shortened.
package func nearest(_ word: String, among candidates: some Sequence<String>) -> String? {
  let typed = Array(word.lowercased())
  guard typed.count <= 64 else { return nil }
  var best: (distance: Int, candidate: String)?
  for candidate in candidates {
    let letters = Array(candidate.lowercased())
    guard letters.count <= 64, isNear(typed, letters) else { continue }
    let distance = editDistance(typed, letters)
    if distance < best?.distance ?? .max { best = (distance, candidate) }
  }
  return best?.candidate
}

private func isNear(_ left: [Character], _ right: [Character]) -> Bool {
  let shorter = min(left.count, right.count)
  if shorter >= 3 && left.prefix(shorter) == right.prefix(shorter) { return true }
  return editDistance(left, right) <= max(1, max(left.count, right.count) / 3)
}

/// Insertions, deletions, replacements and swaps of neighbours between two words.
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    for column in right.indices {
      let isSame = left[row] == right[column]
      var cost = min(last[column] + (isSame ? 0 : 1), last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current.append(cost)
    }
    beforeLast = last
    last = current
  }
  return last[right.count]
}
