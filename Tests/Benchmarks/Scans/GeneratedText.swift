import Foundation

/// Text as machines and records hold it, the same in each run.
enum GeneratedText: String, CaseIterable {
    case table, figures, records, log

    /// What it is, for people.
    var description: String {
        switch self {
        case .table: "scan, a table of samples"
        case .figures: "scan, a table of figures alone"
        case .records: "scan, JSON Lines"
        case .log: "scan, a server's log"
        }
    }

    /// Writes a file of it, and answers its path.
    func write(to folder: URL, megabytes: Int) throws -> String {
        var dice = Numbers()
        var bytes: [UInt8] = []
        var number = 0
        bytes.reserveCapacity(1_100_000)
        if let head { bytes += Array(head.utf8) }
        while bytes.count < 1_000_000 {
            bytes += Array(line(number, &dice).utf8)
            number += 1
        }
        let file = folder.appendingPathComponent("generated.\(suffix)")
        try Data().write(to: file)
        let handle = try FileHandle(forWritingTo: file)
        defer { try? handle.close() }
        for _ in 0..<megabytes { try handle.write(contentsOf: Data(bytes)) }
        return file.path
    }

    private var suffix: String {
        switch self {
        case .table, .figures: "csv"
        case .records: "jsonl"
        case .log: "log"
        }
    }

    private var head: String? {
        switch self {
        case .table: "sample,genotype,date,temperature,signal,count,channel,comment\n"
        case .figures: (0..<24).map { "channel\($0)" }.joined(separator: ",") + "\n"
        case .records, .log: nil
        }
    }

    private func line(_ number: Int, _ dice: inout Numbers) -> String {
        let day = "2024-0\(1 + dice.next(9))-\(10 + dice.next(18))"
        let word = Self.words[dice.next(Self.words.count)]
        switch self {
        case .table:
            return "S\(number),wt/wt,\(day),\(20 + dice.next(9)).\(dice.next(99)),0.\(dice.next(99_999)),"
                + "\(dice.next(9_999)),GFP,\(word) measured after \(word)\n"
        case .figures:
            return (0..<24).map { $0 % 3 == 0 ? "\(dice.next(5_000))" : "\(dice.next(9)).\(dice.next(9_999))" }
                .joined(separator: ",") + "\n"
        case .records:
            return "{\"id\":\(number),\"createdAt\":\"\(day)T10:00:00Z\",\"instrument\":{\"name\":\"LSM\","
                + "\"laserPower\":0.\(dice.next(99_999))},\"channels\":[\"GFP\",\"DAPI\"],\"comment\":\"\(word) of the "
                + "\(word)\",\"values\":[\(dice.next(999)),\(dice.next(999))]}\n"
        case .log:
            return "\(day) 10:00:\(10 + dice.next(49)) INFO [worker-\(dice.next(8))] processed \(dice.next(9_999)) "
                + "records in \(dice.next(2_000)) ms (\(word)), from 10.21.\(dice.next(255)).\(dice.next(255))\n"
        }
    }

    private static let words = [
        "sample", "tissue", "neuron", "temperature", "sequence", "imaging", "expression", "threshold", "protein",
    ]
}

/// Numbers that look random and are the same in each run (Knuth's MMIX generator).
private struct Numbers {
    private var state: UInt64 = 1

    mutating func next(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }
}
