internal import ScanWire

/// Text without the OpenPGP messages that stand in it as lines of letters, which it keeps (RFC 9580 section 6.2).
final class ArmoredMessages: LineStream {
    private enum Place { case text, fields, letters }

    private var place = Place.text
    private var letters: [UInt8] = []
    private var held = 0
    private(set) var messages: [[UInt8]] = []
    /// Whether there were more than are held.
    private(set) var hasMore = false

    private static let beginning = Array("-----BEGIN PGP MESSAGE-----".utf8)
    private static let end = Array("-----END PGP".utf8)
    private static let longestLine = 1 << 20
    private static let mostHeld = 128 << 20

    init(_ rest: ByteStream) {
        super.init(rest, longestLine: Self.longestLine)
    }

    /// Whether a message begins in the beginning of a text.
    static func begin(in head: [UInt8]) -> Bool { head.place(of: beginning, from: 0) != nil }

    override func take(_ line: ArraySlice<UInt8>, _ output: inout [UInt8]) {
        switch place {
        case .letters where line.starts(with: Self.end): finish(&output)
        case .letters: keep(line)
        case .fields where !line.contains { $0 > 0x20 }: place = .letters
        case .text where line.starts(with: Self.beginning): place = .fields
        // Who made the message, and remarks.
        case .fields, .text: output += line
        }
        // The lines behind it keep their numbers.
        output.append(0x0A)
    }

    /// Keeps the message that was read, which may have lost its last line.
    override func finish(_ output: inout [UInt8]) {
        if !letters.isEmpty { messages.append(MailCoding.base64(letters)) }
        letters = []
        place = .text
    }

    private func keep(_ line: ArraySlice<UInt8>) {
        // What begins like this is a check sum.
        guard line.first != UInt8(ascii: "=") else { return }
        held += line.count
        if held <= Self.mostHeld { letters += line } else { hasMore = true }
    }
}

extension ArmoredMessages {
    /// Reads the text, and the messages in it as documents of their own.
    static func read(_ stream: ByteStream, label: String? = nil, to desk: Desk) throws(Obstacle) {
        let text = ArmoredMessages(stream)
        try PlainText.readWithFiles(text, label: label, to: desk)
        if text.hasMore { desk.miss(.tooLarge) }
        for message in text.messages {
            desk.attempt { () throws(Obstacle) in try PacketMessage.read(message, to: desk) }
        }
    }
}
