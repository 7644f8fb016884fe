extension InventoryStarter {
    static let institution = """
        # Who you are, what your statements are based on, and the words of your policy.
        # After each change: wheretoshare inventory check

        institution:
          id: example-institute             # your name in ids and in JSON: small letters, digits, dashes
          name: Example Institute           # your name, for people
          owner: Storage team               # who answers for this inventory
          languages: [en]                   # each has a file in texts/; the first is the default
          contact:                          # whom to ask when no way is known
            name: IT service desk
            email: desk@example.org         # at least one of email, phone and url
            # phone: "+43 1 2345-678"       # in quotes, because YAML takes digits for a number
            # url: https://desk.example.org
            # These four keys say where a statement comes from. Systems, methods, shares, groups, networks, tags, rules and
            # single facts have them as well.
            basis: assumed                  # stated (the source says it), derived (it follows), assumed (to be confirmed)
            source: starter                 # one of the sources below
            # paragraph: Contacts           # where the source says it; required when the basis is stated
            # review-by: 2027-06-30         # the last day it may be believed unread, when not that of the source

        # Documents, pages and people that statements come from.
        sources:
          - id: starter
            title: The example that wheretoshare comes with
            # url: https://www.example.org/it/storage
            read: 2026-11-22                # the day somebody last read it
            review-by: 2027-11-22           # the last day that statements from it may be believed unread

        vocabulary:
          # Levels of sensitivity, the least sensitive first; 2 to 12 of them. Their words are in texts/.
          levels:
            - {id: open}
            - {id: internal, aliases: [restricted]}     # aliases: other names that people use
            - {id: confidential}

          # What data can contain, each with the level that such data have at least; up to 32.
          tags:
            - {id: published, level: open, basis: assumed, source: starter}
            - {id: working-material, level: internal, basis: assumed, source: starter}
            - {id: personal, level: confidential, aliases: [personal-data], basis: assumed, source: starter}
            # What detectors find is called personal, financial, special-category, secret or marked-confidential; a tag
            # with another name tells which of them it is:
            # - {id: staff-files, level: confidential, found-as: [financial], basis: assumed, source: starter}
            # Exactly one tag stands for content that nobody looked at; it has the strictest level.
            - {id: unknown, level: confidential, stands-for-unknown: true, basis: assumed, source: starter}

          # Kinds of groups.
          group-kinds: [research-group, team, division]

          # Questions of your own that rules may ask, with their answers and the one to assume (take the strictest):
          # facets:
          #   - id: device
          #     values: [managed, private]
          #     if-unknown: private

          # What an answer can demand of people. The kind says how two demands become one:
          #   flag      it holds
          #   at-most   a greatest number of some unit; the smaller of two wins
          #   at-least  a least number of some unit; the greater wins
          #   one-of    some of several choices; what both accept remains
          obligations:
            - {id: password, kind: flag}
            - {id: expiry, kind: at-most, unit: days}
            # - {id: password-length, kind: at-least, unit: characters}
            - {id: second-channel, kind: one-of, choices: [phone, sms, chat]}
            # A prerequisite is a condition of access. It is met on networks (met-on) or by having an account
            # (met-by: account). Its step has the id need-OBLIGATION in texts/.
            - id: campus-or-vpn
              kind: flag
              prerequisite:
                parties: [sender, recipient]    # who needs it
                met-on: [campus, vpn]

        """

    static let networks = """
        # The networks that people come from. The program recognises the asker's by its addresses and interfaces.

        networks:
          - id: campus
            addresses:                      # blocks that only this network has; each is a fact with its own source
              - value: 192.0.2.0/24         # a documentation address, to be replaced
                basis: assumed
                source: starter
            aliases: [office]
            basis: assumed
            source: starter

          - id: vpn
            interfaces:                     # names of interfaces; '*' at the end stands for any ending
              - {value: "tun*", basis: assumed, source: starter}
            # gateway:                      # the front door through which people come to be here, for checks
            #   host: {value: vpn.example.org, basis: assumed, source: starter}
            #   kind: tls                   # of smb, seafile, tls, rdp, tcp
            #   # port: 443                 # when it is not the usual one
            #   # Promises are those of a system's service: addresses: internal-name:, and for kind smb server-names:,
            #   # server-guid:, least-dialect:, signing: and encryption:
            #   basis: assumed
            #   source: starter
            basis: assumed
            source: starter

          - id: outside
            fallback: true                  # where a computer is taken to be that fits none; exactly one network
            basis: assumed
            source: starter

        """

    static let groups = """
        # Groups of people and the shares they have. Instead of this file there may be a folder groups/ with several.

        groups:
          - id: example-group
            name: Example group
            kind: research-group            # one of the group-kinds of institution.yaml
            # part-of: example-division     # its members also have the shares of that group
            shares: [files/groups]          # as system/share
            account-groups: [grp-example]   # the account groups (of LDAP or Active Directory) whose members belong to it
            aliases: [sample-group]
            basis: assumed
            source: starter

          - id: example-division
            name: Example division
            kind: division
            basis: assumed
            source: starter

        """
}
