import TestKit
import Testing

/// The units, as systemd's own tools judge them.
@Suite struct SystemdTests {
    private let folder = "Packaging/systemd"

    private static let units = ["check", "report"].flatMap {
        ["wheretoshare-\($0).service", "wheretoshare-\($0).timer"]
    }

    @Test(arguments: units.filter { $0.hasSuffix(".service") })
    func theServiceIsShutIn(unit: String) async throws {
        let service = "\(repositoryRoot)/\(folder)/\(unit)"
        let run = try await runProgram(
            "/usr/bin/systemd-analyze", ["security", "--offline=true", "--threshold=20", "--no-pager", service])
        #expect(run.exitStatus == 0, "\(run.stdout)\(run.stderr)")
    }

    @Test func theUnitsAreSound() async throws {
        let run = try await verify { $0 }
        #expect(run.exitStatus == 0 && run.stderr == "", "\(run.stderr)")
    }

    @Test func aMisspelledSettingIsFound() async throws {
        let run = try await verify { $0.split(separator: "PrivateTmp=").joined(separator: "PrivateTemp=") }
        #expect(run.stderr.contains("PrivateTemp"))
    }

    /// Lets systemd read the units, with the program that was built in place of the installed one.
    private func verify(_ change: (String) -> String) async throws -> ProgramRun {
        let program = try builtProduct(named: "wheretoshare")
        return try await withTemporaryFolder { place in
            var paths: [String] = []
            for name in Self.units {
                let text = try change(repositoryText("\(folder)/\(name)"))
                let here = text.split(separator: "/usr/bin/wheretoshare ", omittingEmptySubsequences: false)
                paths.append(try place.write(here.joined(separator: program + " "), to: name))
            }
            return try await runProgram("/usr/bin/systemd-analyze", ["verify", "--man=no"] + paths)
        }
    }
}
