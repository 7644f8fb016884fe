import Foundation

/// Runs programs and prints what they took.
struct Meter {
    /// The path of wheretoshare.
    let program: String
    /// A folder for everything that measuring needs.
    let folder: URL
    /// Where the program looks for an inventory unless it is told.
    static let shippedInventory = sourceFolder.deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Inventory")
    /// The folder of the benchmarks' sources.
    static let sourceFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    // MARK: Running

    /// The median of several runs, after one that is not counted.
    func measure(
        _ arguments: [String], of program: String? = nil, readingFrom input: String = "/dev/null", runs: Int
    ) -> Measurement {
        let program = program ?? self.program
        if runs > 1 { _ = run(arguments, of: program, readingFrom: input) }
        return median((0..<runs).map { _ in run(arguments, of: program, readingFrom: input) })
    }

    /// The medians of several runs of two programs that take turns, after one of each that is not counted: what else the machine
    /// does meanwhile slows both.
    func measure(
        _ arguments: [String], beside baseline: [String], of program: String, runs: Int
    ) -> (own: Measurement, baseline: Measurement) {
        var (own, others): ([Measurement], [Measurement]) = ([], [])
        for _ in 0...runs {
            others.append(run(baseline, of: program))
            own.append(run(arguments, of: self.program))
        }
        return (median(Array(own.dropFirst())), median(Array(others.dropFirst())))
    }

    /// The median of each figure by itself.
    func median(_ runs: [Measurement]) -> Measurement {
        func middle(_ value: (Measurement) -> Double) -> Double { runs.map(value).sorted()[runs.count / 2] }
        return Measurement(cpu: middle(\.cpu), wall: middle(\.wall), memory: middle(\.memory))
    }

    /// One run, with the kernel's own account of it; whoever wants to look at the process is asked again and again.
    func run(
        _ arguments: [String], of program: String, readingFrom input: String = "/dev/null",
        watching watch: ((pid_t) -> Void)? = nil
    ) -> Measurement {
        let words = [program] + arguments
        var pointers = unsafe words.map { unsafe strdup($0) } + [nil]
        let environment = [
            "HOME=\(folder.path)", "XDG_CACHE_HOME=\(folder.path)/cache", "XDG_STATE_HOME=\(folder.path)/state",
            "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8",
            "WHERETOSHARE_INVENTORY=\(Self.shippedInventory.path)",
        ]
        var variables = unsafe environment.map { unsafe strdup($0) } + [nil]
        defer { unsafe (pointers + variables).forEach { unsafe free($0) } }
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        unsafe posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        var pid = pid_t()
        let start = DispatchTime.now().uptimeNanoseconds
        guard unsafe posix_spawn(&pid, program, &actions, nil, &pointers, &variables) == 0 else {
            Swift.print("cannot start \(program)")
            exit(2)
        }
        var status: CInt = 0
        var usage = rusage()
        while unsafe wait4(pid, &status, watch == nil ? 0 : WNOHANG, &usage) == 0 {
            watch?(pid)
            usleep(2_000)
        }
        let end = DispatchTime.now().uptimeNanoseconds
        if status & 0x7F != 0 || (status >> 8) & 0xFF > 1 {
            remark("ended with status \(status): \(words.joined(separator: " "))")
        }
        func milliseconds(_ time: timeval) -> Double { Double(time.tv_sec) * 1_000 + Double(time.tv_usec) / 1_000 }
        return Measurement(
            cpu: milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime), wall: Double(end - start) / 1e6,
            memory: Double(usage.ru_maxrss) / 1_000)
    }

    // MARK: Printing

    /// Prints what was measured on; not a second time in a network of its own.
    func begin(_ machine: String) {
        if ProcessInfo.processInfo.environment[CheckBench.insideVariable] == nil { show(machine) }
    }

    /// Prints what the next figures are about.
    func headline(_ text: String) { show("\n\(text)") }

    /// Prints a line between figures.
    func remark(_ text: String) { show("    \(text)") }

    /// Prints a line at once, because the next figure can take minutes.
    private func show(_ text: String) {
        Swift.print(text)
        fflush(nil)
    }

    /// Prints a figure, and its CPU time beside a baseline's.
    func report(_ name: String, _ measurement: Measurement, _ baseline: Measurement?) {
        let beside = baseline.map { "   \(ratio(measurement.cpu, $0.cpu)) times the baseline" } ?? ""
        remark(line(name, measurement) + beside)
    }

    /// Prints a figure, and how much sooner than a baseline it was done.
    func reportSpeed(_ name: String, _ measurement: Measurement, sooner baseline: Measurement?) {
        let beside = baseline.map { "   \(ratio($0.wall, measurement.wall)) times as fast" } ?? ""
        remark(line(name, measurement) + beside)
    }

    private func line(_ name: String, _ measurement: Measurement) -> String {
        name + String(repeating: " ", count: max(1, 42 - name.count))
            + String(
                format: "%8.1f ms CPU %8.1f ms wall %6.1f MB", measurement.cpu, measurement.wall, measurement.memory)
    }

    /// How often one value holds another.
    func ratio(_ value: Double, _ baseline: Double) -> String {
        String(format: "%.2f", baseline > 0 ? value / baseline : .nan)
    }
}
