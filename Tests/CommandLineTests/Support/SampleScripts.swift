@testable import wheretoshare

/// What the scripts would print on computers that are not to be had here: written down by hand, and sealed as they do.
enum SampleScripts {
    /// The lines around what a script saw, with numbers and seals.
    static func sealed(_ facts: String, system: String = "windows") -> String {
        var lines = ["WTS-BEGIN 1 \(system)"]
        for (number, fact) in zip(1..., facts.split(separator: "\n")) {
            let line = (number < 10 ? "0" : "") + "\(number) \(fact)"
            lines.append("\(line) ~\(PasteSeal.seal(line))")
        }
        lines.append("WTS-END 1 \(system) \(lines.count - 1)")
        return lines.joined(separator: "\n") + "\n"
    }

    static func person(_ more: String = "logon: computer", system: String = "Windows 11 Pro 10.0.22631.0") -> String {
        """
        target: istsmb3/bioimaging
        system: \(system)
        computer: LAPTOP-17
        time: 2026-11-26T08:00:00Z
        account: anna
        \(more)

        """
    }

    static let domain = "logon: domain IST.LOCAL"

    /// The server's name and address, and how its ports answer.
    static func server(_ port: String, netBIOS: String = "refused", other: String = "connected") -> String {
        """
        place: istsmb3/bioimaging istsmb3.ist.ac.at found ms=12
        address: istsmb3/bioimaging 10.21.4.11
        port: istsmb3/bioimaging 10.21.4.11 445 \(port) ms=4
        port: istsmb3/bioimaging 10.21.4.11 139 \(netBIOS) ms=4
        place: archive3 archive3.ist.ac.at found ms=9
        address: archive3 10.21.4.12
        port: archive3 10.21.4.12 445 \(other) ms=3

        """
    }

    static let noName = """
        place: istsmb3/bioimaging istsmb3.ist.ac.at unknown-name ms=31
        place: archive3 archive3.ist.ac.at unknown-name ms=28

        """

    static func gateway(_ outcome: String = "connected") -> String {
        """
        place: gateway:vpn vpn.ist.ac.at found ms=8
        address: gateway:vpn 198.51.100.7
        port: gateway:vpn 198.51.100.7 443 \(outcome) ms=18

        """
    }

    static let loopback = "interface: Loopback loopback up\nlocal: Loopback 127.0.0.1/8\n"
    static let campus =
        loopback + "interface: Ethernet ethernet up\nlocal: Ethernet 10.21.77.5/16\nresolver: 10.21.0.53\n"
    static let eduroam = loopback + "interface: WLAN wireless up\nlocal: WLAN 10.23.8.9/16\nresolver: 10.23.0.53\n"
    static let home = loopback + "interface: WLAN wireless up\nlocal: WLAN 192.168.1.23/24\nresolver: 192.168.1.1\n"
    static let vpn = home + "interface: VPN-Client tun up\nlocal: VPN-Client 10.22.3.4/32\n"

    static func route(_ interface: String) -> String { "route: 10.21.4.11 path \(interface) from=10.22.3.4\n" }
}
