/// What should be mounted where: the lines of a table of file systems (fstab(5)).
public struct MountPlan: Hashable, Sendable {
    /// One line that can be used.
    public struct Entry: Hashable, Sendable {
        /// The number of the line, from 1.
        public let line: Int
        /// What is to be mounted.
        public let source: String
        /// Where it is to be seen; `none` or `swap` for what is not seen anywhere.
        public let point: HostPath
        /// The type of the file system, or several with commas between them.
        public let type: String
        /// The options, in order.
        public let options: [String]

        /// The value of the last option of that name, which is the one that counts; empty for an option without one.
        public func value(of name: String) -> String? {
            options.last { $0 == name || $0.hasPrefix("\(name)=") }.map { String($0.dropFirst(name.count + 1)) }
        }

        /// The place on a file server that would be seen; nil for other file systems.
        public var networkSource: NetworkSource? {
            switch type {
            case "cifs", "smb3": NetworkSource(smbSource: source)
            case "nfs", "nfs4": NetworkSource(nfsSource: source)
            default: nil
            }
        }
    }

    /// One line that cannot be used, so that what it asks for is silently not mounted.
    public struct Problem: Hashable, Sendable {
        /// What is wrong with a line.
        public enum Reason: String, Hashable, Sendable {
            /// It ends before the type.
            case tooFewFields
            /// There are more than six fields, mostly because of a blank in a name.
            case tooManyFields
            /// The second field is no path, mostly because of a blank in the first.
            case pointIsNoPath
            /// The fifth or the sixth field is no number, mostly because of a blank in the options.
            case countIsNoNumber
        }

        /// The number of the line, from 1.
        public let line: Int
        /// What is wrong with it.
        public let reason: Reason
        /// Whether the line speaks of a file server.
        public let isAboutServer: Bool
    }

    /// Where the table is.
    public static let systemPath = HostPath("/etc/fstab")

    /// What can be used, in the order of the lines.
    public let entries: [Entry]

    /// What cannot.
    public let problems: [Problem]

    private static let sizeLimit = 4 << 20
    private static let serverTypes: Set = ["cifs", "smb3", "nfs", "nfs4"]

    /// Reads the text of a table; comments and empty lines are passed over, and a line that cannot be used is noted.
    public init(parsing text: some Sequence<UInt8>) {
        var entries: [Entry] = []
        var problems: [Problem] = []
        let lines = Array(text).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let fields = Self.fields(of: line)
            guard !fields.isEmpty else { continue }
            if let reason = Self.problem(with: fields) {
                let isAboutServer =
                    fields[0].starts(with: "//".utf8)
                    || fields.contains { Self.serverTypes.contains(String(decoding: $0, as: UTF8.self)) }
                problems.append(Problem(line: index + 1, reason: reason, isAboutServer: isAboutServer))
            } else {
                let options = fields.count > 3 ? String(decoding: fields[3], as: UTF8.self) : "defaults"
                entries.append(
                    Entry(
                        line: index + 1, source: String(decoding: fields[0], as: UTF8.self),
                        point: HostPath(bytes: fields[1]).withoutTrailingSlashes,
                        type: String(decoding: fields[2], as: UTF8.self),
                        options: options.split(separator: ",").map { String($0) }))
            }
        }
        self.entries = entries
        self.problems = problems
    }

    /// Reads the table of a path; nil when there is none.
    public static func read(_ path: HostPath = systemPath) throws(MountPlanError) -> MountPlan? {
        do {
            return MountPlan(parsing: try BoundedFile.read(path, limit: sizeLimit))
        } catch .system(let number) where number.name == "ENOENT" {
            return nil
        } catch {
            throw MountPlanError(path: path, failure: error)
        }
    }

    /// The fields of a line without their escapes; none for a comment.
    private static func fields(of line: ArraySlice<UInt8>) -> [[UInt8]] {
        let blanks: Set = [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r")]
        var fields: [[UInt8]] = []
        for field in line.split(whereSeparator: blanks.contains) {
            if field.first == UInt8(ascii: "#"), fields.isEmpty || fields.count >= 4 { break }
            fields.append(MountLine.unescaped(field))
        }
        return fields
    }

    private static func problem(with fields: [[UInt8]]) -> Problem.Reason? {
        guard fields.count >= 3 else { return .tooFewFields }
        let isNowhere = fields[1].elementsEqual("none".utf8) || fields[1].elementsEqual("swap".utf8)
        guard fields[1].first == HostPath.slash || isNowhere else { return .pointIsNoPath }
        guard fields.count <= 6 else { return .tooManyFields }
        let areNumbers = fields.dropFirst(4).allSatisfy { $0.allSatisfy { (0x30...0x39).contains($0) } }
        return areNumbers ? nil : .countIsNoNumber
    }
}
