internal import Diagnosis
internal import StorageModel

extension PastedCase {
    /// What the computer knows of itself, as far as the script asked.
    func situation(at now: Int64) -> HostSituation {
        let name = pasted.account ?? ""
        return HostSituation(
            routes: pasted.routes,
            interfaces: pasted.interfaces.map { .known($0) } ?? .unknown(.missing("the script's answer")),
            names: NameResolution(
                sources: .unknown(.notAsked),
                settings: pasted.resolver.map { .known($0) } ?? .unknown(.missing("the script's answer")),
                hostsEntries: .known(pasted.hostsEntries)),
            kerberos: KerberosSituation(
                configuration: .unknown(.notAsked),
                cache: TicketCacheSituation(
                    kind: .other, location: "", chooser: .library,
                    tickets: pasted.tickets.map { .known($0) } ?? .unknown(.notAsked))),
            account: pasted.groups.map { groups in
                .known(.found(HostAccount(name: name, userID: 0, groups: groups)))
            } ?? (name.isEmpty ? .unknown(.notAsked) : .known(.unknownHere(name: name))),
            firewall: pasted.firewall.map { .known($0) } ?? .unknown(.notAsked),
            smbClient: SMBClientSituation(
                settings: pasted.client.map { .known($0) } ?? .unknown(.notAsked),
                mountProgram: .unknown(.notAsked), kernelModule: .unknown(.notAsked)),
            clock: ClockSituation(now: now, discipline: .unknown(.notAsked), bootID: .unknown(.notAsked)))
    }
}
