import Testing

@testable import HostFacts

@Suite struct MountLineTests {
    private func table(_ text: String) -> MountTable { MountTable(parsing: text.utf8) }

    @Test func readsTheExampleOfTheManual() throws {
        let table = table("36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw,errors=continue\n")
        let mount = try #require(table.mounts.first)
        #expect(table.mounts.count == 1)
        #expect(table.problems.count == 0)
        #expect(mount.id == 36)
        #expect(mount.parent == 35)
        #expect(mount.device == "98:0")
        #expect(mount.root == HostPath("/mnt1"))
        #expect(mount.point == HostPath("/mnt2"))
        #expect(mount.options == ["rw", "noatime"])
        #expect(mount.type == "ext3")
        #expect(mount.source == "/dev/root")
        #expect(mount.superOptions == ["rw", "errors=continue"])
        #expect(!mount.isReadOnly)
    }

    @Test(arguments: ["", "shared:1 ", "shared:1 master:2 propagate_from:3 unbindable ", "something:new "])
    func skipsOptionalFields(_ optional: String) throws {
        let mount = try #require(table("1 0 0:1 / / rw \(optional)- tmpfs none rw").mounts.first)
        #expect(mount.type == "tmpfs")
        #expect(mount.source == "none")
    }

    @Test func replacesEscapes() throws {
        let line = #"1 0 0:1 /a\040b /m\011n\012o\134p\043q\303\244 rw - cifs //h/two\040words rw,x=\054"#
        let mount = try #require(table(line).mounts.first)
        #expect(mount.root == HostPath("/a b"))
        #expect(mount.point == HostPath("/m\tn\no\\p#qä"))
        #expect(mount.source == "//h/two words")
        #expect(mount.superOptions == ["rw", "x=,"])
    }

    @Test(arguments: [
        (#"\04"#, #"\04"#), (#"\"#, #"\"#), (#"\\040"#, #"\ "#), (#"\400"#, #"\400"#), (#"\x41"#, #"\x41"#),
        (#"\0401"#, " 1"), (#"\377"#, "\u{FFFD}"), (#"a\"#, #"a\"#), (#"\089"#, #"\089"#),
    ])
    func otherBackslashesStandForThemselves(_ escaped: String, _ text: String) {
        #expect(String(decoding: MountLine.unescaped(Array(escaped.utf8)[...]), as: UTF8.self) == text)
    }

    @Test func keepsBytesThatAreNotUTF8() throws {
        let mount = try #require(table(#"1 0 0:1 / /mnt/\377 rw - tmpfs none rw"#).mounts.first)
        #expect(mount.point.bytes == Array("/mnt/".utf8) + [0xFF])
    }

    @Test func aSourceMayBeEmptyAndOptionsMissing() throws {
        let empty = try #require(table("1 0 0:1 / /mnt rw - tmpfs  rw").mounts.first)
        #expect(empty.source == "")
        #expect(empty.superOptions == ["rw"])
        let short = try #require(table("1 0 0:1 / /mnt ro - tmpfs none").mounts.first)
        #expect(short.superOptions.isEmpty)
        #expect(short.isReadOnly)
    }

    @Test func aRootNeedNotBeAPath() throws {
        let mount = try #require(table("9 1 0:4 net:[4026532281] /run/netns/lab rw - nsfs nsfs rw").mounts.first)
        #expect(mount.root == HostPath("net:[4026532281]"))
    }

    @Test(arguments: [
        ("x", "line 1 has no readable mount id"), ("1", "line 1 has no parent id"),
        ("-1 0 0:1 / / rw - t s", "line 1 has no readable mount id"),
        ("1 +0 0:1 / / rw - t s", "line 1 has no readable parent id"),
        ("99999999999999999999 0 0:1 / / rw - t s", "line 1 has no readable mount id"),
        ("1 0 01 / / rw - t s", "line 1 has no readable device number"),
        ("1 0 0:1:2 / / rw - t s", "line 1 has no readable device number"),
        ("1 0 0: / / rw - t s", "line 1 has no readable device number"),
        ("1 0 0:1", "line 1 has no root"), ("1 0 0:1 /", "line 1 has no mount point"),
        ("1 0 0:1 / mnt rw - t s", "line 1 has no readable mount point"),
        ("1 0 0:1 /  rw - t s", "line 1 has no mount point"),
        ("1 0 0:1 / /", "line 1 has no mount options"),
        ("1 0 0:1 / / rw shared:1", "line 1 has no separator '-'"),
        ("1 0 0:1 / / rw -", "line 1 has no file system type"),
        ("1 0 0:1 / / rw - tmpfs", "line 1 has no source"),
        ("\0\u{1}\u{2}", "line 1 has no readable mount id"),
    ])
    func notesLinesThatAreNone(_ line: String, _ message: String) {
        let table = table(line)
        #expect(table.mounts.isEmpty)
        #expect(table.problems.first.map(\.description) == [message])
    }

    @Test func aBadLineDoesNotStopTheOthers() {
        let good = "1 0 0:1 / / rw - tmpfs none rw"
        let table = table(
            "\(good)\ngarbage\n\n2 1 0:2 / /a rw - tmpfs none rw\n" + String(repeating: "bad\n", count: 100))
        #expect(table.mounts.map(\.id) == [1, 2])
        #expect(table.problems.count == 101)
        #expect(table.problems.first.count == MountTableProblems.listed)
        #expect(table.problems.first.first?.line == 2)
    }

    @Test func readsHugeLines() throws {
        let layers = String(repeating: "/layer:", count: 300_000)
        let table = table(
            "1 0 0:1 / / rw - overlay overlay lowerdir=\(layers)\n" + String(repeating: "x", count: 2_000_000))
        #expect(table.mounts.first?.superOptions.first?.utf8.count == 9 + 7 * 300_000)
        #expect(table.problems.count == 1)
    }
}
