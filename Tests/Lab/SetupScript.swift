/// The script that turns an empty sandbox into the lab.
struct SetupScript {
    /// The folder with the lab's scripts.
    let scripts: String

    /// The whole text, for bash.
    var text: String {
        ([tools, accounts, switches] + LabHost.allCases.map(host) + [router, names] + LabHost.servers.map(server)
            + [wait]).joined(separator: "\n")
    }

    private var tools: String {
        """
        cp "\(scripts)"/*.{sh,py} /run/lab
        . /run/lab/functions.sh
        printf '#!/bin/bash\\n. /run/lab/functions.sh\\non "$@"\\n' >$lab/on
        chmod 755 $lab/on
        cat >$lab/client.conf <<'TEXT'
        \(ServerSettings.client)
        TEXT
        """
    }

    // The servers' copies are made from one password database, while the network is built.
    private var accounts: String {
        let unix = LabUser.allCases.map { "\($0.name):x:\($0.number):65534:\($0.name):/nonexistent:/usr/sbin/nologin" }
        let passwords = LabUser.allCases.map { user in
            "printf '%s\\n%s\\n' \(user.password) \(user.password) | $edit -t -a \(user.name)"
        }
        return """
            cat >>/etc/passwd <<'TEXT'
            \(unix.joined(separator: "\n"))
            TEXT
            mkdir -p $lab/accounts
            # An address has to be named: this may run before there is any.
            cat >$lab/accounts/smb.conf <<TEXT
            [global]
            interfaces = 127.0.0.1/8
            private dir = $lab/accounts
            state directory = $lab/accounts
            lock directory = $lab/accounts
            cache directory = $lab/accounts
            TEXT
            make_accounts() {
                local edit="pdbedit -s $lab/accounts/smb.conf"
                \(passwords.joined(separator: "\n    "))
                $edit -r -u \(LabUser.disabled.name) -c '[D]'
                $edit -r -u \(LabUser.locked.name) -c '[L]'
                $edit -r -u \(LabUser.expired.name) -K 1
                net -s $lab/accounts/smb.conf sam set pwdmustchangenow \(LabUser.newcomer.name) yes
                # The day of a password's last change can be set in the old format alone: here it is one of 2004.
                $edit -P 'maximum password age' -C $((365 * 86400))
                $edit -L -w \(LabUser.stale.name) | sed 's/LCT-[0-9A-F]*/LCT-40000000/' >$lab/accounts/stale
                $edit -x \(LabUser.stale.name)
                $edit -i smbpasswd:$lab/accounts/stale
            }
            make_accounts >$lab/accounts/log 2>&1 &
            accounts=$!
            """
    }

    private var switches: String {
        let cables = LabHost.allCases.map { host in
            """
            netns add \(host.rawValue)
            link add to-\(host.rawValue) type veth peer name e0 netns \(host.rawValue)
            link set to-\(host.rawValue) master \(host.network) up
            """
        }
        return """
            ip -batch - <<'TEXT'
            link set lo up
            link add lan up type bridge
            link add wan up type bridge
            \(cables.joined(separator: "\n"))
            link add to-wan type veth peer name e1 netns \(LabHost.firewall.rawValue)
            link set to-wan master wan up
            TEXT
            """
    }

    private func host(_ host: LabHost) -> String {
        var lines = ["link set lo up", "link set e0 up", "addr add \(host.address)/24 dev e0"]
        if let address6 = host.address6 { lines.append("addr add \(address6)/64 dev e0 nodad") }
        if let gateway = host.gateway { lines.append("route add default via \(gateway)") }
        if host == .firewall { lines += ["link set e1 up", "addr add \(LabHost.gatewayOutside)/24 dev e1"] }
        let name = host.rawValue
        return """
            ip -n \(name) -batch - <<'TEXT'
            \(lines.joined(separator: "\n"))
            TEXT
            mkdir -p $lab/hosts/\(name) /etc/netns/\(name)
            : >$lab/uts/\(name)
            unshare --uts=$lab/uts/\(name) hostname \(name)
            printf '127.0.0.1 localhost\\n::1 localhost\\n\(host.address) \(host.name) \(name)\\n' >/etc/netns/\(name)/hosts
            printf 'search \(LabHost.domain)\\nnameserver \(host.nameServer.address)\\n' >/etc/netns/\(name)/resolv.conf
            printf 'passwd: files\\ngroup: files\\nshadow: files\\nhosts: files dns\\n' >/etc/netns/\(name)/nsswitch.conf
            """
    }

    private var router: String {
        let name = LabHost.firewall.rawValue
        return """
            on \(name) sysctl -qw net.ipv4.ip_forward=1
            on \(name) nft -f - <<'TEXT'
            table inet border {
              chain forward {
                type filter hook forward priority 0; policy accept;
                iifname "e1" tcp dport { 139, 445 } drop
              }
            }
            TEXT
            """
    }

    private var names: String {
        let internalHosts = LabHost.allCases.filter { $0.isOnCampus && !$0.isInDirectory }
        let internalNames = internalHosts.map { "\($0.address) \($0.name)" }
        let address6 = LabHost.istsmb3.address6.map { ["\($0) \(LabHost.istsmb3.name)"] } ?? []
        let publicNames = [
            "\(LabHost.world.address) www.\(LabHost.domain)", "\(LabHost.gatewayOutside) \(LabGateways.vpn)",
            "\(LabHost.terminal.address) \(LabGateways.remoteDesktop)",
        ]
        func server(_ host: LabHost, _ lines: [String], forwards: String = "") -> String {
            """
            cat >$lab/hosts/\(host.rawValue)/names <<'TEXT'
            \(lines.joined(separator: "\n"))
            TEXT
            echo '\(forwards)' >$lab/hosts/\(host.rawValue)/forwards
            start_names \(host.rawValue)
            """
        }
        // Names of the domain are the directory's to answer for.
        let forwards = "server=/\(LabDirectory.dnsDomain)/\(LabHost.dc1.address)"
        return server(.resolver, internalNames + address6 + publicNames, forwards: forwards) + "\n"
            + server(.world, publicNames)
    }

    private func server(_ host: LabHost) -> String {
        let folder = "$lab/hosts/\(host.rawValue)"
        let other: LabHost = host == .archive3 ? .nas02 : .archive3
        return """
            mkdir -p \(folder)/{private,lock,state,cache,run,ncalrpc,winbindd,store}
            mkdir -p \(folder)/shares/{public,projects,hidden,ro,groups,deny,small,limited,links,encrypted,backend}
            : >\(folder)/changes.conf
            cat >\(folder)/smb.conf <<'TEXT'
            \(ServerSettings(host: host).text)
            TEXT
            mount -t tmpfs -o size=1m,mode=755 lab \(folder)/shares/small
            for share in \(folder)/{store,shares/{public,projects,hidden,ro,deny,small,limited,links,encrypted}}; do
                printf '%s' "\(LabShare.canaryText)" >$share/\(LabShare.canary)
                install -d -m 777 $share/\(LabShare.writeFolder)
                chmod 777 $share
            done
            touch \(folder)/shares/public/series-{01..24}.tif
            install -d -m 755 \(folder)/shares/groups/open
            install -d -m 700 \(folder)/shares/groups/closed
            printf '%s' "\(LabShare.canaryText)" | tee \(folder)/shares/groups/{,open/}\(LabShare.canary) >/dev/null
            install -m 600 /dev/null \(folder)/shares/groups/open/secret.txt
            ln -s 'msdfs:\(other.name)\\public' \(folder)/shares/links/living
            ln -s 'msdfs:\(LabHost.unusedAddress)\\public' \(folder)/shares/links/dead
            ln -s 'msdfs:nobody.\(LabHost.domain)\\public' \(folder)/shares/links/nameless
            start_store \(host.rawValue)
            """
    }

    private var wait: String {
        """
        starting=()
        wait $accounts || { cat $lab/accounts/log >&2; exit 1; }
        for host in \(LabHost.servers.map(\.rawValue).joined(separator: " ")); do
            cp $lab/accounts/passdb.tdb $lab/hosts/$host/private
            cp $lab/accounts/account_policy.tdb $lab/hosts/$host/state
            start_server $host &
            starting+=($!)
        done
        # Each by its number: the name servers and stores are children of this shell, too, and do not end.
        for process in ${starting[@]}; do wait $process; done
        """
    }
}
