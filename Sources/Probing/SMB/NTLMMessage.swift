/// What the messages of NTLM have in common (MS-NLMP 2.2.1).
enum NTLMMessage {
    static let signature = Array("NTLMSSP".utf8) + [0]

    /// NTLMSSP_NEGOTIATE flags (MS-NLMP 2.2.2.5).
    enum Flag {
        static let unicode: UInt32 = 0x0000_0001
        static let requestTarget: UInt32 = 0x0000_0004
        static let ntlm: UInt32 = 0x0000_0200
        static let alwaysSign: UInt32 = 0x0000_8000
        static let extendedSessionSecurity: UInt32 = 0x0008_0000
        static let targetInformation: UInt32 = 0x0080_0000
        static let version: UInt32 = 0x0200_0000
        static let key128: UInt32 = 0x2000_0000
        static let key56: UInt32 = 0x8000_0000
    }

    /// The first message, which names neither a user nor a workstation (MS-NLMP 2.2.1.1).
    static var negotiate: [UInt8] {
        var bytes = signature
        bytes.append(littleEndian: UInt32(1))
        bytes.append(
            littleEndian: Flag.unicode | Flag.requestTarget | Flag.ntlm | Flag.alwaysSign
                | Flag.extendedSessionSecurity | Flag.version | Flag.key128 | Flag.key56)
        bytes.append(contentsOf: repeatElement(0, count: 16))  // no domain, no workstation
        // Servers tell their version only to those who tell theirs; they make no other use of it (MS-NLMP 2.2.2.10).
        bytes += [10, 0, 0, 0, 0, 0, 0, 15]
        return bytes
    }
}
