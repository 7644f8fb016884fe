import FoundationEssentials
import TestKit

/// Stand-ins for the tools of macOS, which is not to be had here: they print what those print, written down by hand.
struct MacStandIns {
    /// Shell scripts by the tool's name.
    var tools: [String: String]

    /// A Mac at home with the VPN on: everything works, the share is mounted, and a ticket counts.
    static let healthy = MacStandIns(tools: [
        "sw_vers": #"case $1 in -productName) echo macOS ;; *) echo 14.7.1 ;; esac"#,
        "scutil": #"""
        case $1 in
          --get) echo Annas-MacBook ;;
          --dns) printf 'DNS configuration\n\nresolver #1\n  search domain[0] : ist.ac.at\n  nameserver[0] : 10.22.0.53\n  nameserver[1] : fe80::1%%en0\n' ;;
        esac
        """#,
        "dscacheutil": #"""
        case $5 in
          istsmb3.ist.ac.at) printf 'name: istsmb3.ist.ac.at\nip_address: 10.21.4.11\n\n' ;;
          archive3.ist.ac.at) printf 'name: archive3.ist.ac.at\nip_address: 10.21.4.12\n\n' ;;
          vpn.ist.ac.at | rdp.ist.ac.at) printf 'name: %s\nip_address: 198.51.100.7\n\n' "$5" ;;
        esac
        """#,
        "host": #"echo "Host $5 not found: 3(NXDOMAIN)"; exit 1"#,
        "nc": #"""
        case $9 in
          139) echo "nc: connectx to $8 port $9 (tcp) failed: Connection refused" >&2; exit 1 ;;
          *) echo "Connection to $8 port $9 [tcp/*] succeeded!" >&2 ;;
        esac
        """#,
        "ifconfig": #"""
        cat <<'EOF'
        lo0: flags=8049<UP,LOOPBACK,RUNNING,MULTICAST> mtu 16384
        	inet 127.0.0.1 netmask 0xff000000
        	inet6 ::1 prefixlen 128
        en0: flags=8863<UP,BROADCAST,SMART,RUNNING,SIMPLEX,MULTICAST> mtu 1500
        	inet6 fe80::c1%en0 prefixlen 64 secured scopeid 0x6
        	inet 192.168.1.23 netmask 0xffffff00 broadcast 192.168.1.255
        	status: active
        utun0: flags=8051<UP,POINTOPOINT,RUNNING,MULTICAST> mtu 1380
        	inet6 fe80::a9%utun0 prefixlen 64 scopeid 0x10
        utun4: flags=8051<UP,POINTOPOINT,RUNNING,MULTICAST> mtu 1400
        	inet 10.22.3.4 --> 10.22.3.4 netmask 0xffff0000
        EOF
        """#,
        "networksetup": #"printf '\nHardware Port: Wi-Fi\nDevice: en0\nEthernet Address: 00:00:5e:00:53:01\n'"#,
        "route": #"""
        printf '   route to: %s\ndestination: 10.21.0.0\n    gateway: 10.22.0.1\n  interface: utun4\n      flags: <UP,GATEWAY,DONE>\n' "$4"
        """#,
        "mount": #"""
        echo '/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)'
        echo '//anna@istsmb3.ist.ac.at/groups on /Volumes/groups (smbfs, nodev, nosuid, mounted by anna)'
        echo '//anna@elsewhere.example/groups on /Volumes/other (smbfs, nodev, nosuid, mounted by anna)'
        """#,
        "df": "exit 0",
        "dsconfigad": "exit 0",
        "id": #"case $1 in -un) echo anna ;; -Gn) printf "%s\n" 'staff everyone EXAMPLE\bioimaging admin' ;; esac"#,
        "klist": #"""
        cat <<'EOF'
        Credentials cache: API:1234
                Principal: anna@IST.LOCAL
            Cache version: 0

        Server: krbtgt/IST.LOCAL@IST.LOCAL
        Client: anna@IST.LOCAL
        Ticket etype: aes256-cts-hmac-sha1-96, kvno 2
        Auth time:  Nov 26 06:00:00 2026
        End time:   Nov 26 16:00:00 2026
        Server: cifs/istsmb3.ist.ac.at@IST.LOCAL
        Client: anna@IST.LOCAL
        Auth time:  Nov 26 06:00:00 2026
        Start time: Nov 26 07:30:00 2026
        End time:   Nov 26 16:00:00 2026
        Server: host/elsewhere.example@IST.LOCAL
        Auth time:  Nov 26 06:00:00 2026
        End time:   Nov 26 16:00:00 2026
        EOF
        """#,
        "date": #"""
        case "$*" in
          -j*) exec /bin/date -u -d "$4" +%s ;;
          *-r*) exec /bin/date -u -d "@$3" "$4" ;;
          *%S*) echo 2026-11-26T08:00:00Z ;;
          *) exec /bin/date "$@" ;;
        esac
        """#,
    ])

    /// The stand-ins with some tools that do something else.
    func with(_ others: [String: String]) -> MacStandIns {
        MacStandIns(tools: tools.merging(others) { _, new in new })
    }

    /// Puts the tools into a folder of their own, and answers its path.
    func install(in folder: TemporaryFolder) throws -> String {
        for (name, body) in tools {
            let path = "\(folder.path)/tools/\(name)"
            try FileManager.default.createDirectory(atPath: "\(folder.path)/tools", withIntermediateDirectories: true)
            try ("#!/bin/sh\n" + body + "\n").write(toFile: path, atomically: true, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        }
        return "\(folder.path)/tools"
    }
}
