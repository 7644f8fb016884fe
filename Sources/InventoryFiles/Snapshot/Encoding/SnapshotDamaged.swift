/// Says that bytes are not a snapshot that this program wrote.
struct SnapshotDamaged: Error, Hashable, CustomStringConvertible {
    /// What is wrong with the bytes.
    enum Finding: Hashable {
        /// They end inside a value.
        case endsEarly
        /// More parts are announced than bytes are left.
        case countBeyondEnd
        /// A number has more bits than its type, or more bytes than it needs.
        case numberOutOfRange
        /// A number stands for no case or no value of its type.
        case unknownNumber
        /// A text is not UTF-8.
        case notUTF8
        /// A text is mentioned that is not in the table.
        case noSuchText
        /// A dictionary has a key twice.
        case repeatedKey
        /// Bytes follow the last value.
        case leftoverBytes
        /// The first bytes are not those of a snapshot.
        case foreign
        /// The digest is not that of the bytes.
        case wrongDigest
        /// The snapshot was written in another format, by another program version or of other sources.
        case wrongStamp
    }

    /// What is wrong.
    let finding: Finding
    /// How many bytes had been read when it was found.
    let position: Int

    /// What is wrong and where.
    var description: String {
        let what =
            switch finding {
            case .endsEarly: "the bytes end inside a value"
            case .countBeyondEnd: "more parts are announced than bytes are left"
            case .numberOutOfRange: "a number does not fit its type"
            case .unknownNumber: "a number stands for nothing"
            case .notUTF8: "a text is not UTF-8"
            case .noSuchText: "a text is mentioned that the table does not have"
            case .repeatedKey: "a dictionary has a key twice"
            case .leftoverBytes: "bytes follow the last value"
            case .foreign: "the first bytes are not those of a snapshot"
            case .wrongDigest: "the digest is not that of the bytes"
            case .wrongStamp: "it was written in another format, by another version or of other sources"
            }
        return "\(what) (at byte \(position))"
    }
}
