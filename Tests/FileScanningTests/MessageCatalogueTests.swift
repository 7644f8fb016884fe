import FileScanning
import ScanWire
import SensitiveContent
import StorageModel
import TestKit
import Testing

/// What a program says in other languages is said of nobody.
@Suite struct MessageCatalogueTests {
    /// Messages and their translations, as `msgfmt` writes them, with bytes behind them.
    static func compiled(_ messages: [(String, [UInt8])], isBig: Bool = false, rest: String = "") -> [UInt8] {
        func number(_ value: Int) -> [UInt8] { isBig ? littleEndian(value, 4).reversed() : littleEndian(value, 4) }
        var texts: [UInt8] = []
        var tables: [[UInt8]] = [[], []]
        let start = 28 + messages.count * 16
        for index in 0...1 {
            for message in messages {
                let text = index == 0 ? Array(message.0.utf8) : message.1
                tables[index] += number(text.count) + number(start + texts.count)
                texts += text + [0]
            }
        }
        let head = [0x9504_12DE, 0, messages.count, 28, 28 + messages.count * 8, 0, 28].flatMap(number)
        return head + tables[0] + tables[1] + texts + Array(rest.utf8)
    }

    static let messages: [(String, [UInt8])] = [
        ("", Array("Content-Type: text/plain; charset=ISO-8859-1\n".utf8)),
        ("Confidential", Array("Vertraulich".utf8)),
        ("STRICTLY CONFIDENTIAL", Array("STRENG VERTRAULICH".utf8)),
        ("one\0many", Array("Pr".utf8) + [0xFC] + Array("fung\0\(Canary.iban(1))".utf8)),
    ]

    @Test(arguments: [false, true])
    func aMessageOfAProgramIsNoMarking(isBig: Bool) async throws {
        let report = try await scanned(Self.compiled(Self.messages, isBig: isBig), name: "program.mo")
        #expect(report.kind == "gettext")
        #expect(report.state == .read, "\(report.gaps)")
        let markings = report.findings.filter { $0.detector == "confidentiality-marking" }
        #expect(markings.allSatisfy { $0.confidence == .topic })
        #expect(report.accounts == 1)
    }

    @Test func itsSourceIsNoneEither() async throws {
        let text = "msgid \"Confidential\"\nmsgstr \"VERTRAULICH\"\n\nmsgid \"a\"\nmsgstr \"\(Canary.iban(1))\"\n"
        for name in ["de.po", "program.pot"] {
            let report = try await scanned(text, name: name)
            #expect(report.findings.filter { $0.confidence >= .likely }.map(\.detector) == ["iban"])
        }
    }

    @Test func whatBelongsToNoMessageIsRead() async throws {
        let bytes = Self.compiled(Self.messages, rest: "behind \(Canary.iban(2)) it\0")
        #expect(try await scanned(bytes, name: "program.mo").accounts == 2)
    }

    @Test func aDamagedOneIsReadAsBytes() async throws {
        let whole = Self.compiled(Self.messages)
        let report = try await scanned(Array(whole.prefix(whole.count - 2)), name: "program.mo")
        #expect(report.reasons == [.damaged])
        #expect(report.findings.allSatisfy { $0.detector != "confidentiality-marking" || $0.confidence == .topic })
        // One that claims the same text for each of many messages.
        let traps = Self.compiled(Array(repeating: ("", []), count: 2000))
        let claimed = (0..<4000).flatMap { _ in littleEndian(20_000, 4) + littleEndian(0, 4) }
        let trap = Array(traps.prefix(28)) + claimed + traps.dropFirst(28 + claimed.count)
        #expect(try await scanned(trap, name: "trap.mo").reasons == [.damaged])
    }
}
