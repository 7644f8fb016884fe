/// Finds errors in what people paste: numbers of Windows and macOS, and the words that their dialogs have for them.
public enum ReportedMessages {
    /// The errors that a line tells of, numbers first; each once.
    ///
    /// Numbers that no table knows are not errors, since a line may hold any number. Small and capital letters are alike.
    /// - Parameter line: One line, with plain quotes and hyphens.
    /// - Returns: What each error may mean; empty when there is none.
    public static func errors(in line: String) -> [ReportedError] {
        let line = line.lowercased()
        var found: [ReportedError] = []
        for error in numbers(in: line) + words(in: line) where !found.contains(error) { found.append(error) }
        return found
    }

    /// Words after which a number is an error's.
    private static let announcements: Set<String> = [
        "error", "errors", "fehler", "systemfehler", "fehlercode", "fehlernummer", "errorcode", "errno",
    ]
    /// Words that may stand between.
    private static let fillers: Set<String> = ["code", "number", "nr", "nummer", "no", "id"]

    private static func numbers(in line: String) -> [ReportedError] {
        let words = line.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")) }.map { String($0) }
        var found: [ReportedError] = []
        for (place, word) in words.enumerated() {
            if word.hasPrefix("0x"), word.utf8.count == 10, let status = UInt32(word.dropFirst(2), radix: 16) {
                if let error = WindowsError.status(status) { found.append(error) }
                continue
            }
            guard announcements.contains(word) else { continue }
            let rest = words[(place + 1)...].drop { fillers.contains($0) }
            guard let number = rest.first.flatMap({ Int32($0) }) else { continue }
            if let error = number < 0 ? MacMessage.numbers[number] : WindowsError.named(UInt32(number)) {
                found.append(error)
            }
        }
        return found
    }

    private static func words(in line: String) -> [ReportedError] {
        let windows = WindowsError.sentences.first { line.contains($0.sentence) }
        if let error = windows.flatMap({ WindowsError.named($0.number) }) { return [error] }
        return MacMessage.all.first { line.contains($0.sentence) }.map { [$0.error] } ?? []
    }
}
