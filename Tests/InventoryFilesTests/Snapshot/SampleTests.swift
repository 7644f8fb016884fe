import StorageModel
import Testing

/// The other tests of snapshots are worth no more than the sample is full.
@Suite("The sample inventory")
struct SampleTests {
    /// The cases of the enumerations that do not list them; a new case does not compile here until it is added.
    private static let casesWithPayload: [String: Set<String>] = {
        func kind(_ value: Obligation.Kind) -> String {
            switch value {
            case .flag: "flag"
            case .atMost: "atMost"
            case .atLeast: "atLeast"
            case .oneOf: "oneOf"
            }
        }
        func witness(_ value: Prerequisite.Witness) -> String {
            switch value {
            case .account: "account"
            case .networks: "networks"
            }
        }
        func demand(_ value: ObligationValue) -> String {
            switch value {
            case .flag: "flag"
            case .atMost: "atMost"
            case .atLeast: "atLeast"
            case .oneOf: "oneOf"
            }
        }
        func member(_ value: AudienceMember) -> String {
            switch value {
            case .group: "group"
            case .user: "user"
            case .internal: "internal"
            case .external: "external"
            case .anyone: "anyone"
            case .publish: "publish"
            }
        }
        func promise(_ value: Invariant.Promise) -> String {
            switch value {
            case .neverAllowed: "neverAllowed"
            case .carries: "carries"
            case .hasSteps: "hasSteps"
            case .lacksSteps: "lacksSteps"
            case .outcome: "outcome"
            }
        }
        func family(_ value: IPAddress.Family) -> String {
            switch value {
            case .ipv4: "ipv4"
            case .ipv6: "ipv6"
            }
        }
        func time(_ value: MaintenanceWindow.Time) -> String {
            switch value {
            case .weekly: "weekly"
            case .days: "days"
            }
        }
        let firstDay = CalendarDate(daysSince1970: 0)
        let times: [MaintenanceWindow.Time] = [
            .weekly(weekday: 1, minute: 0, minutes: 1), .days(firstDay, firstDay),
        ]
        let kinds: [Obligation.Kind] = [.flag, .atMost(unit: ""), .atLeast(unit: ""), .oneOf([])]
        let demands: [ObligationValue] = [.flag, .atMost(0), .atLeast(0), .oneOf([])]
        let members: [AudienceMember] = [
            .group(""), .user("", groups: nil), .internal, .external(nil), .anyone, .publish,
        ]
        let promises: [Invariant.Promise] = [
            .neverAllowed, .carries([], suggestionIsEnough: false), .hasSteps([]), .lacksSteps([]), .outcome([]),
        ]
        return [
            "MaintenanceWindow.Time": Set(times.map(time)),
            "Obligation.Kind": Set(kinds.map(kind)),
            "Prerequisite.Witness": Set([.account, .networks([])].map(witness)),
            "ObligationValue": Set(demands.map(demand)),
            "AudienceMember": Set(members.map(member)),
            "Invariant.Promise": Set(promises.map(promise)),
            "IPAddress.Family": Set([.ipv4, .ipv6].map(family)),
        ]
    }()

    private let encodings = "Sources/InventoryFiles/Snapshot/Encoding"

    private let walk: SampleWalk = {
        var walk = SampleWalk(expectedCases: casesWithPayload)
        walk.visit(SampleInventory.full)
        return walk
    }()

    @Test("fills every stored property of every type")
    func everyPropertyIsFilled() {
        #expect(walk.unfilled == [], "fill these in SampleInventory, then store them in \(encodings)")
        // A walk that sees nothing would find nothing missing.
        #expect(walk.propertyCount > 100)
    }

    @Test("has every case of every enumeration")
    func everyCaseOccurs() {
        #expect(walk.missingCases == [], "use these in SampleInventory, then store them in \(encodings)")
    }

    @Test("has no two properties that could be exchanged unnoticed")
    func propertiesDiffer() {
        #expect(walk.alwaysEqual == [], "give these different values in SampleInventory")
    }

    @Test("is the same every time")
    func isTheSame() {
        #expect(SampleInventory.full == SampleInventory.full)
    }

    @Test("would be found wanting if something were missing")
    func findsGaps() {
        var inventory = SampleInventory.full
        inventory.networks = inventory.networks.map { network in
            var network = network
            network.isFallback = false
            network.interfaces = []
            return network
        }
        inventory.institution.contact.phone = inventory.institution.contact.email
        inventory.invariants.removeAll { $0.promise == .neverAllowed }
        var walk = SampleWalk(expectedCases: Self.casesWithPayload)
        walk.visit(inventory)
        #expect(walk.unfilled == ["Network.interfaces", "Network.isFallback"])
        #expect(walk.alwaysEqual == ["Contact.phone and email"])
        #expect(walk.missingCases == ["Invariant.Promise.neverAllowed"])
    }
}
