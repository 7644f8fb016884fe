import Foundation

/// The most memory that each process of a run held at once, by the kernel's own account.
struct PeakMemory {
    /// In megabytes, by the program's name.
    private(set) var megabytes: [String: Double] = [:]

    /// Looks at a process and all that it started.
    mutating func look(at pid: pid_t) {
        if let (name, peak) = Self.peak(of: pid) { megabytes[name] = max(megabytes[name] ?? 0, peak) }
        let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task")) ?? []
        for task in tasks {
            let children = (try? String(contentsOfFile: "/proc/\(pid)/task/\(task)/children", encoding: .utf8)) ?? ""
            for child in children.split(separator: " ").compactMap({ pid_t($0) }) { look(at: child) }
        }
    }

    private static func peak(of pid: pid_t) -> (name: String, megabytes: Double)? {
        guard let text = try? String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8),
            let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(pid)/exe")
        else { return nil }
        let line = text.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        guard let kilobytes = line?.split(separator: " ").compactMap({ Double($0) }).first else { return nil }
        return (target.split(separator: "/").last.map(String.init) ?? target, kilobytes / 1_000)
    }
}
