import Diagnosis
import StorageModel
import Testing

private typealias Sample = AccessSamples

/// Two things are wrong at once: the one that comes first on the way is named, and the other is never called well.
@Suite struct SimultaneousFaultTests {
    /// A fault, the step at which it shows, and how it gets into the evidence.
    struct Fault: Sendable {
        var name: String
        var cause: Cause
        var step: Int
        var spoil: @Sendable (inout Ingredients) -> Void
    }

    /// What a question is made of; each fault spoils a part.
    struct Ingredients {
        var lookup = NameLookup.Answer.addresses([Sample.serverAddress])
        var connection = ConnectionAttempt.Outcome.connected
        var greeting = GreetingAttempt.Outcome.greeted(Samples.greeting(kerberos: true))
        var visit = Samples.visit(.space, .done)
        var standing = AccessCase.Standing.inside("campus")
        var interfaces = [Sample.campusCard]
        var route = Sample.route("eth0", .ethernet)
        var tickets = Sample.tickets(endingIn: 3_600)
        var rules: [FirewallRule] = []
        var access = AccessCase.ExpectedAccess.granted(Sample.staff)
        var mounts: [Observation] = []
        var ticketServers: [Observation] = []

        /// What would be seen: whoever fails at a step comes to none after it.
        var question: AccessCase {
            var sighting = Sighting(lookup: Samples.lookup(lookup))
            if case .addresses = lookup {
                sighting.connections = [Samples.attempt(connection)]
                if connection == .connected {
                    sighting.greetings = [Samples.hello(greeting)]
                    if case .greeted = greeting { sighting.visit = visit }
                }
            }
            return Sample.question(
                sighting, Samples.expectation(promise: ServicePromise(isInternalName: true)), standing: standing,
                situation: Sample.situation(
                    routes: [route], interfaces: interfaces, tickets: tickets, rules: rules),
                ticketServers: ticketServers, access: access, signIn: .ownTicket, mounts: mounts)
        }
    }

    private static let drop = FirewallRule(
        source: .nftables, family: "inet", table: "filter", chain: "output", verdict: .drop, fit: .certain)

    /// In the order of the way from the person to the file.
    static let faults: [Fault] = [
        Fault(name: "no VPN", cause: .vpnDown, step: 0) {
            $0.standing = .outside("outside")
            $0.interfaces = [Sample.homeCard]
            $0.route = Sample.route("wlan0", .wireless, by: "192.168.0.1")
            $0.lookup = .unknownName
        },
        Fault(name: "name servers silent", cause: .dnsNoAnswer, step: 1) {
            if $0.lookup != .unknownName { $0.lookup = .noAnswer }
        },
        Fault(name: "own firewall", cause: .clientFirewall, step: 2) {
            $0.connection = .forbiddenHere
            $0.rules = [drop]
        },
        Fault(name: "server's host gone", cause: .hostUnreachable, step: 3) {
            if $0.connection == .connected { $0.connection = .hostUnreachable }
        },
        Fault(name: "server hung", cause: .serverHung, step: 4) { $0.greeting = .silent },
        Fault(name: "clock apart", cause: .clockSkew, step: 5) {
            if case .greeted = $0.greeting {
                $0.greeting = .greeted(Samples.greeting(skew: 900, kerberos: true))
                $0.visit = Samples.refused(.auth, "LOGON_FAILURE")
            }
        },
        Fault(name: "ticket ended", cause: .kerberosTicketExpired, step: 6) {
            $0.tickets = Sample.tickets(endingIn: -60)
            if $0.visit.steps.allSatisfy({ $0.outcome == .done }) { $0.visit = Samples.refused(.auth, "LOGON_FAILURE") }
        },
        Fault(name: "no right to the share", cause: .shareDenied, step: 7) {
            $0.access = .unknown([Sample.staff])
            if $0.visit.steps.allSatisfy({ $0.outcome == .done }) { $0.visit = Samples.refused(.tree, "ACCESS_DENIED") }
        },
        Fault(name: "disk full", cause: .diskFull, step: 8) {
            if $0.visit.steps.allSatisfy({ $0.outcome == .done }) {
                $0.visit = Samples.refused(.write, "DISK_FULL", free: 0)
            }
        },
        Fault(name: "mount hung", cause: .mountHung, step: 9) { $0.mounts = [Sample.mount(.failed, .mountHung)] },
    ]

    /// Each fault with each one after it: 45 pairs.
    static let pairs = faults.indices.flatMap { first in
        faults.indices.dropFirst(first + 1).map { (first, $0) }
    }

    @Test func thereArePairsEnough() { #expect(Self.pairs.count >= 30) }

    @Test(arguments: faults.indices)
    func oneFaultIsNamed(place: Int) {
        let fault = Self.faults[place]
        var ingredients = Ingredients()
        fault.spoil(&ingredients)
        #expect(ingredients.question.diagnosis().cause == fault.cause, "\(fault.name)")
    }

    @Test(arguments: pairs)
    func theEarlierFaultIsNamedAndTheLaterNotCalledWell(pair: (Int, Int)) {
        let (first, second) = (Self.faults[pair.0], Self.faults[pair.1])
        var ingredients = Ingredients()
        first.spoil(&ingredients)
        second.spoil(&ingredients)
        let answer = ingredients.question.diagnosis()
        #expect(answer.cause == first.cause, "\(first.name) and \(second.name)")
        #expect(answer.outcome == .broken)
        let hidden = answer.observation.steps.drop { $0.state != .fail }.dropFirst()
        #expect(hidden.allSatisfy { $0.state == .notChecked })
        #expect(!answer.ruledOut.contains { $0.cause == second.cause }, "the later fault is ruled out")
        let support = answer.support
        #expect(!support.contains { if case .mountAnswers = $0 { true } else { false } })
    }

    @Test func withoutAFaultItWorks() {
        #expect(Ingredients().question.diagnosis().outcome == .works)
    }
}
