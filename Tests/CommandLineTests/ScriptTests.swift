import Diagnosis
import StorageModel
import TestKit
import Testing

@testable import wheretoshare

/// The scripts that people paste on computers which are not to be had here.
@Suite struct ScriptTests {
    private func script(_ system: String, _ more: [String] = [], target: String = "istsmb3/bioimaging") async throws
        -> String
    {
        try await withProgram { program in
            let run = try await program(["diagnose", target, "--script", system] + more)
            #expect(run.exitStatus == 0 && run.stderr.isEmpty)
            return run.stdout
        }
    }

    @Test(arguments: ["windows", "macos"])
    func aScriptIsPlainAndNarrow(system: String) async throws {
        for language in ["en", "de"] {
            let text = try await script(system, ["--lang", language])
            // A tab completes names in a console, and a sign beyond ASCII depends on its code page.
            #expect(text.utf8.allSatisfy { $0 == 10 || (0x20...0x7E).contains($0) })
            #expect(text.split(separator: "\n").allSatisfy { $0.utf8.count <= 200 })
            // The marks must not be in the script: somebody may copy that as well.
            #expect(!text.contains("WTS-BEGIN 1") && !text.contains("WTS-END 1"))
        }
    }

    @Test(arguments: ["windows", "macos"])
    func aScriptAsksForTheTargetAndItsWitnesses(system: String) async throws {
        let text = try await script(system)
        for word in ["istsmb3.ist.ac.at", "archive3.ist.ac.at", "vpn.ist.ac.at", "445", "139", "443", "bioimaging"] {
            #expect(text.contains(word), "\(word)")
        }
        let german = try await script(system, ["--lang", "de"])
        #expect(german.contains("Kopieren Sie alles") && !text.contains("Kopieren"))
    }

    /// Nothing in a script changes anything, downloads anything or asks for a password.
    @Test(arguments: ["windows", "macos"])
    func aScriptOnlyLooks(system: String) async throws {
        let text = try await script(system).lowercased()
        for word in [
            "set-item", "new-item", "remove-", "out-file", "add-content", "set-content", "invoke-web", "invoke-expr",
            "get-credential", "read-host", "start-process", "new-smb", "net use", "curl", "wget", "sudo", "osascript",
            "mount_smbfs", " rm ", "tee ", "kinit", "security find",
        ] {
            #expect(!text.contains(word), "\(word)")
        }
    }

    // MARK: Windows

    /// PowerShell is not to be had here: its quotes and brackets are followed instead, as it would.
    @Test(arguments: ["istsmb3/bioimaging", "istsmb3", "istcloud", "gateway:vpn"])
    func theWindowsScriptIsBalanced(target: String) async throws {
        let text = try await script("windows", target: target)
        #expect(PowerShellOutline(text).problem == nil)
        #expect(text.hasPrefix("& {\n") && text.hasSuffix("\n}\n\n"))
        // A console runs what it has at an empty line.
        #expect(!text.dropLast().contains("\n\n"))
    }

    @Test func theOutlineFindsWhatIsNotBalanced() {
        for text in ["& { 'a' ", "( ]", "'a", "\"a", "@'\nx\n", "& { ' } '", "}"] {
            #expect(PowerShellOutline(text).problem != nil, "\(text)")
        }
        for text in ["'it''s' { }", "@'\n' { (\n'@\n", "\"$($a[0])\" # } comment", "'#' { }"] {
            #expect(PowerShellOutline(text).problem == nil, "\(text)")
        }
    }

    /// A name in the inventory stays a name, whatever is in it.
    @Test func namesCannotBecomeCommands() throws {
        var question = ScriptQuestion(
            target: .init(name: "a/b", host: "h", ports: [445]), path: #"\\h\it's ‘$(calc)’"#, sharePath: #"\\h\s"#,
            share: "it's $(touch /tmp/x)\u{7}", hosts: ["h"], others: [], groups: ["g'; exit #", "a\u{2028}b"])
        let remarks = ScriptRemarks(language: "en")
        let windows = WindowsScript(question: question, remarks: remarks).text
        #expect(windows.contains(#"$folder = '\\h\it''s ‘‘$(calc)’’'"#))
        #expect(windows.contains("$groups = @(\n  'g''; exit #',\n  'ab'\n)"))
        #expect(PowerShellOutline(windows).problem == nil)
        let mac = MacScript(question: question, remarks: remarks).text
        #expect(mac.contains(#"share='it'\''s $(touch /tmp/x)'"#))
        question.groups = []
        #expect(PowerShellOutline(WindowsScript(question: question, remarks: remarks).text).problem == nil)
    }

    // MARK: macOS

    private func output(
        of stand: MacStandIns, shell: String = "/bin/sh", target: String = "istsmb3/bioimaging"
    ) async throws -> String {
        let text = try await script("macos", target: target)
        return try await withTemporaryFolder { folder in
            let tools = try stand.install(in: folder)
            let file = try folder.write(text, to: "script")
            var variables = bareEnvironment
            variables["PATH"] = "\(tools):/usr/bin:/bin"
            let run = try await runProgram(shell, [file], environment: variables, deadline: .seconds(40))
            #expect(run.exitStatus == 0 && run.stderr.isEmpty, "\(run)")
            return run.stdout
        }
    }

    @Test(arguments: ["/bin/dash", "/bin/bash", "/usr/bin/zsh"])
    func everyShellReadsTheMacScript(shell: String) async throws {
        let evidence = try PastedCaseTests.evidence(try await output(of: .healthy, shell: shell))
        let situation = try #require(evidence.situation)
        #expect(evidence.diagnosis().outcome == .works)
        #expect(evidence.standing == .inside("vpn"))
        #expect(evidence.access == .granted("bioimaging"))
        #expect(situation.virtualNetworks?.map(\.name) == ["utun4"])
        #expect(situation.routes.first?.path?.interface == "utun4")
        #expect(situation.routes.first?.path?.gateway == IPAddress("10.22.0.1"))
        #expect(situation.names.settings.value?.servers == [IPAddress("10.22.0.53")].compactMap(\.self))
        #expect(situation.names.settings.value?.searchDomains == ["ist.ac.at"])
        let tickets = try #require(situation.kerberos.cache.tickets.value)
        #expect(tickets.principal == "anna" && tickets.realm == "IST.LOCAL")
        #expect(tickets.tickets.map(\.service) == ["krbtgt/IST.LOCAL", "cifs/istsmb3.ist.ac.at"])
        #expect(tickets.grantingTicket?.state(at: evidence.now) == .valid)
        #expect(evidence.mounts.map(\.target) == ["/Volumes/groups"])
        #expect(evidence.witnesses.map(\.target) == ["archive3"])
        #expect(evidence.gateways.map(\.target) == ["gateway:rdp", "gateway:vpn"])
    }

    @Test func theMacScriptTellsOfAVPNThatIsDown() async throws {
        let stand = MacStandIns.healthy.with([
            "dscacheutil": "case $5 in vpn* | rdp*) printf 'ip_address: 198.51.100.7\\n' ;; esac",
            "ifconfig": """
            printf 'en0: flags=8863<UP,BROADCAST> mtu 1500\\n\\tinet 192.168.1.23 netmask 0xffffff00 broadcast 192.168.1.255\\n'
            """,
            "mount": "exit 0",
        ])
        let evidence = try PastedCaseTests.evidence(try await output(of: stand))
        #expect(evidence.sighting.lookup?.answer == .unknownName)
        #expect(evidence.diagnosis().cause == .vpnDown)
        #expect(evidence.diagnosis().support.contains(.gatewayAnswers("gateway:rdp")))
    }

    static let knocks: [(said: String, outcome: ConnectionAttempt.Outcome)] = [
        ("Connection refused", .refused), ("Operation timed out", .noAnswer), ("No route to host", .hostUnreachable),
        ("Host is down", .hostUnreachable), ("Network is unreachable", .noRoute),
        ("Operation not permitted", .forbiddenHere), ("something new", .failed(errno: 0)),
    ]

    @Test(arguments: knocks.indices)
    func theMacScriptUnderstandsHowAConnectionEnded(_ index: Int) async throws {
        let (said, outcome) = Self.knocks[index]
        let stand = MacStandIns.healthy.with([
            "nc": "echo \"nc: connectx to $8 port $9 (tcp) failed: \(said)\" >&2; exit 1"
        ])
        let evidence = try PastedCaseTests.evidence(try await output(of: stand, target: "istsmb3"))
        #expect(evidence.sighting.connections.first { $0.port == 445 }?.outcome == outcome)
    }

    /// Tools that hang are ended, and the rest is still told.
    @Test func theMacScriptWaitsForNobody() async throws {
        let hang = "exec sleep 100"
        let stand = MacStandIns.healthy.with([
            "df": hang, "klist": hang, "dsconfigad": hang,
            "scutil": "case $1 in --get) echo Mac ;; *) exec sleep 100 ;; esac",
        ])
        let evidence = try PastedCaseTests.evidence(try await output(of: stand))
        #expect(evidence.mounts.map(\.verdict) == [.failed])
        #expect(evidence.situation?.kerberos.cache.tickets == .unknown(.notAsked))
        #expect(evidence.sighting.connections.first?.outcome == .connected)
    }

    @Test func theMacScriptWritesNothing() async throws {
        let text = try await script("macos")
        // Output goes to the terminal, to nothing, or to another program.
        let code = text.replacing("<>&*~", with: "").replacing("[,>]", with: "")
        for part in code.split(separator: ">").dropFirst() {
            let to = part.drop { $0 == " " || $0 == ">" }.prefix { !" \n;)|".contains($0) }
            #expect(["&1", "&3", "&4", "/dev/null"].contains(to) || to.isEmpty, "\(to)")
        }
    }
}
