import ArgumentParser
import FoundationEssentials
import InventedDocuments

/// Writes documents of people who do not exist, and what is in them.
struct InventCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invent",
        abstract: "Write invented documents into a folder, and what they hold into truth.jsonl.",
        discussion: """
            Each line of truth.jsonl names a file, its kind and language, and its particulars: the detector that should \
            find each, and where it stands in bytes.
            """)

    @Argument(help: "A folder, which is made.") var folder: String
    @Option(help: "Documents per kind and language.") var count = 50
    @Option(help: "Follow from this number; else from a new one.") var seed: UInt64 = .random(in: 0...999_999)

    func run() throws {
        print("seed \(seed)")
        var dice = Dice(seed: seed)
        var truth = ""
        try FileManager.default.createDirectory(atPath: "\(folder)/documents", withIntermediateDirectories: true)
        for language in Tongue.allCases {
            for profile in InventedDocument.Profile.allCases {
                for number in 1...count {
                    let document = InventedDocument.make(profile, language, &dice)
                    let suffix = document.separator == nil ? "txt" : document.separator == 0x09 ? "tsv" : "csv"
                    let name = "\(profile.rawValue)-\(language.rawValue)-\(number).\(suffix)"
                    truth += try write(document.content, as: name, kind: profile.rawValue, language)
                }
            }
            for kind in NumberKind.all {
                for number in 1...max(1, count / 4) {
                    let name =
                        "note-\(kind.name.filter { $0.isLetter || $0.isNumber })-\(language.rawValue)-\(number).txt"
                    truth += try write(.note(about: kind, language, &dice), as: name, kind: "note", language)
                }
            }
        }
        try truth.write(toFile: "\(folder)/truth.jsonl", atomically: false, encoding: .utf8)
    }

    /// Writes a document, and answers its line of the truth.
    private func write(_ content: MarkedText, as name: String, kind: String, _ language: Tongue) throws -> String {
        try content.text.write(toFile: "\(folder)/documents/\(name)", atomically: false, encoding: .utf8)
        let marks = content.marks.map {
            "{\"detector\":\"\($0.detector)\",\"start\":\($0.start),\"end\":\($0.end)}"
        }
        return "{\"file\":\"\(name)\",\"kind\":\"\(kind)\",\"language\":\"\(language.rawValue)\","
            + "\"particulars\":[\(marks.joined(separator: ","))]}\n"
    }
}
