"""A name server that answers every question with the same refusal: fault-names.py servfail|refused"""

import socket
import sys

CODE = {"servfail": 2, "refused": 5}[sys.argv[1]]

with socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as server:
    server.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
    server.bind(("::", 53))
    while True:
        question, asker = server.recvfrom(4096)
        if len(question) >= 12:
            # The question comes back as an answer (RFC 1035, section 4.1.1): QR and RA are set, and the code.
            flags = bytes([question[2] | 0x80, 0x80 | CODE])
            # Additional records, such as EDNS options, are left out.
            end = 12
            while end < len(question) and question[end] != 0:
                end += question[end] + 1
            server.sendto(question[:2] + flags + question[4:6] + bytes(6) + question[12 : end + 5], asker)
