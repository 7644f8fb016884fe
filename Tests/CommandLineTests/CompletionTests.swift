import Foundation
import TestKit
import Testing

/// What real shells offer while somebody types, with names from the inventory.
@Suite struct CompletionTests {
    static let bash = """
        source /usr/share/bash-completion/bash_completion
        source <("$1" --generate-completion-script bash)
        line=$2
        read -ra COMP_WORDS <<<"$line"
        if [[ $line == *" " ]]; then COMP_WORDS+=(""); fi
        COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 )) COMP_LINE=$line COMP_POINT=${#line} COMP_TYPE=9
        _wheretoshare wheretoshare "${COMP_WORDS[-1]}" "${COMP_WORDS[-2]}"
        printf '%s\\n' "${COMPREPLY[@]}"
        """

    private func run(
        _ shell: [String], _ script: String, _ line: String, _ program: Program, inventory: String? = nil
    ) async throws -> [String] {
        let tool = try builtProduct(named: "wheretoshare")
        let folder = String(tool.dropLast("/wheretoshare".count))
        let run = try await runProgram(
            shell[0], shell.dropFirst() + [script, "shell", tool, line],
            environment: [
                "HOME": program.home.path, "PATH": "\(folder):/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": "dumb",
                "WHERETOSHARE_INVENTORY": inventory ?? "",
            ])
        #expect(run.stderr.isEmpty)
        return run.stdout.split(separator: "\n").map(String.init)
    }

    @Test(arguments: [
        ("wheretoshare --group bio", ["bioimaging"]), ("wheretoshare recommend --group payr", ["payroll"]),
        ("wheretoshare --contains fin", ["financial"]), ("wheretoshare --level conf", ["confidential"]),
        ("wheretoshare --from vp", ["vpn"]), ("wheretoshare why-not mail/ex", ["mail/external"]),
        ("wheretoshare inventory sh", ["show"]), ("wheretoshare inventory show nas0", ["nas02"]),
        ("wheretoshare policy find --method cluster/", ["cluster/group-storage"]),
        ("wheretoshare --on wind", ["windows"]),
        ("wheretoshare --mess", ["--messages"]),
    ])
    func `bash offers names`(_ line: String, _ offered: [String]) async throws {
        try await withProgram { program in
            let found = try await run(["/bin/bash", "-c"], Self.bash, line, program)
            #expect(offered.allSatisfy(found.contains), "\(found)")
        }
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `each shell reads its script`(_ shell: String) async throws {
        try await withProgram { program in
            let script = try await program(["--generate-completion-script", shell])
            #expect(script.exitStatus == 0)
            let file = try program.home.write(script.stdout, to: "completion")
            let check = try await runProgram("/usr/bin/env", [shell, "-n", file])
            #expect(check.exitStatus == 0, "\(check.stderr)")
            #expect(script.stdout.contains("why-not"))
        }
    }

    @Test func `nothing is offered, and nothing is said, without an inventory`() async throws {
        try await withProgram { program in
            let found = try await run(
                ["/bin/bash", "-c"], Self.bash, "wheretoshare --group bio", program, inventory: "/no/such/folder")
            #expect(found.filter { !$0.isEmpty } == [])
        }
    }
}
