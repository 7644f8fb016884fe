import FoundationEssentials
import SensitiveContent
import TestKit
import Yams

/// The examples and counter-examples of a detector, from the file beside its code.
struct ExampleFile: Decodable {
    var id: String
    var tag: String
    var source: String
    var levels: [String: String]
    var examples: [Example]
    var counterExamples: [CounterExample]

    enum CodingKeys: String, CodingKey {
        case id, tag, source, levels, examples
        case counterExamples = "counter-examples"
    }

    struct Example: Decodable {
        var text: String
        var expect: String
        var lang: String
        var form: String?
        var times: Int?
    }

    struct CounterExample: Decodable {
        var text: String
        var atMost: String
        var because: String
        var form: String?
        var times: Int?

        enum CodingKeys: String, CodingKey {
            case text, because, form, times
            case atMost = "at-most"
        }
    }

    /// All files, by name.
    static let all: [String: ExampleFile] = {
        let folder = repositoryRoot + "/Sources/SensitiveContent/Detectors/Examples"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        var files: [String: ExampleFile] = [:]
        for name in names where name.hasSuffix(".yaml") {
            do {
                let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
                files[String(name.dropLast(5))] = try YAMLDecoder().decode(ExampleFile.self, from: text)
            } catch {
                print("\(name): \(error)")
            }
        }
        return files
    }()
}

/// The form that an example's words stand for: `table:;`, `key:path`, `code`, `mail`, or prose.
func passageForm(_ words: String?) -> Passage.Form {
    guard let words else { return .prose }
    if words.hasPrefix("table:"), let last = words.utf8.last {
        return .table(separator: words.hasSuffix("tab") ? 0x09 : last)
    }
    if words.hasPrefix("key:") { return .keyed(path: String(words.dropFirst(4))) }
    return words == "code" ? .sourceCode : words == "mail" ? .mailHeader : .prose
}
