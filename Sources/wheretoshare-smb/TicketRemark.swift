/// What the sign-in library says of tickets, as far as it names nobody.
enum TicketRemark {
    /// The phrases, the telling ones before those that often accompany them.
    static let all = [
        "Ticket expired",
        "Clock skew too great",
        "Clockskew",
        "Server not found in Kerberos database",
        "Server principal",
        "Client not found in Kerberos database",
        "Clients credentials have been revoked",
        "Password has expired",
        "Preauthentication failed",
        "Program lacks support for encryption type",
        "Cannot contact any KDC for requested realm",
        "unable to reach any KDC in realm",
        "KDC unreachable",
        "FAST fast response is missing FX-FAST",
        "Matching credential not found",
        "No credentials cache found",
        "Credentials cache file",
        "Kerberos auth with",
    ]

    /// What is told instead of a phrase that is cut short by a name, or is a word of the library's own.
    static let spelledOut = ["Server principal": "Server principal not found", "Clockskew": "Clock skew too great"]
}
