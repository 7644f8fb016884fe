import HostFacts
import InventoryFiles
import SharingPolicy
import StorageModel
import TestKit
import Testing

@testable import wheretoshare

/// What this machine adds to a question.
@Suite struct RequestTests {
    private func inventory() throws -> Inventory {
        try InventoryReader.read(try InventoryFolder.load(at: "\(repositoryRoot)/Inventory"))
    }

    private func detected(_ addresses: [(String, String)]) throws -> NetworkID? {
        let local = try addresses.map { LocalAddress(interface: $0.0, address: try #require(IPAddress($0.1))) }
        return NetworkDetection(try inventory()).network(of: local)
    }

    @Test func `the network follows from addresses and interfaces`() throws {
        #expect(try detected([("eth0", "10.21.4.5")]) == "campus")
        #expect(try detected([("wlan0", "10.23.1.1")]) == "campus-guest")
        #expect(try detected([("wlan0", "192.168.178.20")]) == nil)
        #expect(try detected([]) == nil)
        #expect(try detected([("wlan0", "192.168.178.20"), ("tun0", "10.22.0.9")]) == "vpn")
        #expect(try detected([("wlan0", "10.23.1.1"), ("tun0", "10.22.0.9")]) == "vpn")
    }

    @Test(arguments: [
        (["--external"], ["--external=-"]), (["--external", "a@b.c", "x"], ["--external=a@b.c", "x"]),
        (["--external", "mail/external"], ["--external=-", "mail/external"]),
        (["--external", "-@x"], ["--external=-", "-@x"]),
        (["--", "--external"], ["--", "--external"]),
        (["--external", "--external", "d@e"], ["--external=-", "--external=d@e"]),
        (["--external=a@b"], ["--external=a@b"]), ([], []),
    ])
    func `an address after --external is optional`(_ arguments: [String], _ spelled: [String]) {
        #expect(RequestOptions.spellingOutExternal(arguments) == spelled)
    }

    @Test(arguments: Phrase.allCases)
    func `every sentence has the same blanks in both languages`(_ phrase: Phrase) {
        #expect(Set(phrase.english.placeholderNames) == Set(phrase.german.placeholderNames))
        #expect(!phrase.english.isEmpty && !phrase.german.isEmpty)
    }

    @Test func `names in a list and numbers are written as each language does`() throws {
        let english = Wording(try inventory(), language: "en")
        let german = Wording(try inventory(), language: "de")
        #expect(english.list([]) == "")
        #expect(english.list(["a"]) == "a")
        #expect(english.list(["a", "b"]) == "a and b")
        #expect(english.list(["a", "b", "c"], joinedBy: .or) == "a, b or c")
        #expect(english.number(1_234_567) == "1,234,567")
        #expect(german.number(-1_234) == "-1.234")
        #expect(german.size(41_200_000_000) == "41,2 GB")
        #expect(english.number(999) == "999")
    }

    @Test func `text is wrapped in its column and hangs`() {
        var layout = TextLayout(width: 40, labels: ["Then"], isColored: false)
        layout.items("Then", ["one two three four five six seven eight", "short"], numbered: true)
        layout.paragraph("Why", "")
        #expect(
            layout.text == """
                Then  1. one two three four five six
                         seven eight
                      2. short

                """)
    }

    @Test(arguments: [40, 41, 57, 88, 100], [1, 9, 10])
    func `no line is wider than the layout, whatever hangs`(_ width: Int, _ count: Int) {
        var layout = TextLayout(width: width, labels: ["Then", "Not"], isColored: false)
        let words = (1...40).map { String(repeating: "x", count: $0 % 9 + 1) }.joined(separator: " ")
        layout.items("Then", Array(repeating: words, count: count), numbered: true)
        layout.items("Not", ["a/" + String(repeating: "very-long/", count: 30) + "name.txt"], numbered: false)
        layout.headline(words)
        layout.pairs([(String(repeating: "w", count: 30), words), ("short", words)])
        layout.pairs([("short", words), ("s", String(repeating: "y", count: 300))])
        layout.footer(words)
        #expect(layout.lines.allSatisfy { $0.count <= width })
        // As wide as that, too: nothing is broken for nothing.
        #expect(layout.lines.contains { $0.count >= width - 10 })
    }

    @Test func `of a long path the middle is left out, of one that is copied nothing`() {
        var layout = TextLayout(width: 40, labels: [], isColored: false)
        let path = String(repeating: "folder/", count: 12) + "name.txt"
        layout.items("", ["see \(path) there"], numbered: false)
        layout.items("", ["see https://example.org/\(path)"], numbered: false)
        layout.place("smb://example.org/\(path)", remark: "mounted here at /mnt/\(path)")
        #expect(layout.lines.contains { $0.contains("…") && $0.hasSuffix("name.txt") })
        #expect(layout.text.contains("https://example.org/\(path)\n"))
        #expect(layout.text.contains("    smb://example.org/\(path)\n"))
        #expect(layout.text.contains(" /mnt/\(path)\n"))
    }

    @Test func `text in the layout does not command the terminal`() {
        var layout = TextLayout(width: 88, labels: [], isColored: false)
        let hostile = "a\u{1B}[31m\u{202E}b"
        layout.headline(hostile)
        layout.place("/mnt/" + hostile, remark: hostile)
        layout.items("", [hostile], numbered: true)
        layout.block(hostile)
        layout.footer(hostile)
        #expect(layout.lines.allSatisfy { $0.contains("a\u{FFFD}[31m\u{FFFD}b") })
        #expect(!layout.text.unicodeScalars.contains { !$0.isVisible && $0 != "\n" })
    }
}
