import TestKit
import Testing

@Suite struct ManifestTests {
    @Test func everyTargetHasTheCommonSettings() async throws {
        let manifest = try await Manifest(packageAt: repositoryRoot)
        let violations = settingViolations(in: manifest)
        #expect(!manifest.targets.isEmpty)
        #expect(violations.isEmpty, "\(violations.listed)")
    }

    @Test func aTargetWithoutTheCommonSettingsIsFound() async throws {
        let manifest = try await withTemporaryFolder { folder in
            try folder.write(
                """
                // swift-tools-version: 6.2
                import PackageDescription

                let package = Package(
                    name: "Planted",
                    targets: [
                        .target(name: "Bare"),
                        .target(
                            name: "Half",
                            dependencies: ["Bare"],
                            swiftSettings: [.enableUpcomingFeature("ExistentialAny"), .treatAllWarnings(as: .warning)]
                        ),
                    ]
                )
                """,
                to: "Package.swift"
            )
            return try await Manifest(packageAt: folder.path)
        }
        let messages = settingViolations(in: manifest).map(\.message)
        #expect(messages.first == "the package is not in Swift 6 mode and no other")
        for (setting, reason) in commonSettings {
            #expect(messages.contains("target 'Bare' is compiled without \(setting): \(reason)"))
            let isSet = setting == "enableUpcomingFeature(ExistentialAny)"
            #expect(messages.contains("target 'Half' is compiled without \(setting): \(reason)") == !isSet)
        }
        #expect(messages.count == 2 * commonSettings.count)
    }
}
