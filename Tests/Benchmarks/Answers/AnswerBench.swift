import Foundation

/// How long answers take.
struct AnswerBench {
    let meter: Meter
    private var folder: URL { meter.folder }
    private let runs = 21

    /// Prints all figures.
    func print() throws {
        try startUp()
        try growth()
        try proof()
        try folders()
    }

    /// Start to answer for a small file, against `--version` of the same program.
    private func startUp() throws {
        let file = folder.appendingPathComponent("small.txt")
        try Data("a small file\n".utf8).write(to: file)
        meter.headline("start to answer, shipped inventory")
        let version = measure(["--version"])
        meter.report("--version", version, nil)
        let question = ["--group", "bioimaging", "--no-scan", "--file", file.path]
        let cold = measureCold(question)
        meter.report("answer, kept inventory", measure(question), version)
        meter.report("answer, nothing kept", cold, version)
        meter.report("answer as JSON", measure(question + ["--format", "json"]), version)
    }

    /// How the time grows with the inventory.
    private func growth() throws {
        meter.headline("start to answer, growing inventory")
        let version = measure(["--version"])
        meter.report("--version", version, nil)
        var first: Measurement?
        for (groups, shares) in [(100, 40), (1_000, 400), (5_000, 2_000), (10_000, 4_000)] {
            let inventory = folder.appendingPathComponent("inventory-\(groups)")
            try GeneratedInventory(groups: groups, shares: shares).write(to: inventory, from: Meter.shippedInventory)
            let question = ["--inventory", inventory.path, "--group", "group-\(groups / 2)", "--size", "1GB"]
            let cold = measure(question, runs: 1)
            let warm = measure(question)
            meter.report("\(groups) groups, \(shares) shares, kept", warm, version)
            meter.report("\(groups) groups, \(shares) shares, read", cold, version)
            if let first {
                meter.remark("\(groups / 100) times the groups: \(meter.ratio(warm.cpu, first.cpu)) times the time")
            } else {
                first = warm
            }
        }
    }

    /// The proof of the shipped policy, and its mutants.
    private func proof() throws {
        meter.headline("proof of the shipped policy")
        let version = measure(["--version"])
        meter.report("policy verify", measure(["policy", "verify"], runs: 3), version)
        meter.report("policy test", measure(["policy", "test"], runs: 3), version)
        meter.report("policy test --mutants", measure(["policy", "test", "--mutants"], runs: 1), version)
    }

    /// Counting a folder of many files, against `find`.
    private func folders() throws {
        meter.headline("counting 100,000 files")
        let tree = folder.appendingPathComponent("tree")
        for place in 0..<100 {
            let sub = tree.appendingPathComponent("folder-\(place)")
            try FileManager.default.createDirectory(at: sub, withIntermediateDirectories: true)
            for file in 0..<1_000 {
                try Data().write(to: sub.appendingPathComponent("file-\(file).tif"))
            }
        }
        let find = meter.measure([tree.path, "-type", "f", "-printf", "%s\n"], of: "/usr/bin/find", runs: 5)
        meter.report("find -type f -printf %s", find, nil)
        meter.report(
            "answer for the folder", measure(["--group", "bioimaging", "--no-scan", "--file", tree.path], runs: 5), find
        )
    }

    private func measure(_ arguments: [String], runs: Int? = nil) -> Measurement {
        meter.measure(arguments, runs: runs ?? self.runs)
    }

    /// Without anything kept from earlier runs.
    private func measureCold(_ arguments: [String]) -> Measurement {
        meter.median(
            (0..<5).map { _ in
                try? FileManager.default.removeItem(at: folder.appendingPathComponent("cache"))
                return meter.run(arguments, of: meter.program)
            })
    }
}
