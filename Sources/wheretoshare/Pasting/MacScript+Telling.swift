extension MacScript {
    /// What this computer knows of itself.
    static let telling = #"""
        wireless() { networksetup -listallhardwareports | awk '/^Hardware Port: (Wi-Fi|AirPort)/ { getline; print $2 }'; }
        interfaces() {
          ifconfig -a | awk -v wireless=" $(wireless | tr '\n' ' ') " '
            function bits(mask, i, n, c) {
              n = 0
              for (i = 3; i <= length(mask); i++) {
                c = substr(mask, i, 1)
                n += c == "f" ? 4 : c == "e" ? 3 : c == "c" ? 2 : c == "8" ? 1 : 0
              }
              return n
            }
            function kind(name) {
              if (index(wireless, " " name " ")) return "wireless"
              if (name ~ /^(utun|tun)[0-9]/) return "tun"
              if (name ~ /^tap[0-9]/) return "tap"
              if (name ~ /^ppp[0-9]/) return "ppp"
              if (name ~ /^ipsec[0-9]/) return "ipsec"
              if (name ~ /^(gif|stf)[0-9]/) return "encapsulated"
              if (name ~ /^pdp_ip/) return "mobile"
              if (name ~ /^lo[0-9]/) return "loopback"
              if (name ~ /^en[0-9]/) return "ethernet"
              return "other"
            }
            function tell(address, length_) {
              sub(/%.*/, "", address)
              if (address ~ /^fe80/) return
              if (!told[name]++) print "interface: " name " " kind(name) " " state
              print "local: " name " " address "/" length_
            }
            /^[a-z]/ { name = $1; sub(/:$/, "", name); state = $2 ~ /[<,]UP[,>]/ ? "up" : "down" }
            $1 == "inet" { for (i = 3; i < NF; i++) if ($i == "netmask") tell($2, bits($(i + 1))) }
            $1 == "inet6" { for (i = 3; i < NF; i++) if ($i == "prefixlen") tell($2, $(i + 1)) }'
        }
        route_to() {
          family=-inet
          case $1 in *:*) family=-inet6 ;; esac
          limited 3 route -n get $family "$1" 2>&1 | awk -v to="$1" '
            $1 == "gateway:" && $2 !~ /^(link|index)/ { via = $2; sub(/%.*/, "", via) }
            $1 == "interface:" { device = $2 }
            $1 == "flags:" && /REJECT/ { end = "unreachable" }
            $1 == "flags:" && /BLACKHOLE/ { end = "blackhole" }
            /not in table/ { end = "none" }
            END {
              if (end) print "route: " to " " end
              else if (device) print "route: " to " path " device (via ? " via=" via : "")
              else print "route: " to " unknown"
            }'
        }
        mounts() {
          mount | sed -n 's/^\/\/\(.*\) on \(\/.*\) (smbfs.*$/\1 on \2/p' | head -n 20 | while read -r line; do
            source=${line%% on /*}
            path=/${line#* on /}
            server=${source#*@}
            folder=${server#*/}
            server=${server%%/*}
            printf '%s\n' "$hosts" | grep -qixF -e "${server%%:*}" || continue
            printf '%s\n' "$folder" | sed 's/%20/ /g' | grep -qixF -e "$share" || continue
            limited 4 df -k "$path" >/dev/null
            case $? in 0) state=ok ;; 137 | 142) state=hung ;; *) state=gone ;; esac
            fact mount "$state $path"
          done
        }
        tickets() {
          text=$(limited 4 klist -v)
          case $? in 137 | 142) fact tickets unknown; return ;; esac
          fact tickets known
          printf '%s\n' "$text" | awk '/^ *Principal: / { print "principal: " $2; exit }'
          printf '%s\n' "$text" | awk '
            $1 == "Server:" { server = $2; start = ""; next }
            $1 == "Auth" || $1 == "Start" { start = $3 " " $4 " " $5 " " $6 }
            $1 == "End" && server { print server "|" start "|" $3 " " $4 " " $5 " " $6; server = "" }' |
            while IFS='|' read -r server start end; do
              service=${server%@*}
              case $service in
                krbtgt/*) ;;
                cifs/*) printf '%s\n' "$hosts" | grep -qixF -e "${service#cifs/}" || continue ;;
                *) continue ;;
              esac
              fact ticket "$service ${server##*@} $(utc "$start") $(utc "$end")"
            done
        }
        groups_of_ours() {
          mine=" $(limited 5 id -Gn) "
          case $? in 0) ;; *) fact groups unknown; return ;; esac
          fact groups known
          printf '%s\n' "$groups" | while read -r group; do
            [ -n "$group" ] || continue
            printf '%s\n' "$mine" | tr '\134' ' ' | grep -qiF -e " $group " && fact group "$group"
          done
        }
        """#

    /// Everything in order, and the end.
    static let tail = #"""
        facts() {
          fact target "$target"
          fact system "$(sw_vers -productName) $(sw_vers -productVersion)"
          fact computer "$(word "$(scutil --get LocalHostName || uname -n)")"
          fact time "$(date -u +%Y-%m-%dT%H:%M:%SZ)"
          fact account "$(id -un)"
          domain=$(limited 4 dsconfigad -show | awk -F ' = ' '/Active Directory Domain/ { print $2; exit }')
          if [ -n "$domain" ]; then fact note "bound to $domain"; fi
          fact logon computer
          seen=$(names)
          printf '%s\n' "$seen"
          connect
          interfaces
          limited 3 scutil --dns | awk '/nameserver\[/ && $3 !~ /%/ && !seen[$3]++ { print "resolver: " $3 }' | head -n 6
          limited 3 scutil --dns | awk '/search domain/ && !seen[$4]++ { print "search: " $4 }' | head -n 3
          awk -v host="$target_host" '
            { sub(/#.*/, "") }
            { for (i = 2; i <= NF; i++) if (tolower($i) == tolower(host)) print "hosts-line: " NR " " $1 " " host }' /etc/hosts
          printf '%s\n' "$seen" | awk -v name="$target" '$1 == "address:" && $2 == name { print $3 }' | head -n 3 |
            while read -r address; do route_to "$address"; done
          fact firewall unknown
          if [ -n "$share" ]; then mounts; fi
          groups_of_ours
          tickets
        }
        main() {
          printf '%s\n' "$wait_text" >&3
          facts | seal >&4
          printf '%s\n%s\n' "$copy_text" "$content_text" >&3
        }
        main 3>&1 4>&1 2>/dev/null </dev/null
        """#
}
