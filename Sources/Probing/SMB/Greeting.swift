internal import StorageModel

/// The conversation with an SMB server in which nobody signs in: two questions on one connection.
struct Greeting {
    /// Says hello, and asks for the server's names.
    ///
    /// A server that answers the first question and not the second has been met all the same; its names are missing then.
    static func outcome(
        over connection: borrowing Connection, until deadline: ContinuousClock.Instant
    ) async -> GreetingAttempt.Outcome {
        var framer = MessageFramer()
        let request = NegotiateRequest(
            clientGUID: GUID(.random(in: .min ... .max), .random(in: .min ... .max)),
            salt: (0..<32).map { _ in .random(in: .min ... .max) })
        let before = WallClock.now
        var greeting: ServerGreeting
        do {
            let message = try await Self.answer(
                to: request.framedBytes, over: connection, through: &framer, until: deadline)
            let response = try NegotiateResponse(parsing: message)
            greeting = ServerGreeting(response, between: before, and: WallClock.now)
        } catch {
            return GreetingAttempt.Outcome(error)
        }
        do {
            let message = try await Self.answer(
                to: SessionSetupRequest().framedBytes, over: connection, through: &framer, until: deadline)
            greeting.add(try Challenge(parsing: message))
        } catch {}
        return .greeted(greeting)
    }

    /// Asks in SMB 1, on a connection of its own, whether the server knows nothing newer.
    static func isSMB1Only(
        over connection: borrowing Connection, until deadline: ContinuousClock.Instant
    ) async -> Bool {
        var framer = MessageFramer()
        do {
            let message = try await Self.answer(
                to: SMB1NegotiateRequest().framedBytes, over: connection, through: &framer, until: deadline)
            _ = try NegotiateResponse(parsing: message)
            return false
        } catch {
            return GreetingAttempt.Outcome(error) == .smb1Only
        }
    }

    private static func answer(
        to request: [UInt8], over connection: borrowing Connection, through framer: inout MessageFramer,
        until deadline: ContinuousClock.Instant
    ) async throws(GreetingFailure) -> [UInt8] {
        do {
            try await connection.write(request, until: deadline)
            while true {
                if let message = try framer.next() { return message }
                let chunk = try await connection.read(until: deadline)
                guard !chunk.isEmpty else {
                    try framer.finish()
                    throw GreetingFailure.closed
                }
                framer.append(chunk)
            }
        } catch let failure as GreetingFailure {
            throw failure
        } catch let failure as SocketFailure {
            throw .socket(failure)
        } catch let reply as SMBReplyError {
            throw .reply(reply)
        } catch {
            throw .closed
        }
    }
}

/// Why a question to an SMB server has no answer.
enum GreetingFailure: Error, Hashable {
    /// The server closed the connection between messages.
    case closed
    /// The connection ended.
    case socket(SocketFailure)
    /// The answer is not the one that was asked for.
    case reply(SMBReplyError)
}

extension GreetingAttempt.Outcome {
    /// What an end of the conversation means.
    init(_ error: any Error) {
        let failure = (error as? SMBReplyError).map(GreetingFailure.reply) ?? (error as? GreetingFailure) ?? .closed
        self =
            switch failure {
            case .closed: .closed
            case .socket(.deadline), .socket(.cancelled): .silent
            case .socket(.reset): .reset
            case .socket(.failed(let errno)): .unreadable("the connection ended with error \(errno)")
            case .reply(.notSMB(let service)): .notSMB(service.rawValue)
            case .reply(.smb1Only): .smb1Only
            case .reply(.noCommonDialect): .noCommonDialect
            case .reply(.turnedAway): .turnedAway
            case .reply(.refused(let status)): .refused(status)
            case .reply(let other): .unreadable(other.description)
            }
    }
}

extension ServerGreeting {
    /// What the answer to the first question tells.
    fileprivate init(_ response: NegotiateResponse, between before: Duration, and after: Duration) {
        // A list of mechanisms that cannot be read offers nothing that anybody could use.
        let offer = try? SecurityOffer(parsing: response.securityBlob)
        let skew = response.systemTime.map { time in (time.sinceEpoch - (before + after) / 2) / .seconds(1) }
        self.init(
            dialect: response.dialect, requiresSigning: response.securityMode.contains(.signingRequired),
            cipher: response.cipher.map { "\($0)" }, serverGUID: response.serverGUID, clockSkewSeconds: skew,
            offersKerberos: offer?.offersKerberos ?? false, offersNTLM: offer?.offersNTLM ?? false)
    }

    /// Adds what the answer to the second question tells.
    fileprivate mutating func add(_ challenge: Challenge) {
        netBIOSName = challenge.netBIOSComputerName
        netBIOSDomain = challenge.netBIOSDomainName
        dnsName = challenge.dnsComputerName
        dnsDomain = challenge.dnsDomainName
    }
}
