import Model
import Systemd

/// One data directory: looked at on a thread of its own, because the file system under it may hang.
final class DirectoryWatch: Sendable {
  /// What the last tick that came to its end has found.
  private struct Sample {
    var space: Result<FileSystemSpace, WalkTrouble> = .failure(.hanging)
    var device: DiskStatistics.Device?
    var walk: WalkTrouble?
    var contents: DirectoryContents?
  }

  let path: String
  private let settings: DataDirectoriesSettings
  private let lane: BlockingLane
  private let walker: Locked<DirectoryWalker>
  private let newest = Locked(Sample())
  private let loop: EventLoop

  init(_ path: String, _ settings: DataDirectoriesSettings, on loop: EventLoop) {
    self.path = path
    self.settings = settings
    self.loop = loop
    lane = BlockingLane(name: "data directory")
    walker = Locked(
      DirectoryWalker(
        path, suffixes: settings.segmentSuffixes, topicLimit: settings.topicLimit, time: loop.time))
  }

  /// Whether a piece of an earlier tick still waits for the kernel.
  var isHanging: Bool { lane.isBusy }

  /// Looks once; what hangs is reported as such, and not asked again before it has come back.
  func read(_ disks: DiskStatistics?) async -> DataDirectoryReading {
    do throws(SystemError) {
      // The lane holds the watch until its piece has ended, however long that takes.
      if try lane.start({ self.look() }) {
        _ = await lane.isIdle(within: settings.patience, on: loop)
      }
    } catch {
      newest.withLock { $0.space = .failure(.other) }
    }
    let isHanging = lane.isBusy
    return newest.withLock { reading(of: $0, disks, isHanging: isHanging) }
  }

  private func look() {
    newest.withLock { $0 = Sample(contents: $0.contents) }
    let space = Self.attempt { () throws(SystemError) in try FileSystemSpace(of: path) }
    let device = Self.attempt { () throws(SystemError) in try FileFacts(of: path).majorMinor }
    newest.withLock { newest in
      newest.space = space
      newest.device = (try? device.get()).map { DiskStatistics.Device(major: $0.major, minor: $0.minor) }
    }
    let (contents, trouble) = walker.withLock { walker -> (DirectoryContents?, WalkTrouble?) in
      do throws(WalkTrouble) {
        try walker.walk(settings.entryBudget, within: settings.walkingTime)
        return (walker.contents, nil)
      } catch {
        return (nil, error)
      }
    }
    newest.withLock { newest in
      newest.contents = contents
      newest.walk = trouble
    }
  }

  private static func attempt<Value>(
    _ body: () throws(SystemError) -> Value
  ) -> Result<Value, WalkTrouble> {
    do throws(SystemError) {
      return .success(try body())
    } catch {
      return .failure(WalkTrouble(error))
    }
  }

  private func reading(
    of sample: Sample, _ disks: DiskStatistics?, isHanging: Bool
  ) -> DataDirectoryReading {
    var reading = DataDirectoryReading(path: path)
    switch sample.space {
    case .success(let space):
      reading.totalBytes = space.totalBytes
      reading.availableBytes = space.availableBytes
      reading.inodes = space.inodes
      reading.freeInodes = space.freeInodes
    case .failure(let trouble): reading.problems[.space] = trouble.rawValue
    }
    switch DiskVerdict.find(sample.device, in: disks) {
    case .success(let disk): reading.disk = disk
    case .failure(let absence): reading.problems[.disk] = absence.rawValue
    }
    reading.contents = sample.contents.flatMap { isBelieved($0) ? $0 : nil }
    reading.problems[.files] = isHanging ? WalkTrouble.hanging.rawValue : sample.walk?.rawValue
    return reading
  }

  /// A round may take long; if the next one takes much longer, what the last one found is not true any more.
  private func isBelieved(_ contents: DirectoryContents) -> Bool {
    loop.time.now().age(of: contents.finishedAt) <= settings.staleAfter + contents.duration * 3
  }
}
