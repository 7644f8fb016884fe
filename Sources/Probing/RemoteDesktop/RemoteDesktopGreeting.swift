internal import StorageModel

/// The question how a Remote Desktop gateway wants to be spoken to (MS-RDPBCGR 2.2.1.1).
struct RemoteDesktopGreeting {
    /// An X.224 connection request in a TPKT frame (RFC 1006 section 6, ITU-T X.224 13.3, MS-RDPBCGR 2.2.1.1.1).
    ///
    /// It offers TLS and CredSSP, as today's clients do, and names no user.
    static let request: [UInt8] = [
        0x03, 0x00, 0x00, 0x13,  // TPKT: version 3, 19 bytes in all
        0x0E, 0xE0, 0x00, 0x00, 0x00, 0x00, 0x00,  // X.224: 14 bytes follow, connection request, no references, class 0
        0x01, 0x00, 0x08, 0x00, 0x0B, 0x00, 0x00, 0x00,  // RDP_NEG_REQ: TLS, CredSSP, early authorization
    ]

    private static let longest = 512

    /// Asks over an open connection.
    static func answer(
        over connection: borrowing Connection, until deadline: ContinuousClock.Instant
    ) async -> RemoteDesktopAnswer {
        let start = ContinuousClock.now
        let outcome = await outcome(over: connection, until: deadline)
        return RemoteDesktopAnswer(outcome: outcome, duration: .now - start)
    }

    private static func outcome(
        over connection: borrowing Connection, until deadline: ContinuousClock.Instant
    ) async -> RemoteDesktopAnswer.Outcome {
        var bytes: [UInt8] = []
        do {
            try await connection.write(request, until: deadline)
            while true {
                if let outcome = Self.outcome(of: bytes) { return outcome }
                let chunk = try await connection.read(atMost: longest, until: deadline)
                guard !chunk.isEmpty else { return bytes.isEmpty ? .closed : .notRDP }
                bytes += chunk
            }
        } catch {
            switch error {
            case .deadline, .cancelled: return .silent
            case .reset, .failed: return .closed
            }
        }
    }

    /// What the bytes that have arrived mean; nil when more are needed (MS-RDPBCGR 2.2.1.2).
    static func outcome(of bytes: [UInt8]) -> RemoteDesktopAnswer.Outcome? {
        guard let version = bytes.first else { return nil }
        guard version == 3 else { return .notRDP }
        guard bytes.count >= 4 else { return nil }
        let length = Int(bytes[2]) << 8 | Int(bytes[3])
        guard (11...longest).contains(length) else { return .notRDP }
        guard bytes.count >= length else { return nil }
        // X.224: the length of the rest, and a connection confirm.
        guard Int(bytes[4]) == length - 5, bytes[5] & 0xF0 == 0xD0 else { return .notRDP }
        // Without a negotiation the server knows RDP's own protection alone.
        guard length >= 19 else { return .answered(.standard) }
        guard bytes[13] == 8, bytes[14] == 0 else { return .notRDP }
        let value = bytes[15..<19].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        switch bytes[11] {
        case 2: return RemoteDesktopAnswer.Protection(rawValue: value).map { .answered($0) } ?? .notRDP
        case 3: return .refused(code: value)
        default: return .notRDP
        }
    }
}
