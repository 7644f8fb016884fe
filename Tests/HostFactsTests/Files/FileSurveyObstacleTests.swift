import Glibc
import TestKit
import Testing

@testable import HostFacts

@Suite struct FileSurveyObstacleTests {
    // MARK: What is no file

    @Test(.timeLimit(.minutes(20))) func isNotHeldUpByFIFOsAndSockets() throws {
        try withTemporaryFolder { folder in
            try folder.host("fifo").makeSpecial(S_IFIFO)
            try folder.host("socket").makeSpecial(S_IFSOCK)
            try folder.host("file").makeFile(size: 3)
            let survey = FileSurvey.survey([folder.host])
            #expect(survey.totals.specialEntries == 2)
            #expect(survey.totals.files == 1)
            #expect(survey.problems.count(of: .special) == 2)
            #expect(Set(survey.problems.first.map(\.path)) == [folder.host("fifo"), folder.host("socket")])

            let given = FileSurvey.survey([folder.host("fifo"), folder.host])
            #expect(given.paths.map(\.outcome) == [.counted(.special), .counted(.folder)])
            #expect(given.totals.specialEntries == 2)
        }
    }

    @Test(.enabled(if: runsAsRoot, "only root can make a device")) func countsDevices() throws {
        try withTemporaryFolder { folder in
            // The null device: number 1, 3.
            try folder.host("null").makeSpecial(S_IFCHR, device: 0x103)
            #expect(FileSurvey.survey([folder.host]).totals.specialEntries == 1)
        }
    }

    // MARK: Permissions

    @Test func tellsWhatMayNotBeRead() async throws {
        try await withTemporaryFolder { folder in
            folder.letEverybodyIn()
            try folder.host("open").makeFile(size: 1)
            try folder.host("secret.txt").makeFile(size: 2, mode: 0o000)
            try folder.host("locked").makeFolder()
            try folder.host("locked/inside").makeFile(size: 4)
            try folder.host("locked").change(mode: 0o000)
            // Its names may be listed, and nothing may be asked about them.
            try folder.host("listed").makeFolder()
            try folder.host("listed/file").makeFile(size: 8)
            try folder.host("listed/folder").makeFolder()
            try folder.host("listed").change(mode: 0o444)

            await #expect(processExitsWith: .success) { [path = folder.path as String] in
                becomeOrdinaryUser()
                let survey = FileSurvey.survey([HostPath(path)])
                #expect(survey.totals.files == 2)
                #expect(survey.totals.bytes == 3)
                #expect(survey.totals.folders == 4)
                #expect(survey.problems.count == 4)
                #expect(survey.problems.count(of: .unreadable) == 4)
                #expect(
                    Set(survey.problems.first.map { $0.path.text.dropFirst(path.count + 1) })
                        == ["secret.txt", "locked", "listed/file", "listed/folder"])
                #expect(!survey.isComplete)

                let given = FileSurvey.survey(
                    ["locked", "locked/inside", "secret.txt"].map { HostPath("\(path)/\($0)") })
                #expect(given.paths[0].outcome == .counted(.folder))
                #expect(
                    given.paths[1].outcome
                        == .unusable(
                            GivenPathError(
                                path: HostPath("\(path)/locked/inside"),
                                reason: .noPermission(at: HostPath("\(path)/locked")))))
                #expect(given.paths[2].outcome == .counted(.file))
                #expect(given.problems.count(of: .unreadable) == 2)
            }
        }
    }

    // MARK: Loops and depth

    @Test(.enabled(if: mayMount, "mounting is not permitted here")) func endsInALoop() async throws {
        try await withTemporaryFolder { folder in
            try folder.makeFolder("top/middle/loop")
            try folder.host("top/file").makeFile(size: 1)
            try folder.host("top/middle/file").makeFile(size: 2)
            await #expect(processExitsWith: .success) { [path = folder.path as String] in
                useOwnMounts()
                bind("\(path)/top", to: "\(path)/top/middle/loop")
                let top = HostPath("\(path)/top")
                let loop = HostPath("\(path)/top/middle/loop")
                let whole = FileSurvey.survey([top])
                for survey in [whole, FileSurvey.survey([HostPath("\(path)/top/middle"), top])] {
                    #expect(survey.totals.files == 2)
                    #expect(survey.totals.bytes == 3)
                    #expect(survey.totals.folders == 2)
                    #expect(survey.problems.count == 1)
                    #expect(survey.problems.count(of: .loop) == 1)
                }
                #expect(whole.problems.first.first?.path == loop)

                // Seen through the mount, the folder it is mounted on is an empty folder.
                let loopFirst = FileSurvey.survey([loop, top])
                #expect(loopFirst.paths.map(\.outcome) == [.counted(.folder), .alreadyCounted(.folder)])
                #expect(loopFirst.totals.files == 2)
                #expect(loopFirst.totals.folders == 3)
                #expect(loopFirst.isComplete)
            }
        }
    }

    // The same folder twice, but not one inside the other, is no loop: a copy would hold it twice.
    @Test(.enabled(if: mayMount, "mounting is not permitted here")) func aFolderSeenTwiceIsNoLoop() async throws {
        try await withTemporaryFolder { folder in
            try folder.makeFolder("a/sub")
            try folder.makeFolder("b")
            try folder.host("a/sub/file").makeFile(size: 1)
            await #expect(processExitsWith: .success) { [path = folder.path as String] in
                useOwnMounts()
                bind("\(path)/a", to: "\(path)/b")
                let survey = FileSurvey.survey([HostPath(path)])
                #expect(survey.totals.files == 2)
                #expect(survey.totals.folders == 5)
                #expect(survey.isComplete)
            }
        }
    }

    @Test func symbolicLinksInACircleAreNotFollowed() throws {
        try withTemporaryFolder { folder in
            try folder.makeFolder("a")
            try folder.host("a/up").makeLink(to: "..")
            try folder.host("self").makeLink(to: "self")
            let survey = FileSurvey.survey([folder.host])
            #expect(survey.totals.symbolicLinks == 2)
            #expect(survey.totals.folders == 2)
            #expect(survey.isComplete)
        }
    }

    @Test func goesDownThreeThousandLevels() async throws {
        try await withFolderInMemory { folder in
            try HostPath(folder).makeDeepFolders(levels: 3_000)
            await #expect(processExitsWith: .success) { [path = folder as String] in
                // Fewer than there are levels, so that the walk has to raise the limit and put it back.
                let hard = openFileLimits().rlim_max
                setOpenFileLimits(soft: 64, hard: hard)
                let survey = FileSurvey.survey([HostPath(path)])
                #expect(survey.totals.folders == 3_001)
                #expect(survey.totals.files == 1)
                #expect(survey.problems.count == 0)
                #expect(openFileLimits().rlim_cur == 64)
            }
        }
    }

    @Test func tellsWhatIsTooDeep() async throws {
        try await withFolderInMemory { folder in
            try HostPath(folder).makeDeepFolders(levels: 200)
            let survey = FileSurvey.survey([HostPath(folder)], limits: FileSurvey.Limits(depth: 150))
            #expect(survey.totals.folders == 152)
            #expect(survey.totals.files == 0)
            #expect(survey.problems.count(of: .tooDeep) == 1)
            let deepest = folder + String(repeating: "/d", count: 151)
            #expect(survey.problems.first.map(\.path) == [HostPath(deepest)])

            await #expect(processExitsWith: .success) { [path = folder as String] in
                setOpenFileLimits(soft: 100, hard: 100)
                let survey = FileSurvey.survey([HostPath(path)])
                #expect(survey.problems.count(of: .tooDeep) == 1)
                #expect((50..<100).contains(survey.totals.folders))
            }
        }
    }

    // MARK: What changes meanwhile

    @Test func tellsWhatVanished() throws {
        try withTemporaryFolder { folder in
            for name in ["file", "kept"] { try folder.host(name).makeFile(size: 1) }
            try folder.makeFolder("folder")
            let limits = FileSurvey.Limits()
            let survey = FileSurvey.survey([folder.host], limits: limits, progress: nil) { path in
                if path == folder.host("file") { try? path.remove() }
                if path == folder.host("folder") { try? path.removeFolder() }
            }
            #expect(survey.totals.files == 1)
            #expect(survey.totals.folders == 1)
            #expect(survey.problems.count(of: .vanished) == 2)
            #expect(survey.problems.count == 2)
        }
    }

    @Test(.timeLimit(.minutes(20))) func isNotFooledByWhatTakesAnEntrysPlace() throws {
        try withTemporaryFolder { folder in
            try folder.makeFolder("elsewhere")
            try folder.host("elsewhere/big").makeFile(size: 1_000)
            try folder.makeFolder("top")
            for name in ["toLink", "toFIFO"] { try folder.makeFolder("top/\(name)") }
            for name in ["fileToFIFO", "fileToFolder", "fileToLink"] {
                try folder.host("top/\(name)").makeFile(size: 1)
            }
            let limits = FileSurvey.Limits()
            let survey = FileSurvey.survey([folder.host("top")], limits: limits, progress: nil) { path in
                switch path {
                case folder.host("top/toLink"):
                    try? path.removeFolder()
                    try? path.makeLink(to: folder.at("elsewhere"))
                case folder.host("top/toFIFO"):
                    try? path.removeFolder()
                    try? path.makeSpecial(S_IFIFO)
                case folder.host("top/fileToFIFO"):
                    try? path.remove()
                    try? path.makeSpecial(S_IFIFO)
                case folder.host("top/fileToFolder"):
                    try? path.remove()
                    try? path.makeFolder()
                case folder.host("top/fileToLink"):
                    try? path.remove()
                    try? path.makeLink(to: folder.at("elsewhere/big"))
                default: break
                }
            }
            #expect(survey.totals.files == 0)
            #expect(survey.totals.bytes == 0)
            #expect(survey.totals.folders == 2)
            #expect(survey.totals.symbolicLinks == 1)
            #expect(survey.problems.count(of: .vanished) == 2)
            #expect(survey.problems.count(of: .special) == 1)
        }
    }

    // MARK: Many problems

    @Test func listsTheFirstProblemsAndCountsAll() throws {
        try withTemporaryFolder { folder in
            for number in 0..<50 { try folder.host("fifo\(number)").makeSpecial(S_IFIFO) }
            let survey = FileSurvey.survey([folder.host])
            #expect(survey.problems.count == 50)
            #expect(survey.totals.problems == 50)
            #expect(survey.problems.first.count == SurveyProblems.listed)
            #expect(Set(survey.problems.first.map(\.path)).count == SurveyProblems.listed)
        }
    }
}
