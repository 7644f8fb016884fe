import TestKit
import Testing

@Suite struct ImportRuleTests {
    /// Every target a rule speaks of, and every one of our own modules.
    static let targets: Set<String> = Set(importRules.flatMap(\.importers)).union(ownModules)
    static let ownModules: Set = [
        "CArchive", "CAres", "CExpat", "CLinux", "CSMBClient", "CSandbox", "CheckHistory", "Diagnosis", "FileScanning",
        "HostFacts", "InventoryFiles", "Mailing", "Probing", "ProcessLimits", "ScanWire", "SensitiveContent",
        "SharingPolicy", "StorageModel", "WorkerWire", "wheretoshare", "wheretoshare-scan", "wheretoshare-smb",
    ]
    static let otherModules = Set(importRules.map(\.module)).subtracting(ownModules.map(moduleName))

    @Test func repositoryKeepsThem() async throws {
        let manifest = try await Manifest(packageAt: repositoryRoot)
        let violations = importViolations(
            in: try repositoryTree.get(),
            rules: importRules,
            packageProducts: manifest.packageProducts,
            toolchainModules: try await Toolchain().modules()
        )
        #expect(violations.isEmpty, "\(violations.listed)")
    }

    @Test func targetsInTheManifestAreTheFoldersInSources() async throws {
        let manifest = try await Manifest(packageAt: repositoryRoot)
        let declared = manifest.targets.filter { ["executable", "regular", "system"].contains($0.type) }.map(\.name)
        let folders = try repositoryTree.get().targets.keys
        #expect(Set(folders).isSubset(of: declared))
    }

    @Test(arguments: importRules.map(\.module), targets.sorted())
    func eachRuleTellsItsImportersFromTheOthers(module: String, target: String) throws {
        let rule = try #require(importRules.first { $0.module == module })
        let path = "Sources/\(target)/Sub/File.swift"
        let violations = try withPlantedTree(targets: Self.targets, files: [path: "\n@testable import \(module)\n"]) {
            importViolations(
                in: $0, rules: importRules, packageProducts: Self.otherModules, toolchainModules: []
            )
        }
        if rule.importers.contains(target) {
            #expect(violations.isEmpty, "\(violations.listed)")
        } else {
            let message = "'\(target)' must not import '\(module)': \(rule.reason)"
            #expect(violations == [Violation(path: path, line: 2, message: message)])
        }
    }

    @Test func aModuleWithoutARuleIsNotImported() throws {
        let files = ["Sources/HostFacts/File.swift": "import SwiftSyntax"]
        let violations = try withPlantedTree(targets: Self.targets, files: files) {
            importViolations(in: $0, rules: importRules, packageProducts: Self.otherModules, toolchainModules: [])
        }
        #expect(violations.map(\.description).first?.hasPrefix("Sources/HostFacts/File.swift:1: 'SwiftSyntax'") == true)
        #expect(violations.count == 1)
    }

    @Test(arguments: otherModules.sorted())
    func aRuleOnAModuleThatIsGoneIsFound(module: String) throws {
        let violations = try withPlantedTree(targets: Self.targets) {
            importViolations(
                in: $0, rules: importRules, packageProducts: Self.otherModules.subtracting([module]),
                toolchainModules: []
            )
        }
        #expect(violations.map(\.message) == ["there is no module '\(module)' any more"])
    }

    @Test(arguments: ownModules.sorted())
    func aRuleOnATargetThatIsGoneIsFound(target: String) throws {
        let violations = try withPlantedTree(targets: Self.targets.subtracting([target])) {
            importViolations(in: $0, rules: importRules, packageProducts: Self.otherModules, toolchainModules: [])
        }
        let asImporter = importRules.filter { $0.importers.contains(target) }.count
        #expect(violations.count == 1 + asImporter)
        #expect(violations.contains { $0.message == "there is no module '\(moduleName(of: target))' any more" })
    }

    @Test func aNewTargetNeedsARule() throws {
        let violations = try withPlantedTree(targets: Self.targets.union(["StatusBoard"])) {
            importViolations(in: $0, rules: importRules, packageProducts: Self.otherModules, toolchainModules: [])
        }
        #expect(violations.map(\.message) == ["target 'StatusBoard' has no rule on who may import it"])
    }

    @Test func aModuleWithTwoRulesIsFound() throws {
        let twice = importRules + importRules.suffix(1)
        let violations = try withPlantedTree(targets: Self.targets) {
            importViolations(in: $0, rules: twice, packageProducts: Self.otherModules, toolchainModules: [])
        }
        #expect(violations.map(\.message) == ["a module has two rules"])
    }
}
