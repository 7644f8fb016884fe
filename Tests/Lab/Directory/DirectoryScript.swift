/// The script that makes a domain with all its accounts, and starts its servers.
///
/// From nothing that takes five to twenty seconds, as other work on the machine allows. A copy of what was made is kept,
/// and good until anything changes that it was made by; with it the servers run after two to five seconds.
struct DirectoryScript {
    /// Where the copy is kept; the folder is made.
    let store: String

    private let controller = LabHost.dc1.rawValue
    private let member = LabHost.filer.rawValue
    private let folder = LabDirectory.folder

    /// The whole text, for bash.
    var text: String {
        """
        \(tickets)
        make_directory() {
        \([domain, fileServer, lockedAccount, keytab].joined(separator: "\n"))
        }
        keep_directory '\(store)'
        start_controller
        start_member
        """
    }

    /// How hosts find the sign-in servers: by asking the name server, as people's computers do.
    static let kerberos = """
        [libdefaults]
          default_realm = \(LabDirectory.realm)
          dns_lookup_realm = false
          dns_lookup_kdc = true
          rdns = false
          dns_canonicalize_hostname = false
        """

    private var tickets: String {
        let domain = LabDirectory.dnsDomain
        return """
            # What a host sees in its place has to have a place.
            : >/etc/krb5.conf
            for host in \(LabHost.allCases.map(\.rawValue).joined(separator: " ")); do
                cat >/etc/netns/$host/krb5.conf <<'TEXT'
            \(DirectoryScript.kerberos)
            TEXT
            done
            for host in \(controller) \(member); do
                printf 'search \(domain)\\nnameserver \(LabHost.dc1.address)\\n' >/etc/netns/$host/resolv.conf
            done
            printf 'passwd: files winbind\\ngroup: files winbind\\nshadow: files\\nhosts: files dns\\n' \
            >/etc/netns/\(member)/nsswitch.conf
            """
    }

    private var domain: String {
        let users = DirectoryUser.allCases.map { "user \($0.name) \($0.password) \($0.state)" }
        let members = DirectoryUser.allCases.filter(\.isInGroup).map(\.name).joined(separator: " ")
        return """
            mkdir -p \(folder)/{\(controller),\(member)}/run
            provision_controller \(LabDirectory.realm) \(LabDirectory.domain) \(LabHost.dc1.address) \
            '\(LabDirectory.administrator.split(separator: "%")[1])'
            change_accounts <<'TEXT'
            rules
            \(users.joined(separator: "\n"))
            group \(LabDirectory.group) \(members)
            TEXT
            start_controller
            """
    }

    private var fileServer: String {
        """
        mkdir -p \(folder)/\(member)/{private,lock,state,cache,ncalrpc}
        cat >\(folder)/\(member)/smb.conf <<'TEXT'
        \(settings)
        TEXT
        for share in \(folder)/\(member)/shares/{\(LabDirectory.shares.map(\.folder).joined(separator: ","))}; do
            mkdir -p $share
            printf '%s' "\(LabShare.canaryText)" >$share/\(LabShare.canary)
            install -d -m 777 $share/\(LabShare.writeFolder)
            chmod 777 $share
        done
        join_domain '\(LabDirectory.administrator)'
        add_name \(member) A \(LabHost.filer.address) '\(LabDirectory.administrator)'
        add_name \(LabDirectory.alias.prefix { $0 != "." }) CNAME \(LabHost.filer.name) '\(LabDirectory.administrator)'
        start_member
        """
    }

    private var settings: String {
        let place = "\(folder)/\(member)"
        let shares = LabDirectory.shares.map { share in
            (["[\(share.name)]", "path = \(place)/shares/\(share.folder)"] + share.settings).joined(separator: "\n  ")
        }
        return """
            [global]
              netbios name = \(member.uppercased())
              workgroup = \(LabDirectory.domain)
              realm = \(LabDirectory.realm)
              security = ads
              server role = member server
              kerberos method = secrets and keytab
              dedicated keytab file = \(place)/private/krb5.keytab
              machine password timeout = 0
              idmap config * : backend = tdb
              idmap config * : range = 3000-7999
              idmap config \(LabDirectory.domain) : backend = rid
              idmap config \(LabDirectory.domain) : range = 10000-999999
              winbind reconnect delay = 1
              smb ports = 445
              disable netbios = yes
              private dir = \(place)/private
              lock directory = \(place)/lock
              state directory = \(place)/state
              cache directory = \(place)/cache
              pid directory = \(place)/run
              ncalrpc dir = \(place)/ncalrpc
              logging = file
              log file = \(place)/log.%m
              log level = 1
              max log size = 0
              load printers = no
              printcap name = /dev/null
              disable spoolss = yes

            \(shares.joined(separator: "\n\n"))
            """
    }

    // The controller counts wrong passwords, and the next right one is refused.
    private var lockedAccount: String {
        "lock_account \(LabDirectory.domain)/\(DirectoryUser.locked.name) \(LabHost.filer.name)"
    }

    private var keytab: String {
        "write_keytab \(DirectoryUser.check.name)@\(LabDirectory.realm) \(DirectoryUser.check.password) "
            + LabDirectory.keytab
    }
}
