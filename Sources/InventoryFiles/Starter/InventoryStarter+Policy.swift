extension InventoryStarter {
    static let policy = """
        # The policy: rules, what is promised of them, and questions that mean nothing. Several files are allowed.
        # The order of rules means nothing. What no rule permits is not allowed; what one forbids is forbidden.

        rules:
          - id: groups-share                # also names the text with its reason
            # permit   the method may be used, unless something forbids it
            # forbid   it must not be used (guardrail: true, when it guards against a later, wider permission)
            # require  it may be used only with these obligations
            # suggest  it should be used with these obligations
            # prefer   among allowed methods it comes earlier (weight: 1 to 100)
            # ask      the contact has to be asked first
            # refer    where nothing is allowed, the contact is the answer; names no method and no system
            # note     the answer says something more
            effect: permit
            # When it applies: all tests must hold. Left out, it always applies. The tests are:
            #   method, system, action, network, group-kind   [a, b] or {any-of: [a, b]} or {none-of: [c]}
            #   audience, level                               also {at-least: a} and {at-most: b}
            #   known-level  the level as far as it is known, while 'level' takes unknown content for the strictest
            #   tags         [a, b] or {has-any-of: [a, b], has-none-of: [c]}
            #   size         {at-least: 1 GB, at-most: 2 TB}
            #   facets       {device: [managed]}
            when:
              method: [files/group-share]
            basis: assumed
            source: starter

          - id: links-for-everybody
            effect: permit
            when: {system: [cloud]}
            basis: assumed
            source: starter

          - id: links-need-a-password
            effect: require
            when:
              system: [cloud]
              level: {at-least: internal}
            obligations:                    # true for a flag, a number for at-most and at-least, a list for one-of
              password: true
              second-channel: [phone, sms]
            basis: assumed
            source: starter

          - id: links-should-expire
            effect: suggest
            when: {method: [cloud/share-link]}
            obligations: {expiry: 30}
            basis: assumed
            source: starter

          - id: nothing-confidential-for-anyone
            effect: forbid
            # guardrail: true
            when:
              audience: {at-least: anyone}
              level: [confidential]
            basis: assumed
            source: starter

          - id: ask-before-personal-data-leave
            effect: ask
            when:
              audience: {at-least: external}
              tags: [personal]
            basis: assumed
            source: starter

          - id: file-server-from-inside
            effect: require
            when:
              system: [files]
              network: {none-of: [campus]}
            obligations: {campus-or-vpn: true}
            basis: assumed
            source: starter

          - id: ask-about-the-rest
            effect: refer
            basis: assumed
            source: starter

        # Promises, proved by asking every question: wheretoshare policy verify
        # Each has exactly one of
        #   never-allowed: true             the method is never allowed
        #   carries: [password]             when it is allowed, these obligations are demanded
        #   carries-or-suggests: [expiry]   … or at least suggested
        #   has-steps: [upload]             … the answer has these steps
        #   lacks-steps: [upload]           … the answer has none of these steps
        #   outcome: [allowed, ask]         the answer ends like this; the condition names no method
        invariants:
          - id: no-open-links-to-internal-data
            title: Links to data that are not open carry a password.
            when:
              system: [cloud]
              level: {at-least: internal}
            carries: [password, second-channel]
            basis: assumed
            source: starter

        # Questions that mean nothing, so that no answer is owed to them; their texts say what to ask instead.
        impossible:
          - id: publish-to-few
            when:
              audience: {at-most: external}
              action: [publish]

        """

    static let content = """
        # What is looked for in files besides what every institution looks for. The file may be left out.

        detectors: []
        # - id: staff-number
        #   names: {en: staff number, de: Personalnummer}
        #   tag: personal                             # what data contain in which it is found
        #   pattern: "'PI'-9{5}"                      # 9 a digit, A a letter, x either, quotes around the rest
        #   check: luhn                               # the algorithm by which some characters check the others
        #   values: [PI-20418]                        # instead of a pattern: words as they are,
        #   prefixes: [PI-]                           # or how they begin
        #   words: [staff, Personalnummer]            # words that promote what stands near them
        #   alone: possible                           # how much it counts without such a word: possible is a hint
        #   near-word: likely                         # and with one: likely and certain count
        #   examples: ["staff PI-20418"]              # texts in which it finds something that counts
        #   counter-examples: ["part PI-20418"]       # and nothing; both are tried whenever this is read
        #   basis: assumed
        #   source: starter

        # What everybody may know, such as the account on your invoices.
        public-values: []
        # - {detector: iban, values: [AT61 1904 3002 3457 3201], basis: assumed, source: starter}

        """

    static let checks = """
        # How places are checked night after night (wheretoshare check --record). The file may be left out.

        checks:
          looks: 3                                    # at most how often a place that does not work is looked at
          down-after: 2                               # how many of these looks have to find it down
          pause-seconds: 10                           # between two looks
          jitter-seconds: 0                           # a run begins within so many seconds, at random
          missing-after-hours: 26                     # after so many hours without a run one is missing
          keep-observations-days: 400                 # every single observation; then a summary of each day
          keep-summaries-days: 1830

        # When work is done on places: what does not work then is recorded, and nobody is called.
        maintenance: []
        # - id: patch-day
        #   systems: [files]                          # with all their shares; or some of them:
        #   shares: [files/example-group]             # without both, all
        #   weekly: {day: sunday, hour: 22, minute: 30, minutes: 120}
        #   reason: updates of the servers
        # - id: new-disks
        #   systems: [files]
        #   once: {first: 2027-03-01, last: 2027-03-02}
        #   reason: the disks are replaced

        # What is expected not to work, such as file servers from outside: nobody is called for it.
        expected-outages: []
        # - id: only-inside
        #   systems: [files]
        #   networks: [outside]                       # without it, from everywhere
        #   until: 2027-12-31                         # the last day; without it, always
        #   reason: file servers are reached through the VPN

        """

    static let exemptions = """
        # Rules that are lifted for a time. The file may be left out.

        exemptions: []
        # - id: partner-project
        #   lifts: ask-before-personal-data-leave     # a rule that forbids or asks
        #   when:                                     # for which questions; at least one test
        #     method: [cloud/share-link]
        #   granted-by: Head of IT
        #   reason: Contract with the partner
        #   until: 2027-06-30                         # the last day it counts

        """

    static let cases = """
        # Questions with the answers you expect, as tests of the policy: wheretoshare policy test

        cases:
          - name: a group shares open data
            ask:
              audience: [{group: example-group}]    # also internal, external, anyone, publish, {user: NAME, groups: [ID]}
                                                    # and {external: ADDRESS}
              # action: share               # share (when left out), receive, archive, compute, publish
              # level: internal             # the level that the asker declares
              contains: [published]         # tags that the asker declares
              # found: [personal]           # tags that a look into the data found
              # inspection: none            # how far it was looked at: none, partial, complete
              size: 2 GB                    # all files together
              # largest-file: 500 MB
              # files: 12
              network: campus               # the fallback network when left out
              asker: {account: anna, groups: [example-group]}
              # facets: {device: managed}
              # lying-on: files/groups      # the share that the data already lie on
            expect:                         # at least one key; what is left out is not looked at
              # outcome: allowed            # allowed, allowed-with-conditions, not-allowed, ask
              recommended: files/group-share
              share: files/groups
              # alternatives: [cloud/share-link]
              # steps: [copy-to-share, tell-the-path]

          - name: working material for a partner
            ask:
              audience: [external]
              level: internal
              contains: [working-material]
              inspection: complete
            expect:
              recommended: cloud/share-link
              # obligations: {password: true}       # exactly these
              excluded: [files/group-share]
              notes: [password-not-in-mail]         # ids of note rules and warnings

          - name: nothing unknown for anyone
            ask: {audience: [anyone]}
            expect:
              forbidden:                    # by exactly these rules
                cloud/share-link: [nothing-confidential-for-anyone]

        """
}
