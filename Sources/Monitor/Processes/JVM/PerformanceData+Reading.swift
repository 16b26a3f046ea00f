import Model

extension PerformanceData {
  /// When the virtual machine was made, as it believed.
  var startTime: Timestamp? {
    guard let milliseconds = numbers["sun.rt.createVmBeginTime"].flatMap({ Int64(exactly: $0) }) else {
      return nil
    }
    let (nanoseconds, overflow) = milliseconds.multipliedReportingOverflow(by: 1_000_000)
    return overflow ? nil : Timestamp(nanoseconds: nanoseconds)
  }

  var reading: JVMReading {
    var reading = JVMReading()
    reading.version = texts["java.property.java.version"]
    reading.name = texts["java.property.java.vm.name"]
    reading.vendor = texts["java.property.java.vm.vendor"]
    reading.collector = collector
    reading.threads = numbers["java.threads.live"].flatMap { Int(exactly: $0) }
    reading.pools =
      heapPools
      + [
        classPool("metaspace", "sun.gc.metaspace"),
        classPool("compressed_class_space", "sun.gc.compressedclassspace"),
      ].compactMap(\.self)
    reading.heapLimitBytes = heapLimit
    return reading
  }

  var counters: [ProcessCounter: UInt64] {
    var counters: [ProcessCounter: UInt64] = [:]
    counters[.safepoints] = numbers["sun.rt.safepoints"]
    counters[.safepointTime] = nanoseconds("sun.rt.safepointTime")
    for index in collectorIndices {
      let name = collectorName(index)
      counters[.collections(gc: name)] = numbers["sun.gc.collector.\(index).invocations"]
      counters[.collectionTime(gc: name)] = nanoseconds("sun.gc.collector.\(index).time")
    }
    return counters
  }

  /// Young, full, and the pauses of concurrent cycles.
  private var collectorIndices: [Int] {
    (0..<8).filter { numbers["sun.gc.collector.\($0).invocations"] != nil }
  }

  private func collectorName(_ index: Int) -> String {
    let name = texts["sun.gc.collector.\(index).name"] ?? ""
    let isTaken = collectorIndices.contains {
      $0 < index && texts["sun.gc.collector.\($0).name"] == name
    }
    return name.isEmpty || isTaken ? "\(name)\(index)" : name
  }

  /// Newer releases name no policy with every collector.
  private var collector: String? {
    texts["sun.gc.policy.name"]
      ?? collectorIndices.lazy.compactMap { texts["sun.gc.collector.\($0).name"] }.first {
        !$0.isEmpty
      }.map { String($0.prefix { $0 != " " }) }
  }

  /// Ticks, as seconds of the same clock.
  private func nanoseconds(_ name: String) -> UInt64? {
    guard let ticks = numbers[name], let frequency = numbers["sun.os.hrt.frequency"], frequency > 0 else {
      return nil
    }
    if frequency == 1_000_000_000 { return ticks }
    let (high, low) = ticks.multipliedFullWidth(by: 1_000_000_000)
    return high < frequency ? frequency.dividingFullWidth((high, low)).quotient : nil
  }

  private var generations: [Int] {
    (0..<8).filter { numbers["sun.gc.generation.\($0).maxCapacity"] != nil }
  }

  private var heapPools: [JVMPool] {
    var pools: [JVMPool] = []
    for generation in generations {
      let prefix = "sun.gc.generation.\(generation)"
      let spaces = (0..<8).filter { numbers["\(prefix).space.\($0).used"] != nil }
      let generationName = (texts["\(prefix).name"] ?? "\(generation)").lowercased()
      for space in spaces {
        let place = "\(prefix).space.\(space)"
        // The only space of a generation is called `space`, or as the generation.
        let own = spaces.count == 1 ? nil : texts["\(place).name"]?.lowercased()
        let name = own ?? generationName
        let isTaken = pools.contains { $0.name == name }
        pools.append(
          JVMPool(
            area: .heap, name: isTaken ? "\(name) \(generation).\(space)" : name,
            usedBytes: numbers["\(place).used"], committedBytes: numbers["\(place).capacity"],
            limitBytes: numbers["\(place).maxCapacity"]))
      }
    }
    return pools
  }

  /// A space that has not been measured yet, as before the first collection, says that it is empty, which it cannot be.
  private func classPool(_ name: String, _ prefix: String) -> JVMPool? {
    guard let committed = numbers["\(prefix).capacity"] else { return nil }
    let isMeasured = committed > 0
    return JVMPool(
      area: .nonheap, name: name, usedBytes: isMeasured ? numbers["\(prefix).used"] : nil,
      committedBytes: isMeasured ? committed : nil, limitBytes: numbers["\(prefix).maxCapacity"])
  }

  /// Collectors by regions say of each generation that it may take the whole heap, and some of them eight bytes more.
  private var heapLimit: UInt64? {
    let limits = generations.compactMap { numbers["sun.gc.generation.\($0).maxCapacity"] }
    guard let largest = limits.max() else { return nil }
    let pageSize: UInt64 = 4096
    guard isByRegions else { return limits.reduce(0, &+) }
    return largest / pageSize * pageSize
  }

  private var isByRegions: Bool {
    let names =
      [texts["sun.gc.policy.name"] ?? ""]
      + collectorIndices.map { texts["sun.gc.collector.\($0).name"] ?? "" }
    return names.contains { name in
      ["GarbageFirst", "G1", "Z", "Shenandoah"].contains { name.hasPrefix($0) }
    }
  }
}
