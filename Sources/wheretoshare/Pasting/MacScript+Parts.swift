extension MacScript {
    /// Commands with a time of their own, and facts.
    static let base = #"""
        started=$(date +%s)
        limited() {
          seconds=$1
          left=$((19 - $(date +%s) + started))
          if [ "$left" -lt "$seconds" ]; then seconds=$left; fi
          if [ "$seconds" -lt 1 ]; then return 142; fi
          shift
          if command -v perl >/dev/null; then
            perl -e 'alarm shift; exec @ARGV or exit 127' "$seconds" "$@" </dev/null
            return $?
          fi
          "$@" </dev/null &
          child=$!
          ( sleep "$seconds"; kill -9 "$child" ) >/dev/null 2>&1 &
          killer=$!
          wait "$child"
          status=$?
          kill "$killer"
          return $status
        }
        now() { perl -MTime::HiRes=time -e 'printf "%d", time * 1000' || printf '%s000' "$(date +%s)"; }
        fact() { printf '%s: %s\n' "$1" "$2"; }
        word() { printf '%s' "$1" | tr ' ' '-'; }
        utc() { at=$(date -j -f '%b %d %H:%M:%S %Y' "$1" +%s) && date -u -r "$at" +%Y-%m-%dT%H:%M:%SZ || printf '%s' -; }
        seal() {
          tr -c '\040-\176\n' '-' | tr -- '"\047\140<>&*~' '--------' | tr -s ' -' | awk '
            BEGIN { for (i = 32; i < 127; i++) code[sprintf("%c", i)] = i; print "WTS-" "BEGIN 1 macos" }
            /^[a-z-]+: / {
              sub(/ +$/, "")
              line = sprintf("%02d %s", ++count, substr($0, 1, 180))
              sub(/ +$/, "", line)
              a = 1; b = 0
              for (i = 1; i <= length(line); i++) { a = (a + code[substr(line, i, 1)]) % 251; b = (b + a) % 251 }
              printf "%s ~%02x%02x\n", line, a, b
            }
            END { print "WTS-" "END 1 macos " count + 0 }'
        }
        """#

    /// Names, and connections to all addresses at the same time.
    static let connecting = #"""
        answer() {
          case $(limited 4 host -W 2 -t A "$1" 2>&1) in
            *NXDOMAIN*) echo unknown-name ;;
            *"has no A record"*) echo no-address ;;
            *SERVFAIL*) echo server-failure ;;
            *REFUSED*) echo refused ;;
            *"timed out"* | *"no servers could be reached"*) echo no-answer ;;
            *) echo unreadable ;;
          esac
        }
        addresses() {
          case $1 in
            *:* | *[0-9].*[0-9].*[0-9].*[0-9]) case $1 in *[!0-9a-fA-F.:]*) ;; *) echo "$1"; return ;; esac ;;
          esac
          limited 5 dscacheutil -q host -a name "$1" |
            awk '/^ip(v6)?_address: / && $2 !~ /^fe80/ && !seen[$2]++ { print $2 }' | head -n 4
        }
        knock() {
          began=$(now)
          said=$(limited 4 nc -v -z -n -G 3 -w 3 "$2" "$3" 2>&1)
          code=$?
          ended=$(now)
          case $code/$said in
            0/*) end=connected ;;
            142/*) end=no-answer ;;
            *refused*) end=refused ;;
            *"timed out"*) end=no-answer ;;
            *"No route to host"* | *"Host is down"*) end=host-unreachable ;;
            *"Network is unreachable"* | *"assign requested address"*) end=no-route ;;
            *"Operation not permitted"* | *"Permission denied"*) end=forbidden ;;
            *) end=other ;;
          esac
          fact port "$1 $2 $3 $end ms=$((ended - began))"
        }
        look_up() {
          began=$(now)
          found=$(addresses "$2")
          ended=$(now)
          if [ -n "$found" ]; then said=found; else said=$(answer "$2"); fi
          echo "place: $1 $2 $said ms=$((ended - began))"
          for one in $found; do echo "address: $1 $one"; done
        }
        names() {
          printf '%s\n' "$places" | {
            while read -r name host ports; do look_up "$name" "$host" & done
            wait
          }
        }
        connect() {
          printf '%s\n' "$seen" | {
            while read -r key name address rest; do
              [ "$key" = address: ] || continue
              for port in $(printf '%s\n' "$places" | awk -v name="$name" '$1 == name { $1 = ""; $2 = ""; print }'); do
                knock "$name" "$address" "$port" &
              done
            done
            wait
          }
        }
        """#
}
