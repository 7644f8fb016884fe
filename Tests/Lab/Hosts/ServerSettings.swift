/// The settings of a file server, as Samba reads them.
struct ServerSettings {
    let host: LabHost

    /// The text of `smb.conf`.
    var text: String {
        ([globalSection] + LabShare.all.map(section) + ["include = \(folder)/changes.conf\n"]).joined(separator: "\n")
    }

    private var folder: String { "/run/lab/hosts/\(host.rawValue)" }

    // Everything of a server's own lies below its folder, so that four of them can live in one file system.
    private var globalSection: String {
        """
        [global]
          netbios name = \(host.rawValue.uppercased())
          workgroup = LAB
          server role = standalone server
          map to guest = never
          smb ports = 445
          disable netbios = yes
          private dir = \(folder)/private
          lock directory = \(folder)/lock
          state directory = \(folder)/state
          cache directory = \(folder)/cache
          pid directory = \(folder)/run
          ncalrpc dir = \(folder)/ncalrpc
          winbindd socket directory = \(folder)/winbindd
          logging = file
          log file = \(folder)/log.%m
          log level = 1
          max log size = 0
          load printers = no
          printcap name = /dev/null
          disable spoolss = yes

        """
    }

    private func section(of share: LabShare) -> String {
        let lines = ["path = \(folder)/shares/\(share.folder)"] + share.settings
        return "[\(share.name)]\n" + lines.map { "  \($0)\n" }.joined()
    }

    /// The settings of the lab's own clients: no broadcasts, and no memory of addresses from one run to the next.
    static let client = """
        [global]
          workgroup = LAB
          client min protocol = SMB2_02
          disable netbios = yes
          name resolve order = host
          name cache timeout = 0
          private dir = /run/lab/home
          lock directory = /run/lab/home
          state directory = /run/lab/home
          cache directory = /run/lab/home
        """
}
