import TestKit
import Testing

/// Holds a flag of the package manager to its promise, and the Makefile to the flag.
///
/// The compiler builds an undeclared import of a sibling without a word, once that sibling happens to be built; only
/// the flag finds it.
@Suite struct ImportCheckSlowTests {
    static let flag = ["--explicit-target-dependency-import-check", "error"]

    @Test func anUndeclaredImportStopsTheBuild() async throws {
        let run = try await build(dependencies: "")
        #expect(run.exitStatus == 1)
        #expect((run.stdout + run.stderr).contains("Target Upper imports another target (Lower)"))
    }

    @Test func aDeclaredImportBuilds() async throws {
        let run = try await build(dependencies: #""Lower""#)
        #expect(run.exitStatus == 0, "\(run.stdout)\(run.stderr)")
    }

    @Test func theMakefileBuildsItsTestsWithTheFlag() throws {
        let lines = try repositoryText("Makefile").split(separator: "\n")
        let builds = lines.filter { $0.contains("swift build --build-tests") }
        #expect(!builds.isEmpty)
        #expect(builds.allSatisfy { $0.contains("$(IMPORT_CHECK)") })
        #expect(lines.contains { $0 == "IMPORT_CHECK := \(Self.flag.joined(separator: " "))" })
    }

    /// Builds a package of two targets in which `Upper` imports `Lower`.
    private func build(dependencies: String) async throws -> ProgramRun {
        try await withTemporaryFolder { folder in
            try folder.write(
                """
                // swift-tools-version: 6.2
                import PackageDescription

                let package = Package(
                    name: "Planted",
                    targets: [.target(name: "Lower"), .target(name: "Upper", dependencies: [\(dependencies)])]
                )
                """,
                to: "package/Package.swift"
            )
            try folder.write("public let ground = 0\n", to: "package/Sources/Lower/Lower.swift")
            try folder.write("import Lower\n\nlet height = ground + 1\n", to: "package/Sources/Upper/Upper.swift")
            return try await Toolchain().run(
                "swift",
                ["build", "--package-path", folder.at("package")] + Self.flag,
                home: folder
            )
        }
    }
}
