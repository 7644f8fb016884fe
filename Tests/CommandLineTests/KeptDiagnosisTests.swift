import Foundation
import TestKit
import Testing

/// What people quote on the telephone can be read again.
@Suite struct KeptDiagnosisTests {
    private func diagnosed(_ body: (Program, [String: String], String) async throws -> Void) async throws {
        try await withProgram { program in
            let inventory = try RefusedPlaces.write(to: program.home, checks: "checks: {pause-seconds: 0}\n")
            let places = ["WHERETOSHARE_INVENTORY": inventory]
            let run = try await program(["diagnose", "files/all", "--no-sign-in"], environment: places)
            let id = try #require(run.stdout.firstMatch(of: /WTD-[0-9A-F]{4}/)).output
            try await body(program, places, String(id))
        }
    }

    @Test func itIsReadByItsId() async throws {
        try await diagnosed { program, places, id in
            let again = try await program(["explain", id], environment: places)
            #expect(again.exitStatus == 1)
            #expect(again.stdout.contains(id) && again.stdout.contains("tcp-refused"))
            #expect(again.stderr.hasPrefix("note: as it was seen on 20"))
            let short = try await program(["explain", String(id.dropFirst(4)).lowercased()], environment: places)
            #expect(short.stdout == again.stdout)
            let ticket = try await program(["explain", id, "--ticket", "--lang", "de"], environment: places)
            #expect(ticket.stdout.hasPrefix("## \(id): ") && ticket.stderr.isEmpty)
            let value = try JSONValue(
                try await program(["explain", id, "--format", "json"], environment: places).stdout)
            #expect(value["id"].text == id && value["cause"].text == "tcp-refused")
            let file = program.home.at(".local/state/wheretoshare/diagnoses/\(id).json")
            let facts = try FileManager.default.attributesOfItem(atPath: file)
            #expect(facts[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test func whatIsNotKeptIsSaidSo() async throws {
        try await diagnosed { program, places, id in
            let other = id == "WTD-0000" ? "WTD-0001" : "WTD-0000"
            let none = try await program(["explain", other], environment: places)
            #expect(none.exitStatus == 2)
            #expect(none.stderr.hasPrefix("error: the diagnosis \(other) is not kept here\n"))
            let usage = try await program(["explain", "WTD-12"], environment: places)
            #expect(usage.exitStatus == 64)
            let messages = try await program(["explain", id, "--messages"], environment: places)
            #expect(messages.exitStatus == 64)
            try program.home.write("{}", to: ".local/state/wheretoshare/diagnoses/\(id).json")
            let damaged = try await program(["explain", id], environment: places)
            #expect(damaged.exitStatus == 2)
            #expect(damaged.stderr.contains("the kept diagnosis \(id) cannot be read"))
        }
    }
}
