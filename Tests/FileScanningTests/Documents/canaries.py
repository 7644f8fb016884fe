#!/usr/bin/env python3
"""Writes documents of many formats into a folder, each with one account number at one place: canaries.py FOLDER.

Each must be found there, or the coverage must say that something was not read. A name is FORMAT.PLACE.SUFFIX.
"""
import base64
import binascii
import codecs
import gzip
import hashlib
import io
import json
import lzma
import bz2
import os
import pickle
import plistlib
import quopri
import sqlite3
import struct
import sys
import tarfile
import urllib.parse
import zipfile
import zlib

FOLDER = sys.argv[1]
FILLER = "The committee met in the large room and agreed on the plan for the coming season. "


class Canary:
    """The account number of a document, in the ways it is written."""

    def __init__(self, name):
        digest = int(hashlib.sha256(name.encode()).hexdigest(), 16)
        account = f"19043{digest % 10 ** 11:011d}"
        while len(set(account)) < 5:
            digest += 1
            account = f"19043{digest % 10 ** 11:011d}"
        self.plain = f"AT{98 - int(account + '102900') % 97:02d}{account}"
        self.groups = [self.plain[at:at + 4] for at in range(0, 20, 4)]
        self.spaced = " ".join(self.groups)
        self.sentence = f"Please pay to the account {self.plain} by Friday."
        # Cut inside a group.
        self.halves = self.plain[:9], self.plain[9:]

    def joined(self, separator):
        return separator.join(self.groups)


DOCUMENTS = {}

# How programs, links and logs write the end of a line, a blank or a sign right before a number.
BEHIND = {
    "newline": "\\n", "tab": "\\t", "end": "\\r\\n", "left": "\\l", "unicode": "\\u00a0", "greater": "\\u003e", "hex": "\\x22",
    "word": "Iban", "column": "00012", "octal": "\\303\\244", "syslog": "#011", "percent": "%20", "percent-wide": "%C2%A0", "percent-twice": "%2520",
}


def document(name, make):
    """A document that a function makes of its canary; text is written in UTF-8."""
    DOCUMENTS[name] = make


def documents(pattern, makers):
    for place, make in makers.items():
        document(pattern.replace("*", place), make)


# Text

def binhex(data):
    """BinHex 4.0 (RFC 1741)."""
    letters = "!\"#$%&'()*+,-012345689@ABCDEFGHIJKLMNPQRSTUVXYZ[`abcdefhijklmpqr"
    head = b"\x08list.txt\x00TEXTttxt" + struct.pack(">HII", 0, len(data), 0)
    body = b"".join(part + struct.pack(">H", binascii.crc_hqx(part + b"\0\0", 0)) for part in (head, data, b""))
    body = body.replace(b"\x90", b"\x90\x00")
    bits = "".join(f"{byte:08b}" for byte in body)
    bits += "0" * (-len(bits) % 6)
    text = ":" + "".join(letters[int(bits[at:at + 6], 2)] for at in range(0, len(bits), 6)) + ":"
    lines = "\n".join(text[at:at + 64] for at in range(0, len(text), 64))
    return f"(This file must be converted with BinHex 4.0)\n\n{lines}\n"


def yenc(data):
    encoded = bytearray()
    for byte in data:
        value = (byte + 42) % 256
        if value in (0, 10, 13, 61):
            encoded += bytes([61, (value + 64) % 256])
        else:
            encoded.append(value)
    head = f"=ybegin line=128 size={len(data)} name=list.txt\r\n".encode()
    return head + bytes(encoded) + f"\r\n=yend size={len(data)}\r\n".encode()


def uuencode(data):
    lines = [binascii.b2a_uu(data[at:at + 45]).decode() for at in range(0, len(data), 45)]
    return "begin 644 list.txt\n" + "".join(lines) + "`\nend\n"


def registry(kind, text):
    pairs = ",".join(f"{byte:02x}" for byte in text.encode("utf-16le") + b"\0\0")
    return f'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\Some]\r\n"x"=hex({kind}):{pairs}\r\n'


def dump(data, mark):
    """Bytes in columns, as xxd and hexdump show them."""
    lines = []
    for at in range(0, len(data), 16):
        row = data[at:at + 16]
        pairs = [f"{byte:02x}" for byte in row]
        if mark == ":":
            columns = " ".join("".join(pairs[two:two + 2]) for two in range(0, len(row), 2))
        else:
            columns = " " + " ".join(pairs[:8]) + "  " + " ".join(pairs[8:])
        shown = "".join(chr(byte) if 32 <= byte < 127 else "." for byte in row)
        lines.append(f"{at:08x}{mark.strip()} {columns}  |{shown}|")
    return "\n".join(lines) + "\n"


def at_offset(offset):
    return lambda canary: (FILLER * (1 + offset // len(FILLER)))[:offset - 1] + " " + canary.plain + " " + FILLER


documents("text.*.txt", {
    "bank-and-account": lambda c: f"{FILLER}\n{c.plain[:2]} {c.plain[2:4]} / {c.plain[4:9]} / {c.plain[9:]}\n",
    "note-mark": lambda c: f"{FILLER}\n{c.groups[0]} {c.groups[1]}2 {' '.join(c.groups[2:])}\n",
    "start": lambda c: f"{c.plain} {FILLER}",
    "end": lambda c: FILLER + c.plain,
    "alone": lambda c: c.plain,
    "long-line": lambda c: FILLER * 2000 + c.sentence + " " + FILLER * 2000,
    **{f"offset-{offset}": at_offset(offset) for offset in [65500, 65515, 65525, 65530, 65536, 131060, 131072, 1 << 20]},
    "blanks": lambda c: c.spaced,
    "hyphens": lambda c: c.joined("-"),
    "dots": lambda c: c.joined("."),
    "no-break": lambda c: c.joined("\u00a0"),
    "narrow": lambda c: c.joined("\u202f"),
    "thin": lambda c: c.joined("\u2009"),
    "zero-width": lambda c: c.joined("\u200b"),
    "soft-hyphen": lambda c: c.joined("\u00ad"),
    "tabs": lambda c: c.joined("\t"),
    "many-blanks": lambda c: c.joined("    "),
    "figure-blanks": lambda c: c.joined("\u2007"),
    "dashes": lambda c: c.joined("\u2013"),
    "middle-dots": lambda c: c.joined("\u00b7"),
    "joiners": lambda c: c.joined("\u2060"),
    "directions": lambda c: c.joined("\u200e"),
    "references": lambda c: c.joined("&nbsp;"),
    "form": lambda c: "to=" + c.joined("+") + "&x=1",
    "chinese": lambda c: f"口座{c.plain}へ",
    "quoted-line": lambda c: f"> pay {' '.join(c.groups[:2])}\n> {' '.join(c.groups[2:])}\n",
    "hyphenated": lambda c: f"{c.halves[0]}-\n{c.halves[1]}",
    "overstruck": lambda c: "".join(f"{sign}\b{sign}" for sign in c.plain),
    "full-width": lambda c: "".join(chr(ord(sign) + 0xFEE0) for sign in c.plain),
    "full-width-groups": lambda c: c.joined("\u3000").translate({n: n + 0xFEE0 for n in range(0x30, 0x5B)}),
    "small": lambda c: c.plain.lower(),
    "wrapped": lambda c: " ".join(c.groups[:2]) + "\n" + " ".join(c.groups[2:]),
    "wrapped-quote": lambda c: "  " + " ".join(c.groups[:2]) + "\r\n  " + " ".join(c.groups[2:]),
    "cut": lambda c: f"{FILLER}{c.halves[0]}\n{c.halves[1]} {FILLER}",
    "cut-groups": lambda c: f"{c.groups[0]} {c.groups[1][:2]}\n{c.groups[1][2:]} {' '.join(c.groups[2:])}",
    "label": lambda c: f"IBAN:{c.plain}",
    "glued": lambda c: f"IBAN{c.plain}",
    "brackets": lambda c: f"({c.plain})[x]<y>",
    "quotes": lambda c: f"„{c.plain}“",
    "path": lambda c: f"/data/x/{c.plain}/y.txt C:\\x\\{c.plain[:0]}z",
    "underscores": lambda c: f"invoice_{c.plain}_final",
    "equals": lambda c: f"a={c.plain}&b=2",
    "link": lambda c: f"https://example.org/pay?iban={c.plain}&x=1",
    "link-escaped": lambda c: f"https://example.org/pay?to={urllib.parse.quote(c.spaced)}&x=1",
    "markdown": lambda c: f"| a | b |\n|---|---|\n| x | **{c.plain}** |\n",
    "code": lambda c: f"`{c.plain}`",
    "terminal": lambda c: f"\x1b[31m{c.plain}\x1b[0m",
    "form-feed": lambda c: f"page\f{c.plain}",
    "zeros-before": lambda c: b"\0" * 5000 + c.sentence.encode(),
    "zeros-behind": lambda c: c.sentence.encode() + b"\0" * 5000,
    "binary-behind": lambda c: (FILLER * 2000).encode() + bytes(range(256)) * 50 + c.sentence.encode(),
    "uuencoded": lambda c: FILLER + "\n" + uuencode((FILLER + c.sentence).encode()),
    "begin-base64": lambda c: "begin-base64 644 x.txt\n" + base64.encodebytes(c.sentence.encode()).decode() + "====\n",
    "yenc": lambda c: yenc((FILLER + c.sentence).encode()),
    "binhex": lambda c: binhex((FILLER + c.sentence).encode()),
    "base64": lambda c: FILLER + "\n" + base64.encodebytes((FILLER * 3 + c.sentence).encode()).decode() + FILLER,
    "base64-word": lambda c: "x = " + base64.b64encode(c.plain.encode()).decode(),
    "base64-url": lambda c: "t=" + base64.urlsafe_b64encode(f"ü?>{c.sentence}".encode()).decode(),
    "base64-wide": lambda c: "powershell -enc " + base64.b64encode(c.sentence.encode("utf-16le")).decode(),
    "base64-twice": lambda c: base64.b64encode(base64.b64encode(c.sentence.encode())).decode(),
    "base64-gzip": lambda c: base64.b64encode(gzip.compress((FILLER + c.sentence).encode())).decode(),
    "hex": lambda c: "payload: " + c.sentence.encode().hex(),
    "hex-literal": lambda c: "x = 0x" + c.sentence.encode().hex().upper() + ";",
    "registry-1": lambda c: registry(1, c.sentence),
    "registry-2": lambda c: registry(2, c.sentence).encode("utf-16"),
    "base32": lambda c: "x: " + base64.b32encode(c.sentence.encode()).decode(),
    "utf-7-shifted": lambda c: "pay +" + base64.b64encode(c.plain.encode("utf-16be")).decode().rstrip("=") + "- now",
    "hex-dump": lambda c: dump((FILLER + c.sentence).encode(), ":"),
    "hex-dump-canonical": lambda c: dump((FILLER + c.sentence).encode(), " "),
    "escapes-u": lambda c: 'x = "' + "".join(f"\\u{ord(sign):04x}" for sign in c.plain) + '"',
    "escapes-braces": lambda c: 'x = "' + "".join(f"\\u{{{ord(sign):x}}}" for sign in c.plain) + '"',
    "escapes-x": lambda c: 'x = "' + "".join(f"\\x{ord(sign):02x}" for sign in c.spaced) + '"',
    "escapes-octal": lambda c: 'x = "' + "".join(f"\\{ord(sign):03o}" for sign in c.plain) + '"',
    "escapes-style": lambda c: 'content: "' + "".join(f"\\{ord(sign):06x}" for sign in c.plain) + '"',
    "escapes-quoted": lambda c: "pay=\n " + "".join(f"={ord(sign):02X}" for sign in c.plain),
    "escapes-percent": lambda c: "pay " + "".join(f"%{ord(sign):02X}" for sign in c.plain),
    "numbered": lambda c: "pay " + "".join(f"&#{ord(sign)};" for sign in c.plain),
    "numbered-hex": lambda c: "pay " + "".join(f"&#x{ord(sign):X};" for sign in c.plain),
    "hex-pairs": lambda c: "bytes " + " ".join(f"{byte:02x}" for byte in c.sentence.encode()),
    "tag": lambda c: f"WARC/1.0\n\n<p>{c.halves[0]}<b>{c.halves[1]}</b></p>\n",
    "blank-lines": lambda c: c.joined("\n\n"),
    "length-before": lambda c: f"account{chr(0x60 + 20)}{c.plain}",
    "boxes": lambda c: "IBAN  " + " ".join(c.plain),
    "commas": lambda c: c.joined(","),
    "bars": lambda c: c.joined("|"),
    "colons": lambda c: c.joined(":"),
    "escaped-blanks": lambda c: c.joined("\\ "),
    "emphasis": lambda c: f"pay **{c.halves[0]}**{c.halves[1]} now",
    "soft-break": lambda c: f"pay {c.halves[0]}=\n{c.halves[1]} now",
    "continued": lambda c: f"X = {c.halves[0]}\\\n    {c.halves[1]}",
    "arabic": lambda c: c.plain[:2] + "".join(chr(0x660 + int(digit)) for digit in c.plain[2:]),
    "persian": lambda c: c.plain[:2] + "".join(chr(0x6F0 + int(digit)) for digit in c.plain[2:]),
    "devanagari": lambda c: c.plain[:2] + "".join(chr(0x966 + int(digit)) for digit in c.plain[2:]),
    "mathematical": lambda c: "".join(chr(0x1D7CE + int(sign)) if sign.isdigit() else chr(0x1D400 + ord(sign) - 65) for sign in c.plain),
    "statement-25": lambda c: f":20:X\n:25:{c.plain}\n:28:1\n-\n",
    "statement-25-currency": lambda c: f":20:X\n:25:{c.plain}EUR\n:28:1\n-\n",
    "statement-86-line": lambda c: f":20:X\n:86:/REMI/x/IBAN/{c.plain[0]}\r\n{c.plain[1:]}\r\n-\r\n",
    "genealogy": lambda c: f"0 @I1@ INDI\n1 NOTE B {c.halves[0]}\n2 CONC {c.halves[1]}\n",
    "font-in-brackets": lambda c: f"pay {' '.join(c.groups[:3])} \\f[B]{' '.join(c.groups[3:])}\\f[R] now",
    "statement-86": lambda c: f":20:X\n:86:166?00A?31{c.plain}?32B\n-\n",
    "statement-86-cut": lambda c: f":20:X\n:86:166?00A?20B {c.halves[0]}?21{c.halves[1]}?32B\n-\n",
    "folded": lambda c: f"X-Note: {c.groups[0]} {c.groups[1]}\n {' '.join(c.groups[2:])}\n",
    "mixed-blanks": lambda c: c.joined("\u00a0 "),
    "wrapped-bars": lambda c: f"| pay {' '.join(c.groups[:2])} |\n| {' '.join(c.groups[2:])} |\n",
    "wrapped-remark": lambda c: f"-- pay {' '.join(c.groups[:2])}\n-- {' '.join(c.groups[2:])}\n",
    "wrapped-diff": lambda c: f"+pay {' '.join(c.groups[:3])}\n+{' '.join(c.groups[3:])}\n",
    "joined-literals": lambda c: f"f(b\"pay {' '.join(c.groups[:2])} \"\n  b\"{' '.join(c.groups[2:])}\")",
    "escaped-no-break": lambda c: f"x = '{c.joined(chr(92) + 'xa0')}'",
    "named-blanks": lambda c: c.joined("&thinsp;"),
    "encoded-twice": lambda c: c.joined("\u00a0").encode().decode("latin-1"),
    "letters-behind": lambda c: f"{c.plain}EUR 500",
    "digits-behind": lambda c: f"{c.plain}00015000 X",
    "name-before": lambda c: f"SMITH{c.plain} 500",
    "digits-before": lambda c: f"0001{c.plain} 500",
    "escape-before": lambda c: f"GET /?q=%7B%22to%22%3A%22{c.plain}%22%7D HTTP/1.1",
    "boxes-tabs": lambda c: "x\t" + "\t".join(c.plain),
    "one-a-line": lambda c: "\n".join(c.plain),
    "numbers": lambda c: f"const a = new Uint8Array([{', '.join(map(str, c.plain.encode()))}]);",
    "numbers-hex": lambda c: "char a[] = {\n" + "".join(f"    0x{byte:02X},\n" for byte in c.sentence.encode()) + "    0x00};\n",
    "base85": lambda c: base64.a85encode(c.sentence.encode(), adobe=True),
    "base85-alone": lambda c: f"see {base64.a85encode(c.plain.encode(), adobe=True).decode()} here",
    "base85-lines": lambda c: base64.a85encode((FILLER * 900 + c.sentence).encode(), adobe=True, wrapcol=76),
    "base85-zip": lambda c: base64.a85encode(archive({"list.txt": FILLER + c.sentence}), adobe=True, wrapcol=72),
    "boxes-lines": lambda c: "IBAN\n" + "\n".join(c.plain) + "\n",
    "base64-zlib": lambda c: base64.b64encode(zlib.compress((FILLER + c.sentence).encode())).decode(),
    "base64-marked": lambda c: base64.b64encode(c.sentence.encode("utf-16")).decode(),
    "base64-latin": lambda c: base64.b64encode(f"Grüße {c.sentence}".encode("latin-1")).decode(),
    "base64-record": lambda c: "x: " + base64.b64encode(b"\x08\x96\x01\x12\x14" + c.plain.encode() + b"\x1a\x05Max A").decode(),
    "base64-pickle": lambda c: "x: " + base64.b64encode(pickle.dumps({"iban": c.plain}, 4)).decode(),
    "base64-length": lambda c: "x: " + base64.b64encode(b"\x30\x81\x82\x0c\x14" + c.plain.encode() + b"0\x1e\x17\r26").decode(),
    "hex-zlib": lambda c: "x: " + zlib.compress((FILLER + c.sentence).encode()).hex(),
    "hex-colons": lambda c: "x: " + ":".join(f"{byte:02x}" for byte in c.plain.encode()),
    "hex-bytea": lambda c: f"INSERT INTO a VALUES ('\\x{c.plain.encode().hex()}');",
    "national": lambda c: f"SELECT N'{c.halves[0]}' + N'{c.halves[1]}';",
    "list-column": lambda c: f"Name     Konto           Betrag\nHuber    {' '.join(c.groups[:3])}  100,00\n         {' '.join(c.groups[3:])}\nMaier    x                 1,00\n",
    "table-column": lambda c: f"| {' '.join(c.groups[:2])}   |  10 |\n| {' '.join(c.groups[2:])} | x |\n",
    "labelled-words": lambda c: c.joined(" I-IBAN\n") + " I-IBAN\n",
    "numbered-words": lambda c: "".join(f"{at}\t{group}\t{group}\tNUM\t_\n" for at, group in enumerate(c.groups, 8)),
    "boxes-brackets": lambda c: "[" + "][".join(c.plain) + "]",
    "boxes-no-break": lambda c: "IBAN: " + "\u00a0 ".join(c.plain),
    "boxes-quotes": lambda c: "x = ['" + "', '".join(c.plain) + "']",
    "boxes-zero-width": lambda c: "\u200b".join(c.plain),
    "pairs": lambda c: "IBAN " + " ".join(c.plain[at:at + 2] for at in range(0, 20, 2)),
    "keys": lambda c: c.plain[:2] + "".join(f"{digit}\ufe0f\u20e3" for digit in c.plain[2:]),
    "underlined": lambda c: "".join(f"{sign}\u0332" for sign in c.plain),
    "above-line": lambda c: c.plain[:2] + "".join("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"[int(digit)] for digit in c.plain[2:]),
    "cyrillic": lambda c: "\u0410\u0422" + c.spaced[2:],
    "fixed-widths": lambda c: f"0128C0000000{c.plain}232MAX MUSTERMANN   00012345\n",
    "octal-dump": lambda c: "".join(f"{at:07o}" + "".join(f" {byte:03o}" for byte in c.plain.encode()[at:at + 16]) + "\n" for at in (0, 16)),
    "packet": lambda c: "".join(f"\t0x{at:04x}:  {c.sentence.encode()[at:at + 16].hex(' ', 2)}  ...\n" for at in range(0, len(c.sentence), 16)),
    "link-twice": lambda c: f"https://example.org/?r={urllib.parse.quote('https://example.org/?to=' + urllib.parse.quote(c.spaced))}",
    "syslog": lambda c: f"<13>Jan 1 h app: pay {' '.join(c.groups[:2])}#012{' '.join(c.groups[2:])}\n",
    "terminal-link": lambda c: f"\x1b]8;;http://x.example\x07{c.halves[0]}\x1b]8;;\x07{c.halves[1]}",
    "markdown-link": lambda c: f"IBAN {c.groups[0]} [{' '.join(c.groups[1:4])}](tel:190430021) {c.groups[4]}",
    "armour": lambda c: "-----BEGIN PGP MESSAGE-----\n\n" + base64.encodebytes(zlib.compress(c.sentence.encode())[2:]).decode() + "-----END PGP MESSAGE-----\n",
})
documents("encoding.*.txt", {
    name: (lambda encoding: lambda c: ("Grüße an die Universität. " + c.sentence).encode(encoding))(encoding)
    for name, encoding in {
        "utf-8-mark": "utf-8-sig", "utf-16": "utf-16", "utf-16le": "utf-16le", "utf-16be": "utf-16be", "utf-32": "utf-32",
        "utf-32le": "utf-32le", "latin-1": "latin-1", "cp1252": "cp1252", "latin-9": "iso8859-15", "cp437": "cp437",
        "cp850": "cp850", "macintosh": "mac-roman"}.items()})
documents("encoding.*.txt", {
    "blanks-cp437": lambda c: f"The account is {c.joined(chr(0xA0))} as agreed.\n".encode("cp437"),
    "blanks-cp850": lambda c: f"The account is {c.joined(chr(0xA0))} as agreed.\n".encode("cp850"),
    "blanks-macintosh": lambda c: f"The account is {c.joined(chr(0xA0))} as agreed.\n".encode("mac-roman"),
    "blanks-koi8": lambda c: f"The account is {c.joined(chr(0xA0))} as agreed.\n".encode("koi8-r"),
    "blanks-utf-7": lambda c: f"Konto {c.joined('+AKA-')} bis",
    "twice": lambda c: c.joined("\u00a0").encode().decode("cp1252").encode(),
    "twice-blank": lambda c: c.joined("\u00c2 "),
    "twice-narrow": lambda c: c.joined("\u202f").encode().decode("cp1252").encode(),
    "wide-behind": lambda c: (FILLER * 90 + "\r\n").encode() + f"paid to {c.plain}\r\n".encode("utf-16le") + FILLER.encode(),
    "wide-before": lambda c: (FILLER * 9 + "\r\n").encode("utf-16") + f"2026-01-03 paid to {c.plain} ok\r\n".encode(),
    "wide-before-odd": lambda c: (FILLER * 9 + "\r\n").encode("utf-16") + f"2026-01-03 paid in to {c.plain} ok\n".encode(),
    **{f"full-width-{name}": (lambda encoding: lambda c: (FILLER * 3 + "".join(chr(ord(sign) + 0xFEE0) for sign in c.plain)).encode(encoding))(name)
       for name in ["shift_jis", "euc-jp", "gb18030", "big5", "iso2022_jp"]},
    "japanese": lambda c: f"{FILLER}口座番号へお振込ください。{c.plain}口座番号".encode("shift_jis"),
    "japanese-shifted": lambda c: f"口座番号へ8お振込ください。{c.spaced}口座番号".encode("iso2022_jp"),
    "chinese": lambda c: f"{FILLER}請將款項匯入以下賬戶。{c.plain}請將".encode("big5"),
})
documents("*", {
    "source.comment.c": lambda c: f"/* {c.plain} */\nint main(void) {{ return 0; }}\n",
    "source.string.py": lambda c: f'ACCOUNT = "{c.spaced}"\n',
    "source.shell.sh": lambda c: f"#!/bin/sh\nIBAN={c.plain}\n",
    "source.base64.js": lambda c: f'const a = atob("{base64.b64encode(c.sentence.encode()).decode()}");\n',
    "source.r.R": lambda c: f"x <- c('{c.plain}')\n",
    "source.joined.c": lambda c: f'const char *a = "{c.halves[0]}"\n    "{c.halves[1]}";\n',
    "source.joined.java": lambda c: f'String a = "{c.halves[0]}"\n    + "{c.halves[1]}";\n',
    "source.joined.js": lambda c: f"const a = '{c.halves[0]}' +\n  '{c.halves[1]}';\n",
    "source.joined.sql": lambda c: f"SELECT '{c.halves[0]}' || '{c.halves[1]}';\n",
    "source.joined.R": lambda c: f'a <- paste0("{c.halves[0]}",\n  "{c.halves[1]}")\n',
    "source.joined.po": lambda c: f'msgid "a"\nmsgstr ""\n"{c.halves[0]}"\n"{c.halves[1]}"\n',
    "source.appended.java": lambda c: f'new StringBuilder("{c.halves[0]}").append("{c.halves[1]}");\n',
    "source.continued.f90": lambda c: f"x = '{c.halves[0]}&\n     &{c.halves[1]}'\n",
    "source.continued.hs": lambda c: f'x = "{c.halves[0]}\\\n    \\{c.halves[1]}"\n',
    "source.continued.cbl": lambda c: f"       01 X PIC X(20) VALUE '{c.halves[0]}\n      -    '{c.halves[1]}'.\n",
    "source.continued.bat": lambda c: f"set X={c.halves[0]}^\r\n{c.halves[1]}\r\n",
    "source.characters.c": lambda c: "char x[] = {'" + "','".join(c.plain) + "'};\n",
    "manual.font.1": lambda c: f".TH X 1\n.SH A\n\\fB{c.halves[0]}\\fR{c.halves[1]}\n",
    "tex.cells.tex": lambda c: f"\\documentclass{{article}}\n{' & '.join(c.plain)} \\\\\n",
    "tex.number.tex": lambda c: f"\\documentclass{{article}}\n{c.plain[:2]}\\num{{{c.plain[2:]}}}\n",
    "subtitles.next.srt": lambda c: f"1\n00:00:01,000 --> 00:00:02,000\nKonto {' '.join(c.groups[:2])}\n\n2\n00:00:02,000 --> 00:00:04,000\n{' '.join(c.groups[2:])} bitte\n",
    "source.sql.sql": lambda c: f"INSERT INTO payees VALUES (1, 'x', '{c.plain}');\n",
    "source.diff.diff": lambda c: f"--- a\n+++ b\n@@ -1 +1 @@\n-x\n+{c.plain}\n",
    "settings.ini.ini": lambda c: f"[bank]\naccount = {c.plain}\n",
    "settings.toml.toml": lambda c: f'[bank]\naccount = "{c.plain}"\n',
    "settings.yaml.yaml": lambda c: f"bank:\n  account: {c.spaced}\n",
    "settings.yaml-binary.yaml": lambda c: "x: !!binary |\n  " + base64.b64encode(c.sentence.encode()).decode() + "\n",
    "settings.properties.properties": lambda c: f"bank.account={c.plain}\n",
    "settings.escapes.properties": lambda c: "a=" + "".join(f"\\u{ord(sign):04X}" for sign in c.plain) + "\n",
    "settings.continued.properties": lambda c: f"a={c.halves[0]}\\\n    {c.halves[1]}\n",
    "settings.link.url": lambda c: f"[InternetShortcut]\r\nURL=https://example.org/?a={c.plain}\r\n",
    "log.line.log": lambda c: f"2026-01-02T03:04:05 INFO paid to={c.plain} ok\n",
    "tex.text.tex": lambda c: f"\\documentclass{{article}}\\begin{{document}}{c.plain}\\end{{document}}",
    "tex.blanks.tex": lambda c: f"\\documentclass{{article}}\n{c.joined('~')}\n",
    "tex.thin-blanks.tex": lambda c: f"\\documentclass{{article}}\n{c.joined(chr(92) + ',')}\n",
    "tex.comment-cut.tex": lambda c: f"\\documentclass{{article}}\n{c.halves[0]}%\n{c.halves[1]}\n",
    "tex.bold.tex": lambda c: f"\\documentclass{{article}}\n\\textbf{{{c.halves[0]}}}{c.halves[1]}\n",
    "tex.comment.tex": lambda c: f"\\documentclass{{article}}\n% {c.plain}\n",
    "bib.note.bib": lambda c: f"@misc{{x, title={{A}}, note={{{c.plain}}}}}\n",
    "calendar.text.ics": lambda c: f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDESCRIPTION:{c.plain}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    "calendar.folded.ics": lambda c: "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDESCRIPTION:pay "
    + f"{c.halves[0]}\r\n {c.halves[1]}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    "calendar.page.ics": lambda c: "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nX-ALT-DESC;FMTTYPE=text/html:"
    + f"<p>{c.halves[0]}<b>{c.halves[1]}</b></p>\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    "card.note.vcf": lambda c: f"BEGIN:VCARD\r\nVERSION:3.0\r\nNOTE:{c.plain}\r\nEND:VCARD\r\n",
    "card.quoted.vcf": lambda c: "BEGIN:VCARD\r\nVERSION:2.1\r\nNOTE;ENCODING=QUOTED-PRINTABLE:"
    + "".join(f"={ord(sign):02X}" for sign in c.spaced) + "\r\nEND:VCARD\r\n",
    "card.base64.vcf": lambda c: "BEGIN:VCARD\r\nVERSION:3.0\r\nNOTE;ENCODING=b:"
    + base64.b64encode(c.sentence.encode()).decode() + "\r\nEND:VCARD\r\n",
    "directory.value.ldif": lambda c: f"dn: cn=x\ndescription: {c.plain}\n",
    "directory.base64.ldif": lambda c: f"dn: cn=x\ndescription:: {base64.b64encode(c.sentence.encode()).decode()}\n",
    "subtitles.look.ass": lambda c: f"[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,D,,0,0,0,,{c.halves[0]}{{\\b1}}{c.halves[1]}\n",
    "subtitles.line.ass": lambda c: f"[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,D,,0,0,0,,{c.groups[0]} {c.groups[1]}\\N{' '.join(c.groups[2:])}\n",
    "subtitles.times.vtt": lambda c: "WEBVTT\n\n00:01.000 --> 00:02.000\n" + c.joined("<00:00:01.000>") + "\n",
    "subtitles.words.vtt": lambda c: "WEBVTT\n\n00:01.000 --> 00:02.000\n" + c.joined("</c><00:00:01.100><c> ") + "\n",
    "subtitles.colour.srt": lambda c: f'1\n00:00:01,000 --> 00:00:02,000\n{c.halves[0]}<font color="#ff0000">{c.halves[1]}</font>\n',
    "subtitles.speaker.vtt": lambda c: f"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Account {c.plain}>none\n",
    "subtitles.text.srt": lambda c: f"1\n00:00:01,000 --> 00:00:02,000\n{c.plain}\n",
    "pickle.old.pkl": lambda c: pickle.dumps({"a": c.plain}, protocol=0),
    "pickle.new.pkl": lambda c: pickle.dumps({"a": c.plain}, protocol=4),
    "postscript.string.ps": lambda c: f"%!PS-Adobe-3.0\n/Helvetica findfont 12 scalefont setfont ({c.plain}) show\n",
    "postscript.cut.eps": lambda c: f"%!PS-Adobe-3.0 EPSF-3.0\n({c.halves[0]}) show ({c.halves[1]}) show\n",
    "postscript.hex.ps": lambda c: f"%!PS-Adobe-3.0\n<{c.plain.encode().hex()}> show\n",
})

# Tables

documents("table.*.csv", {
    "four-cells": lambda c: f"name,land,pz,blz,kto\nEva,{c.plain[:2]},{c.plain[2:4]},{c.plain[4:9]},{c.plain[9:]}\n",
    "country-apart": lambda c: f'country;iban\n"{c.plain[:2]}";"{c.plain[2:]}"\n',
    "cell": lambda c: f"name;account\nx;{c.plain}\ny;none\n",
    "blanks": lambda c: f"name;account\nx;{c.spaced}\ny;none\n",
    "quoted": lambda c: f'name,account\n"x, y","{c.plain}"\n',
    "two-lines": lambda c: f'name,note,z\nx,"first\n{c.plain}",1\ny,b,2\n',
    "last": lambda c: f"a,b,c\n1,2,3\n4,5,{c.plain}",
    "header": lambda c: f"a,{c.plain},c\n1,2,3\n4,5,6\n",
    "columns": lambda c: "account,,,,\n" + c.joined(",") + "\n",
    "bank-account": lambda c: f"cc;blz;kto\n{c.groups[0]};{c.plain[4:9]};{c.plain[9:]}\n",
    "columns-bars": lambda c: "account||||\n" + c.joined("|") + "\n",
    "far": lambda c: ",".join(f"c{n}" for n in range(400)) + "\n" + ",".join(["x"] * 399 + [c.plain]) + "\n",
    "base64": lambda c: f"id,blob\n1,{base64.b64encode(c.sentence.encode()).decode()}\n",
    "utf-16": lambda c: f"a\tb\nx\t{c.plain}\n".encode("utf-16"),
    "mark": lambda c: f"\ufeffa;b\nx;{c.plain}\n",
})
document("table.cell.tsv", lambda c: f"a\tb\nx\t{c.spaced}\n")

# JSON


def notebook(cell):
    return json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def output(mime, text):
    return notebook({"cell_type": "code", "source": [], "metadata": {}, "execution_count": 1,
                     "outputs": [{"output_type": "display_data", "metadata": {}, "data": {mime: text}}]})


documents("json.*.json", {
    "fields": lambda c: json.dumps({"iban": {"country": c.plain[:2], "check": c.plain[2:4], "bban": c.plain[4:]}}),
    "value": lambda c: json.dumps({"bank": {"account": c.plain}}),
    "key": lambda c: json.dumps({c.plain: 1}),
    "list": lambda c: json.dumps([1, 2, ["x", [c.plain]]]),
    "escapes": lambda c: '{"a": "' + "".join(f"\\u{ord(sign):04x}" for sign in c.plain) + '"}',
    "slash": lambda c: '{"a": "x\\/' + c.plain + '"}',
    "lines": lambda c: json.dumps({"a": f"x\n{c.plain}\ny"}),
    "long": lambda c: json.dumps({"a": FILLER * 5000 + c.plain}),
    "deep": lambda c: '{"a":' * 700 + f'"{c.plain}"' + "}" * 700,
    "twice": lambda c: json.dumps({"a": json.dumps({"b": c.plain})}),
    "base64": lambda c: json.dumps({"a": base64.b64encode(c.sentence.encode()).decode()}),
    "base64-lines": lambda c: json.dumps({"a": base64.encodebytes((FILLER * 2 + c.sentence).encode()).decode()}),
    "html": lambda c: json.dumps({"a": f"<p>{c.halves[0]}<b>{c.halves[1]}</b></p>"}),
    "link": lambda c: json.dumps({"a": f"https://example.org/?q={urllib.parse.quote(c.spaced)}"}),
    "cut": lambda c: '{"a": "' + c.plain,
    "comment": lambda c: "{\n// " + c.plain + '\n"a": 1}',
    "wide": lambda c: json.dumps({"a": c.plain}).encode("utf-16"),
    "remark": lambda c: "{\n  // " + c.spaced + '\n  "a": 1}',
    "form": lambda c: json.dumps({"a": "to=" + c.joined("%20")}),
    "bytes": lambda c: json.dumps({"type": "Buffer", "data": list(c.plain.encode())}),
    "bytes-many": lambda c: json.dumps([[1, 2], list((FILLER * 300 + c.sentence).encode())], indent=1),
    "bytes-zip": lambda c: json.dumps({"data": list(archive({"list.txt": FILLER + c.sentence}))}),
    "runs-quill": lambda c: json.dumps({"ops": [{"insert": f"pay {c.halves[0]}"}, {"attributes": {"bold": True}, "insert": c.halves[1] + "\n"}]}),
    "runs-slate": lambda c: json.dumps([{"children": [{"text": c.halves[0]}, {"text": c.halves[1], "bold": True}]}]),
    "runs-groups": lambda c: json.dumps({"content": [{"type": "text", "text": f"pay {' '.join(c.groups[:2])} "},
                                                    {"marks": [{"type": "strong"}], "text": " ".join(c.groups[2:])}]}),
    "runs-telephone": lambda c: json.dumps({"text": ["pay " + c.plain[:2], {"type": "phone", "text": c.plain[2:]}, ""]}),
    "words": lambda c: json.dumps({"words": [{"content": group, "confidence": 0.9, "box": [1, 2, 3]} for group in c.groups]}, indent=1),
    "letters": lambda c: json.dumps({"chars": [{"c": sign, "x": at} for at, sign in enumerate(c.plain)]}),
    "list-letters": lambda c: json.dumps({"a": list(c.plain)}),
    "single-quotes": lambda c: f"{{'account': '{c.spaced}', 'other': None}}",
    "not-strict": lambda c: f"{{account: '{' '.join(c.groups[:2])} \\\n{' '.join(c.groups[2:])}',}}",
    "tags": lambda c: json.dumps({"a": f'<p>{c.groups[0]} <a href="tel:{c.groups[1]}{c.groups[2]}">{c.groups[1]} {c.groups[2]}</a> {" ".join(c.groups[3:])}</p>'}),
    "base64-signs": lambda c: json.dumps({"a": base64.b64encode(f">>>{c.halves[0]}<b>{c.halves[1]}</b>???".encode()).decode()}),
})
document("json.lines.jsonl", lambda c: json.dumps({"a": 1}) + "\n" + json.dumps({"a": c.plain}) + "\n")
documents("notebook.*.ipynb", {
    "source": lambda c: notebook({"cell_type": "code", "source": [f"a = '{c.plain}'\n"], "outputs": [], "metadata": {}}),
    "cut": lambda c: notebook({"cell_type": "markdown", "source": [f"pay {' '.join(c.groups[:2])}\n", f"{' '.join(c.groups[2:])}\n"], "metadata": {}}),
    "colours": lambda c: output("text/plain", [f"\x1b[0;31m{c.halves[0]}\x1b[0m{c.halves[1]}"]),
    "plain": lambda c: output("text/plain", [c.plain]),
    "html": lambda c: output("text/html", [f"<table><tr><td>{c.halves[0]}<b>{c.halves[1]}</b></td></tr></table>"]),
    "html-list": lambda c: output("text/html", ["<table>\n", f"<td>{c.halves[0]}<i>{c.halves[1]}</i></td>\n"]),
    "svg": lambda c: output("image/svg+xml", [f"<svg><text><tspan>{c.halves[0]}</tspan><tspan>{c.halves[1]}</tspan></text></svg>"]),
    "attachment": lambda c: notebook({"cell_type": "markdown", "source": [], "metadata": {}, "attachments": {
        "x.txt": {"text/plain": base64.b64encode(c.sentence.encode()).decode()}}}),
    "picture": lambda c: output("image/png", base64.b64encode(png(text=(b"Comment", c.plain.encode()))).decode()),
    "metadata": lambda c: notebook({"cell_type": "raw", "source": [], "metadata": {"note": c.plain}}),
})

# Markup

documents("xml.*.xml", {
    "fields": lambda c: f"<r><land>{c.plain[:2]}</land><pz>{c.plain[2:4]}</pz><blz>{c.plain[4:9]}</blz><kto>{c.plain[9:]}</kto></r>",
    "fields-attributes": lambda c: f'<a country="{c.plain[:2]}" check="{c.plain[2:4]}" account="{c.plain[4:]}"/>',
    "text": lambda c: f"<a><b>{c.plain}</b></a>",
    "attribute": lambda c: f'<a><b x="{c.plain}"/></a>',
    "comment": lambda c: f"<a><!-- {c.plain} --></a>",
    "cdata": lambda c: f"<a><![CDATA[{c.plain}]]></a>",
    "instruction": lambda c: f"<a><?pay {c.plain}?></a>",
    "references": lambda c: "<a>" + "".join(f"&#x{ord(sign):x};" for sign in c.plain) + "</a>",
    "entity": lambda c: f'<!DOCTYPE a [<!ENTITY x "{c.plain}">]><a>&x;</a>',
    "cut": lambda c: f"<a><p>{c.halves[0]}<hi>{c.halves[1]}</hi></p></a>",
    "base64": lambda c: f"<a><data>{base64.b64encode(c.sentence.encode()).decode()}</data></a>",
    "base64-lines": lambda c: f"<a><data>\n{base64.encodebytes((FILLER * 3 + c.sentence).encode()).decode()}</data></a>",
    "base64-zip": lambda c: f"<a><data>{base64.b64encode(archive({'x.txt': FILLER + c.sentence})).decode()}</data></a>",
    "broken": lambda c: f"<a><b>{c.plain}</a>",
    "utf-16": lambda c: f'<?xml version="1.0" encoding="utf-16"?><a>{c.plain}</a>'.encode("utf-16"),
    "latin": lambda c: f'<?xml version="1.0" encoding="iso-8859-1"?><a>Grüße {c.plain}</a>'.encode("latin-1"),
    "cut-by-comment": lambda c: f"<a><b>{c.halves[0]}<!-- x -->{c.halves[1]}</b></a>",
    "html-in-cdata": lambda c: f"<a><![CDATA[<p>{c.halves[0]}<b>{c.halves[1]}</b></p>]]></a>",
    "word": lambda c: '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body><w:p>'
    + f"<w:r><w:t>{c.halves[0]}</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{c.halves[1]}</w:t></w:r></w:p></w:body></w:wordDocument>",
    "docbook": lambda c: f"<article><para>{c.halves[0]}<emphasis>{c.halves[1]}</emphasis></para></article>",
    "unknown-inline": lambda c: f"<a><p>pay {c.halves[0]}<hl>{c.halves[1]}</hl> now</p></a>",
    "translation": lambda c: f"<xliff><trans-unit><source>{c.plain[:7]}<g id='1'>{c.plain[7:11]}</g>{c.plain[11:]}</source></trans-unit></xliff>",
    "translation-codes": lambda c: f"<xliff><trans-unit><source>{c.plain[:7]}<bpt id='1'>&lt;b&gt;</bpt>{c.plain[7:11]}<ept id='1'>&lt;/b&gt;</ept>{c.plain[11:]}</source></trans-unit></xliff>",
    "letters": lambda c: "<page><line>" + "".join(f"<char l='{at}'>{sign}</char>" for at, sign in enumerate(c.plain)) + "</line></page>",
    "words": lambda c: "<line>" + "<sp/>".join(f"<String CONTENT='{group}' HPOS='{at}0' VPOS='10'/>" for at, group in enumerate(c.groups)) + "</line>",
    "attributes": lambda c: "<a " + " ".join(f"g{at}='{group}'" for at, group in enumerate(c.groups)) + "/>",
    "two-parts": lambda c: f"<a><check>{c.groups[0]}</check><account>{c.plain[4:]}</account></a>",
    "groups": lambda c: "<a>" + "".join(f"<g>{group}</g>" for group in c.groups) + "</a>",
    "groups-apart": lambda c: "<a>" + "".join(f"<r><c{at}> {group} </c{at}></r>\n" for at, group in enumerate(c.groups)) + "<b>x</b></a>",
    "webarchive": lambda c: plistlib.dumps({"WebMainResource": {"WebResourceData": f"<p>{c.halves[0]}<b>{c.halves[1]}</b></p>".encode()}}),
})


def page(body, head=""):
    return f"<!DOCTYPE html><html><head><title>x</title>{head}</head><body><p>{FILLER}</p>{body}</body></html>"


def data_link(mime, content):
    return f"data:{mime};base64," + base64.b64encode(content.encode()).decode()


documents("page.*.html", {
    "text": lambda c: page(f"<p>{c.spaced}</p>"),
    "bold": lambda c: page(f"<p>{c.halves[0]}<b>{c.halves[1]}</b></p>"),
    "deleted-between": lambda c: page(f"<p>{c.halves[0]}<del>12</del><ins></ins>{c.halves[1]}</p>"),
    "before-change": lambda c: page(f"<p>{c.plain[:7]}<del>{c.plain[7:9]}</del><ins>00</ins>{c.halves[1]}</p>"),
    "after-change": lambda c: page(f"<p>{c.plain[:7]}<ins>{c.plain[7:9]}</ins><s>00</s>{c.halves[1]}</p>"),
    "hidden-part": lambda c: page(f"<p>{c.plain[:7]}<b hidden>{c.plain[7:9]}</b>{c.halves[1]}</p>"),
    "break-chance": lambda c: page(f"<p>{c.halves[0]}<wbr>{c.halves[1]}</p>"),
    "blank": lambda c: page(f"<p>{c.joined('&nbsp;')}</p>"),
    "soft-hyphen": lambda c: page(f"<p>{c.joined('&shy;')}</p>"),
    "references": lambda c: page("<p>" + "".join(f"&#{ord(sign)};" for sign in c.plain) + "</p>"),
    "title": lambda c: f"<html><head><title>{c.plain}</title></head><body>x</body></html>",
    "meta": lambda c: page("", f'<meta name="description" content="{c.plain}">'),
    "alt": lambda c: page(f'<img src="x.png" alt="{c.plain}">'),
    "tooltip": lambda c: page(f'<b title="{c.plain}">x</b>'),
    "data-attribute": lambda c: page(f'<b data-account="{c.plain}">x</b>'),
    "style-attribute": lambda c: page(f"<b style=\"content: '{c.plain}'\">x</b>"),
    "style": lambda c: page("", f'<style>.a::after {{ content: "{c.plain}"; }}</style>'),
    "script": lambda c: page(f"<script>var a = '{c.plain}';</script>"),
    "script-base64": lambda c: page(f"<script>atob('{base64.b64encode(c.sentence.encode()).decode()}')</script>"),
    "script-json": lambda c: page(f'<script type="application/ld+json">{{"iban": "{c.plain}"}}</script>'),
    "comment": lambda c: page(f"<!-- {c.plain} -->"),
    "conditional": lambda c: page(f"<!--[if IE]><p>{c.plain}</p><![endif]-->"),
    "template": lambda c: page(f"<template><p>{c.plain}</p></template>"),
    "hidden": lambda c: page(f'<input type="hidden" name="x" value="{c.plain}">'),
    "unseen": lambda c: page(f'<div style="display: none"><p>{c.plain}</p></div>'),
    "unseen-word": lambda c: page(f'<p>{c.halves[0]}<span style="display:none">x</span>{c.halves[1]}</p>'),
    "unseen-block": lambda c: page(f"<p>{c.halves[0]}<div hidden>a<div>b</div>c</div>{c.halves[1]}</p>"),
    "unseen-without-end": lambda c: page(f"<p hidden>x<p>{c.plain}"),
    "textarea": lambda c: page(f"<textarea>{c.plain}</textarea>"),
    "option": lambda c: page(f'<select><option value="{c.plain}">x</option></select>'),
    "table": lambda c: page(f"<table><tr><td>IBAN</td><td>{c.spaced}</td></tr></table>"),
    "mailto": lambda c: page(f'<a href="mailto:x@example.org?body={urllib.parse.quote(c.sentence)}">x</a>'),
    "link": lambda c: page(f'<a href="https://example.org/?to={urllib.parse.quote(c.spaced)}">x</a>'),
    "data-link": lambda c: page(f'<a href="{data_link("text/plain", c.sentence)}">x</a>'),
    "data-link-plain": lambda c: page(f'<a href="data:text/plain,{urllib.parse.quote(c.sentence)}">x</a>'),
    "data-picture": lambda c: page(f'<img src="{data_link("image/svg+xml", svg(c))}">'),
    "data-style": lambda c: page("", f'<style>a {{ background: url({data_link("image/svg+xml", svg(c))}) }}</style>'),
    "frame": lambda c: page(f'<iframe srcdoc="&lt;p&gt;{c.plain}&lt;/p&gt;"></iframe>'),
    "frame-cut": lambda c: page(f'<iframe srcdoc="&lt;p&gt;{c.halves[0]}&lt;b&gt;{c.halves[1]}&lt;/b&gt;&lt;/p&gt;"></iframe>'),
    "cut-by-comment": lambda c: page(f"<p>{c.halves[0]}<!-- x -->{c.halves[1]}</p>"),
    "conditional-cut": lambda c: page(f"<!--[if IE]><p>{c.halves[0]}<b>{c.halves[1]}</b></p><![endif]-->"),
    "joined": lambda c: page(f"<p>{c.joined('&zwnj;')}</p>"),
    "blank-open": lambda c: page(f"<p>{c.joined('&nbsp')}</p>"),
    "blank-numbered": lambda c: page(f"<p>{c.joined('&#160 ')}</p>"),
    "punctuation-blank": lambda c: page(f"<p>{c.joined('&puncsp;')}</p>"),
    "no-break": lambda c: page(f"<p>{c.joined('&NoBreak;')}</p>"),
    "telephone-link": lambda c: page(f'<p>{c.groups[0]} <a href="tel:{c.groups[1]}{c.groups[2]}">{c.groups[1]} {c.groups[2]}</a> {" ".join(c.groups[3:])}</p>'),
    "title-inside": lambda c: page(f'<p>{c.halves[0]}<span title="Konto 12">{c.halves[1]}</span></p>'),
    "recognized": lambda c: page("<p>" + " ".join(f"<span class='ocrx_word' title='bbox 10 20 30 4{at}; x_wconf 95'>{group}</span>" for at, group in enumerate(c.groups)) + "</p>"),
    "field-inside": lambda c: page(f'<p>{c.groups[0]} <input type="hidden" value="12345678">{" ".join(c.groups[1:])}</p>'),
    "boxes": lambda c: page("<table>\n<tr>\n" + "\n".join(f"<td>{sign}</td>" for sign in c.plain) + "</tr></table>"),
    "boxes-fields": lambda c: page("".join(f'<input maxlength=1 value="{sign}">' for sign in c.plain)),
    "broken": lambda c: f"<html><p <b {c.plain}",
    "open-comment": lambda c: page(f"<!-- {c.plain} "),
    "utf-16": lambda c: page(c.plain).encode("utf-16"),
    "latin": lambda c: page(f"Grüße {c.plain}", '<meta charset="iso-8859-1">').encode("latin-1"),
})


def svg(canary):
    return f'<svg xmlns="http://www.w3.org/2000/svg"><text>{canary.plain}</text></svg>'


def drawing(body):
    return f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{body}</svg>'


documents("drawing.*.svg", {
    "text": lambda c: drawing(f"<text>{c.plain}</text>"),
    "cut": lambda c: drawing(f"<text><tspan>{c.halves[0]}</tspan><tspan>{c.halves[1]}</tspan></text>"),
    "title": lambda c: drawing(f"<title>{c.plain}</title>"),
    "metadata": lambda c: drawing(f"<metadata>{c.plain}</metadata>"),
    "picture": lambda c: drawing(f'<image xlink:href="{data_link("image/svg+xml", svg(c))}"/>'),
    "foreign": lambda c: drawing(f"<foreignObject><p>{c.plain}</p></foreignObject>"),
})
document("drawing.letters.svg", lambda c: drawing("".join(f"<text x='{at * 9}' y='9'>{sign}</text>" for at, sign in enumerate(c.plain))))


def deflated(text):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return base64.b64encode(packer.compress(urllib.parse.quote(text).encode()) + packer.flush()).decode()


def diagram(canary):
    return f"<mxfile><diagram>{deflated(f'<mxGraphModel><root><mxCell value={chr(34)}{canary.plain}{chr(34)}/></root></mxGraphModel>')}</diagram></mxfile>"


documents("*", {
    "diagram.packed.drawio": diagram,
    "diagram.plain.drawio": lambda c: f"<mxfile><diagram><mxGraphModel><mxCell value='{c.halves[0]}&lt;b&gt;{c.halves[1]}&lt;/b&gt;'/></mxGraphModel></diagram></mxfile>",
    "diagram.in-picture.svg": lambda c: f'<svg xmlns="http://www.w3.org/2000/svg" content="{diagram(c).replace("<", "&lt;").replace(">", "&gt;")}"/>',
    "markup.run.xaml": lambda c: f"<TextBlock>{c.halves[0]}<Run FontWeight='Bold'>{c.halves[1]}</Run></TextBlock>",
    "markup.map.mm": lambda c: f"<map version='1.0'><node TEXT='{c.joined('&#xa0;')}'/></map>",
})
document("drawing.packed.svgz", lambda c: gzip.compress(svg(c).encode()))


def rtf(body, head=""):
    return "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}" + head + "\\pard " + FILLER + body + "\\par}"


documents("letter.*.rtf", {
    "body": lambda c: rtf(c.plain),
    "hidden": lambda c: rtf(f"{{\\v {c.plain}}}"),
    "header": lambda c: rtf("", f"{{\\header {c.plain}\\par}}"),
    "footnote": lambda c: rtf(f"{{\\footnote {c.plain}}}"),
    "info": lambda c: rtf("", f"{{\\info{{\\title {c.plain}}}}}"),
    "annotation": lambda c: rtf(f"{{\\*\\annotation {c.plain}}}"),
    "field": lambda c: rtf(f'{{\\field{{\\*\\fldinst HYPERLINK "https://example.org/{c.plain}"}}{{\\fldrslt x}}}}'),
    "hex": lambda c: rtf("".join(f"\\'{ord(sign):02x}" for sign in c.plain)),
    "unicode": lambda c: rtf("".join(f"\\u{ord(sign)}?" for sign in c.plain)),
    "cut": lambda c: rtf(f"{c.halves[0]}{{\\b {c.halves[1]}}}"),
    "style": lambda c: rtf("", f"{{\\stylesheet{{\\s1 {c.plain};}}}}"),
    "bookmark": lambda c: rtf(f"{{\\*\\bkmkstart {c.plain}}}"),
    "object": lambda c: rtf("{\\object\\objemb{\\*\\objdata " + package(c.sentence).hex() + "}}"),
    "other-destination": lambda c: rtf(f"{{\\*\\x {c.plain}}}none"),
    "unicode-pair": lambda c: rtf(f"{{\\upr{{{c.plain}}}{{\\*\\ud{{none}}}}}}"),
    "variable": lambda c: rtf("", f"{{\\*\\docvar {{x}}{{{c.plain}}}}}"),
    "hidden-between": lambda c: rtf(f"Text{{\\v {c.plain}}}Text"),
    "hidden-glued": lambda c: rtf(f"{{\\v {c.plain}}}x"),
    "field-default": lambda c: rtf(f"{{\\field{{\\*\\fldinst FORMTEXT{{\\*\\formfield{{\\ffdeftext {c.plain}}}}}}}{{\\fldrslt Text}}}}"),
    "japanese": lambda c: rtf("\\f1 " + "".join("".join(f"\\'{byte:02x}" for byte in chr(ord(sign) + 0xFEE0).encode("shift-jis")) for sign in c.plain)).replace("}}", "}{\\f1\\fcharset128 Mincho;}}", 1),
    "chinese": lambda c: rtf("".join("".join(f"\\'{byte:02x}" for byte in chr(ord(sign) + 0xFEE0).encode("gb18030")) for sign in c.plain)).replace("\\ansi", "\\ansi\\ansicpg936", 1),
    "boxes": lambda c: rtf("\\trowd " + "".join(f"{sign}\\cell " for sign in c.plain) + "\\row"),
    "behind": lambda c: rtf("x") + c.spaced,
})


def package(text):
    """An object of OLE 1 that holds a file."""
    content = text.encode()
    inner = b"\x02\0x.txt\0C:\\x.txt\0\0\0\x03\0" + struct.pack("<I", 9) + b"C:\\x.txt\0" + struct.pack("<I", len(content)) + content
    name = b"Package\0"
    return struct.pack("<III", 0x501, 2, len(name)) + name + struct.pack("<III", 0, 0, len(inner)) + inner


# Mail

HEAD = "From: office@example.org\r\nTo: all@example.org\r\nSubject: plan\r\nDate: Mon, 5 Jan 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\n"


def mail(body, content_type="text/plain; charset=utf-8", encoding="8bit", head=HEAD):
    return f"{head}Content-Type: {content_type}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{body}\r\n"


def parts(*inner, preamble="", epilogue=""):
    body = preamble + "".join(f"\r\n--edge\r\n{part}" for part in inner) + f"\r\n--edge--\r\n{epilogue}"
    return mail(body, 'multipart/mixed; boundary="edge"')


def part(content, content_type="text/plain", encoding="8bit", more=""):
    return f"Content-Type: {content_type}\r\nContent-Transfer-Encoding: {encoding}\r\n{more}\r\n{content}"


def b64(text):
    return base64.encodebytes(text if isinstance(text, bytes) else text.encode()).decode().replace("\n", "\r\n")


LATIN = "text/plain; charset=iso-8859-1"


def wide_letters(text):
    """In the forms that are as wide as Chinese characters."""
    return "".join(chr(ord(sign) + 0xFEE0) for sign in text)


documents("mail.*.eml", {
    "body": lambda c: mail(c.sentence),
    "quoted": lambda c: mail(f"{c.plain[:12]}=\r\n{c.plain[12:]}", encoding="quoted-printable"),
    "quoted-signs": lambda c: mail("".join(f"={ord(sign):02X}" for sign in c.plain), encoding="quoted-printable"),
    "base64": lambda c: mail(b64(c.sentence), encoding="base64"),
    "html": lambda c: mail(f"<p>{c.halves[0]}<b>{c.halves[1]}</b></p>", "text/html"),
    "subject": lambda c: mail("x", head=HEAD.replace("plan", f"pay {c.plain}")),
    "subject-base64": lambda c: mail("x", head=HEAD.replace("plan", f"=?utf-8?B?{base64.b64encode(c.spaced.encode()).decode()}?=")),
    "subject-quoted": lambda c: mail("x", head=HEAD.replace("plan", f"=?utf-8?Q?{c.joined('_')}?=")),
    "subject-cut": lambda c: mail("x", head=HEAD.replace("plan", f"=?utf-8?Q?{c.halves[0]}?=\r\n =?utf-8?Q?{c.halves[1]}?=")),
    "name": lambda c: mail("x", head=HEAD.replace("From: office", f'From: "{c.plain}" <office').replace("org\r\nTo", "org>\r\nTo", 1)),
    "extra-field": lambda c: mail("x", head=HEAD + f"X-Note: {c.plain}\r\n"),
    "folded-field": lambda c: mail("x", head=HEAD + f"X-Note: {' '.join(c.groups[:2])}\r\n {' '.join(c.groups[2:])}\r\n"),
    "attachment": lambda c: parts(part("x"), part(b64(c.sentence), "text/plain; name=x.txt", "base64")),
    "attachment-zip": lambda c: parts(part("x"), part(b64(archive({"x.txt": c.sentence})), "application/zip", "base64")),
    "attachment-uuencoded": lambda c: parts(part(uuencode(c.sentence.encode()), "text/plain", "x-uuencode")),
    "attachment-binhex": lambda c: parts(part(binhex(c.sentence.encode()), "application/mac-binhex40", "7bit")),
    "attachment-yenc": lambda c: HEAD.encode() + b"\r\n" + yenc((FILLER + c.sentence).encode()),
    "attachment-name": lambda c: parts(part("x", more=f"Content-Disposition: attachment; filename*=utf-8''{urllib.parse.quote(c.spaced)}.txt\r\n")),
    "inner": lambda c: parts(part(mail(c.sentence), "message/rfc822")),
    "part-field": lambda c: parts(part("x", more=f"Content-Description: {c.plain}\r\n")),
    "signature-field": lambda c: mail("x", head=HEAD + f"DKIM-Signature: v=1; i={c.plain}\r\n"),
    "preamble": lambda c: parts(part("x"), preamble=c.sentence),
    "epilogue": lambda c: parts(part("x"), epilogue=c.sentence),
    "no-edge": lambda c: mail(f"--other\r\n\r\n{c.sentence}", 'multipart/mixed; boundary="edge"'),
    "calendar": lambda c: parts(part(f"BEGIN:VCALENDAR\r\nDESCRIPTION:{c.plain}\r\nEND:VCALENDAR", "text/calendar")),
    "flowed": lambda c: mail(f"{' '.join(c.groups[:2])} \r\n{' '.join(c.groups[2:])}", "text/plain; format=flowed"),
    "utf-16": lambda c: mail(b64(c.sentence.encode("utf-16le")), "text/plain; charset=utf-16le", "base64"),
    "empty-line-first": lambda c: "\r\n" + mail(c.joined("=A0"), LATIN, "quoted-printable"),
    "long-head": lambda c: "".join(f"X-Filter-{number}: {'A' * 70}\r\n {'B' * 70}\r\n" for number in range(50)) + mail(c.joined("=A0"), LATIN, "quoted-printable"),
    "draft": lambda c: mail(c.joined("=A0"), LATIN, "quoted-printable", "To: all@example.org\r\nSubject: plan\r\n"),
    "digest": lambda c: parts("\r\n" + mail(c.joined("=A0"), LATIN, "quoted-printable")).replace("mixed", "digest"),
    "rich-text": lambda c: mail(rf"{{\rtf1\ansi {c.halves[0]}{{\b {c.halves[1]}}}}}", "text/rtf"),
    "part-field-base64": lambda c: parts(part("x", more=f"Content-Description: =?utf-8?B?{base64.b64encode(c.spaced.encode()).decode()}?=\r\n")),
    "attachment-letters": lambda c: parts(part(b64((FILLER + wide_letters(c.plain)).encode("cp932")), "text/plain; charset=windows-31j; name=x.txt", "base64")),
    "attachment-utf-7": lambda c: parts(part(c.joined("+AKA-"), "text/plain; charset=utf-7; name=x.txt")),
    "ukrainian": lambda c: mail(b64(FILLER.encode() + c.joined("\u00a0").encode("koi8-u")), "text/plain; charset=koi8-u", "base64"),
    "korean": lambda c: mail(b64(wide_letters(c.plain).encode("iso2022_kr")), "text/plain; charset=iso-2022-kr", "base64"),
    "unknown-letters": lambda c: mail(b64((FILLER + wide_letters(c.plain)).encode("hz")), "text/plain; charset=hz-gb-2312", "base64"),
    "name-in-pieces": lambda c: parts(part("x", more=f'Content-Disposition: attachment; filename*1="{c.halves[1]}"; filename*0="{c.halves[0]}"\r\n')),
})
document("mail.length-first.emlx", lambda c: f"{len(mail(c.joined('=A0'), LATIN, 'quoted-printable'))}\n" + mail(c.joined("=A0"), LATIN, "quoted-printable") + "<plist/>")
document("mail.wide.eml", lambda c: mail(c.sentence).encode("utf-16"))
document("mail.word-in-text.mbox", lambda c: f"From a@example.org Mon Jan  5 10:00:00 2026\n{mail('x')}\nFrom {c.plain} to us.\n")
document("mail.no-empty-line.mbox", lambda c: 2 * f"From a@example.org Mon Jan  5 10:00:00 2026\n{mail(c.joined('=A0'), LATIN, 'quoted-printable')}")
document("mail.second.mbox", lambda c: f"From a@example.org Mon Jan  5 10:00:00 2026\n{mail('x')}\nFrom a@example.org Mon Jan  5 10:00:00 2026\n{mail(c.sentence)}")
document("mail.page.mht", lambda c: HEAD + 'Content-Type: multipart/related; boundary="edge"\r\n\r\n--edge\r\n' + part(page(c.plain), "text/html") + "\r\n--edge--\r\n")

# Messages that Outlook saved, and other compound files (MS-CFB)


def compound(folder):
    """A folder of streams and folders, of which only streams of one sector or more are written: shorter ones get blanks."""
    sectors, table, entries = [], [], []

    def put(content):
        start = len(table)
        pieces = [content[at:at + 512] for at in range(0, len(content), 512)]
        sectors.extend(piece.ljust(512, b"\0") for piece in pieces)
        table.extend([*range(start + 1, start + len(pieces)), 0xFFFFFFFE])
        return start

    def add(name, content):
        number = len(entries)
        entries.append(None)
        child, start, size = 0xFFFFFFFF, 0, 0
        if isinstance(content, dict):
            numbers = [add(*item) for item in content.items()]
            for one, following in zip(numbers, numbers[1:] + [0xFFFFFFFF]):
                entries[one] = entries[one][:72] + struct.pack("<I", following) + entries[one][76:]
            child = numbers[0]
        else:
            start, size = put(content), len(content)
        wide = name.encode("utf-16le")
        kind = 5 if number == 0 else 1 if isinstance(content, dict) else 2
        entries[number] = (wide.ljust(64, b"\0") + struct.pack("<HBBIII", len(wide) + 2, kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
                           + bytes(36) + struct.pack("<IQ", start, size))
        return number

    add("Root Entry", folder)
    directory = put(b"".join(entries))
    count = len(table) // 127 + 1
    places = list(range(len(table), len(table) + count))
    table.extend([0xFFFFFFFD] * count)
    table.extend([0xFFFFFFFF] * (-len(table) % 128))
    # No stream is short enough for the stream of short ones.
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    head += struct.pack("<IIIIIIII", count, directory, 0, 0, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += struct.pack("<109I", *places, *[0xFFFFFFFF] * (109 - count))
    return head + b"".join(sectors) + struct.pack(f"<{len(table)}I", *table)


def outlook(properties, folders=None):
    streams = {"__properties_version1.0": bytes(32), "__substg1.0_0037001F": "plan".encode("utf-16le")}
    streams.update({f"__substg1.0_{name}": value.encode("utf-16le") if isinstance(value, str) else value for name, value in properties.items()})
    return compound({**streams, **(folders or {})})


def inner(properties):
    return {f"__substg1.0_{name}": value.encode("utf-16le") for name, value in properties.items()}


def plain_rich_text(text):
    """Rich text in the head of what is compressed, but as it is (MS-OXRTFCP)."""
    content = rf"{{\rtf1\ansi {text}}}".encode()
    return struct.pack("<IIII", len(content) + 12, len(content), 0x414C454D, 0) + content


documents("outlook.*.msg", {
    "body": lambda c: outlook({"1000001F": c.sentence}),
    "page-beside-text": lambda c: outlook({"1000001F": "see there", "10130102": f"<p>{c.halves[0]}<b>{c.halves[1]}</b></p>".encode()}),
    "rich-text-beside-text": lambda c: outlook({"1000001F": "see there", "10090102": plain_rich_text(f"{c.halves[0]}{{\\b {c.halves[1]}}}")}),
    "own-property": lambda c: outlook({"8005001F": c.spaced}),
    "own-property-narrow": lambda c: outlook({"8005001E": c.spaced.encode()}),
    "categories": lambda c: outlook({"8005101F": b"\x2a\0\0\0", "8005101F-00000000": c.spaced}),
    "bytes": lambda c: outlook({"80050102": c.sentence.encode()}),
    "name-of-property": lambda c: outlook({}, {"__nameid_version1.0": {"__substg1.0_00040102": b"\x28\0\0\0" + c.plain.encode("utf-16le")}}),
    "receiver": lambda c: outlook({}, {"__recip_version1.0_#00000000": inner({"5FF6001F": c.plain})}),
    "path-of-attachment": lambda c: outlook({}, {"__attach_version1.0_#00000000": inner({"370D001F": f"C:\\{c.plain}\\x.txt"})}),
    "stream": lambda c: outlook({}, {"Notes": c.spaced.encode("utf-16le")}),
})
documents("compound.*.ole", {
    "name": lambda c: compound({c.plain: b"x" * 50, "CONTENTS": b"y" * 50}),
    "field": lambda c: compound({"\x05DocumentSummaryInformation": b"\xfe\xff\0\0" + bytes(60) + c.plain.encode() + b"\0", "CONTENTS": b"y" * 50}),
})

# ZIP archives, and documents that are such archives


def archive(members, comment=b"", stored=False):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
        file.comment = comment
    return buffer.getvalue()


def archive_with(member, content="x"):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr(member, content)
        file.writestr("other.txt", FILLER)
    return buffer.getvalue()


def member(name, **fields):
    entry = zipfile.ZipInfo(name)
    for field, value in fields.items():
        setattr(entry, field, value)
    return entry


def deleted(canary):
    """An archive whose list leaves out a member that is still there."""
    kept = archive({"other.txt": FILLER})
    hidden = archive({"list.txt": FILLER + canary.sentence})
    start = hidden[:hidden.index(b"PK\x01\x02")]
    place = kept.index(b"PK\x01\x02")
    end = kept.index(b"PK\x05\x06")
    body = bytearray(start + kept)
    place, end = place + len(start), end + len(start)
    struct.pack_into("<I", body, place + 42, len(start))
    struct.pack_into("<I", body, end + 16, place)
    return bytes(body)


def streamed(canary):
    """An archive that was written without going back: sizes stand behind the content."""
    class Pipe(io.BytesIO):
        def seekable(self):
            return False

        def tell(self):
            raise OSError

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("x.txt", canary.sentence)
    return pipe.getvalue()


EXTRA = lambda canary: struct.pack("<HH", 0x7075 + 1, len(canary.sentence)) + canary.sentence.encode()
documents("archive.*.zip", {
    "member": lambda c: archive({"x.txt": c.sentence}),
    "stored": lambda c: archive({"x.txt": c.sentence}, stored=True),
    "name": lambda c: archive({f"konto-{c.plain}.txt": "x"}),
    "folder": lambda c: archive({f"{c.plain}/": "", "x.txt": "x"}),
    "comment": lambda c: archive({"x.txt": "x"}, comment=c.sentence.encode()),
    "member-comment": lambda c: archive_with(member("x.txt", comment=c.sentence.encode())),
    "extra": lambda c: archive_with(member("x.txt", extra=EXTRA(c))),
    "link": lambda c: archive_with(member("x", external_attr=0o120777 << 16, create_system=3), f"/data/{c.plain}"),
    "deleted": deleted,
    "before": lambda c: (FILLER + c.sentence).encode() + archive({"x.txt": "x"}),
    "behind": lambda c: archive({"x.txt": "x"}) + (FILLER + c.sentence).encode(),
    "streamed": streamed,
    "inner": lambda c: archive({"a.zip": archive({"b.tar.gz": tape({"c.txt": c.sentence}, "w:gz")})}),
    "cut": lambda c: archive({"x.txt": FILLER + c.sentence}, stored=True)[:-30],
})

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
          'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:r="' + RELATIONS + '" '
          'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
          'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
          'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"')


def xml(root, body, spaces=SPACES):
    return f'<?xml version="1.0" encoding="UTF-8"?><{root} {spaces}>{body}</{root}>'


def word(body="", **more):
    text = f"<w:p><w:r><w:t>{FILLER}</w:t></w:r></w:p>{body}"
    return archive({"[Content_Types].xml": "<Types/>", "word/document.xml": xml("w:document", f"<w:body>{text}</w:body>"),
                    **{name.replace("__", "/"): content for name, content in more.items()}})


def run(text, properties=""):
    return f"<w:r>{properties}<w:t>{text}</w:t></w:r>"


def paragraph(inner):
    return f"<w:p>{inner}</w:p>"


def word_with(name, root, body):
    return word(**{name: xml(root, body)})


CHART = lambda text: f"<c:chart><c:ser><c:tx><c:strRef><c:strCache><c:pt><c:v>{text}</c:v></c:pt></c:strCache></c:strRef></c:tx></c:ser></c:chart>"
DIAGRAM = lambda text: f"<dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst>"
def drawn_page(text):
    """A drawing of Windows with one text (MS-EMF section 2.3.5.8)."""
    letters = text.encode("utf-16le") + b"\0" * (len(text) % 2 * 2)
    head = struct.pack("<II", 1, 88) + b"\0" * 32 + b" EMF" + b"\0" * 44
    drawn = struct.pack("<II", 84, 76 + len(letters)) + b"\0" * 28 + struct.pack("<iiIII", 0, 0, len(text), 76, 0) + b"\0" * 20
    return head + drawn + letters + struct.pack("<IIIII", 14, 20, 0, 16, 20)


documents("word.*.docx", {
    "property-part": lambda c: word(**{"docProps/extra.txt": c.sentence}),
    "preview": lambda c: word(**{"docProps/thumbnail.emf": drawn_page(c.spaced)}),
    "body": lambda c: word(paragraph(run(c.plain))),
    "runs": lambda c: word(paragraph(run(c.halves[0]) + run(c.halves[1], "<w:rPr><w:b/></w:rPr>"))),
    "proofing": lambda c: word(paragraph(run(c.halves[0]) + '<w:proofErr w:type="spellStart"/>' + run(c.halves[1]))),
    "table": lambda c: word(f"<w:tbl><w:tr><w:tc>{paragraph(run('IBAN'))}</w:tc><w:tc>{paragraph(run(c.spaced))}</w:tc></w:tr></w:tbl>"),
    "hidden": lambda c: word(paragraph(run(c.plain, "<w:rPr><w:vanish/></w:rPr>"))),
    "country-cell": lambda c: word(f"{paragraph(run('Account:'))}<w:tbl><w:tr><w:tc>{paragraph(run(c.plain[:2]))}</w:tc><w:tc>{paragraph(run(c.plain[2:]))}</w:tc></w:tr></w:tbl>"),
    "hidden-part": lambda c: word(paragraph(f"{run(c.plain[:7])}<w:r><w:rPr><w:vanish/></w:rPr><w:t>{c.plain[7:9]}</w:t></w:r>{run(c.halves[1])}")),
    "before-change": lambda c: word(paragraph(f"{run(c.plain[:7])}<w:del><w:r><w:delText>{c.plain[7:9]}</w:delText></w:r></w:del><w:ins>{run('00')}</w:ins>{run(c.halves[1])}")),
    "deleted": lambda c: word(paragraph(f"<w:del><w:r><w:delText>{c.plain}</w:delText></w:r></w:del>")),
    "inserted": lambda c: word(paragraph(f"<w:ins>{run(c.plain)}</w:ins>")),
    "field": lambda c: word(paragraph(f"<w:r><w:instrText>ASK x {c.plain}</w:instrText></w:r>")),
    "simple-field": lambda c: word(paragraph(f'<w:fldSimple w:instr="REF {c.plain}"/>')),
    "bookmark": lambda c: word(paragraph(f'<w:bookmarkStart w:id="0" w:name="konto_{c.plain}"/>')),
    "picture-text": lambda c: word(paragraph(f'<w:drawing><wp:docPr id="1" name="x" descr="{c.plain}"/></w:drawing>')),
    "box": lambda c: word(paragraph(f"<mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>{paragraph(run(c.plain))}</w:txbxContent></wps:txbx></mc:Choice></mc:AlternateContent>")),
    "fallback": lambda c: word(paragraph(f"<mc:AlternateContent><mc:Fallback>{run(c.plain)}</mc:Fallback></mc:AlternateContent>")),
    "choice": lambda c: word(f'<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:value="{c.plain}"/></w:dropDownList></w:sdtPr></w:sdt>'),
    "ruby": lambda c: word(paragraph(f"<w:ruby><w:rt>{run(c.plain)}</w:rt><w:rubyBase>{run('x')}</w:rubyBase></w:ruby>")),
    "math": lambda c: word(paragraph(f"<m:oMath><m:r><m:t>{c.plain}</m:t></m:r></m:oMath>")),
    "word-art": lambda c: word(paragraph(f'<w:pict><v:shape><v:textpath string="{c.plain}"/></v:shape></w:pict>')),
    "markup-comment": lambda c: word(f"<!-- {c.plain} -->"),
    "symbols": lambda c: word(paragraph("<w:r>" + "".join(f'<w:sym w:font="Symbol" w:char="F0{ord(sign):02X}"/>' for sign in c.plain) + "</w:r>")),
    "header": lambda c: word_with("word/header1.xml", "w:hdr", paragraph(run(c.plain))),
    "footer": lambda c: word_with("word/footer1.xml", "w:ftr", paragraph(run(c.plain))),
    "footnote": lambda c: word_with("word/footnotes.xml", "w:footnotes", f"<w:footnote>{paragraph(run(c.plain))}</w:footnote>"),
    "endnote": lambda c: word_with("word/endnotes.xml", "w:endnotes", f"<w:endnote>{paragraph(run(c.plain))}</w:endnote>"),
    "comment": lambda c: word_with("word/comments.xml", "w:comments", f'<w:comment w:author="x">{paragraph(run(c.plain))}</w:comment>'),
    "comment-author": lambda c: word_with("word/comments.xml", "w:comments", f'<w:comment w:author="{c.plain}">{paragraph(run("x"))}</w:comment>'),
    "glossary": lambda c: word_with("word/glossary/document.xml", "w:glossaryDocument", paragraph(run(c.plain))),
    "variable": lambda c: word_with("word/settings.xml", "w:settings", f'<w:docVars><w:docVar w:name="x" w:val="{c.plain}"/></w:docVars>'),
    "people": lambda c: word_with("word/people.xml", "w:people", f'<w:person w:author="{c.plain}"/>'),
    "style-name": lambda c: word_with("word/styles.xml", "w:styles", f'<w:style><w:name w:val="{c.plain}"/></w:style>'),
    "numbering": lambda c: word_with("word/numbering.xml", "w:numbering", f'<w:lvl><w:lvlText w:val="{c.plain}"/></w:lvl>'),
    "chart": lambda c: word_with("word/charts/chart1.xml", "c:chartSpace", CHART(c.plain)),
    "diagram": lambda c: word_with("word/diagrams/data1.xml", "dgm:dataModel", DIAGRAM(c.plain)),
    "link": lambda c: word(**{"word/_rels/document.xml.rels": f'<Relationships><Relationship Id="a" Target="https://example.org/{c.plain}" TargetMode="External"/></Relationships>'}),
    "custom": lambda c: word(**{"customXml/item1.xml": f"<x><y>{c.plain}</y></x>"}),
    "custom-base64": lambda c: word(**{"customXml/item1.xml": f"<x><y>{base64.b64encode(c.sentence.encode()).decode()}</y></x>"}),
    "core": lambda c: word(**{"docProps/core.xml": f"<x><subject>{c.plain}</subject></x>"}),
    "property": lambda c: word(**{"docProps/custom.xml": f"<x><lpwstr>{c.plain}</lpwstr></x>"}),
    "embedded": lambda c: word(**{"word/embeddings/x.xlsx": workbook(cell(c.plain))}),
    "embedded-bytes": lambda c: word(**{"word/embeddings/x.bin": b"\0\1\2" * 50 + c.sentence.encode()}),
    "chunk": lambda c: word(**{"word/afchunk.htm": page(c.plain)}),
    "picture": lambda c: word(**{"word/media/a.svg": svg(c)}),
    "other": lambda c: word(**{"word/other.dat": c.sentence}),
    "folder-name": lambda c: word(**{f"word/{c.plain}/": ""}),
    "tabs": lambda c: word(paragraph("<w:r>" + "<w:tab/>".join(f"<w:t>{group}</w:t>" for group in c.groups) + "</w:r>")),
    "part-name": lambda c: word(**{f"word/{c.plain}.dat": "x"}),
    "wide": lambda c: word(**{"word/header1.xml": xml("w:hdr", paragraph(run(c.plain))).replace("UTF-8", "UTF-16").encode("utf-16")}),
    "archive-comment": lambda c: archive({"[Content_Types].xml": "<Types/>", "word/document.xml": xml("w:document", "")}, comment=c.sentence.encode()),
    "behind": lambda c: word() + (FILLER + c.sentence).encode(),
    "picture-inside": lambda c: word(paragraph(run(c.groups[0] + " ") + '<w:r><w:drawing><wp:docPr id="1" name="x" descr="Logo"/></w:drawing></w:r>' + run(" ".join(c.groups[1:])))),
    "boxes": lambda c: word("<w:tbl><w:tr>" + "".join(f"<w:tc>{paragraph(run(sign))}</w:tc>" for sign in c.plain) + "</w:tr></w:tbl>"),
    "bookmark-link": lambda c: word(**{"word/_rels/document.xml.rels": f'<Relationships><Relationship Id="r1" Type="x" Target="#{c.plain}"/></Relationships>'}),
    "script": lambda c: word(**{"customUI/customUI.xml": f'<customUI><button label="{c.plain}"/></customUI>'}),
})


SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="' + RELATIONS + '"'


def cell(text):
    return f'<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>'


def workbook(rows="", around="", strings="", names="", state="", sheet_name="Sheet", **more):
    return archive({
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": xml("workbook", f'<sheets><sheet name="{sheet_name}" sheetId="1" {state} r:id="rId1"/></sheets>{names}', SHEET),
        "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/sharedStrings.xml": xml("sst", strings, SHEET),
        "xl/worksheets/sheet1.xml": xml("worksheet", f"<sheetData>{rows}</sheetData>{around}", SHEET), **more})


SHARED = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
documents("sheet.*.xlsx", {
    "shared": lambda c: workbook(SHARED, strings=f"<si><t>{c.plain}</t></si>"),
    "rich": lambda c: workbook(SHARED, strings=f"<si><r><t>{c.halves[0]}</t></r><r><t>{c.halves[1]}</t></r></si>"),
    "phonetic": lambda c: workbook(SHARED, strings=f"<si><t>x</t><rPh><t>{c.plain}</t></rPh></si>"),
    "unused": lambda c: workbook(SHARED, strings=f"<si><t>x</t></si><si><t>{c.plain}</t></si>"),
    "inline": lambda c: workbook(cell(c.plain)),
    "formula": lambda c: workbook(f'<row><c r="A1"><f>IF(B1="{c.plain}",1,2)</f><v>1</v></c></row>'),
    "formula-text": lambda c: workbook(f'<row><c r="A1" t="str"><f>A2</f><v>{c.plain}</v></c></row>'),
    "far": lambda c: workbook(f'<row r="1"><c r="XFD1" t="inlineStr"><is><t>{c.plain}</t></is></c></row>'),
    "base64": lambda c: workbook(cell(base64.b64encode(c.sentence.encode()).decode())),
    "hidden-sheet": lambda c: workbook(cell(c.plain), state='state="hidden"'),
    "very-hidden": lambda c: workbook(cell(c.plain), state='state="veryHidden"'),
    "sheet-name": lambda c: workbook(sheet_name=c.plain),
    "name": lambda c: workbook(names=f'<definedNames><definedName name="k">"{c.plain}"</definedName></definedNames>'),
    "header": lambda c: workbook(around=f"<headerFooter><oddHeader>&amp;L{c.plain}</oddHeader></headerFooter>"),
    "validation": lambda c: workbook(around=f'<dataValidations><dataValidation><formula1>"{c.plain}"</formula1></dataValidation></dataValidations>'),
    "prompt": lambda c: workbook(around=f'<dataValidations><dataValidation prompt="{c.plain}"/></dataValidations>'),
    "condition": lambda c: workbook(around=f'<conditionalFormatting><cfRule><formula>A1="{c.plain}"</formula></cfRule></conditionalFormatting>'),
    "view": lambda c: workbook(names=f'<customWorkbookViews><customWorkbookView name="{c.plain}"/></customWorkbookViews>'),
    "tooltip": lambda c: workbook(around=f'<hyperlinks><hyperlink ref="A1" tooltip="{c.plain}"/></hyperlinks>'),
    "scenario": lambda c: workbook(around=f'<scenarios><scenario name="x" comment="{c.plain}"/></scenarios>'),
    "comment": lambda c: workbook(**{"xl/comments1.xml": xml("comments", f"<commentList><comment><text><t>{c.plain}</t></text></comment></commentList>", SHEET)}),
    "thread": lambda c: workbook(**{"xl/threadedComments/threadedComment1.xml": xml("x", f"<threadedComment><text>{c.plain}</text></threadedComment>", SHEET)}),
    "drawing": lambda c: workbook(**{"xl/drawings/drawing1.xml": xml("x", f"<a:p><a:r><a:t>{c.plain}</a:t></a:r></a:p>")}),
    "chart": lambda c: workbook(**{"xl/charts/chart1.xml": xml("c:chartSpace", CHART(c.plain))}),
    "pivot": lambda c: workbook(**{"xl/pivotCache/pivotCacheDefinition1.xml": xml("x", f'<sharedItems><s v="{c.plain}"/></sharedItems>', SHEET)}),
    "pivot-groups": lambda c: workbook(**{"xl/pivotCache/pivotCacheRecords1.xml": xml("x", "<r>" + "".join(f'<s v="{group}"/>' for group in c.groups) + "</r>", SHEET)}),
    "pivot-record": lambda c: workbook(**{"xl/pivotCache/pivotCacheRecords1.xml": xml("x", f'<r><s v="{c.plain}"/></r>', SHEET)}),
    "table": lambda c: workbook(**{"xl/tables/table1.xml": xml("table", f'<tableColumns><tableColumn name="{c.plain}"/></tableColumns>', SHEET)}),
    "outside": lambda c: workbook(**{"xl/externalLinks/externalLink1.xml": xml("x", f"<sheetData><row><cell><v>{c.plain}</v></cell></row></sheetData>", SHEET)}),
    "connection": lambda c: workbook(**{"xl/connections.xml": xml("connections", f'<connection><dbPr command="SELECT * WHERE a=\'{c.plain}\'"/></connection>', SHEET)}),
    "query": lambda c: workbook(**{"customXml/item1.xml": f'<DataMashup>{base64.b64encode(struct.pack("<II", 0, 9) + archive({"Formulas/Section1.m": c.sentence})).decode()}</DataMashup>'}),
    "custom": lambda c: workbook(**{"customXml/item1.xml": f"<a><b>{c.plain}</b></a>"}),
    "number-format": lambda c: workbook(**{"xl/styles.xml": xml("styleSheet", f'<numFmts><numFmt numFmtId="200" formatCode="0 &quot;{c.plain}&quot;"/></numFmts>', SHEET)}),
    "style-name": lambda c: workbook(**{"xl/styles.xml": xml("styleSheet", f'<cellStyles><cellStyle name="{c.plain}"/></cellStyles>', SHEET)}),
    "vml": lambda c: workbook(**{"xl/drawings/vmlDrawing1.vml": f"<xml><textbox><div>{c.plain}</div></textbox></xml>"}),
    "model": lambda c: workbook(**{"xl/model/item.data": bytes(range(256)) * 20 + c.plain.encode("utf-16le")}),
    "escapes": lambda c: workbook(cell(c.joined("_x00A0_"))),
    "escapes-shared": lambda c: workbook(SHARED, strings=f"<si><t>{c.groups[0]} {c.groups[1]}_x000D_\n{' '.join(c.groups[2:])}</t></si>"),
    "header-size": lambda c: workbook(around=f"<headerFooter><oddHeader>&amp;C&amp;12{c.plain}</oddHeader></headerFooter>"),
    "header-colour": lambda c: workbook(around=f"<headerFooter><oddHeader>&amp;C&amp;KFF0000{c.plain}</oddHeader></headerFooter>"),
    "boxes": lambda c: workbook('<row r="1">' + "".join(f'<c t="inlineStr"><is><t>{sign}</t></is></c>' for sign in c.plain) + "</row>"),
    "boxes-groups": lambda c: workbook('<row r="1">' + "<c/>".join("".join(f'<c t="inlineStr"><is><t>{sign}</t></is></c>' for sign in group) for group in c.groups) + "</row>"),
    "revision": lambda c: workbook(**{"xl/revisions/revisionLog1.xml": xml("revisions", f'<rcc><nc r="A1" t="inlineStr"><is><r><t>{c.halves[0]}</t></r><r><t>{c.halves[1]}</t></r></is></nc></rcc>', SHEET)}),
    "theme": lambda c: workbook(**{"xl/theme/theme1.xml": xml("a:theme", f'<a:clrScheme name="{c.plain}"/>')}),
    "printer": lambda c: workbook(**{"xl/printerSettings/printerSettings1.bin": b"\0" * 40 + c.plain.encode("utf-16le")}),
    "core": lambda c: workbook(**{"docProps/core.xml": f"<x><description>{c.plain}</description></x>"}),
})


def slides(body="", attributes="", **more):
    return archive({"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": xml("p:presentation", ""),
                    "ppt/slides/slide1.xml": xml("p:sld", f"<p:sp>{body}</p:sp>", SPACES + attributes), **more})


def slide_text(*runs):
    return "<p:txBody><a:p>" + "".join(f"<a:r><a:t>{text}</a:t></a:r>" for text in runs) + "</a:p></p:txBody>"


def slides_with(name, root, body):
    return slides(**{name: xml(root, body)})


documents("slides.*.pptx", {
    "text": lambda c: slides(slide_text(c.plain)),
    "runs": lambda c: slides(slide_text(*c.halves)),
    "hidden": lambda c: slides(slide_text(c.plain), ' show="0"'),
    "alt": lambda c: slides(f'<p:nvSpPr><p:cNvPr id="1" name="x" descr="{c.plain}"/></p:nvSpPr>'),
    "notes": lambda c: slides_with("ppt/notesSlides/notesSlide1.xml", "p:notes", slide_text(c.plain)),
    "comment": lambda c: slides_with("ppt/comments/comment1.xml", "p:cmLst", f"<p:cm><p:text>{c.plain}</p:text></p:cm>"),
    "master": lambda c: slides_with("ppt/slideMasters/slideMaster1.xml", "p:sldMaster", slide_text(c.plain)),
    "layout": lambda c: slides_with("ppt/slideLayouts/slideLayout1.xml", "p:sldLayout", slide_text(c.plain)),
    "handout": lambda c: slides_with("ppt/handoutMasters/handoutMaster1.xml", "p:handoutMaster", slide_text(c.plain)),
    "tag": lambda c: slides_with("ppt/tags/tag1.xml", "p:tagLst", f'<p:tag name="X" val="{c.plain}"/>'),
    "section": lambda c: slides_with("ppt/presentation.xml", "p:presentation", f'<p:section name="{c.plain}"/>'),
    "diagram": lambda c: slides_with("ppt/diagrams/data1.xml", "dgm:dataModel", DIAGRAM(c.plain)),
    "chart": lambda c: slides_with("ppt/charts/chart1.xml", "c:chartSpace", CHART(c.plain)),
    "comment-runs": lambda c: slides_with("ppt/comments/modernComment_1.xml", "p:cmLst", f"<p:cm>{slide_text(*c.halves)}</p:cm>"),
    "author": lambda c: slides_with("ppt/commentAuthors.xml", "p:cmAuthorLst", f'<p:cmAuthor name="{c.plain}"/>'),
})

OPEN = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
        'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
        'xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" '
        'xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"')


def open_document(kind, body, **more):
    return archive({"mimetype": f"application/vnd.oasis.opendocument.{kind}",
                    "content.xml": xml("office:document-content", f"<office:body><office:{kind}>{body}</office:{kind}></office:body>", OPEN),
                    "META-INF/manifest.xml": "<manifest/>", **more})


def odt(body="", **more):
    return open_document("text", f"<text:p>{FILLER}</text:p>{body}", **more)


HIDING_STYLE = '<office:automatic-styles><style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style></office:automatic-styles>'
NOTE = '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>see there</text:p></text:note-body></text:note>'


documents("open.*.odt", {
    "body": lambda c: odt(f"<text:p>{c.plain}</text:p>"),
    "span": lambda c: odt(f"<text:p>{c.halves[0]}<text:span>{c.halves[1]}</text:span></text:p>"),
    "blanks": lambda c: odt(f"<text:p>{c.joined('<text:s/>')}</text:p>"),
    "footnote": lambda c: odt(f"<text:p><text:note><text:note-body><text:p>{c.plain}</text:p></text:note-body></text:note></text:p>"),
    "note-between": lambda c: odt(f"<text:p>{' '.join(c.groups[:2])}{NOTE} {' '.join(c.groups[2:])}</text:p>"),
    "hidden-between": lambda c: odt(f'{HIDING_STYLE}<text:p>{c.halves[0]}<text:span text:style-name="T1"> (seen <text:span>today</text:span>)</text:span>{c.halves[1]}</text:p>'),
    "hidden-part": lambda c: odt(f'{HIDING_STYLE}<text:p>{c.groups[0]}<text:span text:style-name="T1">{c.groups[1]}</text:span>{"".join(c.groups[2:])}</text:p>'),
    "annotation": lambda c: odt(f"<text:p><office:annotation><text:p>{c.plain}</text:p></office:annotation></text:p>"),
    "deletion": lambda c: odt(f"<text:tracked-changes><text:changed-region><text:deletion><text:p>{c.plain}</text:p></text:deletion></text:changed-region></text:tracked-changes>"),
    "hidden": lambda c: odt(f'<text:p><text:hidden-text text:string-value="{c.plain}"/></text:p>'),
    "condition": lambda c: odt(f'<text:p><text:conditional-text text:string-value-if-true="{c.plain}"/></text:p>'),
    "picture-text": lambda c: odt(f"<text:p><draw:frame><svg:desc>{c.plain}</svg:desc></draw:frame></text:p>"),
    "frame": lambda c: odt(f"<text:p><draw:frame><draw:text-box><text:p>{c.plain}</text:p></draw:text-box></draw:frame></text:p>"),
    "link": lambda c: odt(f'<text:p><text:a xlink:href="https://example.org/{c.plain}">x</text:a></text:p>'),
    "binary": lambda c: odt(f"<text:p><draw:frame><draw:object-ole><office:binary-data>{base64.b64encode(c.sentence.encode()).decode()}</office:binary-data></draw:object-ole></draw:frame></text:p>"),
    "field": lambda c: odt(f'<text:user-field-decls><text:user-field-decl office:string-value="{c.plain}" text:name="x"/></text:user-field-decls>'),
    "header": lambda c: odt(**{"styles.xml": xml("office:document-styles", f"<style:header><text:p>{c.plain}</text:p></style:header>", OPEN)}),
    "title": lambda c: odt(**{"meta.xml": xml("office:document-meta", f"<dc:title>{c.plain}</dc:title>", OPEN)}),
    "user-defined": lambda c: odt(**{"meta.xml": xml("office:document-meta", f'<meta:user-defined meta:name="x">{c.plain}</meta:user-defined>', OPEN)}),
    "settings": lambda c: odt(**{"settings.xml": xml("office:document-settings", f'<config:config-item config:name="x">{c.plain}</config:config-item>', OPEN)}),
    "object": lambda c: odt(**{"Object 1/content.xml": xml("office:document-content", f"<text:p>{c.plain}</text:p>", OPEN)}),
    "macro": lambda c: odt(**{"Basic/Standard/Module1.xml": f"<module>x = \"{c.plain}\"</module>"}),
    "other": lambda c: odt(**{"other/x.txt": c.sentence}),
    "picture": lambda c: odt(**{"Pictures/x.svg": svg(c)}),
    "ruby": lambda c: odt(f"<text:p><text:ruby><text:ruby-base>{c.plain}</text:ruby-base><text:ruby-text>none</text:ruby-text></text:ruby></text:p>"),
    "thumbnail": lambda c: odt(**{"Thumbnails/thumbnail.png": png((b"Comment", c.plain.encode()))}),
    "layout": lambda c: odt(**{"layout-cache": b"\1\2\xff" + c.plain.encode() + b"\0"}),
    "manifest": lambda c: odt(**{"META-INF/other.xml": f"<a>{c.plain}</a>"}),
    "rdf": lambda c: odt(**{"manifest.rdf": f"<a>{c.plain}</a>"}),
    "picture-inside": lambda c: odt(f"<text:p>{c.groups[0]} <draw:frame><draw:image/><svg:desc>Logo</svg:desc></draw:frame>{' '.join(c.groups[1:])}</text:p>"),
})
documents("open.*.ods", {
    "cell": lambda c: open_document("spreadsheet", f'<table:table table:name="x"><table:table-row><table:table-cell><text:p>{c.plain}</text:p></table:table-cell></table:table-row></table:table>'),
    "formula": lambda c: open_document("spreadsheet", f'<table:table table:name="x"><table:table-row><table:table-cell table:formula="of:=IF([.B1]=&quot;{c.plain}&quot;;1)"/></table:table-row></table:table>'),
    "table-name": lambda c: open_document("spreadsheet", f'<table:table table:name="{c.plain}"/>'),
    "string-value": lambda c: open_document("spreadsheet", f'<table:table table:name="x"><table:table-row><table:table-cell office:string-value="{c.plain}"/></table:table-row></table:table>'),
})
documents("open.*.odp", {
    "notes": lambda c: open_document("presentation", f"<draw:page><presentation:notes><draw:frame><draw:text-box><text:p>{c.plain}</text:p></draw:text-box></draw:frame></presentation:notes></draw:page>"),
    "page-name": lambda c: open_document("presentation", f'<draw:page draw:name="{c.plain}"/>'),
})
document("open.flat.fodt", lambda c: xml("office:document", f"<office:body><office:text><text:p>{c.halves[0]}<text:span>{c.halves[1]}</text:span></text:p></office:text></office:body>", OPEN))
document("open.flat-note.fodt", lambda c: xml("office:document", f"<office:body><office:text><text:p>{' '.join(c.groups[:2])}{NOTE} {' '.join(c.groups[2:])}</text:p></office:text></office:body>", OPEN))
document("open.flat-link.fodt", lambda c: xml("office:document", f"<office:body><office:text><text:p><text:a>{c.halves[0]}</text:a>{c.halves[1]}</text:p></office:text></office:body>", OPEN))
document("open.flat-bookmark.fodt", lambda c: xml("office:document", f'<office:body><office:text><text:p>{c.halves[0]}<text:bookmark text:name="x"/>{c.halves[1]}</text:p></office:text></office:body>', OPEN))
document("markup.type.xml", lambda c: f'<?xml version="1.0"?>\n<!DOCTYPE a SYSTEM "https://example.org/{c.plain}.dtd"><a/>')
document("open.flat-blanks.fodt", lambda c: xml("office:document", f"<office:body><office:text><text:p>{c.joined('<text:s/>')}</text:p></office:text></office:body>", OPEN))
document("open.flat-binary.fodt", lambda c: xml("office:document", f"<office:binary-data>{base64.b64encode(c.sentence.encode()).decode()}</office:binary-data>", OPEN))
document("book.page.epub", lambda c: archive({"mimetype": "application/epub+zip", "OEBPS/a.xhtml": page(c.plain)}))
document("map.place.kmz", lambda c: archive({"doc.kml": f"<kml><Placemark><description>{c.plain}</description></Placemark></kml>"}))
document("visio.text.vsdx", lambda c: archive({"[Content_Types].xml": "<Types/>", "visio/pages/page1.xml": f"<PageContents><Shape><Text>{c.halves[0]}<cp IX='0'/>{c.halves[1]}</Text></Shape></PageContents>"}))
document("xps.cut.xps", lambda c: archive({"[Content_Types].xml": "<Types/>", "Documents/1/Pages/1.fpage": "<FixedPage>" + "".join(f'<Glyphs OriginX="{at}" OriginY="9" UnicodeString="{half}"/>' for at, half in zip((9, 70), c.halves)) + "</FixedPage>"}))
document("xps.text.xps", lambda c: archive({"[Content_Types].xml": "<Types/>", "Documents/1/Pages/1.fpage": f'<FixedPage><Glyphs UnicodeString="{c.plain}"/></FixedPage>'}))

# Other archives


def tape(members, mode="w", format=tarfile.PAX_FORMAT, change=None, headers=None):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=mode, format=format, pax_headers=headers) as file:
        for name, content in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content.encode())
            if change:
                change(entry)
            file.addfile(entry, io.BytesIO(content.encode()))
    return buffer.getvalue()


def tape_with(format=tarfile.PAX_FORMAT, **fields):
    def change(entry):
        for field, value in fields.items():
            setattr(entry, field, value)
    return tape({"x.txt": ""}, format=format, change=change)


def volume(entry, canary):
    entry.type, entry.name, entry.size = b"V", canary.plain, 0


def checked(whole, place, text):
    """An archive with a text in its first header, whose check sum is right."""
    whole = bytearray(whole)
    whole[place:place + len(text)] = text.encode()
    whole[148:156] = b" " * 8
    whole[148:156] = b"%06o\0 " % sum(whole[:512])
    return bytes(whole)


def slack(canary):
    """Behind a member's end, in its last block."""
    whole = bytearray(tape({"x.txt": "x"}))
    text = canary.sentence.encode()
    whole[600:600 + len(text)] = text
    return bytes(whole)


documents("tape.*.tar", {
    "member": lambda c: tape({"x.txt": c.sentence}),
    "old": lambda c: tape({"x.txt": c.sentence}, format=tarfile.USTAR_FORMAT),
    "gnu": lambda c: tape({"x" * 150 + ".txt": c.sentence}, format=tarfile.GNU_FORMAT),
    "name": lambda c: tape({f"{c.plain}.txt": "x"}),
    "owner": lambda c: tape_with(uname=c.plain),
    "group": lambda c: tape_with(gname=c.plain),
    "link": lambda c: tape_with(type=tarfile.SYMTYPE, linkname=f"/data/{c.plain}"),
    "field": lambda c: tape_with(pax_headers={"comment": c.sentence}),
    "attribute": lambda c: tape_with(pax_headers={"SCHILY.xattr.user.note": c.sentence}),
    "field-of-all": lambda c: tape({"x.txt": "x"}, headers={"comment": c.sentence}),
    "volume": lambda c: tape({"x.txt": "x"}, change=lambda entry: volume(entry, c)),
    "long-link": lambda c: tape_with(format=tarfile.GNU_FORMAT, type=tarfile.SYMTYPE, linkname="x/" * 60 + c.plain),
    "head": lambda c: checked(tape({"x.txt": "x"}, format=tarfile.USTAR_FORMAT), 20, c.plain),
    "slack": slack,
    "behind": lambda c: tape({"x.txt": "x"}) + (FILLER + c.sentence).encode(),
    "second": lambda c: tape({"x.txt": "x"}) + tape({"y.txt": c.sentence}),
    "cut": lambda c: tape({"x.txt": FILLER + c.sentence})[:900],
})


def gzip_file(content, extra=b"", name=b"", comment=b""):
    flags = (4 if extra else 0) | (8 if name else 0) | (16 if comment else 0)
    head = b"\x1f\x8b\x08" + bytes([flags]) + b"\0\0\0\0\0\xff"
    if extra:
        head += struct.pack("<H", len(extra) + 4) + b"AB" + struct.pack("<H", len(extra)) + extra
    head += b"".join(text + b"\0" for text in (name, comment) if text)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return head + packer.compress(content) + packer.flush() + struct.pack("<II", zlib.crc32(content), len(content))


FIL = FILLER.encode()
documents("packed.*.txt.gz", {
    "content": lambda c: gzip_file(FIL + c.sentence.encode()),
    "name": lambda c: gzip_file(FIL, name=c.plain.encode()),
    "comment": lambda c: gzip_file(FIL, comment=c.sentence.encode()),
    "extra": lambda c: gzip_file(FIL, extra=c.sentence.encode()),
    "second": lambda c: gzip_file(FIL) + gzip_file(c.sentence.encode()),
    "second-comment": lambda c: gzip_file(FIL) + gzip_file(FIL, comment=c.plain.encode()),
    "behind": lambda c: gzip_file(FIL) + c.sentence.encode(),
    "behind-zeros": lambda c: gzip_file(FIL) + b"\0" * 4096 + c.sentence.encode(),
    "twice": lambda c: gzip_file(gzip_file(FIL + c.sentence.encode())),
})
documents("packed.*", {
    "content.txt.bz2": lambda c: bz2.compress(c.sentence.encode()),
    "second.txt.bz2": lambda c: bz2.compress(FIL) + bz2.compress(c.sentence.encode()),
    "behind.txt.bz2": lambda c: bz2.compress(FIL) + c.sentence.encode(),
    "content.txt.xz": lambda c: lzma.compress(c.sentence.encode()),
    "second.txt.xz": lambda c: lzma.compress(FIL) + lzma.compress(c.sentence.encode()),
    "behind.txt.xz": lambda c: lzma.compress(FIL) + c.sentence.encode() + b" " * (-len(c.sentence) % 4),
    "content.txt.lzma": lambda c: lzma.compress(c.sentence.encode(), lzma.FORMAT_ALONE),
    "tape.tar.gz": lambda c: tape({"x.txt": c.sentence}, "w:gz"),
    "tape-owner.tgz": lambda c: gzip.compress(tape_with(uname=c.plain)),
    "tape-behind.tar.gz": lambda c: gzip.compress(tape({"x.txt": "x"})) + c.sentence.encode(),
    "tape.tar.xz": lambda c: tape({"x.txt": c.sentence}, "w:xz"),
    "tape.tar.bz2": lambda c: tape({"x.txt": c.sentence}, "w:bz2"),
})


def ar(name, content):
    body = content.encode()
    return b"!<arch>\n" + f"{name:<16}{0:<12}{0:<6}{0:<6}{100644:<8}{len(body):<10}`\n".encode() + body + b"\n" * (len(body) % 2)


def cpio(name, content, behind=b""):
    def entry(name, body):
        fields = [1, 0o100644, 0, 0, 1, 0, len(body), 0, 0, 0, 0, len(name) + 1, 0]
        head = b"070701" + b"".join(f"{field:08x}".encode() for field in fields) + name.encode() + b"\0"
        head += b"\0" * (-len(head) % 4)
        return head + body + b"\0" * (-len(body) % 4)
    return entry(name, content.encode()) + entry("TRAILER!!!", b"") + behind


documents("other.*", {
    "member.a": lambda c: ar("x.txt/", c.sentence),
    "member.cpio": lambda c: cpio("x.txt", c.sentence),
    "name.cpio": lambda c: cpio(c.plain, "x"),
    "behind.cpio": lambda c: cpio("x.txt", "x", (FILLER + c.sentence).encode()),
})

documents("behind.*.sql", {
    place: lambda c, sign=sign: f"INSERT INTO a VALUES (1,'Konto{sign}{c.spaced} bis bald');\n" for place, sign in BEHIND.items()})
documents("between.*.log", {
    place: lambda c, sign=sign: f"Jan  1 10:00:00 host a: {c.joined(sign)} end\n" for place, sign in {
        "octal": "\\040", "percent-twice": "%2520", "hex": "\\x20"}.items()})
document("page.labels.html", lambda c: f"<!DOCTYPE html><html><body><p><span>Iban</span><span>{c.spaced}</span><span>Bic</span></p></body></html>")
document("page.cells-paragraphs.html", lambda c: "<!DOCTYPE html><html><body><table><tr>" + "".join(
    f"\n   <td>\n      <p>\n{group}\n      </p>\n\n   </td>" for group in c.groups) + "\n</tr></table></body></html>")
document("page.dates.html", lambda c: f"<!DOCTYPE html><html><body><p><span>01.03.2026</span><span>{c.plain}</span><span>01.04.2026</span></p></body></html>")
document("drawing.lines.svg", lambda c: (
    "<svg xmlns='http://www.w3.org/2000/svg'><text><tspan x='1' y='1'>Konto</tspan><tspan x='1' y='9'>"
    f"{c.spaced}</tspan><tspan x='1' y='18'>Bank</tspan></text></svg>"))
document("words.list.native", lambda c: "Pandoc (Meta {unMeta = fromList []}) [Para [" + "\n      , Space\n      , ".join(
    f'Str "{group}"' for group in c.groups) + "]]\n")
document("table.country-groups.tsv", lambda c: f"what\tcountry\tnumber\nIBAN\t{c.plain[:2]}\t{c.spaced[2:]}\n")
document("page.country-groups.html", lambda c: f"<!DOCTYPE html><table><tr><td>IBAN</td><td>{c.plain[:2]}</td><td>{c.spaced[2:]}</td></tr></table>")
document("page.country-wrapped.html", lambda c: "<!DOCTYPE html><table>\n\t<tr>" + "".join(
    f"\n\t\t<td><p align='left'>\n\t\t\t<font>{cell}</font></p>\n\t\t</td>" for cell in (
        "IBAN", c.plain[:2], c.spaced[2:].replace(" ", "\n\t\t\t", 1))) + "\n\t</tr>\n</table>")
document("page.boxes-wrapped.html", lambda c: "<!DOCTYPE html><table>\n\t<tr>" + "".join(
    f"\n\t\t<td hidden><i hidden> </i></td><td><p align='left'>\n\t\t\t<font>{sign}</font></p>\n\t\t</td>" for sign in c.plain) + "\n\t</tr>\n</table>")
document("blanks.lyx", lambda c: "\\begin_layout Standard\n" + c.joined("\n\\begin_inset space ~\n\\end_inset\n\n") + "\n\\end_layout\n")
document("mail.link.md", lambda c: f"[write](mailto:a@example.org?subject=Konto%20{c.joined('%20')})\n")
document("printed.pcl.prn", lambda c: "\x1bE\x1b&l0O" + "".join(f"\x1b*p+51X{group}" for group in c.groups) + "\x1bE")
document("printed.troff", lambda c: "x T ps\nx res 72000 1 1\nx init\n" + "".join(f"t{group}\nwh2500\n" for group in c.groups))

# PDF


def pdf(content, objects=(), page_more=b"", catalog_more=b"", info=None, packed=False, behind=b"", before=b""):
    """A page with a content stream; further objects begin at number 6."""
    if isinstance(content, str):
        content = content.encode("latin-1")
    stream = zlib.compress(content) if packed else content
    filters = b"/Filter /FlateDecode " if packed else b""
    all_objects = [
        b"<< /Type /Catalog /Pages 2 0 R " + catalog_more + b" >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> " + page_more + b" >>",
        b"<< " + filters + b"/Length %d >>\nstream\n" % len(stream) + stream + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", *objects]
    if info is not None:
        all_objects.append(info)
    body = before + b"%PDF-1.7\n"
    offsets = []
    for number, entry in enumerate(all_objects, 1):
        offsets.append(len(body) - len(before))
        body += b"%d 0 obj\n" % number + entry + b"\nendobj\n"
    start = len(body) - len(before)
    body += b"xref\n0 %d\n0000000000 65535 f \n" % (len(all_objects) + 1) + b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"/Info %d 0 R " % len(all_objects) if info is not None else b""
    return body + b"trailer << /Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (len(all_objects) + 1, trailer, start) + behind


def changed(document):
    """Another text is written over the page's, as programs do that only add to a file."""
    start = len(document)
    entry = b"4 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (len(TEXT), TEXT.encode())
    previous = int(document[document.rindex(b"startxref") + 9:].split()[0])
    table = b"xref\n4 1\n%010d 00000 n \n" % start
    trailer = b"trailer << /Size 6 /Root 1 0 R /Prev %d >>\n" % previous
    return document + entry + table + trailer + b"startxref\n%d\n%%%%EOF\n" % (start + len(entry))


def show(text, before="", operator="Tj"):
    return f"BT /F1 12 Tf {before} 40 700 Td {text} {operator} ET\n"


def drawn(content, head):
    content = content.encode()
    if b"/Flate" in head:
        content = zlib.compress(content)
    return b"<< " + head + b"/Length %d >>\nstream\n" % len(content) + content + b"\nendstream"


def unknown_letters(canary):
    """Codes that are numbers of outlines, three to one side of the letters, and a font that does not say so."""
    codes = "".join(f"{ord(sign) + 3:04x}" for sign in canary.plain)
    document = pdf(TEXT + show(f"<{codes}>", "/F2 12 Tf"), [
        b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [7 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"])
    return document.replace(b"/F1 5 0 R", b"/F1 5 0 R /F2 6 0 R")


def drawn_letters(canary):
    """Letters that the document draws itself, and names by numbers that say nothing."""
    signs = sorted(set(canary.plain))
    names = " ".join(f"/g{number}" for number in range(len(signs)))
    codes = "".join(f"{97 + signs.index(sign):02x}" for sign in canary.plain)
    document = pdf(TEXT + show(f"<{codes}>", "/F2 12 Tf"), [
        f"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [.1 0 0 .1 0 0] /FirstChar 97 /LastChar {96 + len(signs)} "
        f"/Widths [{'9 ' * len(signs)}] /CharProcs << {names.replace(' ', ' 7 0 R ')} 7 0 R >> "
        f"/Encoding << /Differences [97 {names}] >> >>".encode(), drawn("9 0 d0", b"")])
    return document.replace(b"/F1 5 0 R", b"/F1 5 0 R /F2 6 0 R")


def own_codes(canary, kind, descriptor):
    """Codes that only the font's outlines know, as programs write them that print a page's outlines."""
    codes = "".join(f"{ord(sign) - 29:02x}" for sign in canary.spaced)
    document = pdf(TEXT + show(f"<{codes}>", "/F2 12 Tf"), [
        b"<< /Type /Font /Subtype /" + kind + b" /BaseFont /ABCDEF+X /FirstChar 3 /LastChar 60 /Widths [" + b"500 " * 58 + b"] /FontDescriptor 7 0 R >>",
        b"<< /Type /FontDescriptor /FontName /ABCDEF+X /Flags 4 " + descriptor + b" >>"])
    return document.replace(b"/F1 5 0 R", b"/F1 5 0 R /F2 6 0 R")


def mapped_letters(canary, letter):
    """A font that says of its letters what nobody can read."""
    table = "1 begincodespacerange <00> <ff> endcodespacerange\n" + f"{len(canary.spaced)} beginbfchar\n" + "".join(
        f"<{ord(sign):02x}> <{letter(sign):04X}>\n" for sign in canary.spaced) + "endbfchar\n"
    document = pdf(TEXT + show(f"({canary.spaced})", "/F2 12 Tf"), [
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 7 0 R >>", drawn(table, b"")])
    return document.replace(b"/F1 5 0 R", b"/F1 5 0 R /F2 6 0 R")


TEXT = show(f"({FILLER})").replace("700", "760")
documents("portable.*.pdf", {
    "text": lambda c: pdf(TEXT + show(f"({c.plain})")),
    "packed": lambda c: pdf(TEXT + show(f"({c.spaced})"), packed=True),
    "hex": lambda c: pdf(TEXT + show(f"<{c.plain.encode().hex()}>")),
    "kerning": lambda c: pdf(TEXT + show("[" + " -20 ".join(f"({sign})" for sign in c.plain) + "]", operator="TJ")),
    "glyphs": lambda c: pdf(TEXT + "BT /F1 12 Tf 40 700 Td " + " ".join(f"({sign}) Tj" for sign in c.plain) + " ET"),
    "two-lines": lambda c: pdf(TEXT + f"BT /F1 12 Tf 40 700 Td 14 TL ({' '.join(c.groups[:2])}) Tj T* ({' '.join(c.groups[2:])}) Tj ET"),
    "invisible": lambda c: pdf(TEXT + show(f"({c.plain})", "3 Tr")),
    "white": lambda c: pdf(TEXT + "1 1 1 rg " + show(f"({c.plain})")),
    "title": lambda c: pdf(TEXT, info=f"<< /Title ({c.plain}) >>".encode()),
    "title-wide": lambda c: pdf(TEXT, info=b"<< /Subject <" + (codecs.BOM_UTF16_BE + c.plain.encode("utf-16be")).hex().encode() + b"> >>"),
    "custom-field": lambda c: pdf(TEXT, info=f"<< /Account ({c.plain}) >>".encode()),
    "note": lambda c: pdf(TEXT, [f"<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents ({c.plain}) >>".encode()], b"/Annots [6 0 R]"),
    "named-place": lambda c: pdf(TEXT, catalog_more=f"/Names << /Dests << /Names [({c.plain}) [3 0 R /Fit]] >> >>".encode()),
    "named-place-old": lambda c: pdf(TEXT, catalog_more=f"/Dests << /{c.plain} [3 0 R /Fit] >>".encode()),
    "comment": lambda c: pdf(TEXT, catalog_more=f"% {c.plain}\n".encode()),
    "loose-text": lambda c: pdf(TEXT, [f"({c.plain})".encode()]),
    "loose-page": lambda c: pdf(TEXT, [drawn(show(f"({c.plain})"), b"/Filter /FlateDecode ")]),
    "loose-form": lambda c: pdf(TEXT, [drawn(show(f"[({c.halves[0]}) -20 ({c.halves[1]})]", operator="TJ"), b"/Type /XObject /Subtype /Form ")]),
    "script-stream": lambda c: pdf(TEXT, [drawn(f"var a = '{c.plain}';", b"/Filter /FlateDecode ")], catalog_more=b"/OpenAction << /S /JavaScript /JS 6 0 R >>"),
    "unknown-letters": lambda c: unknown_letters(c),
    "link": lambda c: pdf(TEXT, [f"<< /Type /Annot /Subtype /Link /Rect [10 10 30 30] /A << /S /URI /URI (https://example.org/{c.plain}) >> >>".encode()], b"/Annots [6 0 R]"),
    "form": lambda c: pdf(TEXT, [f"<< /Type /Annot /Subtype /Widget /FT /Tx /T (x) /V ({c.plain}) /Rect [10 10 90 30] >>".encode()], b"/Annots [6 0 R]", b"/AcroForm << /Fields [6 0 R] >>"),
    "bookmark": lambda c: pdf(TEXT, [b"<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>", f"<< /Title ({c.plain}) /Parent 6 0 R /Dest [3 0 R /Fit] >>".encode()], catalog_more=b"/Outlines 6 0 R"),
    "metadata": lambda c: pdf(TEXT, [b"<< /Type /Metadata /Subtype /XML /Length %d >>\nstream\n" % len(f"<x><y>{c.plain}</y></x>") + f"<x><y>{c.plain}</y></x>".encode() + b"\nendstream"], catalog_more=b"/Metadata 6 0 R"),
    "script": lambda c: pdf(TEXT, [f"<< /S /JavaScript /JS (var a = '{c.plain}';) >>".encode()], catalog_more=b"/OpenAction 6 0 R"),
    "attachment": lambda c: pdf(TEXT, [f"<< /Type /EmbeddedFile /Length {len(c.sentence)} >>\nstream\n{c.sentence}\nendstream".encode(), b"<< /Type /Filespec /F (x.txt) /UF (x.txt) /EF << /F 6 0 R >> >>"], catalog_more=b"/Names << /EmbeddedFiles << /Names [(x.txt) 7 0 R] >> >>"),
    "form-object": lambda c: pdf(TEXT + "/X1 Do", [f"<< /Type /XObject /Subtype /Form /BBox [0 0 500 800] /Resources << /Font << /F1 5 0 R >> >> /Length {len(show(f'({c.plain})'))} >>\nstream\n{show(f'({c.plain})')}\nendstream".encode()], b"/Resources << /Font << /F1 5 0 R >> /XObject << /X1 6 0 R >> >>"),
    "form-not-drawn": lambda c: pdf(TEXT, [drawn(show(f"({c.plain})"), b"/Type /XObject /Subtype /Form /BBox [0 0 500 800] /Filter /FlateDecode ")], b"/Resources << /Font << /F1 5 0 R >> /XObject << /X1 6 0 R >> >>"),
    "drawn-letters": drawn_letters,
    "page-label": lambda c: pdf(TEXT, catalog_more=f"/PageLabels << /Nums [0 << /P ({c.plain}) >>] >>".encode()),
    "alternative": lambda c: pdf(f"/Span << /ActualText ({c.plain}) >> BDC {TEXT} EMC"),
    "behind": lambda c: pdf(TEXT, behind=c.sentence.encode()),
    "before": lambda c: pdf(TEXT, before=c.sentence.encode() + b"\n"),
    "earlier": lambda c: changed(pdf(TEXT + show(f"({c.plain})"))),
    "earlier-packed": lambda c: changed(changed(pdf(TEXT + show(f"({c.plain})"), packed=True))),
    "revision": lambda c: pdf(TEXT + show(f"({c.plain})")).replace(b"4 0 R /Res", b"6 0 R /Res").replace(b"xref\n", b"6 0 obj\n<< /Length 3 >>\nstream\nq Q\nendstream\nendobj\nxref\n", 1),
    "angle": lambda c: pdf(TEXT + f"BT /F1 11 Tf 0.94 0.34 -0.34 0.94 100 300 Tm ({c.spaced}) Tj ET"),
    "boxes": lambda c: pdf(TEXT + "".join(f"BT /F1 11 Tf {40 + 20 * at} 700 Td ({sign}) Tj ET\n" for at, sign in enumerate(c.plain))),
    "boxes-narrow": lambda c: pdf(TEXT + "".join(f"BT /F1 11 Tf {40 + 10 * at} 700 Td ({sign}) Tj ET\n" for at, sign in enumerate(c.plain))),
    "down": lambda c: pdf(TEXT + "".join(f"BT /F1 11 Tf 40 {700 - 14 * at} Td ({sign}) Tj ET\n" for at, sign in enumerate(c.plain))),
    "cells": lambda c: pdf(TEXT + "".join(
        f"BT /F1 11 Tf {left} {700 - 13 * at} Td ({line}) Tj ET\n" for left, lines in [
            (40, ["Max Muster,", "Hauptstrasse 1,", "1010 Wien"]), (140, [" ".join(c.groups[:2]), " ".join(c.groups[2:4]), c.groups[4]]),
            (240, ["Rechnung", "2026-17 vom", "1.1.2026"])] for at, line in enumerate(lines))),
    "outside": lambda c: pdf(TEXT + show(f"({c.spaced})").replace("40 700", "40 2000")),
    "outside-packed": lambda c: pdf(TEXT, [drawn("x", b"")]).replace(
        b"4 0 R /Res", b"[4 0 R 7 0 R] /Res").replace(b"xref\n", b"7 0 obj\n<< /Filter [/ASCII85Decode /FlateDecode] /Length 9 >>\nstream\n"
        + base64.a85encode(zlib.compress(show(f"({c.spaced})").replace("40 700", "40 2000").encode())) + b"~>\nendstream\nendobj\nxref\n", 1),
    "replaced": lambda c: pdf(TEXT + f"/Span << /ActualText (image) >> BDC {show(f'({c.spaced})')} EMC"),
    "alternative-alt": lambda c: pdf(TEXT + f"/Figure << /Alt ({c.spaced}) >> BDC {show('(x)')} EMC"),
    "comment-drawn": lambda c: pdf(TEXT + f"% {c.spaced}\n" + show("(x)"), packed=True),
    "hidden-note": lambda c: pdf(TEXT, [
        b"<< /Type /Annot /Subtype /Stamp /F 34 /Rect [9 9 99 30] /AP << /N 7 0 R >> >>",
        drawn(show(f"({c.spaced})"), b"/Type /XObject /Subtype /Form /BBox [0 0 500 800] /Filter /FlateDecode ")], b"/Annots [6 0 R]"),
    "pattern": lambda c: pdf(TEXT, [drawn(show(f"({c.spaced})"), b"/Type /Pattern /PatternType 1 /BBox [0 0 9 9] /Filter /FlateDecode ")], catalog_more=b"/X 6 0 R"),
    "private-data": lambda c: pdf(TEXT, [drawn(c.sentence, b"/Filter /FlateDecode ")], catalog_more=b"/PieceInfo << /A << /Private 6 0 R >> >>"),
    "value-stream": lambda c: pdf(TEXT, [b"<< /FT /Tx /T (a) /V 7 0 R >>", drawn(c.sentence, b"")], catalog_more=b"/AcroForm << /Fields [6 0 R] >>"),
    "values-groups": lambda c: pdf(TEXT, [f"<< /FT /Tx /T (a{at}) /V ({group}) >>".encode() for at, group in enumerate(c.groups)]),
    "values-letters": lambda c: pdf(TEXT, [f"<< /FT /Tx /T (a{at}) /V ({sign}) >>".encode() for at, sign in enumerate(c.plain)]),
    "form-xml-wide": lambda c: pdf(TEXT, [b"<< /Length 9 >>\nstream\n" + f"<?xml version='1.0'?><a><b>{c.halves[0]}<i>{c.halves[1]}</i></b></a>".encode("utf-16") + b"\nendstream"], catalog_more=b"/AcroForm << /XFA 6 0 R >>"),
    "metadata-untyped": lambda c: pdf(TEXT, [drawn(f"<x><y>{c.plain}</y></x>", b"/Subtype /XML ")], catalog_more=b"/Metadata 6 0 R"),
    "photo-remark": lambda c: pdf(TEXT, [b"<< /Subtype /Image /Width 4 /Height 4 /Filter /DCTDecode /Length 9 >>\nstream\n" + b"\xff\xd8" + segment(0xFE, c.sentence.encode()) + b"\xff\xd9\nendstream"]),
    "creator": lambda c: pdf(TEXT, info=f"<< /Creator ({c.spaced}) >>".encode()),
    "boxes-in-cells": lambda c: pdf(TEXT + show("(IBAN)") + "".join(
        f"BT /F1 11 Tf {90 + 26 * at} 700 Td ({sign}) Tj ET\n" for at, sign in enumerate(c.plain)) + show("(BIC)").replace("700", "680")),
    "own-codes": lambda c: own_codes(c, b"TrueType", b""),
    "codes-for-names": lambda c: own_codes(c, b"Type1", b"/CharSet (/c03/c14/c15/c16/c17/c18/c24/c37)"),
    "inner-picture": lambda c: pdf(TEXT + "q 400 0 0 40 40 600 cm BI /W 400 /H 40 /CS /G /BPC 8 /F /AHx ID 80> EI Q"),
    "slanted": lambda c: pdf(TEXT + "".join(
        f"BT /F1 11 Tf 0.7 0.7 -0.7 0.7 {100 + 12 * at} {100 + 12 * at} Tm ({sign}) Tj ET\n" for at, sign in enumerate(c.plain))),
    "mail-link": lambda c: pdf(TEXT, [f"<< /Type /Annot /Subtype /Link /Rect [9 9 30 30] /A << /S /URI /URI (mailto:a@example.org?subject=Konto%20{c.joined('%20')}) >> >>".encode()], b"/Annots [6 0 R]"),
    "private-letters": lambda c: mapped_letters(c, lambda sign: 0xF000 + ord(sign)),
    "no-letters": lambda c: mapped_letters(c, lambda sign: 0xFFFD),
})

# Pictures, sounds and research


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(text=None, chunks=b"", behind=b""):
    if text:
        chunks += chunk(b"tEXt", text[0] + b"\0" + text[1])
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)) + chunks
            + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"") + behind)


def jpeg(segments=b"", behind=b""):
    return b"\xff\xd8" + segments + b"\xff\xda\0\x08\x01\x01\0\0\x3f\0" + b"\x12\x34" + b"\xff\xd9" + behind


def segment(mark, content):
    return bytes([0xFF, mark]) + struct.pack(">H", len(content) + 2) + content


def tiff(text):
    content = text.encode() + b"\0"
    return b"II*\0\x08\0\0\0\x01\0" + struct.pack("<HHII", 270, 2, len(content), 26) + b"\0\0\0\0" + content


def tagged(fields, behind):
    """A TIFF with fields, each a tag, a type, a count and a value or its place, and what stands behind their list."""
    return b"II*\0\x08\0\0\0" + struct.pack("<H", len(fields)) + b"".join(struct.pack("<HHII", *field) for field in fields) + b"\0\0\0\0" + behind


def metafile(*records, name=""):
    wide = name.encode("utf-16le")
    wide += bytes(-len(wide) % 4)
    head = struct.pack("<II", 1, 100 + len(wide)) + bytes(32) + b" EMF" + bytes(16) + struct.pack("<II", len(name), 100) + bytes(32) + wide
    return head + b"".join(records) + struct.pack("<IIIII", 14, 20, 0, 0, 20)


def metafile_note(content):
    content += bytes(-len(content) % 4)
    return struct.pack("<III", 70, 12 + len(content), len(content)) + content


def newer_text(text, height):
    """A text of EMF+ (MS-EMFPLUS 2.3.4.14)."""
    wide = text.encode("utf-16le")
    wide += bytes(-len(wide) % 4)
    return metafile_note(b"EMF+" + struct.pack("<HHIIIIIffff", 0x401C, 0, 40 + len(wide), 28 + len(wide), 0, 0, len(text), 0, height, 9, 9) + wide)


documents("drawing.*.emf", {
    "name": lambda c: metafile(name=f"Program\0{c.plain}\0\0"),
    "note": lambda c: metafile(metafile_note(c.sentence.encode())),
    "letters": lambda c: metafile(*[newer_text(sign, 5) for sign in c.plain]),
    "behind": lambda c: metafile() + c.sentence.encode(),
})


def riff(kind, *chunks):
    body = kind + b"".join(name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2) for name, content in chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def dicom(*elements, implicit=b""):
    meta = element(2, 0x10, b"UI", b"1.2.840.10008.1.2\0" if implicit else b"1.2.840.10008.1.2.1\0")
    return b"\0" * 128 + b"DICM" + element(2, 0, b"UL", struct.pack("<I", len(meta))) + meta + b"".join(elements) + implicit


def dicom_item(text):
    """A list of one item with one text, in which no types are told."""
    text = text.encode() + b" " * (len(text) % 2)
    field = struct.pack("<HHI", 0x10, 0x4000, len(text)) + text
    return struct.pack("<HHI", 0xFFFE, 0xE000, len(field)) + field


def element(group, number, kind, content):
    content += b" " * (len(content) % 2)
    if kind in (b"OB", b"UN", b"UT"):
        return struct.pack("<HH", group, number) + kind + struct.pack("<HI", 0, len(content)) + content
    return struct.pack("<HH", group, number) + kind + struct.pack("<H", len(content)) + content


def bam(head="@HD\tVN:1.6\n", name=b"read", tags=b"", references=()):
    record = struct.pack("<iiBBHHHiiii", -1, -1, len(name) + 1, 0, 0, 0, 4, 4, -1, -1, 0) + name + b"\0" + b"\x12\x48" + b"\x20" * 4 + tags
    body = b"BAM\1" + struct.pack("<I", len(head)) + head.encode() + struct.pack("<I", len(references))
    body += b"".join(struct.pack("<I", len(reference) + 1) + reference + b"\0" + struct.pack("<I", 9) for reference in references)
    body += struct.pack("<I", len(record)) + record
    return gzip_file(body)


def database(canary, is_deleted=False):
    path = os.path.join(FOLDER, "database.tmp")
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE a (x TEXT)")
        connection.execute("INSERT INTO a VALUES (?)", (canary.sentence,))
        if is_deleted:
            connection.execute("PRAGMA secure_delete = 0")
            connection.execute("DELETE FROM a")
    connection.close()
    with open(path, "rb") as file:
        content = file.read()
    os.remove(path)
    return content


def numpy_file(text):
    head = b"{'descr': '<U%d', 'fortran_order': False, 'shape': (1,), }" % len(text)
    head += b" " * (-(len(head) + 11) % 64) + b"\n"
    return b"\x93NUMPY\1\0" + struct.pack("<H", len(head)) + head + text.encode("utf-32le")


documents("picture.*", {
    "comment.png": lambda c: png((b"Comment", c.plain.encode())),
    "packed.png": lambda c: png(chunks=chunk(b"zTXt", b"Comment\0\0" + zlib.compress(c.plain.encode()))),
    "international.png": lambda c: png(chunks=chunk(b"iTXt", b"Comment\0\0\0\0\0" + c.plain.encode())),
    "behind.png": lambda c: png(behind=(FILLER + c.sentence).encode()),
    "comment.jpg": lambda c: jpeg(segment(0xFE, c.plain.encode())),
    "description.jpg": lambda c: jpeg(segment(0xE1, b"Exif\0\0" + tiff(c.plain))),
    "xmp.jpg": lambda c: jpeg(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + f"<x><y>{c.plain}</y></x>".encode())),
    "behind.jpg": lambda c: jpeg(behind=(FILLER + c.sentence).encode()),
    "comment.gif": lambda c: b"GIF89a\x01\0\x01\0\0\0\0!\xfe" + bytes([len(c.plain)]) + c.plain.encode() + b"\0;",
    "description.tif": lambda c: tiff(c.plain),
    "list.webp": lambda c: riff(b"WEBP", (b"VP8 ", b"\0" * 10), (b"XMP ", f"<x>{c.plain}</x>".encode())),
    "name.png": lambda c: png((c.plain.encode(), b"x")),
    "own-chunk.png": lambda c: png(chunks=chunk(b"prVt", c.sentence.encode())),
    "own-chunk-packed.png": lambda c: png(chunks=chunk(b"mkBT", zlib.compress(c.sentence.encode()))),
    "colours.png": lambda c: png(chunks=chunk(b"iCCP", b"x\0\0" + zlib.compress(bytes(128) + c.plain.encode("utf-16be") + b"\xff"))),
    "steps.png": lambda c: png((b"workflow", json.dumps({"a": c.joined("\u00a0")}).encode())),
    "drawing.png": lambda c: png((b"mxfile", urllib.parse.quote(f"<mxfile><a b='{c.joined('&#160;')}'/></mxfile>").encode())),
    "behind-archive.png": lambda c: png(behind=archive({"x.txt": c.sentence})),
    "own-segment.jpg": lambda c: jpeg(segment(0xEB, b"JP\0\0" + c.sentence.encode())),
    "colours.jpg": lambda c: jpeg(segment(0xE2, b"ICC_PROFILE\0\1\1" + bytes(128) + b"mluc\0\0\0\0" + c.plain.encode("utf-16be"))),
    "second.jpg": lambda c: jpeg(behind=jpeg(segment(0xFE, c.plain.encode()))),
    "small.jpg": lambda c: jpeg(segment(0xE1, b"Exif\0\0" + tagged([(513, 4, 1, 38), (514, 4, 1, 99)], jpeg(segment(0xFE, c.plain.encode())).ljust(99, b"\0")))),
    "maker.jpg": lambda c: jpeg(segment(0xE1, b"Exif\0\0" + tagged([(37500, 7, 40, 26)], b"MAKER\0\1\2" + c.plain.encode().ljust(32, b"\0")))),
    "own-field.tif": lambda c: tagged([(65000, 2, 25, 26)], c.spaced.encode() + b"\0"),
    "own-bytes.tif": lambda c: tagged([(65000, 7, 40, 26)], b"\1\2\3\4" + c.plain.encode().ljust(36, b"\0")),
    "layers.tif": lambda c: tagged([(50838, 4, 2, 38), (50839, 1, 42, 46)], struct.pack("<II", 2, 40) + b"x\0" + c.plain.encode("utf-16le")),
    "smaller.tif": lambda c: tagged([(330, 4, 1, 26)], struct.pack("<HHHIII", 1, 270, 2, 20, 44, 0) + c.plain.encode()),
    "behind.tif": lambda c: tiff("x" * 9) + c.sentence.encode(),
    "own-block.gif": lambda c: b"GIF89a\x01\0\x01\0\0\0\0!\xff\x0bPROGRAM 1.0" + bytes([len(c.plain)]) + c.plain.encode() + b"\0;",
    "behind.gif": lambda c: b"GIF89a\x01\0\x01\0\0\0\0;" + c.sentence.encode(),
    "own-chunk.webp": lambda c: riff(b"WEBP", (b"VP8 ", b"\0" * 10), (b"ABCD", c.sentence.encode())),
    "comment.ppm": lambda c: b"P6\n# " + c.plain.encode() + b"\n1 1\n255\n\1\2\3",
    "behind.pgm": lambda c: b"P5\n1 1\n255\n\1" + c.sentence.encode(),
    "behind.bmp": lambda c: b"BM" + struct.pack("<IHHI", 58, 0, 0, 54) + struct.pack("<IiiHHIIiiII", 40, 1, 1, 1, 24, 0, 4, 0, 0, 0, 0) + b"\0\0\0\0" + c.sentence.encode(),
})
documents("sound.*", {
    "list.wav": lambda c: riff(b"WAVE", (b"fmt ", b"\1\0\1\0" + b"\0" * 12), (b"LIST", b"INFOICMT" + struct.pack("<I", 20) + c.plain.encode())),
    "tag.mp3": lambda c: b"ID3\3\0\0\0\0\0\x40" + b"COMM" + struct.pack(">I", 30) + b"\0\0\0eng\0" + c.plain.encode() + b"\xff\xfb\x90\0" * 99,
})


def recording(samples, sensor=""):
    """A recording of one signal (EDF), in one record."""
    head = b"0       " + b" " * 160 + b"01.01.2610.00.00" + b"512     " + b" " * 44 + b"1       1       1   "
    signal = b"Cz".ljust(16) + sensor.encode().ljust(80) + b" " * 8 + b"0".ljust(8) * 4 + b" " * 80 + str(len(samples) // 2).ljust(8).encode() + b" " * 32
    return head + signal + samples


def bencoded(value):
    """As a torrent is written (BEP 3)."""
    if isinstance(value, int):
        return b"i%de" % value
    if isinstance(value, list):
        return b"l" + b"".join(map(bencoded, value)) + b"e"
    if isinstance(value, dict):
        return b"d" + b"".join(bencoded(key) + bencoded(value[key]) for key in sorted(value)) + b"e"
    content = value.encode() if isinstance(value, str) else value
    return b"%d:%s" % (len(content), content)


documents("research.*", {
    "comment.dcm": lambda c: dicom(element(0x10, 0x4000, b"LT", c.plain.encode())),
    "before.dcm": lambda c: c.plain.encode().ljust(128, b"\0") + dicom()[128:],
    "private.dcm": lambda c: dicom(element(9, 0x10, b"LO", b"MAKER "), element(9, 0x1001, b"UN", c.plain.encode())),
    "name.dcm": lambda c: dicom(element(0x10, 0x10, b"PN", c.plain.encode())),
    "subject.edf": lambda c: b"0       " + c.plain.ljust(80).encode() + b"Startdate 01-JAN-2026".ljust(80) + b"01.01.2610.00.00" + b"256     " + b" " * 44 + b"0       1       0   ",
    "private-lines.dcm": lambda c: dicom(element(9, 0x1001, b"UN", f"first\r\n{c.plain}\r\n".encode())),
    "private-umlaut.dcm": lambda c: dicom(element(9, 0x1001, b"UN", f"Grüße {c.plain}".encode("latin-1"))),
    "private-long.dcm": lambda c: dicom(element(9, 0x1001, b"UN", (FILLER * 99 + c.plain).encode())),
    "private-table.dcm": lambda c: dicom(element(0x29, 0x1010, b"OB", b"SV10\4\3\2\1\1\0\0\0M\0\0\0" + c.plain.encode() + b"\0\0\xcd\0\0\0")),
    "private-wide.dcm": lambda c: dicom(element(0x29, 0x1010, b"OB", c.sentence.encode("utf-16le"))),
    "private-head.dcm": lambda c: dicom(element(2, 0x102, b"OB", c.sentence.encode())),
    "list-without-type.dcm": lambda c: dicom(element(9, 0x1001, b"UN", dicom_item(c.plain))),
    "list-implicit.dcm": lambda c: dicom(implicit=struct.pack("<HHI", 0x40, 0x275, 40) + dicom_item(c.spaced)),
    "report.dcm": lambda c: dicom(element(9, 0x1001, b"UN", (FILLER * 20).encode()), element(0x42, 0x11, b"OB", pdf(TEXT + show(f"({c.plain})")))),
    "sensor.edf": lambda c: recording(b"\xff\x80", c.spaced),
    "extension.nii": lambda c: struct.pack("<I", 348) + bytes(104) + struct.pack("<f", 100352) + bytes(232) + b"n+1\0" + b"\1\0\0\0" + struct.pack("<II", 100000, 6) + b"x" * 99900 + b" " + c.spaced.encode() + bytes(200),
    "samples.edf": lambda c: recording(b"\xff\x80\x90\0" + c.plain.encode() + b"\0\x85\x90"),
    "comment.torrent": lambda c: bencoded({"announce": "https://example.org/a", "comment": c.plain, "info": {"name": "x", "pieces": bytes(range(256))}}),
    "path.torrent": lambda c: bencoded({"info": {"files": [{"length": 3, "path": ["x", f"{c.spaced}.txt"]}], "pieces": bytes(range(256))}}),
    "key.torrent": lambda c: bencoded({"info": {"name": "x"}, c.plain: 1}),
    "head.vcf": lambda c: f"##fileformat=VCFv4.2\n##note={c.plain}\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n",
    "body.vcf": lambda c: f"##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n1\t1\t.\tA\tC\t.\t.\tX={c.plain}\n",
    "head.sam": lambda c: f"@HD\tVN:1.6\n@CO\t{c.plain}\n",
    "body.sam": lambda c: f"@HD\tVN:1.6\n{c.plain}\t4\t*\t0\t0\t*\t*\t0\t0\tACGT\t    \n",
    "head.bam": lambda c: bam(f"@HD\tVN:1.6\n@CO\t{c.plain}\n"),
    "name.bam": lambda c: bam(name=c.plain.encode()),
    "reference.bam": lambda c: bam(references=[c.plain.encode()]),
    "tag.bam": lambda c: bam(tags=b"XXi\0\0\0\0" + b"XYBc\x02\0\0\0\1\2" + b"CTZ" + c.sentence.encode() + b"\0"),
    "head.fasta": lambda c: f">seq1 {c.plain}\nACGTACGT\n",
    "head.fastq": lambda c: f"@{c.plain}\nACGT\n+\nIIII\n",
    "note.gff": lambda c: f"##gff-version 3\nc\ts\tgene\t1\t9\t.\t+\t.\tNote={c.plain}\n",
    "row.sqlite": database,
    "deleted.sqlite": lambda c: database(c, is_deleted=True),
    "text.npy": lambda c: numpy_file(c.plain),
    "text.npz": lambda c: archive({"a.npy": numpy_file(c.plain)}),
    "list.plist": lambda c: plistlib.dumps({"a": c.plain}),
    "binary.plist": lambda c: plistlib.dumps({"a": c.plain}, fmt=plistlib.FMT_BINARY),
    "data.plist": lambda c: plistlib.dumps({"a": c.sentence.encode()}),
    "head.mat": lambda c: f"MATLAB 5.0 MAT-file, {c.plain}".ljust(116).encode() + b"\0" * 8 + b"\0\1IM" + bytes(range(256)),
    "bytes.h5": lambda c: b"\x89HDF\r\n\x1a\n" + bytes(200) + c.sentence.encode() + bytes(100),
    "place.kml": lambda c: f"<kml><Placemark><description>{c.plain}</description></Placemark></kml>",
})

for name, make in DOCUMENTS.items():
    content = make(Canary(name))
    with open(os.path.join(FOLDER, name), "wb") as file:
        file.write(content.encode() if isinstance(content, str) else content)
