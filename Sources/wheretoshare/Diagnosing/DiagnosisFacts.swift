internal import Diagnosis
internal import StorageModel

/// What this computer knows of itself, as it is shown.
struct DiagnosisFacts {
    private let report: DiagnosisReport
    private let words: CheckWording
    private var wording: Wording { words.wording }

    init(_ report: DiagnosisReport, _ words: CheckWording) {
        self.report = report
        self.words = words
    }

    /// Each fact with what it is called.
    var lines: [(String, String)] {
        var lines: [(String, String)] = [(wording.say("Network", "Netz"), standing)]
        guard let situation = report.evidence.situation else { return lines }
        lines.append(("VPN", tunnels(situation)))
        for route in situation.routes.prefix(4) {
            lines.append((wording.say("Way to", "Weg zu") + " \(route.address)", way(route)))
        }
        lines.append((wording.say("Names", "Namen"), names(situation.names)))
        lines.append((wording.say("Clock", "Uhr"), clock(situation.clock)))
        lines.append(("Kerberos", tickets(situation.kerberos)))
        lines.append((wording.say("Account", "Konto"), account(situation.account)))
        lines.append(("Firewall", firewall(situation.firewall)))
        lines.append((wording.say("Clients", "Clients"), clients(situation.smbClient)))
        for mount in report.evidence.mounts.prefix(4) {
            lines.append(
                (
                    wording.say("Mounted at", "Eingehängt"),
                    "\(mount.target): \(words.verdict(mount.verdict))"
                        + (mount.cause.map { " (\($0.rawValue))" } ?? "")
                ))
        }
        return lines
    }

    private var standing: String {
        switch report.evidence.standing {
        case .inside(let network): wording.texts[.networks, network] + wording.say(", inside", ", innen")
        case .outside(let network):
            (network.map { wording.texts[.networks, $0] } ?? "?") + wording.say(", outside", ", außen")
        case .unknown: wording.say("not known", "nicht bekannt")
        }
    }

    private func tunnels(_ situation: HostSituation) -> String {
        guard let tunnels = situation.virtualNetworks else { return unknown(situation.interfaces.obstacle) }
        guard !tunnels.isEmpty else { return wording.say("no tunnel is up", "kein Tunnel ist verbunden") }
        return tunnels.map { tunnel in
            "\(tunnel.name) (\(tunnel.kind.id)): "
                + tunnel.addresses.map { $0.address.description }.joined(separator: ", ")
        }.joined(separator: "; ")
    }

    private func way(_ route: Route) -> String {
        switch route.outcome {
        case .unknown(let obstacle): return unknown(obstacle)
        case .known(let outcome):
            switch outcome {
            case .path(let path), .thisComputer(let path):
                let by = path.gateway.map { wording.say(" by way of \($0)", " über \($0)") } ?? ""
                let from = path.source.map { wording.say(" from \($0)", " von \($0)") } ?? ""
                return "\(path.interface) (\(path.kind.id))\(by)\(from)"
            case .none: return wording.say("no route", "keine Route")
            case .unreachable: return wording.say("a route says: unreachable", "eine Route sagt: unerreichbar")
            case .prohibited: return wording.say("a route forbids it", "eine Route verbietet es")
            case .blackhole: return wording.say("a route swallows it", "eine Route verschluckt es")
            }
        }
    }

    private func names(_ names: NameResolution) -> String {
        let settings = names.settingsBehind?.value ?? names.settings.value
        guard let settings else { return unknown(names.settings.obstacle) }
        let servers = settings.servers.map(\.description).joined(separator: ", ")
        let hosts = names.hostsEntries.value ?? []
        let own = hosts.map {
            wording.say("hosts file line \($0.line): \($0.address)", "hosts-Datei Zeile \($0.line): \($0.address)")
        }
        return ([servers.isEmpty ? wording.say("no name server", "kein Nameserver") : servers] + own).joined(
            separator: "; ")
    }

    private func clock(_ clock: ClockSituation) -> String {
        let skew = report.evidence.sighting.greetings.lazy.compactMap { $0.greeting?.clockSkewSeconds }.first
        let kept: String =
            switch clock.discipline {
            case .known(let discipline):
                discipline.isSynchronised
                    ? wording.say("kept in time", "wird gestellt")
                    : wording.say("kept by nobody", "wird von niemandem gestellt")
            case .unknown(let obstacle): unknown(obstacle)
            }
        let apart = skew.map {
            wording.say(
                "; \(wording.tenths($0)) s from the server's", "; \(wording.tenths($0)) s neben der des Servers")
        }
        return kept + (apart ?? "")
    }

    private func tickets(_ kerberos: KerberosSituation) -> String {
        switch kerberos.cache.tickets {
        case .unknown(.missing): return wording.say("no tickets", "keine Tickets")
        case .unknown(let obstacle): return "\(kerberos.cache.kind.rawValue): \(unknown(obstacle))"
        case .known(let held):
            let name = "\(held.principal)@\(held.realm)".shownOnOneLine
            guard let ticket = held.grantingTicket else {
                return wording.say(
                    "\(name), no ticket to get others with", "\(name), kein Ticket, mit dem es weitere gibt")
            }
            let end = Moment(secondsSince1970: ticket.end)
            return switch ticket.state(at: report.evidence.now) {
            case .valid: wording.say("\(name), until \(end)", "\(name), bis \(end)")
            case .expired: wording.say("\(name), ended \(end)", "\(name), endete \(end)")
            case .notYetValid: wording.say("\(name), not valid yet", "\(name), gilt noch nicht")
            }
        }
    }

    private func account(_ reading: HostReading<HostAccountLookup>) -> String {
        switch reading {
        case .unknown(let obstacle): unknown(obstacle)
        case .known(.unknownHere(let name)):
            wording.say(
                "'\(name.shownOnOneLine)' is not known on this computer",
                "'\(name.shownOnOneLine)' ist auf diesem Rechner unbekannt")
        case .known(.found(let account)):
            "\(account.name.shownOnOneLine): " + account.groups.prefix(12).map(\.shownOnOneLine).joined(separator: ", ")
                + (account.groups.count > 12 ? ", …" : "")
        }
    }

    private func firewall(_ reading: HostReading<LocalFirewall>) -> String {
        switch reading {
        case .unknown(let obstacle): unknown(obstacle)
        case .known(let firewall) where firewall.rules.isEmpty:
            wording.say("nothing in the way", "nichts im Weg")
        case .known(let firewall):
            wording.say(
                "\(firewall.rules.count) rules may be in the way", "\(firewall.rules.count) Regeln könnten im Weg sein")
        }
    }

    private func clients(_ client: SMBClientSituation) -> String {
        let module: String =
            switch client.kernelModule {
            case .known(.loaded), .known(.available):
                wording.say("the kernel can mount shares", "der Kernel kann Freigaben einhängen")
            case .known(.absent):
                wording.say("the kernel cannot mount shares", "der Kernel kann keine Freigaben einhängen")
            case .unknown(let obstacle): unknown(obstacle)
            }
        let isProgramMissing = if case .unknown(.missing) = client.mountProgram { true } else { false }
        let program = isProgramMissing ? wording.say(", mount.cifs is missing", ", mount.cifs fehlt") : ""
        return module + program
    }

    private func unknown(_ obstacle: HostReadingObstacle?) -> String {
        switch obstacle {
        case .notPermitted: wording.say("not known: only root may see it", "nicht bekannt: nur root darf es sehen")
        case .missing(let what):
            wording.say("not known: \(what.shownOnOneLine) is missing", "nicht bekannt: \(what.shownOnOneLine) fehlt")
        case .deadline: wording.say("not known: no answer in time", "nicht bekannt: keine Antwort in der Zeit")
        case .system(let errno): wording.say("not known: error \(errno)", "nicht bekannt: Fehler \(errno)")
        case .tooLarge(let what):
            wording.say(
                "not known: \(what.shownOnOneLine) is too large", "nicht bekannt: \(what.shownOnOneLine) ist zu groß")
        case .notUnderstood(let what):
            wording.say("not understood: \(what.shownOnOneLine)", "nicht verstanden: \(what.shownOnOneLine)")
        case .notAsked, nil: wording.say("not asked", "nicht gefragt")
        }
    }
}
