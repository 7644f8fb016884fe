/// What the service manager (systemd) tells of the mounts that it made, or did not make.
public struct MountUnits: Hashable, Sendable {
    /// The results of units that did not succeed, such as `exit-code` or `timeout`, by the folder of the mount.
    public let failures: [HostPath: String]

    /// Puts the parts together.
    public init(failures: [HostPath: String] = [:]) { self.failures = failures }

    /// Asks about the mounts of some folders; nothing is known where there is no service manager, or it does not answer.
    public static func current(at points: [HostPath], until deadline: ContinuousClock.Instant) -> MountUnits {
        // Names of a unit are at most 255 bytes, and a command line has its limits.
        let units = points.prefix(256).map { ($0, unit(for: $0)) }.filter { $0.1.utf8.count < 256 }
        guard !units.isEmpty, let program = try? SystemProgram(named: "systemctl"),
            let ending = try? program.run(
                ["show", "--property=Id,Result,ActiveState", "--"] + units.map(\.1), until: deadline),
            ending.status == 0
        else { return MountUnits() }
        return MountUnits(parsing: ending.output, of: units)
    }

    /// Reads what `systemctl show` wrote: a block for each unit, with an empty line between two.
    init(parsing output: [UInt8], of units: [(point: HostPath, unit: String)]) {
        let points = Dictionary(units.map { ($0.unit, $0.point) }, uniquingKeysWith: { first, _ in first })
        var failures: [HostPath: String] = [:]
        var block: [Substring: Substring] = [:]
        for line in String(decoding: output, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
            if let mark = line.firstIndex(of: "=") {
                block[line[..<mark]] = line[line.index(after: mark)...]
                continue
            }
            guard line.isEmpty else { continue }
            if let id = block["Id"], let point = points[String(id)], let result = block["Result"], result != "success",
                block["ActiveState"] != "active", !result.isEmpty
            {
                failures[point] = String(result.prefix(64))
            }
            block = [:]
        }
        self.failures = failures
    }

    /// The name of the unit that mounts a folder (systemd.unit(5), "String escaping for inclusion in unit names").
    static func unit(for point: HostPath) -> String {
        let names = point.components
        guard !names.isEmpty else { return "-.mount" }
        var text = ""
        for (place, byte) in names.joined(separator: [UInt8(ascii: "/")]).enumerated() {
            switch byte {
            case UInt8(ascii: "/"): text += "-"
            case UInt8(ascii: ".") where place == 0: text += "\\x2e"
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ":"), UInt8(ascii: "_"), UInt8(ascii: "."):
                text.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16)
                text += "\\x" + (digits.utf8.count < 2 ? "0" : "") + digits
            }
        }
        return text + ".mount"
    }
}
