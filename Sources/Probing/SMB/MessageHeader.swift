internal import StorageModel

/// The header of an SMB2 message, in its form for one connection without asynchronous answers (MS-SMB2 2.2.1.2).
struct MessageHeader {
    /// What a message asks or answers (MS-SMB2 2.2.1.2, Command).
    enum Command: UInt16 {
        case negotiate = 0
        case sessionSetup = 1
    }

    static let length = 64
    static let smb2Mark: [UInt8] = [0xFE] + Array("SMB".utf8)
    static let smb1Mark: [UInt8] = [0xFF] + Array("SMB".utf8)

    /// SMB2_FLAGS_SERVER_TO_REDIR: the message is an answer.
    private static let answerFlag: UInt32 = 1

    let status: NTStatus

    /// Reads the header of the answer to `command`.
    ///
    /// Messages are numbered from 0, and this connection sends each command once and in order, so that the number
    /// follows from the command.
    init(parsing message: WireBytes, answering command: Command) throws(SMBReplyError) {
        guard message.starts(with: Self.smb2Mark) else { throw Self.foreign(message) }
        guard message.count >= Self.length else { throw .cutShort(.header) }
        guard try message.integer(at: 4, of: .header, as: UInt16.self) == Self.length else {
            throw .unexpected(.header)
        }
        status = NTStatus(rawValue: try message.integer(at: 8, of: .header))
        let flags: UInt32 = try message.integer(at: 16, of: .header)
        guard
            flags & Self.answerFlag != 0,
            try message.integer(at: 12, of: .header, as: UInt16.self) == command.rawValue,
            try message.integer(at: 24, of: .header, as: UInt64.self) == UInt64(command.rawValue)
        else { throw .unexpected(.answeredRequest) }
    }

    /// The header of a request, with no session, tree or signature.
    static func request(_ command: Command) -> [UInt8] {
        var bytes = smb2Mark
        bytes.append(littleEndian: UInt16(length))
        bytes.append(littleEndian: UInt16(0))  // credit charge: reserved in SMB 2.0.2, and 0 is allowed in all others
        bytes.append(littleEndian: UInt32(0))  // status or channel
        bytes.append(littleEndian: command.rawValue)
        bytes.append(littleEndian: UInt16(1))  // credits asked for: one for the message that may follow
        bytes.append(littleEndian: UInt32(0))  // flags
        bytes.append(littleEndian: UInt32(0))  // next command
        bytes.append(littleEndian: UInt64(command.rawValue))
        bytes.append(contentsOf: repeatElement(0, count: length - bytes.count))
        return bytes
    }

    /// What a message is that does not begin like one of SMB2.
    private static func foreign(_ message: WireBytes) -> SMBReplyError {
        guard message.count >= 4 else { return .cutShort(.header) }
        if message.starts(with: smb1Mark) { return smb1(message) }
        // Compressed or encrypted: marks of SMB 3, but nothing was agreed yet that would allow either.
        if message.starts(with: [0xFC] + smb1Mark.dropFirst()) || message.starts(with: [0xFD] + smb1Mark.dropFirst()) {
            return .unexpected(.header)
        }
        return .notSMB(OtherService(opening: message.all))
    }

    /// What an answer in SMB 1 says: header of 32 bytes, number of words, index of the dialect (MS-CIFS 2.2.4.52.2).
    private static func smb1(_ message: WireBytes) -> SMBReplyError {
        let negotiate: UInt8 = 0x72
        let replyFlag: UInt8 = 0x80
        do {
            guard
                try message.integer(at: 4, of: .header, as: UInt8.self) == negotiate,
                try message.integer(at: 9, of: .header, as: UInt8.self) & replyFlag != 0
            else { return .unexpected(.answeredRequest) }
            let words: UInt8 = try message.integer(at: 32, of: .body)
            guard words > 0 else { return .smb1Only }
            return try message.integer(at: 33, of: .body, as: UInt16.self) == .max ? .noCommonDialect : .smb1Only
        } catch {
            return error
        }
    }
}
