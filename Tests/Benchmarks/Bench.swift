import Foundation

/// Prints how long whole runs of the program take, beside a baseline measured in the same run.
///
/// Numbers of one machine say little; the ratios say more. Nothing here passes or fails.
@main
struct Bench {
    static func main() throws {
        guard CommandLine.arguments.count <= 2 else {
            print("usage: bench [PATH-OF-WHERETOSHARE]")
            exit(64)
        }
        // The program lies beside this one.
        let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let program =
            CommandLine.arguments.dropFirst().first
            ?? own.deletingLastPathComponent().appendingPathComponent("wheretoshare").path
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("wheretoshare-bench-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let bench = Bench(program: program, folder: folder)
        print(bench.machine)
        try bench.startUp()
        try bench.growth()
        try bench.proof()
        try bench.folders()
    }

    let program: String
    let folder: URL
    private let runs = 21

    private var machine: String {
        let info = ProcessInfo.processInfo
        return
            "\(info.activeProcessorCount) processors, \(info.operatingSystemVersionString); medians of \(runs) runs, CPU time"
    }

    /// Start to answer for a small file, against `--version` of the same program.
    private func startUp() throws {
        let file = folder.appendingPathComponent("small.txt")
        try Data("a small file\n".utf8).write(to: file)
        print("\nstart to answer, shipped inventory")
        let version = measure(["--version"])
        report("--version", version, nil)
        let question = ["--group", "bioimaging", "--file", file.path]
        let cold = measureCold(question)
        report("answer, kept inventory", measure(question), version)
        report("answer, nothing kept", cold, version)
        report("answer as JSON", measure(question + ["--format", "json"]), version)
    }

    /// How the time grows with the inventory.
    private func growth() throws {
        print("\nstart to answer, growing inventory")
        let version = measure(["--version"])
        report("--version", version, nil)
        var first: Measurement?
        for (groups, shares) in [(100, 40), (1_000, 400), (5_000, 2_000), (10_000, 4_000)] {
            let inventory = folder.appendingPathComponent("inventory-\(groups)")
            try GeneratedInventory(groups: groups, shares: shares).write(to: inventory, from: shippedInventory)
            let question = ["--inventory", inventory.path, "--group", "group-\(groups / 2)", "--size", "1GB"]
            let cold = measure(question, runs: 1)
            let warm = measure(question)
            report("\(groups) groups, \(shares) shares, kept", warm, version)
            report("\(groups) groups, \(shares) shares, read", cold, version)
            if let first {
                print("    \(groups / 100) times the groups: \(ratio(warm.cpu, first.cpu)) times the time")
            } else {
                first = warm
            }
        }
    }

    /// The proof of the shipped policy, and its mutants.
    private func proof() throws {
        print("\nproof of the shipped policy")
        let version = measure(["--version"])
        report("policy verify", measure(["policy", "verify"], runs: 3), version)
        report("policy test", measure(["policy", "test"], runs: 3), version)
        report("policy test --mutants", measure(["policy", "test", "--mutants"], runs: 1), version)
    }

    /// Counting a folder of many files, against `find`.
    private func folders() throws {
        print("\ncounting 100,000 files")
        let tree = folder.appendingPathComponent("tree")
        for place in 0..<100 {
            let sub = tree.appendingPathComponent("folder-\(place)")
            try FileManager.default.createDirectory(at: sub, withIntermediateDirectories: true)
            for file in 0..<1_000 {
                try Data().write(to: sub.appendingPathComponent("file-\(file).tif"))
            }
        }
        let find = measure(["-type", "f", "-printf", "%s\n"], of: "/usr/bin/find", in: tree.path, runs: 5)
        report("find -type f -printf %s", find, nil)
        report("answer for the folder", measure(["--group", "bioimaging", "--file", tree.path], runs: 5), find)
    }

    private var shippedInventory: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
            .appendingPathComponent("Inventory")
    }

    // MARK: Measuring

    struct Measurement {
        /// User and system time, in milliseconds.
        var cpu: Double
        /// From start to end, in milliseconds.
        var wall: Double
        /// Peak resident memory, in megabytes.
        var memory: Double
    }

    private func measure(_ arguments: [String], runs: Int? = nil) -> Measurement {
        measure(arguments, of: program, in: nil, runs: runs ?? self.runs)
    }

    /// Without anything kept from earlier runs.
    private func measureCold(_ arguments: [String]) -> Measurement {
        median(
            (0..<5).map { _ in
                try? FileManager.default.removeItem(at: folder.appendingPathComponent("cache"))
                return run(arguments, of: program, in: nil)
            })
    }

    private func measure(_ arguments: [String], of program: String, in place: String?, runs: Int) -> Measurement {
        if runs > 1 { _ = run(arguments, of: program, in: place) }
        return median((0..<runs).map { _ in run(arguments, of: program, in: place) })
    }

    private func median(_ runs: [Measurement]) -> Measurement {
        func middle(_ value: (Measurement) -> Double) -> Double { runs.map(value).sorted()[runs.count / 2] }
        return Measurement(cpu: middle(\.cpu), wall: middle(\.wall), memory: middle(\.memory))
    }

    /// One run, with the kernel's own account of it.
    private func run(_ arguments: [String], of program: String, in place: String?) -> Measurement {
        let words = [program] + (place.map { [$0] } ?? []) + arguments
        var pointers = unsafe words.map { unsafe strdup($0) } + [nil]
        let environment = [
            "HOME=\(folder.path)", "XDG_CACHE_HOME=\(folder.path)/cache", "XDG_STATE_HOME=\(folder.path)/state",
            "PATH=/usr/bin:/bin", "LANG=C.UTF-8", "WHERETOSHARE_INVENTORY=\(shippedInventory.path)",
        ]
        var variables = unsafe environment.map { unsafe strdup($0) } + [nil]
        defer { unsafe (pointers + variables).forEach { unsafe free($0) } }
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        var pid = pid_t()
        let start = DispatchTime.now().uptimeNanoseconds
        guard unsafe posix_spawn(&pid, program, &actions, nil, &pointers, &variables) == 0 else {
            print("cannot start \(program)")
            exit(2)
        }
        var status: CInt = 0
        var usage = rusage()
        unsafe wait4(pid, &status, 0, &usage)
        let end = DispatchTime.now().uptimeNanoseconds
        if status & 0x7F != 0 || (status >> 8) & 0xFF > 1 {
            print("    ended with status \(status): \(words.joined(separator: " "))")
        }
        func milliseconds(_ time: timeval) -> Double { Double(time.tv_sec) * 1_000 + Double(time.tv_usec) / 1_000 }
        return Measurement(
            cpu: milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime), wall: Double(end - start) / 1e6,
            memory: Double(usage.ru_maxrss) / 1_000)
    }

    private func report(_ name: String, _ measurement: Measurement, _ baseline: Measurement?) {
        let padded = name + String(repeating: " ", count: max(1, 38 - name.count))
        let times = String(
            format: "%8.1f ms CPU %8.1f ms wall %6.1f MB", measurement.cpu, measurement.wall, measurement.memory)
        print(
            "    \(padded)\(times)\(baseline.map { "   \(ratio(measurement.cpu, $0.cpu)) times the baseline" } ?? "")")
    }

    private func ratio(_ value: Double, _ baseline: Double) -> String {
        String(format: "%.2f", baseline > 0 ? value / baseline : .nan)
    }
}
