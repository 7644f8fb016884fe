import Glibc
import TestKit
import Testing

@testable import HostFacts

@Suite struct PlaceQuestionTests {
    @Test func asksAFolderForItsSpace() {
        guard case .space(let size, let free) = PlaceQuestion.folder(HostPath("/")).ask() else {
            Issue.record("the root folder has no space")
            return
        }
        #expect(size > 0 && free <= size)
        #expect(PlaceQuestion.folder(HostPath("/etc/passwd.d/none")).ask() == .error(ErrorNumber(ENOENT)))
        #expect(PlaceQuestion.folder(HostPath("/etc/passwd")).ask() == .error(ErrorNumber(ENOTDIR)))
    }

    @Test func asksWhoseAFileIs() throws {
        try withTemporaryFolder { folder in
            let file = try folder.write("", to: "file")
            unsafe chmod(file, 0o640)
            #expect(PlaceQuestion.entry(HostPath(file)).ask() == .entry(mode: S_IFREG | 0o640, owner: geteuid()))
            #expect(PlaceQuestion.entry(HostPath(file + "/x")).ask() == .error(ErrorNumber(ENOTDIR)))
        }
    }

    @Test func asksForTheNamesInAFolder() throws {
        try withTemporaryFolder { folder in
            for name in ["smb-share:server=a,share=b", "two words", "ü"] { try folder.write("", to: name) }
            guard case .names(let names) = PlaceQuestion.names(HostPath(folder.path)).ask() else {
                Issue.record("the folder tells no names")
                return
            }
            #expect(
                Set(names.map { String(decoding: $0, as: UTF8.self) })
                    == ["smb-share:server=a,share=b", "two words", "ü"])
            #expect(PlaceQuestion.names(HostPath(folder.at("none"))).ask() == .error(ErrorNumber(ENOENT)))
        }
    }

    @Test func aFullFolderTellsSoManyNamesAndNoMore() throws {
        try withTemporaryFolder { folder in
            for number in 0..<300 { try folder.write("", to: "\(number)") }
            guard case .names(let names) = PlaceQuestion.names(HostPath(folder.path)).ask() else {
                Issue.record("the folder tells no names")
                return
            }
            #expect(names.count == PlaceQuestion.mostNames)
        }
    }

    @Test func readsBackItsLines() {
        let answers: [PlaceAnswer] = [
            .space(size: .max, free: 0), .entry(mode: 0o100600, owner: .max), .error(ErrorNumber(107)),
            .names([]), .names([Array("a b\n".utf8), [0xFF, 1]]),
        ]
        for answer in answers { #expect(PlaceAnswer(line: Array(answer.line.utf8)) == answer) }
    }

    @Test(arguments: [
        "", "\n", "space 1 2", "space 1\n", "space -1 2\n", "entry 1 2 3\n", "error x\n", "no\n", "\u{0}\n",
        "names 6\n",
        "names 6g\n", "names 00\n", "names 2f\n", "names +1\n",
    ])
    func takesNoOtherLine(_ line: String) {
        #expect(PlaceAnswer(line: Array(line.utf8)) == nil)
    }

    @Test(arguments: ["folder", "entry", "names"]) func readsBackItsWords(_ kind: String) throws {
        let question = try #require(PlaceQuestion(kind: kind, path: "/mnt/a b"))
        #expect(question.words == [Array(kind.utf8), Array("/mnt/a b".utf8)])
        #expect(PlaceQuestion(kind: "other", path: "/") == nil)
    }
}

@Suite struct StuckProcessesTests {
    // This process is one that is there, with the time at which it started.
    @Test func remembersWhatIsStillThere() throws {
        try withTemporaryFolder { folder in
            let memory = HostPath(folder.at("run"))
            var stuck = StuckProcesses(rememberedIn: memory)
            #expect(!stuck.contains("27 0:5 /mnt/a b"))
            stuck.add(getpid(), for: "27 0:5 /mnt/a b")
            stuck.keep()
            let later = StuckProcesses(rememberedIn: memory)
            #expect(later.contains("27 0:5 /mnt/a b"))
            // Mounted anew, it is another mount.
            #expect(!later.contains("28 0:5 /mnt/a b"))
        }
    }

    @Test func forgetsWhatIsGoneAndWhoTookItsNumber() throws {
        try withTemporaryFolder { folder in
            let start = try #require(StuckProcesses.start(of: getpid()))
            let lines = [
                "\(getpid()) \(start + 1) a", "4194305 1 b", "-1 1 c", "x", "\(getpid()) \(start)", "",
                "\(getpid()) \(start) d",
            ]
            try folder.write(lines.joined(separator: "\n"), to: "waiting-processes")
            let stuck = StuckProcesses(rememberedIn: HostPath(folder.path))
            #expect(stuck.waits.map(\.key) == ["d"])
        }
    }
}
