import Glibc
import TestKit
import Testing

@testable import HostFacts

@Suite struct GivenPathTests {
    private func message(_ path: HostPath) -> String? {
        guard case .unusable(let error) = FileSurvey.survey([path]).paths.first?.outcome else { return nil }
        return error.description
    }

    // MARK: Bad paths

    @Test func explainsAnEmptyPath() {
        #expect(
            message(HostPath("")) == """
                a path to share is empty
                  why:  the text between the quotes is empty, perhaps because a variable in a script is not set
                  next: name a file or a folder; '.' is the current folder
                """)
    }

    @Test func explainsAPathThatIsNotThere() throws {
        try withTemporaryFolder { folder in
            try folder.makeFolder("results")
            #expect(
                message(folder.host("results/2024/run 1/a.csv")) == """
                    '\(folder.at("results/2024/run 1/a.csv"))' is not there
                      why:  the last part of it that exists is '\(folder.at("results"))'
                      next: compare the spelling with what is in '\(folder.at("results"))'
                    """)
        }
    }

    @Test func namesTheCurrentFolderForARelativePath() throws {
        let current = try ResolvedPath.canonicalPath(HostPath("."))
        guard case .unusable(let error) = FileSurvey.survey([HostPath("no such thing")]).paths.first?.outcome else {
            Issue.record("the path should not be there")
            return
        }
        #expect(error.reason == .notFound(existing: current))
    }

    @Test func explainsADanglingLink() throws {
        try withTemporaryFolder { folder in
            try folder.host("latest").makeLink(to: "run 7")
            #expect(
                message(folder.host("latest")) == """
                    '\(folder.at("latest"))' is not there
                      why:  '\(folder.at("latest"))' is a symbolic link to 'run 7', and nothing is there
                      next: name the file or folder itself, or correct the link
                    """)
            let below = FileSurvey.survey([folder.host("latest/a.csv")]).paths.first
            #expect(
                below?.outcome
                    == .unusable(
                        GivenPathError(
                            path: folder.host("latest/a.csv"),
                            reason: .danglingLink(folder.host("latest"), target: HostPath("run 7")))))
        }
    }

    @Test func explainsWhatHasNoPath() {
        var ends: [Int32] = [-1, -1]
        #expect(unsafe pipe(&ends) == 0)
        defer { for end in ends { close(end) } }
        #expect(
            message(HostPath("/proc/self/fd/\(ends[0])")) == """
                '/proc/self/fd/\(ends[0])' is not a file
                  why:  it leads to a pipe, or to something else that has no path and can be read only once
                  next: write the data to a file first, and name that
                """)
    }

    @Test func explainsAFileUsedAsAFolder() throws {
        try withTemporaryFolder { folder in
            try folder.host("a.csv").makeFile()
            for path in ["a.csv/", "a.csv/b", "a.csv/b/c"] {
                #expect(
                    message(folder.host(path)) == """
                        '\(folder.at(path))' cannot be looked at
                          why:  '\(folder.at("a.csv"))' is not a folder, so nothing can be in it
                          next: check the spelling, and leave off a '/' after a file's name
                        """)
            }
        }
    }

    @Test func explainsLinksInACircle() throws {
        try withTemporaryFolder { folder in
            try folder.host("a").makeLink(to: "b")
            try folder.host("b").makeLink(to: "a")
            #expect(
                message(folder.host("a")) == """
                    '\(folder.at("a"))' cannot be looked at
                      why:  its symbolic links lead in a circle
                      next: name the file or folder itself, not the link
                    """)
        }
    }

    @Test func explainsAPathThatIsNone() {
        #expect(
            message(HostPath("a\0b")) == """
                'a\\0b' is not a path
                  why:  it holds a NUL character, which no path can
                  next: give the path without that character
                """)
        let long = FileSurvey.survey([HostPath(String(repeating: "x", count: 300))]).paths.first
        guard case .unusable(let error) = long?.outcome else {
            Issue.record("the name is longer than any may be")
            return
        }
        #expect(error.reason == .system(ErrorNumber(ENAMETOOLONG)))
    }

    @Test func aBadPathDoesNotStopTheOthers() throws {
        try withTemporaryFolder { folder in
            try folder.host("a").makeFile(size: 1)
            let survey = FileSurvey.survey([folder.host("nope"), folder.host("a")])
            #expect(survey.totals.files == 1)
            #expect(survey.paths.count == 2)
            #expect(survey.problems.count == 0)
            #expect(!survey.isComplete)
        }
    }

    // MARK: Links

    @Test func aGivenLinkStandsForWhatItLeadsTo() throws {
        try withTemporaryFolder { folder in
            try folder.makeFolder("real")
            try folder.host("real/a").makeFile(size: 1)
            try folder.host("link").makeLink(to: "real")
            try folder.host("again").makeLink(to: "link")
            for name in ["link", "link/", "again"] {
                let survey = FileSurvey.survey([folder.host(name)])
                #expect(survey.totals.files == 1)
                #expect(survey.totals.symbolicLinks == 0)
                #expect(survey.paths.first?.canonical == folder.host("real"))
                #expect(survey.paths.first?.isSymbolicLink == true)
            }
        }
    }

    // MARK: What is given more than once

    @Test(arguments: [
        ["top", "top"], ["top", "top/sub"], ["top/sub", "top"], ["top", "top/sub/a"], ["top/sub/a", "top"],
        ["top/sub/a", "top/sub/a", "top/sub", "top", "top/b"], ["top", "./top/", "top/sub/../sub"],
        ["link", "top"], ["top/sub/a", "link/sub/a", "top"], ["top/sub/fifo", "top"], ["top", "top/sub/fifo"],
    ])
    func countsOnce(_ paths: [String]) throws {
        try withTemporaryFolder { folder in
            try folder.makeFolder("top/sub")
            try folder.host("top/sub/a").makeFile(size: 1)
            try folder.host("top/sub/fifo").makeSpecial(S_IFIFO)
            try folder.host("top/b").makeFile(size: 2)
            try folder.host("link").makeLink(to: "top")
            let survey = FileSurvey.survey(paths.map { folder.host($0) })
            #expect(survey.totals.files == 2)
            #expect(survey.totals.bytes == 3)
            #expect(survey.totals.folders == 2)
            #expect(survey.totals.specialEntries == 1)
            #expect(survey.problems.count == 1)
        }
    }

    @Test func saysWhatWasCountedAlready() throws {
        try withTemporaryFolder { folder in
            try folder.makeFolder("top")
            try folder.host("top/a").makeFile(size: 1)
            let paths = ["top", "top/a", "top"].map { folder.host($0) }
            #expect(
                FileSurvey.survey(paths).paths.map(\.outcome)
                    == [.counted(.folder), .alreadyCounted(.file), .alreadyCounted(.folder)])
        }
    }

    @Test func whatTheWalkDoesNotReachIsCountedOnItsOwn() throws {
        try withTemporaryFolder { folder in
            try folder.makeFolder("a/b/c")
            try folder.host("a/b/c/file").makeFile(size: 1)
            let limits = FileSurvey.Limits(depth: 1)
            let survey = FileSurvey.survey([folder.host, folder.host("a/b/c")], limits: limits)
            #expect(survey.totals.files == 1)
            #expect(survey.paths.map(\.outcome) == [.counted(.folder), .counted(.folder)])
            #expect(survey.problems.count(of: .tooDeep) == 1)
        }
    }

    @Test func filesOfOneNameInTwoFoldersAreTwo() throws {
        try withTemporaryFolder { folder in
            try folder.makeFolder("x")
            try folder.makeFolder("y")
            try folder.host("x/a").makeFile(size: 1)
            try folder.host("y/a").makeFile(size: 2)
            let survey = FileSurvey.survey([folder.host("x/a"), folder.host("y/a"), folder.host("y")])
            #expect(survey.totals.files == 2)
            #expect(survey.totals.bytes == 3)
        }
    }
}
