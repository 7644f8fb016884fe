internal import StorageModel

/// The look-up of the name.
extension Judgement {
    var nameFinding: Finding? {
        guard let lookup = sighting.lookup else {
            return isNamedByAddress ? .fine(nil, [Evidence("address", expectation.host)]) : nil
        }
        var evidence = [Evidence("name", lookup.name.shown), Evidence("outcome", lookup.answer.word)]
        if !lookup.addresses.isEmpty { evidence.append(Evidence("addresses", lookup.addresses.listed)) }
        if lookup.isFromHostsFile { evidence.append(Evidence("source", "hosts file")) }
        guard !lookup.addresses.isEmpty else {
            return .broken(suspicion(of: lookup), lookup.duration, evidence)
        }
        return addressFinding(lookup, evidence)
    }

    /// What a look-up without addresses means.
    private func suspicion(of lookup: NameLookup) -> Suspicion {
        switch lookup.answer {
        case .unknownName, .noAddress, .addresses:
            switch (promise.isInternalName, expectation.isSeenFromInside) {
            case (false, _): Suspicion(.dnsNameUnknown)
            case (true, true): Suspicion(.dnsNameUnknown, or: [.dnsInternalOnly])
            case (true, _): Suspicion(.dnsInternalOnly, or: [.dnsNameUnknown])
            }
        case .serverFailure, .refused, .noAnswer:
            Suspicion(.dnsNoAnswer)
        case .noServer:
            Suspicion(.dnsNoAnswer, or: [.noRoute])
        case .unreadable:
            lookup.name.isHostName ? Suspicion(.dnsNoAnswer) : Suspicion(.dnsNameUnknown)
        }
    }

    /// Holds the addresses against the promised blocks.
    private func addressFinding(_ lookup: NameLookup, _ evidence: [Evidence]) -> Finding {
        let strange = lookup.addresses.filter { address in !promise.addresses.contains { $0.contains(address) } }
        guard !promise.addresses.isEmpty, !strange.isEmpty else { return .fine(lookup.duration, evidence) }
        let evidence =
            evidence + [
                Evidence("unexpected", strange.listed),
                Evidence("promised", promise.addresses.map(\.description).joined(separator: ", ")),
            ]
        // Outside, a name of the inside may have another address, or the provider answers for every name.
        let suspicion = Suspicion(.dnsWrongAddress, or: promise.isInternalName ? [.dnsInternalOnly] : [])
        let isElsewhere = strange.count == lookup.addresses.count
        // A server that proves to be the right one has moved: then it is the inventory that is behind.
        let isRightServer = !greetings.isEmpty && greetings.allSatisfy { recognises($0) == true }
        return isElsewhere && !isRightServer
            ? .broken(suspicion, lookup.duration, evidence) : .flawed(suspicion, lookup.duration, evidence)
    }
}

extension NameLookup.Answer {
    /// The answer in one word.
    fileprivate var word: String {
        switch self {
        case .addresses(let addresses): addresses.isEmpty ? "no-address" : "found"
        case .unknownName: "unknown-name"
        case .noAddress: "no-address"
        case .serverFailure: "server-failure"
        case .refused: "refused"
        case .noAnswer: "no-answer"
        case .noServer: "no-server"
        case .unreadable: "unreadable"
        }
    }
}

extension String {
    /// Whether it is made like the name of a host (RFC 1123 section 2.1), with underscores let pass.
    fileprivate var isHostName: Bool {
        let name = hasSuffix(".") ? dropLast() : self[...]
        guard (1...253).contains(name.utf8.count) else { return false }
        return name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            (1...63).contains(label.utf8.count)
                && label.unicodeScalars.allSatisfy { scalar in
                    scalar.isASCII
                        && (scalar == "-" || scalar == "_" || scalar.properties.isAlphabetic || ("0"..."9") ~= scalar)
                }
        }
    }
}

extension Collection<IPAddress> {
    /// The addresses, at most eight of them.
    var listed: String {
        let shown = prefix(8).map(\.description).joined(separator: ", ")
        return count > 8 ? shown + ", …" : shown
    }
}
