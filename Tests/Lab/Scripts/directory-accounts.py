"""Changes the accounts of a domain in the controller's own database, which may be in use.

Standard input has lines of a word and its arguments:
  rules                       for passwords, as the lab needs them
  user NAME PASSWORD [STATE]  a new user
  group NAME MEMBER…          a new group
  join GROUP MEMBER           somebody comes into a group, if he is not in it
  leave GROUP MEMBER          somebody leaves a group, if he is in it
  register SERVICE NAME       Kerberos takes the account for that service
  unregister SERVICE NAME     and does no longer
  password NAME PASSWORD      a new password
"""

import sys

import ldb
from samba.auth import system_session
from samba.param import LoadParm
from samba.samdb import SamDB

# The states' times, in hundreds of nanoseconds since 1601: the beginning of 2004.
LONG_AGO = "127173888000000000"
# Lets an attribute be set that is the password's own.
BYPASS_PASSWORD_HASH = ["local_oid:1.3.6.1.4.1.7165.4.3.12:1"]
STATES = {
    "disabled": ("userAccountControl", "514"),
    "expired": ("accountExpires", LONG_AGO),
    "newcomer": ("pwdLastSet", "0"),
    "stale": ("pwdLastSet", LONG_AGO),
    "night": ("logonHours", bytes(21)),
    "home": ("userWorkstations", "ELSEWHERE"),
}
# Days are negative hundreds of nanoseconds here. Nothing but the state "stale" is ever as old as ten years.
PASSWORD_RULES = {
    "minPwdLength": "0",
    "pwdHistoryLength": "0",
    "pwdProperties": "0",
    "minPwdAge": "0",
    "maxPwdAge": str(-3650 * 86_400 * 10_000_000),
    "lockoutThreshold": "3",
    # Until somebody unlocks the account.
    "lockoutDuration": str(-(2**63)),
    "lockOutObservationWindow": str(-1800 * 10_000_000),
}


def change(database, place, values, controls=()):
    message = ldb.Message(place)
    for name, value in values.items():
        message[name] = ldb.MessageElement(value, ldb.FLAG_MOD_REPLACE, name)
    database.modify(message, list(controls))


def place_of(database, name):
    return database.search(expression=f"sAMAccountName={name}", attrs=[])[0].dn


def add_user(database, name, password, state=None):
    database.newuser(name, password)
    if state is None:
        return
    attribute, value = STATES[state]
    place = place_of(database, name)
    change(database, place, {attribute: value}, BYPASS_PASSWORD_HASH if value == LONG_AGO else ())


def main(settings, path):
    parameters = LoadParm()
    parameters.load(settings)
    database = SamDB(url=path, session_info=system_session(parameters), lp=parameters)
    for line in sys.stdin:
        word, *arguments = line.split()
        match word:
            case "rules":
                change(database, ldb.Dn(database, database.domain_dn()), PASSWORD_RULES)
            case "user":
                add_user(database, *arguments)
            case "group":
                name, *members = arguments
                database.newgroup(name)
                database.add_remove_group_members(name, members)
            case "join" | "leave":
                name, member = arguments
                database.add_remove_group_members(name, [member], add_members_operation=word == "join")
            case "register" | "unregister":
                service, name = arguments
                change(database, place_of(database, name), {"servicePrincipalName": service if word == "register" else []})
            case "password":
                name, password = arguments
                database.setpassword(f"(sAMAccountName={name})", password)
            case _:
                raise SystemExit(f"there is no '{word}'")


main(*sys.argv[1:])
