import TestKit
import Testing

/// What people read, word by word: the answers to the questions that matter most.
@Suite struct AnswerSnapshotTests {
    static let questions: [(name: String, arguments: [String], network: String?)] = [
        (
            "group-on-campus",
            ["--group", "bioimaging", "--size", "41.2GB", "--files", "3412", "--contains", "personal"], "campus"
        ),
        ("group-from-outside", ["--group", "bioimaging", "--size", "1GB", "--level", "internal"], "outside"),
        ("group-from-nowhere-known", ["--group", "bioimaging", "--size", "1GB"], nil),
        ("groups-with-common-share", ["--group", "rna-lab", "--group", "neuro-lab", "--size", "1GB"], "vpn"),
        (
            "groups-without-common-share", ["--group", "finance", "--group", "bioimaging", "--contains", "financial"],
            "campus"
        ),
        ("group-without-share", ["--group", "library-team", "--level", "internal"], "campus"),
        ("staff-group", ["--group", "hr", "--contains", "personal"], "campus"),
        ("archive", ["--group", "rna-lab", "--action", "archive", "--size", "2TB", "--level", "internal"], "campus"),
        ("compute", ["--group", "rna-lab", "--action", "compute", "--level", "internal"], "campus"),
        ("external-unknown", ["--external", "reviewer@example.org", "--messages"], "outside"),
        ("external-personal", ["--external", "--contains", "personal", "--size", "2MB"], "campus"),
        ("external-public", ["--external", "--contains", "public", "--size", "2MB"], "campus"),
        ("external-special", ["--external", "--contains", "special-category"], "campus"),
        ("external-too-large", ["--external", "--level", "internal", "--size", "2TB"], "campus"),
        ("external-special-de", ["--external", "--contains", "special-category", "--lang", "de"], "campus"),
        (
            "external-personal-de",
            ["--external", "x@example.org", "--contains", "personal", "--lang", "de", "--messages"], "outside"
        ),
        ("colleague", ["--user", "ana", "--contains", "personal"], "campus"),
        ("internal", ["--internal", "--level", "internal", "--size", "3MB"], "campus"),
        ("anyone-unknown", ["--anyone"], "campus"),
        ("anyone-personal", ["--anyone", "--contains", "personal"], "campus"),
        ("anyone-public", ["--anyone", "--contains", "public"], "campus"),
        ("publish", ["--publish", "--contains", "public"], "campus"),
        ("receive", ["--external", "--action", "receive"], "campus"),
        ("mixed-audience", ["--group", "rna-lab", "--external", "--contains", "personal"], "campus"),
        ("explained", ["--group", "bioimaging", "--external", "--contains", "personal", "--explain"], "outside"),
        ("ticket", ["--external", "x@example.org", "--contains", "personal", "--ticket"], "campus"),
        ("ticket-de", ["--anyone", "--ticket", "--lang", "de"], "campus"),
        ("json", ["--external", "--contains", "financial", "--size", "3MB", "--format", "json"], "outside"),
    ]

    @Test(arguments: questions.indices)
    func `the answer reads as recorded`(_ index: Int) async throws {
        let question = Self.questions[index]
        try await withProgram { program in
            let run = try await program.ask(question.arguments, from: question.network)
            expectSnapshot(named: "answer-\(question.name)", actual: run.steady)
        }
    }

    static let calls: [(name: String, arguments: [String])] = [
        ("help", ["--help"]), ("help-recommend", ["recommend", "--help"]), ("help-why-not", ["why-not", "--help"]),
        ("help-diagnose", ["diagnose", "--help"]), ("help-check", ["check", "--help"]),
        ("help-scan", ["scan", "--help"]),
        ("help-mounts", ["mounts", "--help"]), ("mounts-deadline", ["mounts", "--deadline", "0"]),
        ("help-diagnose", ["diagnose", "--help"]), ("diagnose-deadline", ["diagnose", "nas02", "--deadline", "0"]),
        ("diagnose-group", ["diagnose", "group:bioimaging"]), ("diagnose-stranger", ["diagnose", "//nas99/grp"]),
        ("diagnose-no-share", ["diagnose", "smb://istsmb3.ist.ac.at/nowhere/x"]),
        ("diagnose-contradiction", ["diagnose", "nas02", "--no-sign-in", "--write"]),
        ("check-target-misspelt", ["check", "istsmb"]),
        ("check-target-unheard-of", ["check", "quidditch"]), ("check-nothing-to-ask", ["check", "mail"]),
        ("check-group-without-share", ["check", "group:library-team"]),
        ("check-no-gateway", ["check", "gateway:campus"]), ("check-deadline", ["check", "--deadline", "0"]),
        ("check-stage-without-account", ["check", "--only-stage", "list"]),
        ("check-write-without-account", ["check", "--write"]),
        ("check-credentials-missing", ["check", "--credentials", "/nonexistent/file"]),
        ("help-history", ["history", "--help"]), ("help-history-show", ["history", "show", "--help"]),
        ("help-history-import", ["history", "import", "--help"]),
        ("history-no-day", ["history", "--since", "2026-02-30", "--history", "/nonexistent/history.sqlite"]),
        ("help-report", ["report", "--help"]), ("report-none", ["report", "--history", "/nonexistent/history.sqlite"]),
        ("report-no-sender", ["report", "--mail-to", "a@example.org"]),
        ("report-no-reader", ["report", "--smtp", "mail.example.org"]),
        ("report-no-address", ["report", "--mail-to", "A B <a@example.org>", "--mail-from", "b@example.org"]),
        ("history-none", ["history", "--history", "/nonexistent/history.sqlite"]),
        ("history-import-nothing", ["history", "import", "/nonexistent/file"]),
        ("check-jitter-alone", ["check", "--jitter", "5"]),
        ("check-jitter-too-long", ["check", "--record", "--jitter", "3601"]),
        ("help-explain", ["explain", "--help"]), ("help-inventory", ["inventory", "--help"]),
        ("help-inventory-check", ["inventory", "check", "--help"]),
        ("help-inventory-show", ["inventory", "show", "--help"]),
        ("help-inventory-matrix", ["inventory", "matrix", "--help"]),
        ("help-inventory-schema", ["inventory", "schema", "--help"]),
        ("help-inventory-init", ["inventory", "init", "--help"]), ("help-policy", ["policy", "--help"]),
        ("help-policy-test", ["policy", "test", "--help"]), ("help-policy-verify", ["policy", "verify", "--help"]),
        ("help-policy-diff", ["policy", "diff", "--help"]), ("help-policy-find", ["policy", "find", "--help"]),
        ("version", ["--version"]), ("nothing-asked", []), ("no-audience", ["--size", "1GB"]),
        ("group-misspelt", ["--group", "bioimagin"]), ("group-unheard-of", ["--group", "quidditch"]),
        ("level-misspelt", ["--group", "hr", "--level", "confidental"]),
        ("tag-misspelt", ["--group", "hr", "--contains", "personel"]),
        ("network-misspelt", ["--group", "hr", "--from", "capmus"]),
        ("size-without-unit", ["--group", "hr", "--size", "20"]),
        ("file-missing", ["--group", "hr", "--file", "/no/such/file"]),
        ("file-empty-name", ["--group", "hr", "--file", ""]),
        ("file-and-size", ["--group", "hr", "--file", "README.md", "--size", "1GB"]),
        ("day-that-does-not-exist", ["--group", "hr", "--on-date", "2026-02-30"]),
        ("publish-and-share", ["--publish", "--action", "share"]),
        ("meaningless", ["--group", "hr", "--action", "publish"]),
        ("language-unknown", ["--group", "hr", "--lang", "fr"]), ("option-unknown", ["--group", "hr", "--fiel", "x"]),
        ("facet-unknown", ["--group", "hr", "--facet", "device=ours"]),
        ("no-inventory", ["--group", "hr", "--inventory", "/no/such/folder"]),
        (
            "why-not-forbidden",
            ["why-not", "mail/external", "--external", "--contains", "personal", "--from", "campus"]
        ),
        (
            "why-not-open",
            ["why-not", "istcloud/internal-link", "--group", "bioimaging", "--level", "internal", "--from", "campus"]
        ),
        (
            "why-not-recommended",
            ["why-not", "istsmb3/group-share", "--group", "bioimaging", "--level", "internal", "--from", "campus"]
        ),
        (
            "why-not-cannot",
            ["why-not", "nas02/staff-share", "--group", "bioimaging", "--level", "internal", "--from", "campus"]
        ),
        ("why-not-misspelt", ["why-not", "mail/extern", "--external"]),
        ("explain-nonsense", ["explain", "42"]),
        ("explain-wide-digits", ["explain", "WTS-\u{FF11}\u{FF12}345678"]),
        ("explain-unknown", ["explain", "WTS-00000000"]),
        ("show-group", ["inventory", "show", "neuro-lab"]), ("show-unknown", ["inventory", "show", "istsmb4"]),
        ("find-mail-outside", ["policy", "find", "--method", "mail/external", "--is", "allowed"]),
        ("find-nothing-named", ["policy", "find"]), ("test-no-such-case", ["policy", "test", "--run", "zzzz"]),
        ("test-empty-pattern", ["policy", "test", "--run", ""]),
        ("groups-misspelt", ["--group", "bioimagin", "--group", "hr", "--group", "finanse", "--contains", "personel"]),
        ("diff-bad-change", ["policy", "diff", "a", "b", "--fail-on", "worse"]),
        ("schema-unknown", ["inventory", "schema", "group"]),
        ("command-after-options", ["--inventory", "Inventory", "policy", "verify"]),
        ("user-without-name", ["--user", ""]), ("address-with-escape", ["--external", "a@\u{1B}[31mb"]),
    ]

    @Test(arguments: calls.indices)
    func `the call ends as recorded`(_ index: Int) async throws {
        let call = Self.calls[index]
        try await withProgram { program in
            expectSnapshot(named: "call-\(call.name)", actual: try await program(call.arguments).steady)
        }
    }
}
