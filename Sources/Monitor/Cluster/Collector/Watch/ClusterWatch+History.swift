import Model
import Systemd

// The ages of records outlive a restart.
extension ClusterWatch {
  /// Before the first judgement: what an earlier run of the program knew of this cluster.
  func recall() async {
    guard archiveFile == nil, let id = identity.id, let state = settings.state else { return }
    let file = OffsetArchiveFile(of: id, in: state)
    archiveFile = file
    guard let archive = await file.load(now: loop.time.now().wall) else { return }
    judge = ClusterJudge(ClusterJudgeSettings(settings), archive: archive)
  }

  /// After every cycle, when its section is published.
  func saveIfDue() async {
    guard archiveFile?.isDue() == true else { return }
    await save()
  }

  func save() async {
    guard let archiveFile, let archive = judge.encodedArchive(at: loop.time.now()) else { return }
    await archiveFile.save(archive)
  }
}
