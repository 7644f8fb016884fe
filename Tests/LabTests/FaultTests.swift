import Lab
import StorageModel
import Testing

extension LabSlowTests {
    @Suite struct FaultTests {
        @Test(arguments: Symptom.all)
        func aFaultIsSeenAndIsGoneAfterwards(_ symptom: Symptom) async throws {
            let lab = try await LabNetwork.shared()
            let fault = try #require(Fault.named(symptom.fault))
            try await lab.with(fault) {
                for (look, expected) in symptom.sights {
                    try await expect(look, expected, in: lab)
                }
            }
            // All that any fault touches.
            try await expect(.name(LabHost.nas02.name), LabHost.nas02.address, in: lab)
            try await expect(.negotiation(LabHost.nas02.name), "0311 plain", in: lab)
            try await expect(.connection(LabHost.istsmb3.address6 ?? ""), "connected", in: lab)
            for host in [LabHost.istsmb3, .nas02, .resolver, .campus] {
                #expect(try await lab.on(host, "nft list tables; ip route show type throw") == "", "\(host)")
            }
            for share in [LabShare.publicShare, .small, .limited, .backend] {
                try await expect(.share(share), "well", in: lab)
            }
            try await expect(.share(.publicShare, "put /bin/bash checks/large"), "well", in: lab)
        }

        @Test func everyFaultHasASymptom() {
            #expect(Symptom.all.map(\.fault) == Fault.all.map(\.name))
        }

        @Test(arguments: Fault.all.compactMap(\.cause)) func aFaultsCauseIsOneThatADiagnosisKnows(_ cause: String) {
            #expect(Cause(rawValue: cause) != nil)
        }

        @Test func aFaultIsUndoneWhenTheBodyThrows() async throws {
            struct Stop: Error {}
            let lab = try await LabNetwork.shared()
            await #expect(throws: Stop.self) { try await lab.with(.rejected(.reset)) { throw Stop() } }
            try await expect(.connection(LabHost.nas02.name), "connected", in: lab)
        }

        @Test func undoingTwiceDoesNoHarm() async throws {
            let lab = try await LabNetwork.shared()
            for fault in Fault.all where fault.server == .resolver || fault.cause == "tcp-dropped" {
                try await lab.undo(fault)
                try await lab.undo(fault)
            }
            try await expect(.share(.publicShare), "well", in: lab)
        }

        @Test func aFaultOfOneServerIsNotSeenAtAnother() async throws {
            let lab = try await LabNetwork.shared()
            try await lab.with(.stopped(.cluster)) {
                try await expect(.connection(LabHost.cluster.name), "ECONNREFUSED", in: lab)
                try await expect(.share(.publicShare), "well", in: lab)
            }
        }

        @Test func aSessionCanHangWhileNewOnesAreServed() async throws {
            let lab = try await LabNetwork.shared()
            try await lab.withColleague(at: .nas02) { colleague in
                try await expect(colleague, answers: "alive")
                try await lab.with(.sessionHung()) {
                    try await expect(colleague, answers: nil)
                    try await expect(.share(.publicShare), "well", in: lab)
                }
                try await expect(colleague, answers: "alive")
            }
        }

        @Test func aShareCanBeTakenAwayFromItsUsers() async throws {
            let lab = try await LabNetwork.shared()
            try await lab.withColleague(at: .nas02) { colleague in
                try await expect(colleague, answers: "alive")
                try await lab.with(.shareRemoved()) {
                    try await expect(colleague, answers: "c00000c9")
                    try await expect(.share(.publicShare), "BAD_NETWORK_NAME", in: lab)
                }
            }
            try await expect(.share(.publicShare), "well", in: lab)
        }
    }
}
