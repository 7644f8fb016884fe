"""Asks JSON Schemas about inventories.

Usage: validate.py SCHEMAS NAME=FOLDER... ; prints a line for each inventory: its name, a tab, and "accepts", "refuses" or
"unasked" (a file is no YAML, or no file), and for the first refusal the file, the path inside it and the reason.
"""
import json
import os
import re
import sys

import jsonschema
import yaml


class CoreLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """The types of YAML 1.2, as editors read them."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("int", r"^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$", "-+0123456789"),
    ("float", r"^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)$", "-+0123456789."),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
]:
    CoreLoader.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(pattern), list(first))

KINDS = ["institution", "systems", "groups", "networks", "policy", "cases", "texts", "exemptions"]


def files(folder):
    for kind in KINDS:
        path = os.path.join(folder, kind + ".yaml")
        if os.path.lexists(path):
            yield kind, path
        inside = os.path.join(folder, kind)
        if os.path.isdir(inside):
            for name in sorted(os.listdir(inside)):
                yield kind, os.path.join(inside, name)


SEEN = {}


def file_verdict(kind, content, validator):
    """The verdict on one file; most files of a changed inventory are those of the base, so verdicts are kept."""
    if (kind, content) not in SEEN:
        try:
            value = yaml.load(content.decode("utf-8"), CoreLoader)
        except (yaml.YAMLError, UnicodeDecodeError, ValueError):
            SEEN[kind, content] = "unasked"
        else:
            error = jsonschema.exceptions.best_match(validator.iter_errors(value))
            SEEN[kind, content] = error and "%s: %s" % (error.json_path, error.message[:200])
    return SEEN[kind, content]


def verdict(folder, validators):
    result = "accepts"
    for kind, path in files(folder):
        if not os.path.isfile(path) or not path.endswith(".yaml") or os.path.getsize(path) > 1_000_000:
            return "unasked"
        with open(path, "rb") as file:
            error = file_verdict(kind, file.read(), validators[kind])
        if error == "unasked":
            return "unasked"
        if error and result == "accepts":
            result = "refuses\t%s %s" % (os.path.basename(path), error)
    return result


def main():
    schemas = sys.argv[1]
    validators = {}
    for kind in KINDS:
        with open(os.path.join(schemas, kind + ".json"), encoding="utf-8") as file:
            schema = json.load(file)
        jsonschema.Draft202012Validator.check_schema(schema)
        validators[kind] = jsonschema.Draft202012Validator(schema)
    for argument in sys.argv[2:]:
        name, folder = argument.split("=", 1)
        print(name, verdict(folder, validators), sep="\t")


main()
