import Glibc
import TestKit
import Testing

@testable import HostFacts

@Suite struct NewFolderTests {
    private let files: [(path: String, bytes: [UInt8])] = [
        ("a.yaml", Array("one".utf8)), ("deep/er/b.yaml", [UInt8](repeating: 7, count: 3_000)),
    ]

    @Test func writesIntoANewFolderWithThoseAboveIt() throws {
        try withTemporaryFolder { folder in
            try NewFolder.write(files, to: folder.host("x/y"))
            #expect(try StateFile.read(folder.host("x/y/a.yaml"), limit: 10) == Array("one".utf8))
            #expect(try StateFile.read(folder.host("x/y/deep/er/b.yaml"), limit: 3_000)?.count == 3_000)
        }
    }

    @Test(.enabled(if: runsAsRoot, "only root can give files away"))
    func anEmptyFolderStaysWhatItIs() throws {
        try withTemporaryFolder { folder in
            let path = folder.host("given")
            try path.makeFolder(mode: 0o2750)
            #expect(unsafe chown(path.text, 1234, 1234) == 0)
            try path.change(mode: 0o2750)
            let before = try ResolvedPath.status(of: path)
            try NewFolder.write(files, to: path)
            let after = try ResolvedPath.status(of: path)
            #expect(after.st_ino == before.st_ino)
            #expect(after.st_uid == 1234)
            #expect(after.st_mode & 0o7777 == 0o2750)
        }
    }

    @Test func aFolderInUseIsLeftAlone() throws {
        try withTemporaryFolder { folder in
            try folder.write("x", to: "used/file")
            let error = #expect(throws: NewFolderError.self) { try NewFolder.write(files, to: folder.host("used")) }
            #expect(
                error?.description == """
                    '\(folder.at("used"))' is in use
                      why:  the folder is not empty
                      next: name a new folder; nothing was changed
                    """)
            let other = #expect(throws: NewFolderError.self) {
                try NewFolder.write(files, to: folder.host("used/file"))
            }
            #expect(other?.reason == .notAFolder)
            #expect(
                try #require(throws: NewFolderError.self) { try NewFolder.write([], to: HostPath("")) }.reason
                    == .noName)
        }
    }

    @Test func nothingStaysBehindWhenTheDiskIsFull() async throws {
        try await withTemporaryFolder { folder in
            try folder.makeFolder("empty")
            await #expect(processExitsWith: .success) { [path = folder.path as String] in
                // A file larger than this process may write is what a full disk looks like.
                signal(SIGXFSZ, SIG_IGN)
                var limit = rlimit(rlim_cur: 1_000, rlim_max: 1_000)
                precondition(unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
                for root in ["empty", "new/one"] {
                    let files: [(path: String, bytes: [UInt8])] = [
                        ("a", [1]), ("b/c", [UInt8](repeating: 7, count: 5_000)),
                    ]
                    let error = #expect(throws: NewFolderError.self) {
                        try NewFolder.write(files, to: HostPath(path).appending(root))
                    }
                    #expect(error?.reason == .system(ErrorNumber(EFBIG)))
                }
            }
            let left = try await runProgram("/usr/bin/find", [folder.path, "-mindepth", "1"]).stdout
            #expect(left == folder.at("empty") + "\n")
        }
    }
}
