import FoundationEssentials
import StorageModel
import TestKit
import Testing

/// What a report says, to whom it goes, and that it says everything once.
@Suite struct ReportTests {
    /// Half past two in the night before now, so that no run is missing.
    private static let lastNight = Moment(secondsSince1970: Int64(Date().timeIntervalSince1970) - 3_600)

    private static let nights = RecordedNights(
        places: ["istsmb3/hr", "nas02/staff", "istcloud", "tapes/<b>&amp;'x'", "cluster"],
        vantages: ["campus", "outside"],
        fault: { place, vantage, night in
            switch (place, vantage, night) {
            case ("istsmb3/hr", _, 0): "share-denied"
            case ("nas02/staff", _, 1...3): "disk-full"
            case ("istcloud", "outside", 0): "tcp-dropped"
            case ("tapes/<b>&amp;'x'", _, 0...9): "share-unknown"
            default: nil
            }
        },
        free: { place, night in place == "cluster" ? 20_000_000_000 + night * 3_000_000_000 : nil })

    /// A program whose history has these nights.
    private func withNights(
        _ range: ClosedRange<Int> = 0...40, _ body: (Program, String) async throws -> Void
    ) async throws {
        try await withProgram { program in
            let history = program.home.at("history.sqlite")
            try await record(range, in: history, program)
            try await body(program, history)
        }
    }

    private func record(_ range: ClosedRange<Int>, in history: String, _ program: Program) async throws {
        let file = try program.home.write(
            Self.nights.lines(nightsAgo: range, last: Self.lastNight),
            to: "nights.jsonl")
        let run = try await program(["history", "import", file, "--history", history])
        #expect(run.exitStatus == 0, "\(run.stderr)")
    }

    @Test func itSaysWhatBrokeRecoveredAndWillBreak() async throws {
        try await withNights { program, history in
            let run = try await program(["report", "--history", history])
            #expect(run.exitStatus == 1 && run.stderr.isEmpty)
            let text = run.stdout.replacing(/\s+/, with: " ")
            let places = [
                "BROKE (2)", "istsmb3/hr has been down", "from campus and outside", "share-denied",
                "istcloud works from campus and not from outside", "RECOVERED (1)", "nas02/staff has been well again",
                "WILL BREAK (1)", "cluster runs full on", "STILL WRONG (1)", "tapes/<b>&amp;'x' is still down",
            ]
            var rest = text[...]
            for place in places {
                let found = try #require(rest.firstRange(of: place), "\(place) in \(text)")
                rest = rest[found.upperBound...]
            }
            let german = try await program(["report", "--history", history, "--lang", "de"])
            #expect(german.stdout.contains("NEU GESTÖRT (2)"))
            let network = try await program(["report", "--history", history, "--owner", "network"])
            #expect(network.stdout.contains("istcloud works") && !network.stdout.contains("istsmb3/hr"))
        }
    }

    @Test func programsReadItAsJSON() async throws {
        try await withNights { program, history in
            let run = try await program(["report", "--history", history, "--format", "json"])
            let value = try JSONValue(run.stdout)
            #expect(value["schema"].text == "wheretoshare.report/1")
            #expect(value["sections"].list.map { $0["section"].text } == ["broke", "recovered", "ahead", "lasting"])
            #expect(value["sections"][0]["items"].list.map { $0["owner"].text } == ["helpdesk", "network"])
            #expect(value["history"]["places"].list.count == 10)
        }
    }

    /// The same letters, each told once, also when a run arrives late.
    @Test func aLetterTellsEverythingOnce() async throws {
        try await withNights(1...40) { program, history in
            try await withMailServer(program) { port in
                let command = [
                    "report", "--history", history, "--mail-to", "storage@example.org", "--mail-to", "b@example.org",
                    "--mail-from", "checks@example.org", "--smtp", "127.0.0.1:\(port)", "--link",
                    "https://checks.example.org/report.html",
                ]
                let first = try await program(command)
                #expect(first.exitStatus == 1 && first.stdout.isEmpty)
                #expect(first.stderr == "note: sent to storage@example.org, b@example.org\n")
                let again = try await program(command)
                #expect(again.stderr == "note: there is nothing to tell, and no letter was sent; --always sends one\n")
                try await record(0...0, in: history, program)
                _ = try await program(command)
                _ = try await program(command + ["--always", "--lang", "de"])
                let letters = try (1...3).map {
                    try String(contentsOfFile: program.home.at("mail/letter-\($0)"), encoding: .utf8)
                }
                #expect(letters[0].hasPrefix("checks@example.org storage@example.org b@example.org\r\n"))
                #expect(letters[0].contains("cluster runs full") && !letters[0].contains("istsmb3/hr"))
                #expect(letters[0].contains("https://checks.example.org/report.html"))
                #expect(letters[1].contains("BROKE (2)") && letters[1].contains("istsmb3/hr has been down"))
                #expect(letters[1].contains("RECOVERED (1)") && !letters[1].contains("BROKE (3)"))
                #expect(letters[2].contains("Content-Language: de") && !letters[2].contains("NEU GEST"))
                #expect(!FileManager.default.fileExists(atPath: program.home.at("mail/letter-4")))
            }
        }
    }

    @Test func aLetterThatIsNotTakenIsToldWithTheNextOne() async throws {
        try await withNights { program, history in
            try await withMailServer(program) { port in
                let command = ["report", "--history", history, "--mail-from", "checks@example.org", "--smtp"]
                let server = "127.0.0.1:\(port)"
                let refused = try await program(command + [server, "--mail-to", "nobody@example.org"])
                #expect(refused.exitStatus == 3)
                #expect(
                    refused.stderr.hasPrefix(
                        "error: the report was not sent\n  why:  the mail server \(server) did not take it: "))
                #expect(refused.stderr.contains("550"))
                let absent = try await program(command + ["127.0.0.1:1", "--mail-to", "a@example.org"])
                #expect(absent.exitStatus == 3 && absent.stderr.contains("ended with status 7"))
                let sent = try await program(command + [server, "--mail-to", "a@example.org"])
                #expect(sent.exitStatus == 1)
                #expect(
                    try String(contentsOfFile: program.home.at("mail/letter-1"), encoding: .utf8).contains("BROKE (2)"))
            }
        }
    }

    /// Over an encrypted connection alone, and without the password in any argument.
    @Test func aServerMayAskForAnAccount() async throws {
        try await withNights { program, history in
            let certificate = try await runProgram(
                "/usr/bin/openssl",
                [
                    "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
                    "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", "key.pem", "-out", "certificate.pem",
                ],
                in: program.home.path)
            #expect(certificate.exitStatus == 0)
            let pair = [program.home.at("certificate.pem"), program.home.at("key.pem")]
            try await withMailServer(program, pair) { port in
                let good = try program.home.write("username=reporter\npassword=let \"me\" in\n", to: "good")
                let wrong = try program.home.write("username=reporter\npassword=wrong\n", to: "wrong")
                for file in [good, wrong] {
                    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
                }
                let command = [
                    "report", "--history", history, "--mail-to", "a@example.org", "--mail-from", "checks@example.org",
                    "--smtp", "127.0.0.1:\(port)", "--smtp-credentials",
                ]
                let untrusted = try await program(command + [good])
                #expect(untrusted.exitStatus == 3 && untrusted.stderr.contains("ended with status 60"))
                let refused = try await program(command + [wrong, "--smtp-ca", pair[0]])
                #expect(refused.exitStatus == 3)
                #expect(refused.stderr.contains("the mail server 127.0.0.1:\(port) refused the account"))
                let sent = try await program(command + [good, "--smtp-ca", pair[0]])
                #expect(sent.stderr == "note: sent to a@example.org\n")
                #expect(!refused.stderr.contains("wrong\n") && sent.exitStatus == 1)
            }
        }
    }

    @Test func sendmailTakesIt() async throws {
        try await withNights { program, history in
            try await withMailServer(program) { port in
                let settings = try program.home.write(
                    "account default\nhost 127.0.0.1\nport \(port)\nfrom checks@example.org\n", to: ".msmtprc")
                try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: settings)
                let command = [
                    "report", "--history", history, "--mail-to", "a@example.org", "--mail-from", "checks@example.org",
                    "--sendmail",
                ]
                let sent = try await program(command + ["/usr/bin/msmtp"])
                #expect(sent.stderr == "note: sent to a@example.org\n")
                let letter = try String(contentsOfFile: program.home.at("mail/letter-1"), encoding: .utf8)
                #expect(letter.contains("BROKE (2)"))
                let none = try await program(command + ["/nonexistent/sendmail", "--always"])
                #expect(none.exitStatus == 3)
                #expect(
                    none.stderr.hasPrefix(
                        "error: the report was not sent\n  why:  '/nonexistent/sendmail' is not there, or may not be run\n"
                    ))
            }
        }
    }

    private func withMailServer(
        _ program: Program, _ certificate: [String] = [], _ body: (String) async throws -> Void
    ) async throws {
        let folder = try program.home.makeFolder("mail")
        let script = repositoryRoot + "/Tests/CommandLineTests/Scripts/mail-server.py"
        async let serving = runProgram("/usr/bin/python3", [script, folder] + certificate, deadline: .seconds(300))
        let deadline = ContinuousClock.now + .seconds(120)
        var port: String?
        while port == nil, .now < deadline {
            port = try? String(contentsOfFile: folder + "/port", encoding: .utf8)
            try await Task.sleep(for: .milliseconds(20))
        }
        do {
            try await body(try #require(port, "the mail server did not start"))
        } catch {
            try program.home.write("", to: "mail/stop")
            throw error
        }
        try program.home.write("", to: "mail/stop")
        #expect(try await serving.exitStatus == 0)
    }
}
