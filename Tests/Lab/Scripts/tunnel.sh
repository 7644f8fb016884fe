# tunnel.sh HOST: what openconnect has done to a host when its tunnel comes up; its variables say how.
. /run/lab/functions.sh
[ "$reason" = connect ] || exit 0
ip link set "$TUNDEV" up mtu "${INTERNAL_IP4_MTU:-1400}"
ip address add "$INTERNAL_IP4_ADDRESS/32" dev "$TUNDEV"
for ((route = 0; route < ${CISCO_SPLIT_INC:-0}; route++)); do
    address=CISCO_SPLIT_INC_${route}_ADDR length=CISCO_SPLIT_INC_${route}_MASKLEN
    ip route add "${!address}/${!length}" dev "$TUNDEV"
done
printf 'nameserver %s\n' $INTERNAL_IP4_DNS | change_file "$1" resolv.conf
echo 'tunnel up'
