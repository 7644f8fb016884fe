import TestKit
import Testing

@Suite struct HygieneTests {
    @Test func repositoryNamesNobodysFolders() throws {
        let violations = try hygieneViolations(in: repositoryRoot)
        #expect(violations.isEmpty, "\(violations.listed)")
    }

    @Test(arguments: [
        "/ho" + "me/alice/x", "/Us" + "ers/alice/x", "/ro" + "ot/x", "/wo" + "rk/x", "/op" + "t/swift/usr",
    ])
    func aPrivatePathIsFound(path: String) throws {
        for line in [path, "see \(path).", "'\(path)'", "file=\(path)", "(\(path))"] {
            let violations = try hygiene(of: "one\n\(line)\n")
            #expect(violations.map(\.line) == [2], "\(line)")
            #expect(violations.first?.path == "docs/page.md")
        }
    }

    @Test(arguments: [
        "smb://server/ho" + "me/alice/x", "/srv/wo" + "rk/x", "/ho" + "me/<name>/x", "/ho" + "me/$USER/x",
        "/wo" + "rkshop/x",
        "homework/x", "./wo" + "rk/x", "~/wo" + "rk/x",
    ])
    func aPathThatMerelyLooksLikeOneIsNot(path: String) throws {
        #expect(try hygiene(of: "see \(path)\n").isEmpty)
    }

    @Test func whatIsNoTextOrNotTheProjectsIsLeftAlone() throws {
        let path = "/ho" + "me/alice/x"
        try withTemporaryFolder { folder in
            try folder.write("\0\(path)", to: "docs/picture.png")
            for ignored in [".git/config", ".build/x", ".build-other/x", ".swiftpm/x"] {
                try folder.write(path, to: ignored)
            }
            #expect(try hygieneViolations(in: folder.path).isEmpty)
            try folder.write(path, to: ".ci/run")
            #expect(try hygieneViolations(in: folder.path).map(\.path) == [".ci/run"])
        }
    }

    private func hygiene(of text: String) throws -> [Violation] {
        try withTemporaryFolder { folder in
            try folder.write(text, to: "docs/page.md")
            return try hygieneViolations(in: folder.path)
        }
    }
}
