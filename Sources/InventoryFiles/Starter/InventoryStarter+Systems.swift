extension InventoryStarter {
    static let fileServer = #"""
        # A storage system. The file has the name of the system.

        system: files

        # The host that people and probes connect to: a fact, which is a value with its own source.
        host: {value: files.example.org, basis: assumed, source: starter}
        # host-aliases: [fs1.example.org]       # other names that mounts may show

        # How paths are written on each kind of computer; {host}, {share} and {folder} are filled in.
        locations:
          windows: '\\{host}\{share}\{folder}'
          macos: smb://{host}/{share}/{folder}
          linux: smb://{host}/{share}/{folder}

        # available-from: 2027-03-01            # the first day it can be used
        # retires-on: 2031-12-31                # the last day

        # How it answers on the network, for checks; without it nothing is checked.
        service:
          kind: smb                             # of smb, seafile, tls, rdp, tcp
          # port: 445                           # when it is not the usual one; tcp has no usual one
          # What is promised here is compared with what checks see; leave out what you do not know.
          # addresses: [192.0.2.0/28]           # where its addresses lie
          # internal-name: true                 # only your own name servers know the name
          # server-names: [FILES]               # how the SMB server calls itself
          # server-guid: 3f2504e0-4f89-11d3-9a0c-0305e82c3301
          # least-dialect: "3.0"                # the oldest that the best dialect of an SMB server may be
          # signing: true                       # it insists on signed messages
          # encryption: true                    # messages are encrypted
          basis: assumed
          source: starter

        # The ways to hand data over on it.
        methods:
          - id: group-share                     # elsewhere it is called files/group-share
            reach:
              audience: [user, group]           # of user, group, internal, external, anyone, publish
              through: common-share             # needs a share that all have in common; otherwise: everyone
            actions: [share, receive, archive]  # of share, receive, archive, compute, publish
            exposure: 10                        # 0 to 100; the method that exposes data less is preferred
            steps:                              # what people do; the words are in texts/
              - {id: copy-to-share, moves-data: true}   # left out when the data already lie there
              - {id: tell-the-path}
            basis: assumed
            source: starter

        # The parts of it that groups have access to.
        shares:
          - id: groups                          # elsewhere it is called files/groups
            method: group-share                 # a method of this system with 'through: common-share'
            name: {value: groups, basis: assumed, source: starter}      # the name that the server gives it
            # folder: example/shared            # a folder inside it
            # check:                            # what checks may do in it besides listing
            #   canary: check/canary.txt        # a file that they may read
            #   canary-sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
            #   write-folder: check             # a folder in which they may write and delete files of their own
            basis: assumed
            source: starter

        basis: assumed
        source: starter

        """#

    static let cloud = """
        system: cloud
        host: {value: cloud.example.org, basis: assumed, source: starter}

        methods:
          - id: share-link
            reach:
              audience: [user, group, internal, external, anyone]
              through: everyone
            actions: [share]
            exposure: 50
            limits:                             # what it can carry; leave out what you do not know
              # total: {value: 1 TB, basis: assumed, source: starter}       # all files together
              file: {value: 4 GB, basis: assumed, source: starter}          # a single file
              # files: {value: 1000, basis: assumed, source: starter}       # their number
            capabilities:                       # how far it fulfils obligations: absent, optional (people do it), enforced
              password: {value: optional, basis: assumed, source: starter}
              expiry: {value: optional, basis: assumed, source: starter}
              second-channel: {value: optional, basis: assumed, source: starter}
            steps:
              - {id: upload, moves-data: true}
              - {id: set-password, for: password}           # shown only when this obligation is demanded
              - {id: set-expiry, for: expiry}
              - {id: tell-password, for: second-channel}
            messages:                           # texts that are ready to send
              - id: link-mail
            warnings:                           # traps to warn of
              - id: password-not-in-mail
            basis: assumed
            source: starter

          - id: upload-link
            reach: {audience: [external], through: everyone}
            actions: [receive]
            exposure: 40
            capabilities:
              password: {value: optional, basis: assumed, source: starter}
              second-channel: {value: optional, basis: assumed, source: starter}
            steps:
              - id: make-upload-link
              - {id: set-password, for: password}
              - {id: tell-password, for: second-channel}
            basis: assumed
            source: starter

        basis: assumed
        source: starter

        """
}
