import Testing

@testable import Monitor

@Suite struct ControlGroupTests {
  private static let versionOne = ControlGroupMembership.parse(
    Array(
      """
      12:memory:/docker/4f
      5:cpu,cpuacct:/docker/4f
      1:name=systemd:/docker/4f/a:b
      0::/docker/4f

      """.utf8))

  @Test func `a process is in one group of each hierarchy`() {
    #expect(Self.versionOne.unifiedPath == "/docker/4f")
    #expect(Self.versionOne.path(of: "cpuacct") == "/docker/4f")
    #expect(Self.versionOne.path(of: "name=systemd") == "/docker/4f/a:b")
    #expect(Self.versionOne.path(of: "io") == nil)
    #expect(Self.versionOne.paths == ["/docker/4f", "/docker/4f/a:b"])
    #expect(ControlGroupMembership.parse(Array("nonsense\n4:memory".utf8)).lines.isEmpty)
  }

  private static let mounts = ControlGroupMounts.parse(
    Array(
      """
      24 30 0:22 / /proc rw,relatime - proc proc rw
      35 30 0:30 / /sys/fs/cgroup ro shared:9 - tmpfs tmpfs ro,mode=755
      36 35 0:31 / /sys/fs/cgroup/unified rw,relatime shared:10 master:4 - cgroup2 cgroup2 rw,nsdelegate
      37 35 0:32 /docker/4f /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory
      38 35 0:33 / /with\\040blank\\134 rw - cgroup cgroup rw,cpu,cpuacct
      39 35
      """.utf8))

  @Test func `version 2 lies below its mount point`() {
    #expect(
      Self.mounts.folder(ofUnified: "/system.slice/kafka.service")
        == "/sys/fs/cgroup/unified/system.slice/kafka.service")
    #expect(Self.mounts.folder(ofUnified: "/") == "/sys/fs/cgroup/unified")
  }

  @Test func `of a mount that shows a part only that part is found`() {
    #expect(Self.mounts.folder(of: "/docker/4f", controller: "memory") == "/sys/fs/cgroup/memory")
    #expect(Self.mounts.folder(of: "/docker/4f/x", controller: "memory") == "/sys/fs/cgroup/memory/x")
    #expect(Self.mounts.folder(of: "/docker/4fx", controller: "memory") == nil)
    #expect(Self.mounts.folder(of: "/other", controller: "memory") == nil)
  }

  @Test func `escapes of the mount table are undone, and unknown controllers have no folder`() {
    #expect(Self.mounts.folder(of: "/a", controller: "cpuacct") == "/with blank\\/a")
    #expect(Self.mounts.folder(of: "/a", controller: "hugetlb") == nil)
  }

  @Test(arguments: ["/../../system.slice/kafka.service", "relative", ""])
  func `a group outside of our own namespace cannot be seen`(path: String) {
    #expect(Self.mounts.folder(ofUnified: path) == nil)
  }

  @Test func `without version 2 there is no such folder`() {
    #expect(ControlGroupMounts.parse([]).folder(ofUnified: "/a") == nil)
  }
}
