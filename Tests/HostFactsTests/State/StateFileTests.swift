import Glibc
import TestKit
import Testing

@testable import HostFacts

@Suite struct StateFileTests {
    private func mode(_ path: HostPath) throws -> mode_t { try ResolvedPath.status(of: path).st_mode & 0o7777 }

    private func names(_ folder: TemporaryFolder, _ name: String = "") async throws -> [String] {
        try await runProgram("/bin/ls", ["-A", folder.at(name)]).stdout.split(separator: "\n").map { String($0) }
    }

    // MARK: Writing

    @Test(arguments: [false, true]) func writesWithFoldersOfTheOwnersAlone(_ flushing: Bool) async throws {
        try await withTemporaryFolder { folder in
            let path = folder.host("a/b/c/history")
            try StateFile.writeAtomically(Array("one".utf8), to: path, flushing: flushing)
            #expect(try StateFile.read(path, limit: 100) == Array("one".utf8))
            #expect(try mode(path) == 0o600)
            for name in ["a", "a/b", "a/b/c"] { #expect(try mode(folder.host(name)) == 0o700) }

            try StateFile.writeAtomically([], to: path, mode: 0o640, flushing: flushing)
            #expect(try StateFile.read(path, limit: 0) == [])
            #expect(try mode(path) == 0o640)
            #expect(try await names(folder, "a/b/c") == ["history"])
        }
    }

    @Test func writesALargeFile() throws {
        try withTemporaryFolder { folder in
            let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            try StateFile.writeAtomically(bytes, to: folder.host("large"))
            #expect(try StateFile.read(folder.host("large"), limit: 3_000_000) == bytes)
        }
    }

    @Test func replacesALinkAndNotWhatItLeadsTo() throws {
        try withTemporaryFolder { folder in
            try folder.write("precious", to: "elsewhere")
            try folder.host("state").makeLink(to: "elsewhere")
            try StateFile.writeAtomically(Array("new".utf8), to: folder.host("state"))
            #expect(try StateFile.read(folder.host("elsewhere"), limit: 100) == Array("precious".utf8))
            #expect(try ResolvedPath.status(of: folder.host("state")).st_mode & S_IFMT == S_IFREG)
        }
    }

    @Test func leavesNothingBehindWhenItCannotReplace() async throws {
        try await withTemporaryFolder { folder in
            try folder.makeFolder("state/inside")
            let error = #expect(throws: StateFileError.self) {
                try StateFile.writeAtomically([1], to: folder.host("state"))
            }
            #expect(
                error?.description == """
                    '\(folder.at("state"))' could not be replaced
                      why:  it is a folder (EISDIR)
                      next: move the folder '\(folder.at("state"))' away
                    """)
            #expect(try await names(folder) == ["state"])
        }
    }

    @Test func theOldContentStaysWhenTheNewDoesNotFit() async throws {
        try await withTemporaryFolder { folder in
            folder.letEverybodyIn()
            try folder.host("own").makeFolder(mode: 0o777)
            try StateFile.writeAtomically(Array("old".utf8), to: folder.host("own/state"), mode: 0o644)
            await #expect(processExitsWith: .success) { [path = folder.at("own/state") as String] in
                // A file larger than this process may write is what a full disk looks like.
                signal(SIGXFSZ, SIG_IGN)
                var limit = rlimit(rlim_cur: 1_000, rlim_max: 1_000)
                precondition(unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
                let error = #expect(throws: StateFileError.self) {
                    try StateFile.writeAtomically([UInt8](repeating: 7, count: 5_000), to: HostPath(path))
                }
                #expect(error?.step == .write)
                #expect(error?.reason == .system(ErrorNumber(EFBIG)))
            }
            #expect(try StateFile.read(folder.host("own/state"), limit: 100) == Array("old".utf8))
            #expect(try await names(folder, "own") == ["state"])
        }
    }

    @Test func explainsAFolderThatMayNotBeWritten() async throws {
        try await withTemporaryFolder { folder in
            folder.letEverybodyIn()
            try folder.host("theirs").makeFolder(mode: 0o555)
            await #expect(processExitsWith: .success) { [path = folder.at("theirs") as String] in
                becomeOrdinaryUser()
                let write = #expect(throws: StateFileError.self) {
                    try StateFile.writeAtomically([1], to: HostPath("\(path)/state"))
                }
                #expect(write?.what == "'\(path)/state' could not be written")
                #expect(write?.why == "the permissions do not allow it (EACCES)")
                #expect(
                    write?.next == "make '\(path)/state' yours to read and write, or choose a folder of your own with "
                        + "XDG_STATE_HOME, XDG_CACHE_HOME or XDG_CONFIG_HOME")
                let create = #expect(throws: StateFileError.self) {
                    try StateFile.writeAtomically([1], to: HostPath("\(path)/new/state"))
                }
                #expect(create?.step == .createFolder)
                #expect(create?.path == HostPath("\(path)/new"))
            }
        }
    }

    @Test(arguments: ["", "/", "state/", "..", "a/.", "."])
    func aPathWithoutANameIsRefused(_ path: String) {
        let error = #expect(throws: StateFileError.self) { try StateFile.writeAtomically([1], to: HostPath(path)) }
        #expect(error?.reason == .noName)
    }

    @Test func explainsAFileInTheWay() throws {
        try withTemporaryFolder { folder in
            try folder.write("", to: "file")
            let error = #expect(throws: StateFileError.self) {
                try StateFile.writeAtomically([1], to: folder.host("file/state"))
            }
            #expect(error?.reason == .system(ErrorNumber(ENOTDIR)))
        }
    }

    @Test func aNameMayBeAsLongAsTheSystemAllows() throws {
        try withTemporaryFolder { folder in
            let path = folder.host(String(repeating: "n", count: 255))
            try StateFile.writeAtomically([1], to: path)
            #expect(try StateFile.read(path, limit: 1) == [1])
        }
    }

    // MARK: Reading

    @Test func whatIsNotThereIsNothing() throws {
        try withTemporaryFolder { folder in
            let missing = [
                try StateFile.read(folder.host("a"), limit: 9), try StateFile.read(folder.host("a/b"), limit: 9),
            ]
            #expect(missing == [nil, nil])
        }
    }

    @Test func followsLinks() throws {
        try withTemporaryFolder { folder in
            try folder.write("text", to: "real")
            try folder.host("link").makeLink(to: "real")
            #expect(try StateFile.read(folder.host("link"), limit: 10) == Array("text".utf8))
        }
    }

    @Test(.timeLimit(.minutes(20))) func refusesWhatIsTooLargeOrNoFile() throws {
        try withTemporaryFolder { folder in
            try folder.write("12345", to: "five")
            #expect(try StateFile.read(folder.host("five"), limit: 5)?.count == 5)
            let large = #expect(throws: StateFileError.self) { try StateFile.read(folder.host("five"), limit: 4) }
            #expect(
                large?.description == """
                    '\(folder.at("five"))' could not be read
                      why:  it is larger than 4 bytes
                      next: look at what is at '\(folder.at("five"))', and move it away if it does not belong there
                    """)
            try folder.host("fifo").makeSpecial(S_IFIFO)
            for name in ["fifo", "."] {
                let error = #expect(throws: StateFileError.self) { try StateFile.read(folder.host(name), limit: 10) }
                #expect(error?.reason == .notAFile)
            }
        }
    }

    // A file of /proc says it is empty, so only what is read can show that it is too large.
    @Test func theLimitHoldsForFilesThatDoNotKnowTheirSize() {
        let error = #expect(throws: StateFileError.self) {
            try StateFile.read(HostPath("/proc/self/mountinfo"), limit: 10)
        }
        #expect(error?.reason == .tooLarge(limit: 10))
    }
}
