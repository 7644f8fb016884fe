import ArgumentParser
import HostFacts
import InventoryFiles
import SharingPolicy
import StorageModel
import TestKit
import Testing

@testable import wheretoshare

/// Data that lie on a mounted share already.
///
/// The kernel here mounts no CIFS, so the mount table is a text; everything behind it is real.
@Suite struct MountedShareTests {
    private func inventory() throws -> Inventory {
        try InventoryReader.read(try InventoryFolder.load(at: "\(repositoryRoot)/Inventory"))
    }

    private func world(mounting source: String, at folder: String, type: String = "cifs") -> World {
        let point = folder.replacing(" ", with: "\\040")
        let text = """
            1 0 8:1 / / rw - ext4 /dev/sda1 rw
            2 1 0:44 / \(point) rw - \(type) \(source) rw,vers=3.1.1

            """
        return World(
            folders: nil, terminal: TerminalFacts(environment: [:], outputWidth: nil, errorWidth: nil),
            today: CalendarDate(daysSince1970: 20_779), processors: 1, inventoryVariable: nil, ownTickets: nil,
            programFolder: nil,
            mounts: { MountTable(parsing: text.utf8) }, addresses: { [] }, account: { _ in nil })
    }

    private func answer(_ arguments: [String], _ world: World) throws -> RecommendationDocument {
        let inventory = try inventory()
        let wording = Wording(inventory, language: "en")
        let options = try RequestOptions.parse(arguments + ["--from", "campus"])
        let builder = RequestBuilder(inventory: inventory, world: world, options: options, wording: wording)
        let policy = CompiledPolicy(inventory, today: world.today)
        return try Answer(policy, wording, try builder.request(), on: .linux, world).document
    }

    private func text(_ document: RecommendationDocument) throws -> String {
        let wording = Wording(try inventory(), language: "en")
        return RecommendationText(document: document, wording: wording, width: 88, isColored: false).short(
            withMessages: false)
    }

    @Test(arguments: [
        ("//istsmb3.ist.ac.at/groups/bioimaging", "cifs"), ("//ISTSMB3.ist.ac.at/Groups/bioimaging/", "smb3"),
        (#"\\istsmb3\groups\bioimaging"#.replacing("\\", with: "\\134"), "cifs"),
    ])
    func `what the whole audience can open is not copied`(_ source: String, _ type: String) throws {
        try withTemporaryFolder { folder in
            try folder.write("x", to: "run 7/table.csv")
            let world = world(mounting: source, at: folder.path, type: type)
            let document = try answer(["--group", "bioimaging", "--file", folder.at("run 7")], world)
            #expect(document.alreadyThere?.share == "istsmb3/bioimaging")
            #expect(document.alreadyThere?.reachesAudience == true)
            #expect(document.alreadyThere?.path == "smb://istsmb3.ist.ac.at/groups/bioimaging/run 7")
            #expect(document.recommended?.live.mountedAt == folder.path)
            #expect(document.recommended?.stepIds.contains { $0.hasPrefix("copy") } == false)
            let shown = try text(document)
            #expect(shown.hasPrefix("It is already there: copy nothing, send the path:\n"))
        }
    }

    @Test func `what only some can open tells who sees it and where it has to go`() throws {
        try withTemporaryFolder { folder in
            try folder.write("x", to: "table.csv")
            let world = world(mounting: "//istsmb3.ist.ac.at/groups/rna-lab", at: folder.path)
            let document = try answer(
                ["--group", "rna-lab", "--group", "neuro-lab", "--file", folder.at("table.csv")], world)
            #expect(document.alreadyThere?.share == "istsmb3/rna-lab")
            #expect(document.alreadyThere?.reachesAudience == false)
            #expect(document.recommended?.share == "istsmb3/neuro-rna")
            #expect(document.recommended?.stepIds.contains { $0.hasPrefix("copy") } == true)
            #expect(try text(document).contains("istsmb3/rna-lab"))
        }
    }

    @Test func `a mounted share is told as the place to copy to`() throws {
        try withTemporaryFolder { folder in
            let world = world(mounting: "//istsmb3.ist.ac.at/groups", at: folder.path)
            let document = try answer(["--group", "bioimaging", "--size", "1GB"], world)
            #expect(document.recommended?.live.mountedAt == folder.at("bioimaging"))
            #expect(try text(document).contains("mounted here at \(folder.at("bioimaging"))"))
        }
    }

    @Test func `a foreign server with the same share name is not ours`() throws {
        try withTemporaryFolder { folder in
            try folder.write("x", to: "table.csv")
            let world = world(mounting: "//other.example/groups/bioimaging", at: folder.path)
            let document = try answer(["--group", "bioimaging", "--file", folder.at("table.csv")], world)
            #expect(document.alreadyThere == nil)
            #expect(document.recommended?.live.mountedAt == nil)
        }
    }

    @Test func `files on different shares are not already there`() throws {
        try withTemporaryFolder { folder in
            try folder.write("x", to: "table.csv")
            try withTemporaryFolder { elsewhere in
                try elsewhere.write("x", to: "b.csv")
                let world = world(mounting: "//istsmb3.ist.ac.at/groups/bioimaging", at: folder.path)
                let document = try answer(
                    ["--group", "bioimaging", "--file", folder.at("table.csv"), "--file", elsewhere.at("b.csv")], world)
                #expect(document.alreadyThere == nil)
            }
        }
    }
}
