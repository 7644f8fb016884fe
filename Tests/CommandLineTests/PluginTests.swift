import TestKit
import Testing

/// What Nagios is told when nothing could be checked: it takes status 2 for a place that is down, and reads standard
/// output alone.
@Suite struct PluginTests {
    @Test(arguments: [
        (
            ["check", "nowhere", "--format", "nagios"],
            "there is nothing called 'nowhere' that could be checked: a target is a system, system/share, group:NAME or "
                + "gateway:NETWORK of this inventory"
        ),
        (
            ["check", "--format=nagios", "--inventory", "/nonexistent", "files"],
            "The inventory in '/nonexistent' cannot be used: 1 problem."
        ),
        (
            ["check", "--format", "nagios", "--deadlin", "3"],
            "Error: Unknown option '--deadlin'. Did you mean '--deadline'?"
        ),
        (
            ["mounts", "--format", "nagios", "--deadlin", "3"],
            "Error: Unknown option '--deadlin'. Did you mean '--deadline'?"
        ),
    ])
    func whatKeepsItFromCheckingIsUnknown(_ arguments: [String], _ why: String) async throws {
        try await withProgram { program in
            let run = try await program(arguments)
            #expect(run.ending == .exited(3))
            #expect(run.stdout == "WHERETOSHARE UNKNOWN - \(why)\n")
            #expect(!run.stderr.isEmpty)
        }
    }

    @Test func otherFormsKeepTheirStatusAndTheirSilence() async throws {
        try await withProgram { program in
            let run = try await program(["check", "nowhere", "--format", "json"])
            #expect(run.ending == .exited(2) && run.stdout.isEmpty)
            #expect(try await program(["check", "--deadlin", "3"]).ending == .exited(64))
        }
    }

    @Test func helpIsHelp() async throws {
        try await withProgram { program in
            let run = try await program(["check", "--format", "nagios", "--help"])
            #expect(run.ending == .exited(0) && run.stdout.hasPrefix("OVERVIEW: "))
        }
    }
}
