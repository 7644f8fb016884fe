import FoundationEssentials
import TestKit

/// What a `Package.swift` says, as the package manager understands it.
struct Manifest: Decodable {
    /// A target and how it is compiled.
    struct Target: Decodable {
        let name: String
        let type: String
        let settings: [Setting]
        let dependencies: [Dependency]
    }

    /// One build setting, such as `enableUpcomingFeature(ExistentialAny)`.
    struct Setting: Decodable {
        let tool: String
        let kind: [String: Argument]

        struct Argument: Decodable {
            let value: String?

            enum CodingKeys: String, CodingKey {
                case value = "_0"
            }

            init(from decoder: any Decoder) throws {
                let values = try decoder.container(keyedBy: CodingKeys.self)
                // Some settings have a list of words instead of one.
                if let words = try? values.decode([String].self, forKey: .value) {
                    value = words.joined(separator: " ")
                } else {
                    value = try values.decodeIfPresent(String.self, forKey: .value)
                }
            }
        }

        var spelling: String {
            kind.map { name, argument in argument.value.map { "\(name)(\($0))" } ?? name }.sorted().joined()
        }
    }

    /// Something that a target depends on; only the kind and the first name matter here.
    struct Dependency: Decodable {
        let kind: String
        let name: String

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: AnyKey.self)
            guard let key = values.allKeys.first else {
                throw TestKitError("a dependency in the package's description has no kind")
            }
            var parts = try values.nestedUnkeyedContainer(forKey: key)
            kind = key.stringValue
            name = try parts.decode(String.self)
        }
    }

    struct AnyKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    let targets: [Target]
    let swiftLanguageVersions: [String]?

    /// The products of other packages that any target depends on.
    var packageProducts: Set<String> {
        Set(targets.flatMap(\.dependencies).filter { $0.kind == "product" }.map(\.name))
    }

    /// Reads the manifest of a package.
    ///
    /// The package manager gets a copy in a folder of its own: in the real one it would wait for the build that runs
    /// these tests.
    init(packageAt root: String) async throws {
        self = try await withTemporaryFolder { folder in
            let text = try String(contentsOfFile: "\(root)/Package.swift", encoding: .utf8)
            try folder.write(text, to: "copy/Package.swift")
            let run = try await Toolchain().run(
                "swift",
                ["package", "--package-path", folder.at("copy"), "dump-package"],
                home: folder
            )
            guard run.exitStatus == 0 else {
                throw TestKitError("'\(root)/Package.swift' could not be read: \(run.ending)\n\(run.stderr)")
            }
            return try JSONDecoder().decode(Manifest.self, from: Data(run.stdout.utf8))
        }
    }
}
