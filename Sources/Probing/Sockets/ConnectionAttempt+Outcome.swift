internal import Glibc
internal import StorageModel

extension ConnectionAttempt.Outcome {
    /// What it means that `connect` itself said no: nothing was sent, so this computer alone is the reason.
    init(refusedAtOnce number: Int32, address: IPAddress) {
        self =
            switch number {
            // Also what a route of type "unreachable" gives.
            case ENETUNREACH, EHOSTUNREACH, ENETDOWN: .noRoute
            // No address of our own to send from, as where IPv6 exists in name only.
            case EADDRNOTAVAIL where address.family == .ipv6: .noRoute
            // A route of type "prohibit" gives EACCES, one of type "blackhole" EINVAL, and a filter EPERM.
            case EACCES, EPERM: .forbiddenHere
            // An address of one link needs to know which link, and EINVAL says that this is missing.
            case EINVAL where !address.isLinkLocal: .forbiddenHere
            case ECONNREFUSED: .refused
            default: .failed(errno: number)
            }
    }

    /// What it means that an attempt under way ended with an error number.
    ///
    /// A failed search for a neighbour and a filter's refusal look like ICMP from outside to all but those who look at
    /// its sender, which is this computer.
    init(endedBy number: Int32, report: ErrorReport?, ownAddress: IPAddress?) {
        if let report, let rejection = report.rejection {
            let isFromHere = report.sender != nil && report.sender == ownAddress
            self =
                switch (isFromHere, rejection) {
                case (true, .hostUnreachable): .hostUnreachable
                case (true, .networkUnreachable): .noRoute
                case (true, _): .forbiddenHere
                case (false, _): .rejected(rejection)
                }
            return
        }
        self =
            switch number {
            case ECONNREFUSED, ECONNRESET: .refused
            case ETIMEDOUT: .noAnswer
            case EHOSTUNREACH, EHOSTDOWN: .hostUnreachable
            case ENETUNREACH: .noRoute
            case EACCES, EPERM: .forbiddenHere
            default: .failed(errno: number)
            }
    }
}
