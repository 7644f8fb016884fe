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

    // Swift shows the byte 0xFF of an argument as U+FFFD; the file's name still has the byte.
    @Test func anArgumentKeepsItsBytes() {
        let arguments: [[UInt8]] = [
            Array("program".utf8), [0x61, 0xFF], Array("--file=x/".utf8) + [0xFE], Array("--note=\u{FFFD}".utf8),
        ]
        func bytes(_ text: String) -> [UInt8] { HostPath(argument: text, among: { arguments }).bytes }
        #expect(bytes("a\u{FFFD}") == [0x61, 0xFF])
        #expect(bytes("x/\u{FFFD}") == [0x78, 0x2F, 0xFE])
        #expect(bytes("\u{FFFD}") == Array("\u{FFFD}".utf8))
        #expect(bytes("other\u{FFFD}") == Array("other\u{FFFD}".utf8))
        #expect(
            HostPath(
                argument: "a",
                among: {
                    Issue.record("nothing to look up"); return []
                }) == HostPath("a"))
    }

    @Test func sortsByBytes() {
        #expect(HostPath("a") < HostPath("a/b"))
        #expect(HostPath(bytes: [0x61]) < HostPath(bytes: [0xFF]))
    }
}
