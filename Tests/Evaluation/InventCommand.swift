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
        for profile in InventedDocument.Profile.allCases {
            for language in Tongue.allCases {
                for number in 1...count {
                    let document = InventedDocument.make(profile, language, &dice)
                    let suffix = document.separator == nil ? "txt" : document.separator == 0x09 ? "tsv" : "csv"
                    let name = "\(profile.rawValue)-\(language.rawValue)-\(number).\(suffix)"
                    try document.content.text.write(
                        toFile: "\(folder)/documents/\(name)", atomically: false, encoding: .utf8)
                    truth += line(name, document) + "\n"
                }
            }
        }
        try truth.write(toFile: "\(folder)/truth.jsonl", atomically: false, encoding: .utf8)
    }

    private func line(_ name: String, _ document: InventedDocument) -> String {
        let marks = document.content.marks.map {
            "{\"detector\":\"\($0.detector)\",\"start\":\($0.start),\"end\":\($0.end)}"
        }
        return
            "{\"file\":\"\(name)\",\"kind\":\"\(document.profile.rawValue)\",\"language\":\"\(document.language.rawValue)\","
            + "\"particulars\":[\(marks.joined(separator: ","))]}"
    }
}
