import CheckHistory
import FoundationEssentials
import GRDB
import StorageModel
import TestKit
import Testing

@Suite struct HistoryFileTests {
    @Test func onlyItsOwnerCanReadIt() throws {
        try withTemporaryFolder { folder in
            let history = try folder.history("deep/below/history.sqlite")
            _ = try history.record(run(day(0), ["a": nil]))
            for name in ["history.sqlite", "history.sqlite-wal", "history.sqlite-shm"] {
                let facts = try FileManager.default.attributesOfItem(atPath: folder.at("deep/below/\(name)"))
                #expect(facts[.posixPermissions] as? Int == 0o600, "\(name)")
            }
            let facts = try FileManager.default.attributesOfItem(atPath: folder.at("deep"))
            #expect(facts[.posixPermissions] as? Int == 0o700)
        }
    }

    @Test func aDamagedFileIsMovedAside() throws {
        try withTemporaryFolder { folder in
            let path = try folder.write("this is no database, whatever its name says", to: "history.sqlite")
            let first = try HistoryFile.openForRecording(path, today: day(0).day)
            #expect(first.movedAside == "\(path).corrupt-\(day(0).day)")
            #expect(try first.history.record(run(day(0), ["a": nil])).isNew)
            let aside = try Data(contentsOf: URL(filePath: first.movedAside ?? ""))
            #expect(aside.starts(with: Array("this is no".utf8)))
        }
    }

    @Test func aFileThatIsDamagedInTheMiddleIsFoundOutOnRecording() throws {
        try withTemporaryFolder { folder in
            let path = folder.at("history.sqlite")
            do {
                let history = try folder.history()
                for number in 0..<20 {
                    let causes = Dictionary(uniqueKeysWithValues: (0..<200).map { ("s\($0)", Cause?.none) })
                    _ = try history.record(run(day(Int64(number)), causes))
                }
            }
            var bytes = Array(try Data(contentsOf: URL(filePath: path)))
            for place in 4_096..<bytes.count { bytes[place] = UInt8(truncatingIfNeeded: place &* 31) }
            try Data(bytes).write(to: URL(filePath: path))
            let opening = try HistoryFile.openForRecording(path, today: day(20).day)
            #expect(opening.movedAside != nil)
            #expect(try opening.history.record(run(day(20), ["a": nil])).isNew)
        }
    }

    @Test func aFileOfALaterVersionIsLeftAlone() throws {
        try withTemporaryFolder { folder in
            let path = folder.at("history.sqlite")
            _ = try folder.history()
            try DatabaseQueue(path: path).write { db in
                try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('99: something new')")
            }
            #expect(throws: HistoryError.self) {
                try HistoryFile.openForRecording(path, today: day(0).day)
            }
            let error = #expect(throws: HistoryError.self) { try HistoryFile.openForReading(path) }
            #expect(error?.kind == .newer)
            #expect(error?.why == "a later version of wheretoshare wrote it")
        }
    }

    @Test func whereNothingWasRecordedThereIsNoHistory() throws {
        try withTemporaryFolder { folder in
            let error = #expect(throws: HistoryError.self) { try HistoryFile.openForReading(folder.at("none")) }
            #expect(error?.kind == .absent)
        }
    }

    @Test func aSecondRunAtTheSameTimeIsToldSo() throws {
        try withTemporaryFolder { folder in
            let path = folder.at("history.sqlite")
            let first = try HistoryLock(for: path)
            let error = #expect(throws: HistoryError.self) { _ = try HistoryLock(for: path) }
            #expect(error?.kind == .busy)
            #expect(error?.what == "another run records in the history '\(path)' at the moment")
            first.release()
            _ = try HistoryLock(for: path)
        }
    }

    /// A file of an earlier schema, with what a run left there, is brought up to date and goes on.
    @Test(arguments: [
        "DROP TABLE condition; DROP TABLE reader; DROP TABLE day; DELETE FROM grdb_migrations WHERE identifier > '2'",
        "DROP TABLE condition; DROP TABLE reader; DELETE FROM grdb_migrations WHERE identifier > '3'",
    ])
    func aFileOfAnEarlierSchemaGoesOn(taking: String) throws {
        try withTemporaryFolder { folder in
            let path = folder.at("history.sqlite")
            do {
                let history = try folder.history()
                _ = try history.record(run(day(0), ["a": nil, "b": nil]))
                _ = try history.record(run(day(1), ["a": .tcpDropped, "b": nil]))
            }
            do {
                let queue = try DatabaseQueue(path: path)
                try queue.write { db in
                    try db.execute(sql: taking)
                }
                try queue.close()
            }
            let before = try HistoryFile.openForReading(path)
            #expect(try before.standings().count == 2)
            let history = try HistoryFile.openForRecording(path, today: day(2).day).history
            #expect(try history.record(run(day(2), ["a": nil, "b": nil])).changes.map(\.kind) == [.recovered])
        }
    }
}
