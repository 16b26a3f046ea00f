import Testing

@testable import Monitor

@Suite struct ControlGroupOwnerTests {
  private static let id = String(repeating: "0a1b2c3d", count: 8)

  private static let cases: [(paths: [String], container: String?, unit: String?)] = [
    (["/system.slice/kafka.service"], nil, "kafka.service"),
    (["/system.slice/system-kafka.slice/kafka@2.service"], nil, "kafka@2.service"),
    (["/system.slice/docker-\(id).scope"], id, nil), (["/docker/\(id)"], id, nil),
    (["/system.slice/docker.service/docker/\(id)"], id, nil),
    (["/machine.slice/libpod-\(id).scope/container"], id, nil),
    (["/system.slice/kafka.service/libpod-payload-\(id)"], id, "kafka.service"),
    (
      ["/kubepods.slice/kubepods-burstable.slice/kubepods-burstable-podx.slice/cri-containerd-\(id).scope"],
      id, nil
    ),
    (["/kubepods/besteffort/pod12/\(id)"], id, nil),
    (["/user.slice/user-1000.slice/user@1000.service/app.slice/kafka.service"], nil, "kafka.service"),
    (["/user.slice/user-1000.slice/session-3.scope"], nil, nil),
    (["/user.slice/user-1000.slice/user@1000.service"], nil, nil), (["/"], nil, nil), ([], nil, nil),
    ([""], nil, nil),
    // Version 1: one for each controller, and some are the root's.
    (["/", "/system.slice/kafka.service", "/docker/\(id)"], id, "kafka.service"),
    (["/docker/\(id.dropLast())"], nil, nil), (["/docker/\(id.uppercased())"], nil, nil),
    (["/x\(id)"], nil, nil),
  ]

  @Test(arguments: cases.indices)
  func `a control group tells the container and the unit`(index: Int) {
    let (paths, container, unit) = Self.cases[index]
    let owner = ControlGroupOwner(paths)
    #expect(owner.container == container)
    #expect(owner.unit == unit)
  }
}
