internal import Diagnosis
internal import StorageModel

/// What speaks for a cause or against it, in words.
struct WitnessWording {
    let wording: Wording

    /// A witness as half a sentence.
    func text(_ witness: Witness) -> String {
        switch witness {
        case .onInsideNetwork(let network):
            wording.say(
                "this computer is on the network '\(name(network))'", "dieser Rechner ist im Netz „\(name(network))“")
        case .onOutsideNetwork(let network):
            network.map {
                wording.say(
                    "this computer is on '\(name($0))', from where the place cannot be reached",
                    "dieser Rechner ist im Netz „\(name($0))“, von dem aus der Ort nicht erreichbar ist")
            }
                ?? wording.say(
                    "this computer is on a network that nobody knows", "dieser Rechner ist in einem unbekannten Netz")
        case .tunnelUp(let interface): wording.say("the VPN is up (\(interface))", "das VPN steht (\(interface))")
        case .noTunnel: wording.say("no VPN is up", "kein VPN ist verbunden")
        case .routeLeaves(let address, let interface, let kind, let gateway): route(address, interface, kind, gateway)
        case .claimedLocally(let address, let interface, let neighbours):
            wording.say(
                "the local network \(neighbours) on \(interface) takes \(address) for a neighbour",
                "das lokale Netz \(neighbours) an \(interface) hält \(address) für einen Nachbarn")
        case .routeForbids(let address):
            wording.say(
                "the routes of this computer forbid \(address)", "die Routen dieses Rechners verbieten \(address)")
        case .firewallRule(let rule): firewall(rule)
        case .answers(let target): wording.say("\(target) answers", "\(target) antwortet")
        case .nothingAnswers(let count):
            wording.say("none of \(count) other places answers", "keiner von \(count) anderen Orten antwortet")
        case .gatewayAnswers(let target):
            wording.say("the way in can be reached (\(target))", "der Zugang ist erreichbar (\(target))")
        case .hostsFile(let line, let address):
            wording.say(
                "line \(line) of this computer's hosts file says \(address)",
                "Zeile \(line) der hosts-Datei dieses Rechners sagt \(address)")
        case .asksNameServers(let servers):
            wording.say("asked: \(list(servers))", "gefragt wurden: \(list(servers))")
        case .asksNoNameServers:
            wording.say("this computer asks no name servers", "dieser Rechner fragt keine Nameserver")
        default: signIn(witness)
        }
    }

    private func signIn(_ witness: Witness) -> String {
        switch witness {
        case .clocksAgree(let seconds):
            wording.say("the clocks agree (\(tenths(seconds)) s)", "die Uhren stimmen überein (\(tenths(seconds)) s)")
        case .clocksDiffer(let seconds):
            wording.say(
                "this computer's clock is \(minutes(seconds)) \(seconds > 0 ? "behind" : "ahead of") the server's",
                "die Uhr dieses Rechners geht \(minutes(seconds)) \(seconds > 0 ? "nach" : "vor")")
        case .noTickets: wording.say("there is no Kerberos ticket", "es gibt kein Kerberos-Ticket")
        case .ticketsUnreadable(let kind):
            wording.say(
                "the tickets are kept in a way that cannot be read here (\(kind.rawValue))",
                "die Tickets liegen so, dass sie hier nicht lesbar sind (\(kind.rawValue))")
        case .ticketValid(let end):
            wording.say(
                "the ticket counts until \(Moment(secondsSince1970: end))",
                "das Ticket gilt bis \(Moment(secondsSince1970: end))")
        case .ticketEnded(let end):
            wording.say(
                "the ticket ended at \(Moment(secondsSince1970: end))",
                "das Ticket endete um \(Moment(secondsSince1970: end))")
        case .ticketServerAnswers(let server):
            wording.say("the ticket server \(server) can be reached", "der Ticketserver \(server) ist erreichbar")
        case .ticketServersSilent(let count):
            wording.say("none of \(count) ticket servers answers", "keiner von \(count) Ticketservern antwortet")
        case .realmUnknown(let realm):
            realm.isEmpty
                ? wording.say("no realm is configured", "kein Realm ist eingestellt")
                : wording.say(
                    "nothing tells where the servers of \(realm) are", "nichts sagt, wo die Server von \(realm) sind")
        case .serviceTicketGiven(let service):
            wording.say("a ticket for \(service) was given", "ein Ticket für \(service) wurde ausgestellt")
        case .serviceTicketRefused(let service):
            wording.say("a ticket for \(service) was refused", "ein Ticket für \(service) wurde verweigert")
        case .memberOf(let group):
            wording.say("the account is in the group '\(group)'", "das Konto ist in der Gruppe „\(group)“")
        case .inNoneOf(let groups):
            wording.say(
                "the account is in none of the groups that may open it: \(list(groups))",
                "das Konto ist in keiner der Gruppen, die es öffnen dürfen: \(list(groups))")
        case .mountAnswers(let path):
            wording.say(
                "it is mounted at \(path), and that answers", "es ist unter \(path) eingehängt, und das antwortet")
        case .shareAnswers: wording.say("the share itself answers", "die Freigabe selbst antwortet")
        case .workedElsewhere(let vantage, let at):
            wording.say(
                "from \(vantage.shownOnOneLine) it worked on \(moment(at))",
                "von \(vantage.shownOnOneLine) aus ging es am \(moment(at))")
        case .failsEverywhere(let vantages, let since):
            wording.say(
                "it has not worked from \(list(vantages.map(\.shownOnOneLine))) either since \(moment(since))",
                "auch von \(list(vantages.map(\.shownOnOneLine))) aus geht es seit \(moment(since)) nicht")
        case .clientSpeaks(let oldest, let newest):
            wording.say(
                "the clients here speak \(oldest) to \(newest)", "die Clients hier sprechen \(oldest) bis \(newest)")
        default: ""
        }
    }

    private func route(_ address: IPAddress, _ interface: String, _ kind: InterfaceKind, _ gateway: IPAddress?)
        -> String
    {
        let by = gateway.map { wording.say(" by way of \($0)", " über \($0)") } ?? ""
        return kind.isTunnel
            ? wording.say(
                "traffic to \(address) goes through the VPN (\(interface))",
                "Verkehr zu \(address) geht durch das VPN (\(interface))")
            : wording.say(
                "traffic to \(address) leaves through \(interface)\(by), not through the VPN",
                "Verkehr zu \(address) geht über \(interface)\(by) hinaus, nicht durch das VPN")
    }

    private func firewall(_ rule: FirewallRule) -> String {
        let place = ["\(rule.family) \(rule.table) \(rule.chain)"] + (rule.handle.map { ["handle \($0)"] } ?? [])
        let text = place.joined(separator: ", ").shownOnOneLine
        return rule.isPolicy
            ? wording.say(
                "the firewall's policy of \(text) stops it", "die Grundregel der Firewall (\(text)) hält es auf")
            : wording.say(
                "a rule of this computer's firewall stops it (\(text))",
                "eine Firewallregel dieses Rechners hält es auf (\(text))")
    }
    private func name(_ network: NetworkID) -> String { wording.texts[.networks, network] }
    private func list(_ items: [some CustomStringConvertible]) -> String {
        items.prefix(4).map(\.description).joined(separator: ", ") + (items.count > 4 ? ", …" : "")
    }
    private func moment(_ seconds: Int64) -> String { Moment(secondsSince1970: seconds).local }
    private func tenths(_ value: Double) -> String { wording.tenths(value) }
    private func minutes(_ seconds: Double) -> String {
        let whole = Int(seconds.magnitude.rounded())
        return whole < 120 ? "\(whole) s" : "\(whole / 60) min"
    }
}
