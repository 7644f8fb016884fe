import Foundation
import TestKit
import Testing

/// Options whose values must not get lost.
@Suite struct OptionTests {
    @Test(arguments: [
        ("--size", "1GB", "2GB"), ("--files", "1", "2"), ("--action", "share", "archive"), ("--from", "vpn", "campus"),
        ("--as", "ana", "ben"), ("--on", "linux", "macos"), ("--format", "text", "json"), ("--lang", "en", "de"),
        ("--inventory", "Inventory", "Inventory"), ("--on-date", "2026-11-22", "2026-11-23"),
        ("--color", "never", "always"),
    ])
    func `an option with one value is refused when it is repeated`(
        _ name: String, _ first: String, _ second: String
    ) async throws {
        try await withProgram { program in
            for again in [[name, second], ["\(name)=\(second)"]] {
                for command in [[], ["recommend"], ["why-not", "mail/external"]] {
                    let run = try await program(command + ["--group", "hr", name, first] + again)
                    #expect(run.exitStatus == 64)
                    #expect(run.stdout.isEmpty)
                    #expect(
                        run.stderr == """
                            error: \(name) is given more than once
                              why:  it takes one value, and nothing says which one is meant
                              next: leave all but one of them out

                            """)
                }
            }
        }
    }

    @Test func `options with several values and flags may be repeated`() async throws {
        try await withProgram { program in
            let run = try await program.ask([
                "--group", "hr", "--group", "finance", "-f", "README.md", "-f", "LICENSE", "--contains", "personal",
                "--contains=financial", "--level", "strict", "--level", "public", "-v", "-v",
            ])
            #expect(run.exitStatus == 0, "\(run.stderr)")
        }
    }

    @Test(arguments: [
        ["inventory", "check", "--on-date", "garbage"], ["--group", "hr", "--on-date", "garbage"],
        ["policy", "find", "--outcome", "ask", "--is", "allowed"], ["policy", "test", "--why", "--format", "json"],
        ["policy", "diff", "a", "b", "--inventory", "Inventory"], ["--group", "hr", "--ticket", "--format", "json"],
        ["--group", "hr", "--ticket", "--explain"], ["explain", "WTS-00000000", "--ticket", "--messages"],
        ["--group", "hr", "--facet", "a", "--facet", "b"],
    ])
    func `no value is passed over in silence`(_ arguments: [String]) async throws {
        try await withProgram { program in
            let run = try await program(arguments)
            #expect(run.exitStatus == 64)
            #expect(run.stdout.isEmpty)
            #expect(!run.stderr.isEmpty)
        }
    }

    @Test(arguments: [["inventory", "check"], ["policy", "verify"], ["policy", "find", "--outcome", "ask"]])
    func `an unknown language is refused by commands that have one language`(_ command: [String]) async throws {
        try await withProgram { program in
            let run = try await program(command + ["--lang", "xx"])
            #expect(run.exitStatus == 2)
            #expect(run.stderr.contains("'xx' is not a language of this inventory"))
        }
    }

    @Test func `everything that is misspelt is told at once`() async throws {
        try await withProgram { program in
            let run = try await program([
                "--group", "bioimagin", "--group", "hr", "--group", "finanse", "--contains", "personel", "--level",
                "confidental", "--from", "capmus", "--user", "a\u{202E}b",
            ])
            #expect(run.exitStatus == 2)
            let told = run.stderr.split(separator: "\n").filter { $0.hasPrefix("error: ") }
            #expect(
                told == [
                    "error: 'bioimagin' is not a group of this inventory",
                    "error: 'finanse' is not a group of this inventory",
                    "error: --user is not followed by a name or address",
                    "error: 'confidental' is not a level of this inventory",
                    "error: 'personel' is not a tag of this inventory",
                    "error: 'capmus' is not a network of this inventory",
                ])
        }
    }

    @Test(arguments: [
        ["--gro\u{202E}\u{1B}[31m\nup", "hr"], ["--group", "hr", "--format", "x\u{2028}\u{1B}y"],
        ["inventory", "sh\u{1B}ow"], ["explain", "WTS-\u{9B}1"], ["--group", "\u{1B}]0;x\u{7}"],
        ["inventory", "check", "--inventory", "/no/\u{202E}such\u{1B}[2J"],
        ["policy", "test", "-v", "--inventory", "/no/\u{202E}\u{85}such"],
    ])
    func `what was typed does not command the terminal`(_ arguments: [String]) async throws {
        try await withProgram { program in
            let run = try await program(arguments)
            #expect(run.exitStatus != 0)
            let said = (run.stdout + run.stderr).unicodeScalars
            #expect(!said.contains { $0 != "\n" && !isHarmless($0) }, "\(run.stderr.debugDescription)")
            #expect(!run.stderr.contains("\nup"))
        }
    }

    @Test func `two names that are not UTF-8 are two files`() async throws {
        try await withProgram { program in
            let script = """
                printf a > "$1/$(printf 'n\\377')"; printf bbb > "$1/$(printf 'n\\376')"
                "$2" --group hr --file "$1/$(printf 'n\\377')" --file "$1/$(printf 'n\\376')" --format json
                "$2" --group hr --file "$1/$(printf 'n\\376')" --format json
                """
            let run = try await runProgram(
                "/bin/sh", ["-c", script, "sh", program.home.path, try builtProduct(named: "wheretoshare")],
                environment: bareEnvironment.merging(["HOME": program.home.path]) { $1 })
            #expect(run.exitStatus == 0, "\(run.stderr)")
            #expect(run.stdout.contains(#""bytes" : 4"#))
            #expect(run.stdout.contains(#""bytes" : 3"#))
        }
    }

    private func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}
