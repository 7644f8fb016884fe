extension InventoryStarter {
    static let texts = """
        # The words of the inventory in English, by section and id. Another language is another file with the same ids, such as
        # de.yaml, and stands in 'languages' of institution.yaml.
        #
        # In reasons, headlines, steps, messages and warnings these words in braces are filled in:
        #   {audience} {location} {system} {share} {days} {until} {channels} {size} {files} {data} {limit} {networks}
        #   {contact} {institution}

        systems:                            # every system
          files: the file server
          cloud: the cloud

        methods:                            # every method, as a noun
          files/group-share: a share of the group
          cloud/share-link: a share link
          cloud/upload-link: an upload link

        headlines:                          # every method, as the line that leads the answer
          files/group-share: Put it on {system}, into the share of the group
          cloud/share-link: Send a share link
          cloud/upload-link: Send an upload link

        levels:
          open: open
          internal: internal
          confidential: confidential

        tags:
          published: published data
          working-material: working material
          personal: personal data
          unknown: content that nobody has looked at

        group-kinds:
          research-group: research group
          team: team
          division: division

        networks:
          campus: the campus network
          vpn: the VPN
          outside: any other network

        # facets:                           # every facet, and every value of it
        #   device: the device
        #   device/managed: a managed device

        obligations:                        # conditions that a person reads; {days}, {channels} and {networks} are filled in
          password: protect it with a password
          expiry: let it expire after {days} days at most
          second-channel: tell the password by {channels}
          campus-or-vpn: be on {networks}

        choices:                            # every choice of an obligation
          second-channel/phone: telephone
          second-channel/sms: SMS
          second-channel/chat: chat

        rules:                              # the reason of every rule
          groups-share: groups share on the file server
          links-for-everybody: the cloud reaches everybody
          links-need-a-password: links to data that are not open are protected
          links-should-expire: a link that nobody needs any more should not work
          nothing-confidential-for-anyone: confidential data are never open to whoever holds a link
          ask-before-personal-data-leave: personal data leave the house only after a question
          file-server-from-inside: the file server is reached from the campus and the VPN alone
          ask-about-the-rest: nobody has decided this yet

        steps:                              # every step, and need-OBLIGATION for every prerequisite
          copy-to-share: Copy {data} to {location}
          tell-the-path: Send the path to {audience}
          upload: Upload {data} in the web page of the cloud
          set-password: Tick 'password' and choose a long one
          set-expiry: Let the link expire after {days} days, on {until}
          tell-password: Tell the password by {channels}
          make-upload-link: Make an upload link for {audience}
          need-campus-or-vpn: Connect to {networks}

        messages:                           # a mail begins with its subject
          link-mail: |
            Subject: Data from {institution}

            Here is the link to {data}. You will get the password in another way.

        warnings:
          password-not-in-mail: Do not send the password by the same mail as the link

        impossible:
          publish-to-few: nothing is published to a few; share it with them instead

        """
}
