import FoundationEssentials
import Glibc
import InventoryFiles
import TestKit
import Testing

@Suite struct InventoryFolderTests {
    @Test func filesAreFoundWithTheirContent() throws {
        try withTemporaryFolder { folder in
            try folder.write("a", to: "institution.yaml")
            try folder.write("b", to: "systems/x.yaml")
            try folder.write("c", to: "systems/.hidden.yaml")
            try folder.write("d", to: ".git/institution.yaml")
            try folder.write("e", to: "README.md")
            try folder.write("f", to: "systems/notes.txt")
            let source = try InventoryFolder.load(at: folder.path)
            #expect(
                source.files == [.init(path: "institution.yaml", text: "a"), .init(path: "systems/x.yaml", text: "b")])
            #expect(source.problems.isEmpty)
            #expect(source.folder == folder.path)
        }
    }

    @Test func linksInsideAreFollowed() throws {
        try withTemporaryFolder { folder in
            // As containers mount their configuration: a link to a file in a hidden folder, which is itself a link.
            try folder.write("a", to: "..version-1/institution.yaml")
            #expect(unsafe symlink("..version-1", folder.at("..current")) == 0)
            #expect(unsafe symlink("..current/institution.yaml", folder.at("institution.yaml")) == 0)
            let source = try InventoryFolder.load(at: folder.path)
            #expect(source.files == [.init(path: "institution.yaml", text: "a")])
            #expect(source.problems.isEmpty)
        }
    }

    @Test func theFolderItselfMayBeALink() throws {
        try withTemporaryFolder { folder in
            try folder.write("a", to: "real/institution.yaml")
            #expect(unsafe symlink("real", folder.at("link")) == 0)
            #expect(try InventoryFolder.load(at: folder.at("link")).files.count == 1)
        }
    }

    @Test func aFileOfAHundredMegabytesIsNotRead() throws {
        try withTemporaryFolder { folder in
            try folder.write("a: b", to: "institution.yaml")
            try folder.write("", to: "networks.yaml")
            #expect(unsafe truncate(folder.at("networks.yaml"), 100_000_000) == 0)
            let before = try residentBytes()
            let source = try InventoryFolder.load(at: folder.path)
            #expect(source.problems.map(\.code) == [.fileTooLarge])
            #expect(source.files.map(\.path) == ["institution.yaml"])
            #expect(try residentBytes() - before < 50_000_000)
        }
    }

    @Test func tooManyFilesAreRefused() throws {
        try withTemporaryFolder { folder in
            try folder.makeFolder("policy")
            for number in 0...InventoryFolder.Limit.files {
                let descriptor = unsafe open(folder.at("policy/p\(number).yaml"), O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)
                close(descriptor)
            }
            let error = try #require(throws: InventoryUnusable.self) { try InventoryFolder.load(at: folder.path) }
            #expect(error.problems.map(\.code) == [.folderTooLarge])
        }
    }

    @Test(.enabled(if: getuid() != 0, "the superuser may read everything"))
    func unreadableFilesAreTold() throws {
        try withTemporaryFolder { folder in
            try folder.write("a", to: "institution.yaml")
            #expect(unsafe chmod(folder.at("institution.yaml"), 0) == 0)
            let source = try InventoryFolder.load(at: folder.path)
            #expect(source.problems.map(\.code) == [.fileUnreadable])
        }
    }

    @Test func revisionNamesPathsAndContents() throws {
        func revision(_ files: [(String, String)]) -> String {
            InventorySource(folder: "f", files: files.map { .init(path: $0.0, text: $0.1) }).revision
        }
        let one = revision([("a.yaml", "x"), ("b.yaml", "y")])
        #expect(one == revision([("b.yaml", "y"), ("a.yaml", "x")]))
        #expect(one.utf8.count == 16 && one.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) })
        let others = [
            revision([("a.yaml", "y"), ("b.yaml", "x")]), revision([("a.yaml", "xb.yaml"), ("", "y")]),
            revision([("a.yaml", "x")]),
            revision([("a.yaml", "x"), ("b.yaml", "")]), revision([("a.yam", "lx"), ("b.yaml", "y")]), revision([]),
        ]
        #expect(Set(others + [one]).count == others.count + 1)
    }

    @Test func revisionChangesWithFilesThatCannotBeRead() throws {
        let file = InventorySource.File(path: "a.yaml", text: "x")
        let problem = InventoryProblem(file: "b.yaml", code: .link, message: "m", accepted: "a", next: "n")
        let whole = InventorySource(folder: "f", files: [file])
        #expect(whole.revision != InventorySource(folder: "f", files: [file], problems: [problem]).revision)
    }

    @Test(arguments: [
        ("institution.yaml", FileKind.institution), ("systems/a.yaml", .systems), ("groups.yaml", .groups),
        ("groups/a.yaml", .groups),
        ("networks.yaml", .networks), ("policy/a.yaml", .policy), ("cases/a.yaml", .cases), ("texts/en.yaml", .texts),
        ("exemptions.yaml", .exemptions), ("checks.yaml", .checks), ("systems.yaml", nil), ("systems/a/b.yaml", nil),
        ("networks/a.yaml", nil),
        ("a.yaml", nil),
        ("systems/a.yml", nil), ("systems/.yaml", nil), (".yaml", nil), ("", nil), ("/institution.yaml", nil),
        ("Groups.yaml", nil),
    ])
    func kindsFollowFromPaths(path: String, kind: FileKind?) {
        #expect(FileKind(path: path) == kind)
    }

    /// The memory that this program has in use, in bytes.
    private func residentBytes() throws -> Int {
        let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
        return (Int(text.split(separator: " ").dropFirst().first ?? "") ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
    }

    @Test func aFileIsFoundHoweverDeepItLies() throws {
        try withTemporaryFolder { folder in
            try folder.write("a", to: "institution.yaml")
            let deep = "one/two/three/four/five/six/lost.yaml"
            try folder.write("b", to: deep)
            let problems = try InventoryFolder.load(at: folder.path).problems
            #expect(problems.map(\.file) == [deep])
            #expect(problems.map(\.code) == [.fileUnknown])
        }
    }

    @Test func foldersWithoutEndAreRefused() throws {
        try withTemporaryFolder { folder in
            try folder.write("a", to: "institution.yaml")
            try folder.makeFolder(Array(repeating: "d", count: 70).joined(separator: "/"))
            let error = #expect(throws: InventoryUnusable.self) { try InventoryFolder.load(at: folder.path) }
            #expect(error?.problems.map(\.code) == [.folderTooLarge])
            #expect(error?.description.contains("more than 64 deep") == true)
        }
    }
}
