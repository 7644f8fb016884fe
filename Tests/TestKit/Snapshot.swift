import FoundationEssentials
public import Testing

/// Compares what a program did with the recorded exit status, standard output and standard error.
///
/// The record is `Tests/CommandLineTests/Snapshots/NAME.txt`. `RECORD_SNAPSHOTS=1` writes it anew, and lets the test
/// fail with "Recorded", so that nobody takes a recording for a comparison.
/// - Parameters:
///   - name: The record's name, without `.txt`.
///   - actual: What the program did.
///   - replacements: Text that differs from run to run, such as a temporary folder's path, and what stands for it.
///   - sourceLocation: Where a difference is reported.
public func expectSnapshot(
    named name: String,
    actual: ProgramRun,
    replacing replacements: KeyValuePairs<String, String> = [:],
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let file = SnapshotFile(path: "\(repositoryRoot)/Tests/CommandLineTests/Snapshots/\(name).txt")
    let text = snapshotText(actual, replacing: replacements)
    let complaint =
        environmentValue("RECORD_SNAPSHOTS") == "1" ? file.record(text) : file.compare(text)
    if let complaint { Issue.record(Comment(rawValue: complaint), sourceLocation: sourceLocation) }
}

/// The text of a record: a line on the ending, then both streams under their names.
public func snapshotText(_ run: ProgramRun, replacing replacements: KeyValuePairs<String, String> = [:]) -> String {
    func section(_ title: String, _ text: String) -> String {
        var shown = text
        for (old, new) in replacements {
            shown = shown.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
        }
        shown = visibleControls(shown)
        if !shown.isEmpty && !shown.hasSuffix("\n") { shown += "⟨no newline at the end⟩\n" }
        return "──── \(title)\n\(shown)"
    }
    return "\(run.ending)\n" + section("stdout", run.stdout) + section("stderr", run.stderr)
}

/// Escape sequences and other control characters as pictures, so that a record can be read and reviewed.
private func visibleControls(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        let isControl = scalar.value < 0x20 && scalar != "\n" && scalar != "\t"
        shown.append(isControl ? Unicode.Scalar(0x2400 + scalar.value) ?? scalar : scalar)
    }
    return String(shown)
}

/// A record on disk.
public struct SnapshotFile: Sendable {
    /// Where it lies.
    public let path: String

    /// A record at a path.
    public init(path: String) {
        self.path = path
    }

    /// What is to be said when the record does not hold this text; nil when it does.
    public func compare(_ actual: String) -> String? {
        guard let expected = try? String(contentsOfFile: path, encoding: .utf8) else {
            return """
                there is no snapshot '\(path)' yet
                  next: read what the program said, and if it is right record it: RECORD_SNAPSHOTS=1 make test
                \(actual)
                """
        }
        guard expected != actual else { return nil }
        return """
            the program did not do what snapshot '\(path)' says (- recorded, + now)
              next: mend the program, or record what it does now: RECORD_SNAPSHOTS=1 make test
            \(lineDifference(from: expected, to: actual))
            """
    }

    /// Writes the text, and always says so: a run that records has compared nothing.
    public func record(_ actual: String) -> String? {
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        do {
            try FileManager.default.createDirectory(atPath: "/\(folder)", withIntermediateDirectories: true)
            try Data(actual.utf8).write(to: URL(filePath: path))
            return "Recorded '\(path)'; run the tests again without RECORD_SNAPSHOTS"
        } catch {
            return "'\(path)' could not be written: \(error)"
        }
    }
}

/// Both texts line by line: those only the first has with a minus, those only the second has with a plus.
func lineDifference(from old: String, to new: String) -> String {
    let oldLines = old.split(separator: "\n", omittingEmptySubsequences: false)
    let newLines = new.split(separator: "\n", omittingEmptySubsequences: false)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in newLines.difference(from: oldLines) {
        switch change {
        case .remove(let offset, _, _): removed.insert(offset)
        case .insert(let offset, _, _): inserted.insert(offset)
        }
    }
    var shown: [String] = []
    var newIndex = 0
    for (oldIndex, line) in oldLines.enumerated() {
        if removed.contains(oldIndex) {
            shown.append("- \(line)")
            continue
        }
        while inserted.contains(newIndex) {
            shown.append("+ \(newLines[newIndex])")
            newIndex += 1
        }
        shown.append("  \(line)")
        newIndex += 1
    }
    shown += newLines[newIndex...].map { "+ \($0)" }
    return shown.joined(separator: "\n")
}
