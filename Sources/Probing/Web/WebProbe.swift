internal import ProcessLimits
internal import StorageModel

/// Asks web servers and TLS gateways through curl, which knows certificates, TLS and HTTP better than we ever would.
struct WebProbe {
    /// A file of certificates to trust instead of the system's; nil for the system's.
    var authorities: String?

    /// curl is given this much less than we wait for it, so that it can tell what it was waiting for.
    private static let margin: Duration = .milliseconds(300)
    private static let largestPage = "65536"

    /// Asks for the pages that tell how a service does.
    ///
    /// No redirect is followed, and nothing is sent that names a person.
    /// - Parameters:
    ///   - host: The name that the certificate has to be for.
    ///   - service: What should answer, and on which port.
    ///   - address: Where to connect; nil to let the program look the name up.
    ///   - deadline: When to give up.
    /// - Returns: What was answered, or why nothing was.
    func answer(
        of host: String, speaking service: Service, at address: IPAddress?, until deadline: ContinuousClock.Instant
    ) async -> WebAnswer {
        let start = ContinuousClock.now
        let literal = IPAddress(host)
        let name = literal?.family == .ipv6 ? "[\(host)]" : host
        let base = "https://\(name):\(service.effectivePort)"
        let pages = service.kind == .seafile ? ["/api2/ping/", "/api2/server-info/"] : ["/"]
        let time = max(0.1, (deadline - start - Self.margin) / .seconds(1))
        var shared = [
            "--silent", "--max-time", "\(time)", "--max-filesize", Self.largestPage, "--proto", "=https",
            "--noproxy", "*", "--user-agent", "wheretoshare", "--header", "Accept: application/json",
            "--write-out", CurlReport.format,
        ]
        if let address, literal == nil {
            let target = address.family == .ipv6 ? "[\(address)]" : "\(address)"
            shared += ["--resolve", "\(host):\(service.effectivePort):\(target)"]
        }
        if let authorities { shared += ["--cacert", authorities] }
        // The settings of whoever runs this are not read.
        var arguments = ["--disable"]
        for (index, page) in pages.enumerated() {
            if index > 0 { arguments.append("--next") }
            arguments += shared + [base + page]
        }
        do {
            let ending = try await SystemCommand(.named("curl")).run(arguments, until: deadline)
            var answer = WebAnswer(
                reports: CurlReport.reports(in: ending.messages), pages: Array(ending.output.utf8), of: service.kind)
            answer.duration = .now - start
            return answer
        } catch {
            let outcome: WebAnswer.Outcome =
                switch error {
                case .deadline: .silent
                case .missing: .notPossible("curl is not installed; install the package curl")
                case .notRun(let reason): .notPossible(reason)
                }
            return WebAnswer(outcome: outcome, duration: .now - start)
        }
    }
}

extension WebAnswer {
    /// What the answers to all questions mean together.
    init(reports: [CurlReport], pages: [UInt8], of kind: Service.Kind) {
        guard let first = reports.first else {
            self.init(outcome: .notPossible("curl said nothing that can be read"), duration: .zero)
            return
        }
        self.init(
            outcome: first.outcome, certificateEnds: first.certificateEnds, handshakeDuration: first.handshake,
            duration: .zero)
        guard case .answered(let status) = outcome, kind == .seafile else { return }
        let ping = String(decoding: pages.prefix(first.size), as: UTF8.self).filter { !$0.isWhitespace }
        guard status == 200, ping == "\"pong\"" else {
            outcome = .unexpected(status: status)
            return
        }
        let second = pages.dropFirst(first.size).prefix(reports.dropFirst().first?.size ?? 0)
        serverVersion = Self.version(in: String(decoding: second, as: UTF8.self))
    }

    /// The version in a Seafile server's own words, such as `"version": "9.0.10"`.
    static func version(in page: String) -> String? {
        guard let key = page.firstRange(of: "\"version\"") else { return nil }
        let rest = page[key.upperBound...].drop { $0.isWhitespace || $0 == ":" }
        guard rest.first == "\"" else { return nil }
        let value = rest.dropFirst().prefix { $0 != "\"" && $0 != "\\" }
        let isPlain = value.utf8.allSatisfy { (UInt8(ascii: "!")...UInt8(ascii: "~")).contains($0) }
        return isPlain && (1...40).contains(value.count) ? String(value) : nil
    }
}
