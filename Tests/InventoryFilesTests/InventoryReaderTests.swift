import InventoryFiles
import StorageModel
import TestKit
import Testing

@Suite struct InventoryReaderTests {
    private func base() throws -> Inventory { try InventoryReader.read(Fixtures.baseSource()) }

    @Test func theInstitutionIsRead() throws {
        let inventory = try base()
        #expect(inventory.institution.id == "polaris")
        #expect(inventory.institution.languages == ["en", "de"])
        #expect(inventory.institution.contact.phone == "+43 1 2345-678")
        #expect(inventory.institution.contact.provenance.paragraph == "Contacts")
        #expect(inventory.sources.map(\.id) == ["handbook", "interview"])
        #expect(inventory.revision == (try Fixtures.baseSource().revision))
        #expect(inventory.texts.map(\.language) == ["en", "de"])
    }

    @Test func theVocabularyIsRead() throws {
        let vocabulary = try base().vocabulary
        #expect(vocabulary.levels.map(\.id) == ["open", "internal", "strict"])
        #expect(vocabulary.levels[2].aliases == ["L3", "red"])
        #expect(vocabulary.tags.filter(\.standsForUnknown).map(\.id) == ["unclear"])
        #expect(vocabulary.facets == [Facet(id: "device", values: ["managed", "private"], ifUnknown: "private")])
        #expect(
            vocabulary.obligations.map(\.kind) == [
                .flag, .atMost(unit: "days"), .atLeast(unit: "characters"), .oneOf(["sms", "phone", "chat"]), .flag,
                .flag,
            ])
        #expect(vocabulary.obligations[4].prerequisite?.witness == .networks(["campus", "vpn"]))
        #expect(vocabulary.obligations[5].prerequisite == Prerequisite(parties: [.recipient], witness: .account))
    }

    @Test func systemsAreRead() throws {
        let systems = try base().systems
        let files = try #require(systems.first { $0.id == "files" })
        let cloud = try #require(systems.first { $0.id == "cloud" })
        #expect(files.locations[.windows] == #"\\{host}\{share}\{folder}"#)
        #expect(files.location(of: files.shares[1], on: .linux) == "smb://files.polaris.example/labs/optics/common")
        #expect(files.availableFrom == CalendarDate("2024-01-15") && files.retiresOn == CalendarDate("2031-12-31"))
        #expect(files.shares.map(\.id) == ["files/labs", "files/optics"])
        #expect(files.shares.map(\.method) == ["files/group-share", "files/group-share"])
        #expect(files.methods[0].limits.totalBytes?.value == 2_000_000_000_000)
        #expect(files.methods[0].steps[0] == MethodPart(id: "copy-to-share", movesData: true))
        #expect(cloud.methods[0].limits.fileBytes?.value == 4 << 30 && cloud.methods[0].limits.files?.value == 1000)
        #expect(cloud.methods[0].capabilities["password-length"]?.value == .enforced)
        #expect(cloud.methods[0].messages[1] == MethodPart(id: "password-message", obligation: "second-channel"))
        #expect(
            cloud.methods[0].reach
                == Reach(audience: [.user, .group, .internal, .external, .anyone], through: .everyone))
    }

    @Test func reviewDaysComeFromTheSourceOrTheStatement() throws {
        let systems = try base().systems
        let method = try #require(systems.first { $0.id == "files" }?.methods.first)
        #expect(method.provenance.reviewBy == CalendarDate("2027-10-01"))
        #expect(method.limits.totalBytes?.provenance.reviewBy == CalendarDate("2026-12-31"))
    }

    @Test func groupsAndNetworksAreRead() throws {
        let inventory = try base()
        #expect(inventory.groups.map(\.id) == ["optics", "laser", "finance"])
        #expect(inventory.groups[1].partOf == "optics")
        #expect(inventory.groups[0].accountGroups == ["lab-optics"] && inventory.groups[0].aliases == ["light"])
        #expect(inventory.networks.map(\.id) == ["campus", "vpn", "elsewhere"])
        #expect(inventory.networks[0].addresses.map(\.value.description) == ["192.0.2.0/24", "2001:db8:1::/48"])
        #expect(inventory.networks[1].interfaces.map(\.value) == ["tun*"])
        #expect(inventory.fallbackNetwork == "elsewhere")
    }

    @Test func policyIsRead() throws {
        let inventory = try base()
        let rules = Dictionary(inventory.rules.map { ($0.id, $0) }) { first, _ in first }
        #expect(inventory.rules.count == 10)
        #expect(rules["share-inside"]?.when.audience == Test(atMost: .group))
        #expect(rules["no-strict-links"]?.isGuardrail == true)
        #expect(
            rules["link-password"]?.obligations == [
                "password": .flag, "password-length": .atLeast(12), "second-channel": .oneOf(["sms", "phone"]),
            ])
        #expect(rules["prefer-shares"]?.weight == 20)
        #expect(rules["ask-about-health"]?.when.tags == TagTest(hasAnyOf: ["health"], hasNoneOf: ["unclear"]))
        #expect(rules["large-data"]?.when.bytes == Test(atLeast: 100_000_000_000, atMost: 10_000_000_000_000))
        #expect(rules["large-data"]?.when.facets == ["device": Test(anyOf: ["private"])])
        #expect(
            inventory.invariants.map(\.promise) == [
                .neverAllowed, .carries(["password", "second-channel"], suggestionIsEnough: false),
                .carries(["expiry"], suggestionIsEnough: true), .hasSteps(["upload"]),
                .lacksSteps(["make-upload-link"]),
                .outcome([.notAllowed, .ask]),
            ])
        #expect(inventory.impossibilities.map(\.id) == ["publish-alone"])
        #expect(inventory.exemptions.map(\.lifts) == ["no-strict-links"])
        #expect(inventory.exemptions[0].until == CalendarDate("2027-01-31"))
    }

    @Test func casesAreRead() throws {
        let cases = try base().cases
        #expect(cases.count == 3)
        let question = cases[0].question
        #expect(question.audience == [.group("optics"), .user("anna", groups: ["optics"])])
        #expect(question.tags == [TagClaim("personal", because: .declared)])
        #expect(question.bytes == 20_000_000_000 && question.largestFileBytes == 1_000_000_000 && question.files == 12)
        #expect(question.asker == Asker(account: "bert", groups: ["laser"]) && question.lyingOn == "files/labs")
        #expect(question.inspection == .partial && question.facets == ["device": "managed"])
        #expect(cases[1].question.tags == [TagClaim("personal", because: .found)])
        #expect(cases[1].question.audience == [.external("eve@elsewhere.example")])
        #expect(cases[1].expectation.obligations?["second-channel"] == .oneOf(["sms", "phone"]))
        #expect(cases[2].question.audience == [.anyone, .publish])
        #expect(cases[2].expectation.forbidden == ["cloud/share-link": ["no-strict-links"]])
    }

    @Test func textsAreRead() throws {
        let inventory = try base()
        #expect(inventory.texts(in: "de")[.steps, "need-account"] == "bei {contact} ein Konto beantragen")
        #expect(
            inventory.texts(in: "en")[.messages, "share-note"].hasPrefix("Subject: Data for {audience}\n\n* The data"))
    }

    @Test func theSameFilesGiveTheSameReport() throws {
        let files = try Fixtures.baseSource().files.filter {
            $0.path != "networks.yaml" && $0.path != "systems/cloud.yaml"
        }
        let reports = try (0..<5).map { _ in
            try #require(throws: InventoryUnusable.self) {
                try InventoryReader.read(InventorySource(folder: "f", files: files.shuffled()))
            }.description
        }
        #expect(Set(reports).count == 1)
    }

    @Test func oneMissingFileDoesNotHideOtherProblems() throws {
        let files = try Fixtures.baseSource().files.map { file in
            switch file.path {
            case "networks.yaml": InventorySource.File(path: file.path, text: "networks: [")
            case "groups/offices.yaml": InventorySource.File(path: file.path, text: "groups: [{id: x}]")
            default: file
            }
        }
        let error = try #require(throws: InventoryUnusable.self) {
            try InventoryReader.read(InventorySource(folder: "f", files: files))
        }
        #expect(Set(error.problems.map(\.file)) == ["networks.yaml", "groups/offices.yaml"])
    }

    @Test func aThousandProblemsAreEnough() throws {
        let groups = "groups:\n" + (0..<3_000).map { "  - {id: g\($0), nam: x}\n" }.joined()
        let files = try Fixtures.baseSource().files + [InventorySource.File(path: "groups/many.yaml", text: groups)]
        let error = try #require(throws: InventoryUnusable.self) {
            try InventoryReader.read(InventorySource(folder: "f", files: files))
        }
        #expect(error.problems.count == 1_001)
        #expect(error.problems.first?.code == .tooManyProblems)
    }

    @Test func anEmptyFolderIsNoInventory() throws {
        let error = try #require(throws: InventoryUnusable.self) {
            try InventoryReader.read(InventorySource(folder: "f", files: []))
        }
        #expect(Set(error.problems.map(\.code)) == [.fileMissing])
    }

    @Test func theShippedInventoryIsRead() throws {
        let inventory = try InventoryReader.read(InventoryFolder.load(at: "\(repositoryRoot)/Inventory"))
        #expect(inventory.systems.count == 6)
    }
}
