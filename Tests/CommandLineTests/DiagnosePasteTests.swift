import TestKit
import Testing

@testable import wheretoshare

/// `diagnose` with the person at the phone, as the program itself answers.
@Suite struct DiagnosePasteTests {
    private static let vpnDown = SampleScripts.sealed(
        SampleScripts.person() + SampleScripts.noName + SampleScripts.gateway() + SampleScripts.home)

    private func run(_ arguments: [String], _ input: String = "") async throws -> ProgramRun {
        try await withProgram { try await $0(["diagnose"] + arguments, input: input) }
    }

    @Test func aPasteIsDiagnosedLikeOurOwnEvidence() async throws {
        let run = try await run(["--from-script", "-", "--format", "json"], Self.vpnDown)
        #expect(run.exitStatus == 1)
        let answer = try JSONValue(run.stdout)
        #expect(answer["schema"].text == "wheretoshare.check/1")
        #expect(answer["target"].text == "istsmb3/bioimaging" && answer["vantage"].text == "LAPTOP-17")
        #expect(answer["cause"].text == "vpn-down" && answer["result"].text == "broken")
        #expect(answer["at"].text == "2026-11-26T08:00:00Z")
        #expect(answer["facts"]["network"]["isInside"].isTrue == false)
        #expect(answer["facts"]["vpn"]["isUp"].isTrue == false)
        #expect(answer["facts"]["resolver"]["servers"].list.compactMap(\.text) == ["192.168.1.1"])
        #expect(answer["stages"].list.dropFirst().allSatisfy { $0["state"].text == "not-checked" })
    }

    @Test func aFileIsReadAndTheTicketWritten() async throws {
        try await withProgram { program in
            let file = try program.home.write(Self.vpnDown, to: "mail.txt")
            let run = try await program(["diagnose", "--from-script", file, "--ticket", "--vantage", "Anna's laptop"])
            #expect(run.exitStatus == 1)
            #expect(run.stdout.contains("| Cause | `vpn-down`") && run.stdout.contains("Anna's laptop"))
        }
    }

    @Test func theTargetMayBeNamedAndMustAgree() async throws {
        for name in ["istsmb3/bioimaging", #"\\istsmb3\groups\bioimaging"#, "ISTSMB3/Bioimaging"] {
            #expect(try await run([name, "--from-script", "-"], Self.vpnDown).exitStatus == 1, "\(name)")
        }
        let run = try await run(["archive3", "--from-script", "-"], Self.vpnDown)
        #expect(run.exitStatus == 2 && run.stdout.isEmpty)
        #expect(
            run.stderr == """
                error: 'standard input' is about 'istsmb3/bioimaging', not about 'archive3'
                  why:  the script was printed for that place
                  next: leave the place out, or print the script for it: wheretoshare diagnose archive3 --script windows

                """)
    }

    @Test func aPasteForAnotherInventoryIsRefused() async throws {
        let run = try await run(
            ["--from-script", "-"],
            SampleScripts.sealed("target: istsmb3/bioimaging\nplace: istsmb3/bioimaging other.example.org found"))
        #expect(run.exitStatus == 2)
        #expect(run.stderr.hasPrefix("error: 'standard input' was made for another inventory\n"))
        let unknown = try await self.run(
            ["--from-script", "-"], SampleScripts.sealed("target: nowhere\nplace: nowhere x found"))
        #expect(unknown.exitStatus == 2)
        #expect(unknown.stderr.hasPrefix("error: there is nothing called 'nowhere' that could be checked\n"))
    }

    @Test func anErrorAloneNeedsThePlace() async throws {
        let alone = try await run(["--from-script", "-"], "System error 53 has occurred.\n")
        #expect(alone.exitStatus == 64)
        #expect(
            alone.stderr == """
                error: it is not known which place 'standard input' is about
                  why:  there is an error in it (53 ERROR_BAD_NETPATH), and no output of a script
                  next: name the place: wheretoshare diagnose TARGET --from-script -

                """)
        let named = try await run(
            ["istsmb3/bioimaging", "--from-script", "-", "--lang", "de"], "Systemfehler 1219 aufgetreten.\n")
        #expect(named.exitStatus == 1 && named.stderr.isEmpty)
        #expect(named.stdout.contains("(other-account-connected)"))
        #expect(named.stdout.contains("Dieser Rechner ist unter anderem Namen schon verbunden"))
    }

    static let wrong: [(input: String, start: String)] = [
        ("", "error: 'standard input' is not what a script printed\n  why:  it is empty\n"),
        ("Good morning", "error: 'standard input' is not what a script printed\n  why:  there is no line WTS-BEGIN"),
        (String(vpnDown.dropLast(40)), "error: 'standard input' is cut off\n"),
        (
            vpnDown.replacing("unknown-name", with: "found"),
            "error: line 8 of 'standard input' is not as the script printed it\n"
        ),
    ]

    @Test(arguments: wrong.indices)
    func whatNoScriptPrintedIsRefused(_ index: Int) async throws {
        let run = try await run(["--from-script", "-"], Self.wrong[index].input)
        #expect(run.exitStatus == 2 && run.stdout.isEmpty)
        #expect(run.stderr.hasPrefix(Self.wrong[index].start), "\(run.stderr)")
    }

    @Test func aFileThatCannotBeReadIsNamed() async throws {
        for (file, why) in [("/no/such/file", "ENOENT"), ("/", "EISDIR")] {
            let run = try await run(["--from-script", file])
            #expect(run.exitStatus == 2)
            #expect(
                run.stderr.hasPrefix("error: '\(file)' cannot be read\n") && run.stderr.contains(why), "\(run.stderr)")
        }
    }

    @Test(arguments: [
        [], ["--script", "amiga", "istsmb3"], ["--script", "windows"],
        ["istsmb3", "--script", "windows", "--from-script", "-"], ["--from-script", "-", "--no-sign-in"],
    ])
    func aCallThatMeansNothingIsRefused(arguments: [String]) async throws {
        #expect(try await run(arguments).exitStatus == 64)
    }

    @Test func aPasteFromAnotherDayIsRemarkedOn() async throws {
        let old = SampleScripts.sealed(
            SampleScripts.person().replacing("2026-11-26", with: "2025-11-26") + SampleScripts.noName)
        let run = try await run(["--from-script", "-"], old)
        #expect(run.stderr.contains("note: 'standard input' was written at 2025-11-26T08:00:00Z"))
        let early = try await self.run(
            ["--from-script", "-"],
            SampleScripts.sealed(
                SampleScripts.person().replacing("2026-11-26", with: "2126-11-26") + SampleScripts.noName))
        #expect(early.stderr.contains("comes from the future"))
    }
}
