import Foundation
import TestKit
import Testing

/// Where results go, and what happens when they cannot.
@Suite struct OutputTests {
    /// Runs a shell script with the program in `$W`.
    private func shell(_ script: String, _ program: Program, shell: String = "/bin/bash") async throws -> ProgramRun {
        let environment = ["HOME": program.home.path, "W": try builtProduct(named: "wheretoshare"), "COLUMNS": "88"]
        return try await runProgram(
            shell, ["-c", script], environment: bareEnvironment.merging(environment) { $1 })
    }

    private let question = "--group hr --level internal"

    @Test func `a full disk is told`() async throws {
        try await withProgram { program in
            for call in [question, "--help", "inventory schema", "policy test --format junit"] {
                let run = try await shell("$W \(call) > /dev/full", program)
                #expect(run.exitStatus == 3)
                #expect(
                    run.stderr == """
                        error: the result could not be written, or not all of it
                          why:  no space is left on the disk (ENOSPC)
                          next: free some space, or let it be written somewhere else

                        """)
            }
        }
    }

    @Test func `a closed output is told, and no file is taken for it`() async throws {
        try await withProgram { program in
            let run = try await shell("$W \(question) >&-", program)
            #expect(run.exitStatus == 3)
            #expect(run.stderr.contains("why:  standard output is closed, or not open for writing"))
            #expect(try await shell("$W \(question) <&- >&- 2>&-", program).exitStatus == 3)
            #expect(try await shell("$W --group nobody 2>&-", program).exitStatus == 2)
        }
    }

    @Test func `a limit on files does not keep the answer from being read`() async throws {
        try await withProgram { program in
            let run = try await shell("(ulimit -f 0; exec $W \(question)) | cat; echo ${PIPESTATUS[0]} >&2", program)
            #expect(run.stdout.contains("nas02"))
            #expect(run.stderr == "0\n")
            let file = program.home.at("answer")
            let full = try await shell("ulimit -f 0; exec $W \(question) > '\(file)'", program)
            #expect(full.ending == .signaled(SIGXFSZ) || full.exitStatus == 3)
        }
    }

    @Test(arguments: [("--anyone --contains personal --explain", "1"), ("--group hr --explain", "0")])
    func `the status is the command's own when the reader goes away`(_ call: String, _ status: String) async throws {
        try await withProgram { program in
            // The reader is gone before anything is written.
            let script = "exec 3> >(exec 0<&-; echo gone > \"$HOME/gone\"); until [ -s \"$HOME/gone\" ]; do :; done; "
            let run = try await shell(script + "wait $!; $W \(call) >&3; echo $? >&2", program)
            #expect(run.stderr == status + "\n")
        }
    }

    @Test func `a reader that is slow gets everything from an output that does not wait`() async throws {
        try await withProgram { program in
            let script = """
                import os, subprocess, sys, fcntl
                r, w = os.pipe()
                fcntl.fcntl(w, fcntl.F_SETFL, os.O_NONBLOCK)
                fcntl.fcntl(w, 1031, 4096)
                p = subprocess.Popen([os.environ['W'], 'inventory', 'schema'], stdout=w)
                os.close(w)
                n = 0
                while b := os.read(r, 997): n += len(b)
                print(n, p.wait())
                """
            let environment = ["HOME": program.home.path, "W": try builtProduct(named: "wheretoshare")]
            let slow = try await runProgram(
                "/usr/bin/python3", ["-c", script], environment: bareEnvironment.merging(environment) { $1 })
            let whole = try await program(["inventory", "schema"])
            #expect(slow.stdout == "\(whole.stdout.utf8.count) 0\n")
        }
    }

    @Test func `the journal gets a level before each line, and nobody else does`() async throws {
        try await withProgram { program in
            let behind = "export JOURNAL_STREAM=$(stat -c %d:%i \"$HOME/err\"); $W --group nobody"
            _ = try await shell("touch \"$HOME/err\"; \(behind) 2>> \"$HOME/err\"", program)
            let lines = try String(contentsOfFile: program.home.at("err"), encoding: .utf8).split(separator: "\n")
            #expect(lines.count == 3)
            #expect(lines.allSatisfy { $0.hasPrefix("<3>") }, "\(lines)")
            #expect(lines.first?.hasPrefix("<3>error: ") == true)
            // A redirection leaves the variable as it is, and a later file may have it by chance.
            let elsewhere = try await shell("touch \"$HOME/other\"; \(behind)", program)
            #expect(elsewhere.stderr.hasPrefix("error: "))
            let odd = try await shell("JOURNAL_STREAM=8:here $W --group nobody", program)
            #expect(odd.stderr.hasPrefix("error: "))
        }
    }

    @Test func `a note is less than an error to the journal`() async throws {
        try await withProgram { program in
            let run = try await shell(
                """
                touch "$HOME/err"; export JOURNAL_STREAM=$(stat -c %d:%i "$HOME/err")
                HOME=/dev/null $W \(question) -v 2>> "$HOME/err"; cat "$HOME/err"
                """, program)
            #expect(run.stdout.contains("\n<5>note: the answer is not kept"), "\(run.stdout)")
            #expect(run.stdout.contains("<6>inventory: "), "\(run.stdout)")
        }
    }

    @Test func `files that a killed run left are removed, those of a running one stay`() async throws {
        try await withProgram { program in
            let folder = ".local/state/wheretoshare/decisions"
            let old = try program.home.write("{", to: "\(folder)/.new-old")
            let young = try program.home.write("{", to: "\(folder)/.new-young")
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -7_200)], ofItemAtPath: old)
            _ = try await program.ask(["--group", "hr"])
            #expect(!FileManager.default.fileExists(atPath: old))
            #expect(FileManager.default.fileExists(atPath: young))
        }
    }

    @Test func `a folder of answers that others can write to is not believed`() async throws {
        try await withProgram { program in
            let id = try #require(try await program.answer(["--group", "hr"])["id"].text)
            let folder = program.home.at(".local/state/wheretoshare/decisions")
            try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: folder)
            let run = try await program(["explain", id])
            #expect(run.exitStatus == 2)
            #expect(run.stderr.contains("why:  others may write to it (mode 777)"))
            let again = try await program.ask(["--group", "hr", "--size", "1GB", "-v"])
            #expect(again.exitStatus == 0)
            #expect(again.stderr.contains("note: the answer is not kept"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["\(id).json"])
        }
    }
}
