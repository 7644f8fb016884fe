import FileScanning
import ScanWire
import SensitiveContent
import TestKit
import Testing

/// Archives are read through and through, and traps are not walked into.
@Suite struct ArchiveTests {
    static let kinds = [
        ("tar", ["-cf"]), ("tar.gz", ["-czf"]), ("tar.bz2", ["-cjf"]), ("tar.xz", ["-cJf"]),
        ("tar.zst", ["--zstd", "-cf"]), ("7z", ["--format", "7zip", "-cf"]), ("zip", ["--format", "zip", "-cf"]),
        ("cpio", ["--format", "cpio", "-cf"]), ("iso", ["--format", "iso9660", "-cf"]),
    ]

    @Test(arguments: kinds)
    func everyKindOfArchiveIsRead(suffix: String, arguments: [String]) async throws {
        try await withTemporaryFolder { folder in
            try folder.write(Canary.sentence(1), to: "in/letter.txt")
            try folder.write(bytes: OfficeFiles.docx, to: "in/sub/contract.docx")
            let archive = folder.at("all.\(suffix)")
            let run = try await runProgram(
                "/usr/bin/bsdtar", arguments + [archive, "letter.txt", "sub"], in: folder.at("in"))
            #expect(run.exitStatus == 0, "\(run.stderr)")
            let report = try #require(try await scanned(paths: [archive]).first)
            #expect(report.state == .read, "\(report.gaps)")
            #expect(report.accounts == 16)
            let members = Set(report.accountPlaces.map { $0.passage.members.joined(separator: "|").lowercased() })
            #expect(
                members.contains { $0.hasSuffix("letter.txt") || suffix == "iso" && $0.contains("letter") },
                "\(members)")
        }
    }

    /// A disc has a system area, a publisher, and perhaps something behind its end.
    @Test func whatADiscSaysOfItselfIsRead() async throws {
        try await withTemporaryFolder { folder in
            try folder.write("nothing", to: "in/letter.txt")
            let path = folder.at("all.iso")
            let run = try await runProgram(
                "/usr/bin/bsdtar", ["--format", "iso9660", "-cf", path, "letter.txt"], in: folder.at("in"))
            #expect(run.exitStatus == 0, "\(run.stderr)")
            var image = try bytes(of: path)
            image.replaceSubrange(100..<120, with: Array(Canary.iban(1).utf8))
            image.replaceSubrange(0x8000 + 318..<0x8000 + 338, with: Array(Canary.iban(2).utf8))
            let report = try await scanned(image + Array(Canary.sentence(3).utf8), name: "all.iso")
            #expect(report.accounts == 3)
            #expect(report.state == .read, "\(report.gaps)")
        }
    }

    /// ISO 9660 cuts long names, which a second directory of the disc keeps.
    @Test(arguments: ["Konto ", "Zażółć "]) func namesInTheSecondDirectoryOfADiscAreRead(word: String) async throws {
        try await withTemporaryFolder { folder in
            try folder.write("nothing", to: "in/\(word)\(Canary.iban(1)).txt")
            try folder.write("nothing", to: "in/sub \(Canary.iban(2))/\(word)\(Canary.iban(3)).txt")
            let run = try await runProgram(
                "/usr/bin/genisoimage", ["-quiet", "-udf", "-input-charset", "utf-8", "-o", "all.iso", "in"],
                in: folder.path)
            #expect(run.exitStatus == 0, "\(run.stderr)")
            let report = try #require(try await scanned(paths: [folder.at("all.iso")]).first)
            #expect(report.accounts == 3)
            #expect(report.state == .read, "\(report.gaps)")
        }
    }

    /// A folder that leads to itself is read once, wherever its names stand.
    @Test(arguments: [false, true]) func namesOfADiscEnd(isInside: Bool) async throws {
        let image = DiscImage.of([Canary.iban(1), "Zażółć \(Canary.iban(2))"], isInside: isInside)
        #expect(try await scanned(image, name: "a.iso").accounts == 2)
    }

    /// A way to compress that is not known is no damage.
    @Test func anUnknownWayToCompressIsSaid() async throws {
        try await withTemporaryFolder { folder in
            try folder.write(String(repeating: Canary.sentence(1), count: 9), to: "a.txt")
            let run = try await runProgram(
                "/usr/bin/7z", ["a", "-m0=Deflate64", "a.7z", "a.txt"], in: folder.path)
            #expect(run.exitStatus == 0, "\(run.stderr)")
            let report = try #require(try await scanned(paths: [folder.at("a.7z")]).first)
            #expect(report.gaps.map(\.reason) == [.unknownFormat])
            #expect(report.gaps.first?.detail == "Deflate64")
        }
    }

    /// Lines about an archive of Java are folded wherever they become too long.
    @Test func foldedLinesOfAnArchiveAreRead() async throws {
        let line = "X-Account: account-of-anna-huber\(Canary.iban(1).prefix(9))\r\n \(Canary.iban(1).dropFirst(9))"
        func report(_ beginning: String) async throws -> FileReport {
            try await scanned(
                ZipArchive.of([("META-INF/MANIFEST.MF", "\(beginning)\r\n\(line)\r\nB: \(Canary.iban(2))\r\n")]),
                name: "a.jar")
        }
        let found = try await report("Manifest-Version: 1.0")
        #expect(found.accounts == 2)
        #expect(found.accountPlaces.map(\.line) == [2, 4])
        #expect(try await report("Some other text").accounts == 1)
    }

    @Test func whatIsFoundInAMembersNameIsMasked() async throws {
        try await withTemporaryFolder { folder in
            let name = "Konto \(Canary.iban(3)).txt"
            try folder.write(Canary.sentence(1), to: "in/\(name)")
            try folder.write(bytes: Array("%PDF-1.7 nothing".utf8), to: "in/\(Canary.iban(4)).pdf")
            let archive = folder.at("all.zip")
            let run = try await runProgram(
                "/usr/bin/bsdtar", ["--format", "zip", "-cf", archive, "."], in: folder.at("in"))
            #expect(run.exitStatus == 0, "\(run.stderr)")
            let report = try #require(try await scanned(paths: [archive]).first)
            #expect(report.accounts > 0)
            #expect(!report.gaps.isEmpty)
            for iban in [Canary.iban(3), Canary.iban(4)] { #expect(!"\(report)".contains(iban), "\(report)") }
        }
    }

    @Test(arguments: ["gz", "bz2", "xz", "zst"])
    func aCompressedFileIsRead(suffix: String) async throws {
        try await withTemporaryFolder { folder in
            let path = try folder.write("name;iban\nAnna;\(Canary.iban(2))\n", to: "list.csv")
            let program = ["gz": "gzip", "bz2": "bzip2", "xz": "xz", "zst": "zstd"][suffix] ?? ""
            let run = try await runProgram("/usr/bin/\(program)", ["-k", path])
            #expect(run.exitStatus == 0, "\(run.stderr)")
            let report = try #require(try await scanned(paths: ["\(path).\(suffix)"]).first)
            #expect(report.state == .read, "\(report.gaps)")
            #expect(report.accountPlaces.map(\.passage.members) == [["list.csv"]])
        }
    }

    @Test func aRARIsRead() async throws {
        let report = try await scanned(RarArchive.of("letter.txt", Array(Canary.sentence(3).utf8)), name: "a.rar")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.accountPlaces.map(\.passage.members) == [["letter.txt"]])
    }

    @Test func archivesInArchivesAreReadToADepth() async throws {
        var bytes = Array(Canary.sentence(4).utf8)
        var name = "letter.txt"
        for level in 1...5 {
            bytes = ZipArchive.of([(name, bytes)])
            name = "level\(level).zip"
        }
        let five = try await scanned(bytes, name: name)
        #expect(five.state == .read, "\(five.gaps)")
        #expect(five.accountPlaces.first?.passage.members.count == 5)
        let six = try await scanned(
            ZipArchive.of([(name, bytes), ("b.txt", Array(Canary.sentence(5).utf8))]), name: "six.zip")
        #expect(six.state == .partial)
        #expect(six.reasons == [.tooDeep])
        #expect(six.accounts == 1)
    }

    @Test func overlappingMembersAreRefused() async throws {
        var archive = ZipArchive()
        archive.add("a.txt", Array(Canary.sentence(6).utf8))
        for number in 0..<200 { archive.add("b\(number).txt", Array(Canary.sentence(6).utf8), at: 0) }
        let report = try await scanned(archive.finished(), name: "bomb.zip")
        #expect(report.state == .unreadable)
        #expect(report.reasons == [.overlapping])
    }

    @Test func aBombIsLeftAlone() async throws {
        try await withTemporaryFolder { folder in
            let run = try await runProgram(
                "/bin/sh", ["-c", "head -c 400000000 /dev/zero | tr '\\000' a | gzip -9 >bomb.gz"], in: folder.path)
            #expect(run.exitStatus == 0)
            let report = try #require(try await scanned(paths: [folder.at("bomb.gz")]).first)
            #expect(report.reasons == [.bomb] || report.reasons.contains(.bomb), "\(report.gaps)")
            #expect(report.state != .read)
        }
    }

    @Test func theSumOfAllMembersIsLimited() async throws {
        let member = [UInt8](repeating: 0x61, count: 1 << 20)
        let bytes = ZipArchive.of((0..<8).map { ("\($0).txt", member) } + [("z.txt", Array(Canary.sentence(7).utf8))])
        var options = ScanOptions()
        options.limits.unpackedBytes = 4 << 20
        let report = try await scanned(bytes, name: "all.zip", options: options)
        #expect(report.state == .partial)
        #expect(report.reasons.contains(.tooLarge))
        #expect(report.accounts == 0)
    }

    @Test func anArchiveWithABrokenHeadIsDamagedAndWhatCanBeReadIs() async throws {
        var bytes = try documentBytes("letter.tar")
        bytes[150] ^= 1
        let report = try await scanned(bytes, name: "letter.tar")
        #expect(report.reasons == [.damaged])
        // And not an archive in an archive in an archive.
        #expect(report.gaps.allSatisfy { $0.members.isEmpty }, "\(report.gaps)")
        #expect(report.accounts == 20)
    }

    @Test func tooManyMembersAreSaid() async throws {
        let bytes = ZipArchive.of((0..<50).map { ("\($0).txt", Array(Canary.sentence($0).utf8)) })
        var options = ScanOptions()
        options.limits.members = 10
        let report = try await scanned(bytes, name: "all.zip", options: options)
        #expect(report.reasons.contains(.tooManyMembers))
        #expect(report.state != .read)
    }

    @Test(arguments: ["zip", "7z"])
    func aLockedMemberIsSaid(kind: String) async throws {
        try await withTemporaryFolder { folder in
            try folder.write(Canary.sentence(8), to: "letter.txt")
            let run = try await runProgram(
                "/usr/bin/7z", ["a", "-t\(kind)", "-psecret", "locked.\(kind)", "letter.txt"], in: folder.path)
            #expect(run.exitStatus == 0, "\(run.stderr)")
            let report = try #require(try await scanned(paths: [folder.at("locked.\(kind)")]).first)
            #expect(report.state == .unreadable)
            #expect(report.reasons == [.encrypted], "\(report.gaps)")
        }
    }

    @Test func aCutArchiveIsReadInPart() async throws {
        let whole = ZipArchive.of((0..<20).map { ("\($0).txt", Array(Canary.sentence($0).utf8)) })
        let report = try await scanned(Array(whole.prefix(whole.count / 3)), name: "cut.zip")
        #expect(report.state == .partial, "\(report.gaps)")
        #expect(report.reasons.contains(.damaged))
        #expect(report.accounts > 3)
    }

    @Test(arguments: ["Überweisung", "振込", "a\u{202F}b"]) func namesOfMembersInAnyLettersAreRead(word: String)
        async throws
    {
        let report = try await scanned(ZipArchive.of([("\(word) \(Canary.iban(1)).txt", "text")]), name: "a.zip")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.accounts == 1)
    }

    @Test func whatStandsBehindTheEndIsNotMissed() async throws {
        try await withTemporaryFolder { folder in
            try folder.write("nothing", to: "a.txt")
            try folder.write(Canary.sentence(9), to: "b.txt")
            let run = try await runProgram(
                "/bin/sh", ["-c", "bsdtar -cf a.tar a.txt; bsdtar -cf b.tar b.txt; cat a.tar b.tar >both.tar"],
                in: folder.path)
            #expect(run.exitStatus == 0, "\(run.stderr)")
            let report = try #require(try await scanned(paths: [folder.at("both.tar")]).first)
            #expect(report.accounts == 1 || report.state != .read)
        }
    }
}
