extension WindowsScript {
    /// What this computer knows of itself.
    static let telling = #"""
        $vpn = 'VPN|Wintun|AnyConnect|PANGP|GlobalProtect|Forti|Juniper|Pulse|SonicWall|NetExtender|Check Point|Zscaler|Tailscale|ZeroTier|F5 Networks'
        $servers = @()
        foreach ($n in [Net.NetworkInformation.NetworkInterface]::GetAllNetworkInterfaces()) {
          if ("$($n.OperationalStatus)" -ne 'Up') { continue }
          $set = $n.GetIPProperties()
          $own = @($set.UnicastAddresses | Where-Object { -not $_.Address.IsIPv6LinkLocal })
          if ($own.Count -eq 0) { continue }
          $type = "$($n.NetworkInterfaceType)"
          $what = $n.Description
          $kind = if ($type -eq 'Loopback') { 'loopback' }
          elseif ($what -match 'Teredo|ISATAP|6to4') { 'other' }
          elseif ($what -match 'WireGuard') { 'wireguard' }
          elseif ($what -match '\bTAP\b') { 'tap' }
          elseif ($what -match $vpn) { 'tun' }
          elseif ($type -eq 'Ppp') { 'ppp' }
          elseif ($type -eq 'Tunnel') { 'encapsulated' }
          elseif ($type -eq 'Wireless80211') { 'wireless' }
          elseif ($type -match 'Wwan') { 'mobile' }
          elseif ($what -match 'Hyper-V|VMware|VirtualBox|Bluetooth') { 'other' }
          elseif ($type -match 'Ethernet') { 'ethernet' }
          else { 'other' }
          $name = Get-Word $n.Name
          Add-Fact 'interface' ($name + ' ' + $kind + ' up')
          foreach ($u in ($own | Select-Object -First 4)) {
            Add-Fact 'local' ($name + ' ' + ($u.Address.IPAddressToString -replace '%.*', '') + '/' + $u.PrefixLength)
          }
          if ($kind -ne 'loopback') { foreach ($s in $set.DnsAddresses) { if (-not $s.IsIPv6SiteLocal) { $servers += ($s.IPAddressToString -replace '%.*', '') } } }
          if ($set.DnsSuffix) { $state['suffix'] = $set.DnsSuffix }
        }
        foreach ($s in ($servers | Select-Object -Unique -First 6)) { Add-Fact 'resolver' $s }
        if ($state['suffix']) { Add-Fact 'search' (Get-Word $state['suffix']) }
        $number = 0
        foreach ($line in (Get-Content "$env:SystemRoot\System32\drivers\etc\hosts" -TotalCount 5000)) {
          $number++
          $part = @(($line -replace '#.*', '').Trim() -split '\s+')
          if ($part.Count -gt 1 -and $part[1..($part.Count - 1)] -contains $places[0].host) {
            $ip = $null
            if ([Net.IPAddress]::TryParse($part[0], [ref]$ip)) { Add-Fact 'hosts-line' ('{0} {1} {2}' -f $number, $ip.IPAddressToString, $places[0].host) }
          }
        }
        foreach ($r in $routes) {
          $is = @(@(Get-Answer $r.ask) -like 'is|*')
          if ($is.Count -eq 0) { Add-Fact 'route' ($r.to + ' unknown'); continue }
          $part = $is[0] -split '\|'
          $value = $r.to + ' path ' + (Get-Word $part[1])
          if ($part[2] -and $part[2] -ne '0.0.0.0' -and $part[2] -ne '::') { $value += ' via=' + $part[2] }
          if ($part[3]) { $value += ' from=' + ($part[3] -replace '%.*', '') }
          Add-Fact 'route' $value
        }
        $rules = @(Get-Answer $firewallAsk)
        if ($rules -contains 'done') {
          Add-Fact 'firewall' 'known'
          foreach ($r in ($rules | Select-Object -First 6)) { if ($r -ne 'done') { Add-Fact 'firewall-rule' $r } }
        } else { Add-Fact 'firewall' 'unknown' }
        foreach ($d in ($drives | Select-Object -First 4)) { Add-Fact 'mount' $d }
        if ($isStored) { Add-Fact 'stored-password' 'yes' } elseif ($stored -notcontains 'timeout') { Add-Fact 'stored-password' 'no' }
        if ($openAsk) {
          $how = "$(@(Get-Answer $openAsk)[0])" -replace 'timeout', 'no-answer'
          if ($how) { Add-Fact 'open-folder' $how }
          if ($shareAsk) { $how = "$(@(Get-Answer $shareAsk)[0])" -replace 'timeout', 'no-answer'; if ($how) { Add-Fact 'open-share' $how } }
        }
        $member = @(Get-Answer $groupsAsk)
        if ($member.Count -eq 0 -or $member -contains 'timeout') { Add-Fact 'groups' 'unknown' } else {
          Add-Fact 'groups' 'known'
          foreach ($g in $groups) { if ($member -contains $g) { Add-Fact 'group' $g } }
        }
        $set = @(Get-Answer $clientAsk)
        if ($set.Count -gt 0 -and $set -notcontains 'timeout') {
          $signing = if ($set -contains 'signing True') { 'required' } else { 'optional' }
          $secret = if ($set -contains 'encryption True') { 'required' } else { 'optional' }
          Add-Fact 'client' ('signing=' + $signing + ' encryption=' + $secret)
        }
        """#

    /// The tickets, which klist tells of in the language of Windows, and the end.
    static let tail = #"""
        $text = @(Get-Answer $ticketsAsk)
        if ($text.Count -eq 0 -or $text -contains 'timeout') { Add-Fact 'tickets' 'unknown' } else {
          Add-Fact 'tickets' 'known'
          $all = @()
          $one = $null
          foreach ($line in $text) {
            if ($line -match '^\s*#\d+>') { $one = @{ names = @(); times = @() }; $all += $one }
            if (-not $one) { continue }
            if ($line -match '(\S+) @ (\S+)\s*$') { $one.names += ($Matches[1] + ' ' + $Matches[2]) }
            elseif ($line -match ':\s+(\S*\d.*?)\s+\([^)]*\)\s*$') {
              try { $one.times += [DateTime]::Parse($Matches[1]).ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ', [Globalization.CultureInfo]::InvariantCulture) } catch { }
            }
          }
          $isNamed = $false
          foreach ($t in $all) {
            if ($t.names.Count -lt 2 -or $t.times.Count -lt 2) { continue }
            if (-not $isNamed) { Add-Fact 'principal' ($t.names[0] -replace ' ', '@'); $isNamed = $true }
            $service = ($t.names[1] -split ' ')[0]
            $isOurs = $service -match '^krbtgt/'
            foreach ($name in $hosts) { if ($service -eq ('cifs/' + $name)) { $isOurs = $true } }
            if ($isOurs) { Add-Fact 'ticket' ($t.names[1] + ' ' + $t.times[0] + ' ' + $t.times[1]) }
          }
        }
        Write-Host $remarks[0]
        Write-Host $remarks[1]
        'WTS-' + 'BEGIN 1 windows'
        $state.out
        'WTS-' + 'END 1 windows ' + $state.n
        }
        """#
}
