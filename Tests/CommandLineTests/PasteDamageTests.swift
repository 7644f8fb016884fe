import Diagnosis
import StorageModel
import TestKit
import Testing

@testable import wheretoshare

/// Pastes that are not as a script printed them: each is refused with words that say where, and none is guessed at.
@Suite struct PasteDamageTests {
    static let healthy = SampleScripts.sealed(
        SampleScripts.person() + SampleScripts.server("connected") + SampleScripts.campus)

    private func problem(_ paste: String) throws -> String {
        try problem(bytes: Array(paste.utf8))
    }

    private func problem(bytes: [UInt8]) throws -> String {
        do {
            let text = try PastedText(bytes, named: "mail.txt")
            guard let block = try PastedBlock(in: text, named: "mail.txt") else { return "no block" }
            _ = try PastedEvidence(block, named: "mail.txt") { _ in }
            return "no problem"
        } catch {
            #expect(error.next == PasteProblem.copyAgain && error.status == .unusable)
            return "\(error.what): \(error.why)"
        }
    }

    private func lines(_ change: (inout [Substring]) -> Void) -> String {
        var lines = Self.healthy.split(separator: "\n")
        change(&lines)
        return lines.joined(separator: "\n")
    }

    @Test func aWholePasteIsRead() throws {
        #expect(try problem(Self.healthy) == "no problem")
        #expect(try problem("WTS-BEGIN is what I do not see") == "no block")
    }

    @Test func nothingIsRefused() throws {
        #expect(try problem("") == "'mail.txt' is not what a script printed: it is empty")
        #expect(try problem(" \n\t\r\n\u{200B}\n") == "'mail.txt' is not what a script printed: it is empty")
    }

    @Test func whatIsTooLargeIsRefused() throws {
        let bytes = [UInt8](repeating: 0x61, count: PastedText.mostBytes + 1)
        #expect(
            try problem(bytes: bytes)
                == "'mail.txt' is not what a script printed: it is larger than 1 MiB, and what the script prints is a page or two"
        )
        let long = String(repeating: "\n", count: PastedText.mostLines)
        #expect(
            try problem(long)
                == "'mail.txt' is not what a script printed: it has more than 10000 lines, and the script prints a page or two"
        )
    }

    @Test func aPasteThatIsCutOffIsRefused() throws {
        #expect(
            try problem(lines { $0.removeLast(6) })
                == "'mail.txt' is cut off: it ends at line 14 without the last line of the script (WTS-END …)")
        #expect(
            try problem(lines { $0.removeFirst(3) })
                == "'mail.txt' lacks its beginning: there is the last line of a script (line 17), and no line WTS-BEGIN before it"
        )
    }

    @Test func aLineThatIsMissingIsMissed() throws {
        #expect(
            try problem(lines { $0.remove(at: 4) })
                == "line 5 of 'mail.txt' is not as the script printed it: it is number 05 of the script's lines, and number 4 should stand here"
        )
        #expect(
            try problem(lines { $0.remove(at: $0.count - 2) })
                == "'mail.txt' lacks lines: the script printed 18 lines, and 17 arrived")
    }

    @Test func aLineThatWasChangedIsFound() throws {
        #expect(
            try problem(Self.healthy.replacing("10.21.4.11 445 connected", with: "10.21.4.11 445 refused"))
                == "line 10 of 'mail.txt' is not as the script printed it: its check sum does not fit: something was cut off or changed on the way"
        )
        #expect(
            try problem(lines { $0.insert("Best regards", at: 1) })
                == "line 2 of 'mail.txt' is not as the script printed it: it belongs to no line of the script")
    }

    @Test func otherVersionsAndSystemsAreRefused() throws {
        #expect(
            try problem(Self.healthy.replacing("BEGIN 1", with: "BEGIN 2"))
                == "line 1 of 'mail.txt' is not as the script printed it: it is of version '2' of the script, and this program reads 1"
        )
        #expect(
            try problem(Self.healthy.replacing("BEGIN 1 windows", with: "BEGIN 1 amiga"))
                == "line 1 of 'mail.txt' is not as the script printed it: it does not name a system that there is a script for"
        )
    }

    static let facts: [(line: String, why: String)] = [
        ("time: yesterday", "'yesterday' is not a time such as 2026-11-26T08:00:00Z"),
        ("target:", "'target' needs a name"),
        ("logon: cloud", "'cloud' is not a kind of sign-in: computer, domain"),
        ("group: bioimaging", "a group stands where none are known"),
        ("place: x", "'place' needs a host"),
        (
            "place: x y maybe",
            "'maybe' is not an answer: found, no-address, no-answer, no-server, refused, server-failure, unknown-name, unreadable"
        ),
        ("address: y 10.0.0.1", "'y' was not introduced by a line 'place' before"),
        ("resolver: ten", "'ten' is not an address"),
        (
            "interface: en0 carrier-pigeon up",
            "'carrier-pigeon' is not a kind: encapsulated, ethernet, ipsec, loopback, mobile, other, ppp, tap, tun, wireguard, wireless"
        ),
        ("local: en0 10.0.0.1/8", "'en0' was not introduced by a line 'interface' before"),
        ("local: en0 10.0.0.1/99", "'10.0.0.1/99' is not an address with the length of its network"),
        ("route: 10.0.0.1 sideways", "'sideways' is not what a route can be"),
        ("hosts-line: -1 10.0.0.1 x", "'-1' is not a number"),
        ("firewall-rule: certain x", "a rule stands where none are known"),
        ("open-folder: soon", "'soon' is not an outcome"), ("open-folder: error 4294967296", "the number is too large"),
        ("tickets: known\nprincipal: anna", "'anna' is not an account with its realm"),
        ("client: signing=loud", "'signing=loud' is not a setting"),
        ("mount: spinning /x", "'spinning' is not a state: gone, hung, ok, unknown"),
        ("place: x y found ms=soon", "'ms=soon' is not a number of milliseconds"),
    ]

    @Test(arguments: facts.indices)
    func aFactThatCannotBeIsNamedWithItsLine(_ index: Int) throws {
        let (line, why) = Self.facts[index]
        let number = 1 + line.split(separator: "\n").count
        #expect(
            try problem(SampleScripts.sealed(line))
                == "line \(number) of 'mail.txt' is not as the script printed it: \(why)")
    }

    @Test func anUnknownKeyIsLeftOutWithARemark() throws {
        let text = try PastedText(
            Array(SampleScripts.sealed("target: x\nplace: x y found\nmoon: full\nmoon: new").utf8), named: "a")
        var remarks: [String] = []
        _ = try PastedEvidence(try #require(try PastedBlock(in: text, named: "a")), named: "a") { remarks.append($0) }
        #expect(remarks == ["line 4 of 'a': 'moon' is not known here and was left out"])
    }

    @Test func theLastOfSeveralBlocksCounts() throws {
        let other = SampleScripts.sealed("target: other\nplace: other y found")
        let text = try PastedText(Array((other + Self.healthy).utf8), named: "a")
        let block = try #require(try PastedBlock(in: text, named: "a"))
        #expect(block.others == 1)
        #expect(block.facts.first?.value == "istsmb3/bioimaging")
    }

    @Test func whatPowerShellWritesToAFileIsRead() throws {
        let units = Array(("\u{FEFF}" + Self.healthy).utf16)
        #expect(try problem(bytes: units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == "no problem")
        #expect(try problem(bytes: units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) == "no problem")
    }

    /// However a paste is damaged, it is refused or read; and what is read was printed by the script.
    @Test func noDamageIsTakenForTheTruth() throws {
        let original = Array(Self.healthy.utf8)
        let text = try PastedText(original, named: "a")
        let facts = try #require(try PastedBlock(in: text, named: "a")).facts
        let printed = Set(facts.map { "\($0.key): \($0.value)" })
        var dice = SeededGenerator(seed: 5)
        var refused = 0
        for _ in 0..<10_000 {
            var bytes = original
            for _ in 0...dice.below(4) {
                let place = dice.below(bytes.count)
                switch dice.below(5) {
                case 0: bytes[place] = UInt8(dice.below(256))
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(UInt8(dice.below(256)), at: place)
                case 3: bytes.removeSubrange(place..<min(bytes.count, place + dice.below(60)))
                default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + dice.below(60))], at: place)
                }
                if bytes.isEmpty { bytes = [10] }
            }
            do {
                let text = try PastedText(bytes, named: "a")
                guard let block = try PastedBlock(in: text, named: "a") else { continue }
                #expect(block.facts.allSatisfy { printed.contains("\($0.key): \($0.value)") })
                _ = try PastedEvidence(block, named: "a") { _ in }
            } catch {
                refused += 1
            }
        }
        #expect(refused > 5_000)
    }
}
