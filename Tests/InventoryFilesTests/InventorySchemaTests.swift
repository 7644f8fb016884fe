import FoundationEssentials
import InventoryFiles
import TestKit
import Testing

/// The schemas against inventories that the reader accepts and refuses, judged by Python's jsonschema.
@Suite struct InventorySchemaTests {
    @Test func schemasAndReaderAgree() async throws {
        let isThere = try await python(["-c", "import jsonschema, yaml"])
        guard isThere.ending == .exited(0) else {
            // The packages are part of the development setup, so their absence is not a reason to pass.
            Issue.record("python3 lacks jsonschema or yaml: install python3-jsonschema and python3-yaml")
            return
        }
        try await withTemporaryFolder { folder in
            var expected = ["base": "accepts", "starter": "accepts", "shipped": "accepts"]
            var arguments = [
                "base=\(Fixtures.base)", "starter=\(folder.at("starter"))", "shipped=\(repositoryRoot)/Inventory",
            ]
            for (path, text) in InventoryStarter.files { try folder.write(text, to: "starter/\(path)") }
            for kind in FileKind.allCases {
                try folder.write(InventorySchema.document(for: kind), to: "schemas/\(kind.rawValue).json")
            }
            for name in Fixtures.bad {
                let bad = try BadInventory(name)
                guard bad.verdict != .unasked else { continue }
                let path = try folder.makeFolder("bad/\(name)")
                try bad.write(to: path)
                expected[name] = String(bad.verdict.rawValue.split(separator: " ")[1])
                arguments.append("\(name)=\(path)")
            }
            let script = "\(Fixtures.folder)/validate.py"
            let run = try await python([script, folder.at("schemas")] + arguments)
            #expect(run.stderr == "")
            let lines = run.stdout.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
            #expect(lines.count == expected.count && lines.count > 100)
            for line in lines {
                #expect(expected[line[0]] == line[1], "\(line.joined(separator: " "))")
            }
        }
    }

    @Test(arguments: FileKind.allCases)
    func documentsAreTheSameEveryTime(kind: FileKind) {
        #expect(InventorySchema.document(for: kind) == InventorySchema.all[kind])
        #expect(InventorySchema.document(for: kind).hasSuffix("\n}\n"))
    }

    @Test(arguments: FileKind.allCases)
    func everyKeyIsDescribed(kind: FileKind) throws {
        #expect(try undescribed(in: kind).isEmpty)
        #expect(try !recordKeys(of: kind).isEmpty)
    }

    private func python(_ arguments: [String]) async throws -> ProgramRun {
        try await runProgram("/usr/bin/env", ["python3"] + arguments, deadline: .seconds(300))
    }
}
