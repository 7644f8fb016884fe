internal import TestKit

/// A part of the lab that is started only where it is asked for.
public enum LabPart: String, Sendable, CaseIterable {
    /// Active Directory: a domain controller on `dc1`, and `filer`, a file server that is a member of the domain.
    case directory
    /// The ways in from outside: a VPN gateway on `firewall`, and Remote Desktop on `terminal`.
    case gateways

    /// What it is, in a few words.
    public var summary: String {
        switch self {
        case .directory: "Active Directory on dc1, and its member server filer"
        case .gateways: "a VPN gateway on firewall, and Remote Desktop on terminal"
        }
    }

    /// The script that starts it.
    var script: String {
        switch self {
        case .directory: DirectoryScript(store: "\(repositoryRoot)/.build/lab").text
        case .gateways: GatewayScript().text
        }
    }
}
