import Testing

@testable import HostFacts

@Suite struct HostPathTests {
    @Test(arguments: [
        ("results/a.csv", "results/a.csv"), ("two\nlines", "two\\nlines"), ("\u{1B}[31mred", "\\u{1B}[31mred"),
        ("a\u{202E}gpj.exe", "a\\u{202E}gpj.exe"), ("tab\there", "tab\\there"), ("Übersicht 中文", "Übersicht 中文"),
        ("a\u{2028}b", "a\\u{2028}b"),
    ])
    func showsOneHarmlessLine(_ text: String, _ shown: String) {
        let path = HostPath(text)
        #expect(path.description == shown)
        #expect(path.text == text)
    }

    @Test func showsBytesThatAreNotUTF8() {
        let path = HostPath(bytes: [0x61, 0xFF, 0xFE, 0x2F, 0x62])
        #expect(path.description == "a\u{FFFD}\u{FFFD}/b")
        #expect(path.bytes == [0x61, 0xFF, 0xFE, 0x2F, 0x62])
        #expect(path != HostPath(path.text))
    }

    @Test(arguments: [
        ("/a/b", "/a"), ("/a/b/", "/a"), ("/a", "/"), ("/", "/"), ("a", "."), ("a/b", "a"), ("a//b", "a"), ("//", "/"),
        ("", "."), ("///a", "/"),
    ])
    func knowsTheFolderAPathIsIn(_ path: String, _ parent: String) {
        #expect(HostPath(path).parent == HostPath(parent))
    }

    @Test(arguments: [
        ("/", "b", "/b"), ("/a", "b", "/a/b"), ("/a/", "b", "/a/b"), ("", "b", "b"), (".", "b", "./b"),
    ])
    func appends(_ path: String, _ name: String, _ joined: String) {
        #expect(HostPath(path).appending(name) == HostPath(joined))
    }

    @Test func splitsIntoNames() {
        #expect(HostPath("//a///b/").components.map { String(decoding: $0, as: UTF8.self) } == ["a", "b"])
        #expect(HostPath("/").components.isEmpty)
        #expect(HostPath("/a").isAbsolute)
        #expect(!HostPath("a").isAbsolute)
        #expect(!HostPath("").isAbsolute)
    }

    // Swift would show the bytes 0xFE and 0xFF of arguments both as U+FFFD; the files' names still have the bytes.
    @Test(arguments: [
        [0x61, 0xFF], [0x61, 0xFE], Array("x/\u{FFFD}".utf8), Array("\u{10FFFE}".utf8), [0xC3, 0xA4, 0xC3],
        [0xF0, 0x9F],
        [0xED, 0xA0, 0x80], Array("plain".utf8), [], [0x80, 0xF4, 0x8F, 0xBE, 0x80],
    ])
    func anArgumentKeepsItsBytes(_ bytes: [UInt8]) {
        #expect(HostPath(argument: ProgramArguments.text(bytes)).bytes == bytes)
    }

    @Test func argumentsThatAreTextStayAsTheyAre() {
        #expect(ProgramArguments.text(Array("häß 🙂 \u{FFFD}".utf8)) == "häß 🙂 \u{FFFD}")
        #expect(ProgramArguments.text([0x61, 0xFF]) != ProgramArguments.text([0x61, 0xFE]))
    }

    @Test func sortsByBytes() {
        #expect(HostPath("a") < HostPath("a/b"))
        #expect(HostPath(bytes: [0x61]) < HostPath(bytes: [0xFF]))
    }
}
