import FileScanning
import FoundationEssentials
import ScanWire
import SensitiveContent
import Testing

/// Messages of OpenPGP are read where they are not encrypted.
@Suite struct PacketMessageTests {
    private static func packet(_ tag: Int, _ body: [UInt8]) -> [UInt8] {
        [UInt8(0x80 | tag << 2 | 2)] + bigEndian(body.count, 4) + body
    }

    /// One whose length is given in parts, of which all but the last have a power of two.
    private static func inParts(_ tag: Int, _ body: [UInt8]) -> [UInt8] {
        var bytes = [UInt8(0xC0 | tag)]
        var rest = body[...]
        while rest.count > 16 {
            bytes += [0xE4] + rest.prefix(16)
            rest = rest.dropFirst(16)
        }
        return bytes + [UInt8(rest.count)] + rest
    }

    private static func literal(_ text: String, name: String = "a.txt") -> [UInt8] {
        Array("b".utf8) + [UInt8(name.utf8.count)] + Array(name.utf8) + bigEndian(1_800_000_000, 4) + Array(text.utf8)
    }

    private static let onePass = [0x90, 0x0D, 3, 0, 8, 1] + [UInt8](repeating: 7, count: 8) + [1]
    private static let signature = packet(2, [4, 0, 1, 8] + [UInt8](repeating: 9, count: 60))
    private static let encrypted =
        packet(3, [4, 9, 3, 8] + [UInt8](repeating: 5, count: 9)) + packet(18, [1] + [UInt8](repeating: 3, count: 90))

    /// Ways to hold the same text: stored, signed, compressed, and cut into parts.
    static let messages: [[UInt8]] = {
        let text = literal(Canary.sentence(1))
        let signed = onePass + packet(11, text) + signature
        return [
            packet(11, text), signed, packet(8, [0] + signed), packet(8, [2] + storedZlib(signed)),
            packet(8, [1] + storedZlib(signed).dropFirst(2).dropLast(4)), inParts(8, [2] + storedZlib(signed)),
            [0xA3, 2] + storedZlib(inParts(11, text)), onePass + inParts(11, text) + signature,
        ]
    }()

    private static func armored(_ bytes: [UInt8], end: String = "\n") -> String {
        let letters = Data(bytes).base64EncodedString()
        let lines = stride(from: 0, to: letters.count, by: 64).map { letters.dropFirst($0).prefix(64) }
        let all = ["-----BEGIN PGP MESSAGE-----", "Comment: \(Canary.iban(2))", ""] + lines
        return (all + ["=abcd", "-----END PGP MESSAGE-----", ""]).joined(separator: end)
    }

    @Test(arguments: messages) func whatIsNotEncryptedIsRead(message: [UInt8]) async throws {
        for text in [armored(message), armored(message, end: "\r\n"), "Hello,\n\n\(armored(message))\nmore\n"] {
            let report = try await scanned(text, name: "a.asc")
            #expect(report.accounts == 2)
            #expect(report.state == .read, "\(report.gaps)")
            #expect(report.accountPlaces.map(\.passage.members) == [[], ["a.txt"]])
        }
        let after = try await scanned("\(armored(message))\(Canary.iban(3))\n", name: "a.asc")
        let lines = armored(message).split(separator: "\n", omittingEmptySubsequences: false).count
        #expect(after.accountPlaces.map(\.line).contains(lines))
        let mail = "From: a@example.org\nTo: b@example.org\nSubject: x\n\n\(armored(message))"
        let report = try await scanned(mail, name: "a.eml")
        #expect(report.accounts == 2)
        #expect(report.state == .read, "\(report.gaps)")
        // As a file, one that is compressed in no way looks like any other.
        guard message != Self.messages[2] else { return }
        let file = try await scanned(message, name: "a.gpg")
        #expect(file.kind == "openpgp")
        #expect(file.accounts == 1)
        #expect(file.state == .read, "\(file.gaps)")
    }

    private func armored(_ bytes: [UInt8], end: String = "\n") -> String { Self.armored(bytes, end: end) }

    @Test func whatIsEncryptedIsSaid() async throws {
        for report in [
            try await scanned(armored(Self.encrypted), name: "a.asc"),
            try await scanned(ZipArchive.of([("a.gpg", Self.encrypted)]), name: "a.zip"),
        ] { #expect(report.reasons == [.encrypted]) }
        let signed = try await scanned(armored(Self.messages[0] + Self.encrypted), name: "a.asc")
        #expect(signed.reasons == [.encrypted])
        #expect(signed.accounts == 2)
    }

    @Test func aMessageThatIsCutIsSaid() async throws {
        let message = Self.packet(11, Self.literal("\(Canary.sentence(1)) and more of it"))
        let cut = try await scanned(armored(Array(message.dropLast(5))), name: "a.asc")
        #expect(cut.reasons == [.damaged])
        #expect(cut.accounts == 2)
        let deep = (0..<20).reduce(message) { inner, _ in Self.packet(8, [0] + inner) }
        #expect(try await scanned(armored(deep), name: "a.asc").reasons == [.tooDeep])
    }

    /// Text in many letters begins with the same bytes.
    @Test(arguments: ["ˈbet is how it sounds", "Ëndrra e një nate", "Ёлка", "£5", "Žena"])
    func textIsNoMessage(text: String) async throws {
        let long = text + String(repeating: " and more", count: 40)
        #expect(try await scanned(long, name: "a.txt").kind == "text")
        let western = long.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        #expect(try await scanned(western, name: "a.txt").kind != "openpgp")
    }
}
