/// The list of a server's names and other attributes in an NTLM challenge (MS-NLMP 2.2.2.1).
struct AttributePairs {
    /// What a pair holds.
    enum Attribute: UInt16 {
        case netBIOSComputerName = 1
        case netBIOSDomainName = 2
        case dnsComputerName = 3
        case dnsDomainName = 4
        case dnsForestName = 5
        case timestamp = 7
    }

    private var values: [Attribute: ArraySlice<UInt8>] = [:]

    /// Reads pairs up to the end mark; an empty list needs none.
    ///
    /// Attributes that are not known here are passed over. One that comes twice is an error: which of two names would
    /// be the server's?
    init(parsing list: WireBytes) throws(SMBReplyError) {
        guard list.count > 0 else { return }
        var position = 0
        while true {
            let number: UInt16 = try list.integer(at: position, of: .targetNames)
            let length = Int(try list.integer(at: position + 2, of: .targetNames, as: UInt16.self))
            if number == 0 { return }
            let value = try list.slice(at: position + 4, count: length, of: .targetNames)
            position += 4 + length
            guard let attribute = Attribute(rawValue: number) else { continue }
            guard values.updateValue(value, forKey: attribute) == nil else { throw .unexpected(.targetNames) }
        }
    }

    /// The text of an attribute; nil when it is missing or empty.
    func text(_ attribute: Attribute) throws(SMBReplyError) -> String? {
        guard let value = values[attribute], !value.isEmpty else { return nil }
        return try Challenge.text(value, .targetNames)
    }

    /// The server's clock; nil when it is missing.
    var timestamp: FileTime? {
        get throws(SMBReplyError) {
            guard let value = values[.timestamp] else { return nil }
            guard value.count == 8 else { throw .unexpected(.targetNames) }
            return FileTime(nonzero: try WireBytes(value).integer(at: 0, of: .targetNames))
        }
    }
}
