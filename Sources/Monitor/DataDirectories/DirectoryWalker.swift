import Model
import Systemd

/// Goes through a directory tree a few entries at a time, again and again.
///
/// Between two ticks nothing of the tree is open, unless one of its directories is too large for one tick: whoever wants to
/// unmount it can.
struct DirectoryWalker {
  /// A directory goes on being read beyond the budget up to here; the next tick makes up for it.
  private static let overdraft = 4096
  /// Between two looks at the clock.
  private static let stride = 64

  private let path: String
  private let suffixes: [[UInt8]]
  private let topicLimit: Int
  private let time: any TimeSource
  private var round: WalkRound?
  private var unfinished: (WalkRound.Pending, DirectoryCursor)?
  private var device: UInt64?
  private var allowance = 0
  /// Of the last whole round.
  private(set) var contents: DirectoryContents?

  init(_ path: String, suffixes: [String], topicLimit: Int, time: any TimeSource) {
    self.path = path
    self.suffixes = suffixes.map { Array($0.utf8) }
    self.topicLimit = topicLimit
    self.time = time
  }

  /// Looks at so many entries more, for no longer than `limit`, or to the end of the round.
  mutating func walk(_ budget: Int, within limit: Duration) throws(WalkTrouble) {
    let start = time.now()
    allowance = min(allowance + budget, budget)
    var round = self.round ?? WalkRound(startedAt: start)
    let root = try openRoot(&round, at: start)
    var isOver = false
    while allowance > 0, !isOver {
      guard let (directory, cursor) = next(&round, below: root) else { break }
      isOver = !read(cursor, directory, &round, until: start.uptime + limit)
    }
    guard unfinished == nil, round.isDone else {
      self.round = round
      return
    }
    self.round = nil
    contents = round.contents(finishedAt: time.now(), topicLimit: topicLimit)
  }

  /// Another file system at the same place is another tree.
  private mutating func openRoot(
    _ round: inout WalkRound, at now: Moment
  ) throws(WalkTrouble) -> DirectoryCursor {
    do throws(SystemError) {
      let root = try DirectoryCursor(path)
      if root.facts.device != device {
        device = root.facts.device
        round = WalkRound(startedAt: now)
        unfinished = nil
        contents = nil
      }
      return root
    } catch {
      round = WalkRound(startedAt: now)
      (self.round, unfinished, device, contents) = (nil, nil, nil, nil)
      throw WalkTrouble(error)
    }
  }

  private mutating func next(
    _ round: inout WalkRound, below root: DirectoryCursor
  ) -> (WalkRound.Pending, DirectoryCursor)? {
    if let unfinished {
      self.unfinished = nil
      return unfinished
    }
    while let directory = round.nextDirectory() {
      allowance -= 1
      do throws(SystemError) {
        let cursor = try directory.path.isEmpty ? root : DirectoryCursor(directory.path, below: root)
        guard cursor.facts.device == root.facts.device else {
          round.cannotOpen(directory, .otherFileSystem)
          continue
        }
        round.add(directory: cursor.facts, directory)
        return (directory, cursor)
      } catch {
        round.cannotOpen(directory, WalkTrouble(error))
      }
    }
    return nil
  }

  /// Reads a directory to its end, or for as long as is allowed: then false, and it goes on with the next tick.
  private mutating func read(
    _ cursor: DirectoryCursor, _ directory: WalkRound.Pending, _ round: inout WalkRound,
    until deadline: Duration
  ) -> Bool {
    var count = 0
    do throws(SystemError) {
      while try cursor.next() {
        look(at: cursor, directory, &round)
        allowance -= 1
        count += 1
        guard count % Self.stride == 0 else { continue }
        if allowance < -Self.overdraft || time.now().uptime > deadline {
          unfinished = (directory, cursor)
          return false
        }
      }
    } catch {
      round.skip(WalkTrouble(error).rawValue)
    }
    return time.now().uptime <= deadline
  }

  private func look(at cursor: DirectoryCursor, _ directory: WalkRound.Pending, _ round: inout WalkRound) {
    if cursor.kind == .directory { return round.note(cursor.name, in: directory) }
    do throws(SystemError) {
      guard let facts = try cursor.look() else { return }
      // Some file systems do not say with the name what it is.
      if facts.isDirectory { return round.note(cursor.name, in: directory) }
      round.add(facts, isSegment: suffixes.contains { cursor.nameEnds(with: $0) }, in: directory)
    } catch {
      round.skip(WalkTrouble(error).rawValue)
    }
  }
}
