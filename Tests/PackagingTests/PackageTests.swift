import TestKit
import Testing

/// What the Debian package says of itself.
@Suite struct PackageTests {
    @Test func itsVersionIsThatOfTheProgram() async throws {
        let run = try await runProgram(try builtProduct(named: "wheretoshare"), ["--version"])
        let version = run.stdout.split(whereSeparator: \.isWhitespace).last ?? ""
        let changelog = try repositoryText("Packaging/debian/changelog")
        #expect(changelog.hasPrefix("wheretoshare (\(version)"), "\(run.stdout)")
    }
}
