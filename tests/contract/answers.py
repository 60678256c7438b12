#!/usr/bin/python3
"""Holds what ce-central answers against the schemas of shared/protocol/openapi.yaml.

usage: answers.py OPENAPI ANSWERS_FILE

ANSWERS_FILE has answers that were received, each a line `METHOD TARGET STATUS BYTES ENCODING TYPE` (ENCODING is "-"
or gzip) with that many bytes of body and a line end behind it. What the document does not describe (pages of the
console) is passed over. Each answer below 300 must be one that its operation documents, with a body of that schema
and no member beside those it lists; each above 399 a problem document of a status that the operation documents.
Exit code 1 and one line per difference.
"""
import collections
import gzip
import json
import re
import sys
import warnings
from pathlib import Path

import yaml

warnings.filterwarnings("ignore", category=DeprecationWarning)  # jsonschema of Debian 12 has no other way

from jsonschema import Draft202012Validator, FormatChecker, RefResolver  # noqa: E402

METHODS = ("get", "post", "put", "patch", "delete")
PROBLEM = "application/problem+json"
PARTS_OF_OTHERS = ("GrantMembers",)  # what an allOf joins is not the whole of its object
# Of any route, before anybody looks which: lengths and framing that HTTP refuses, a body that never comes.
OF_ANY_ROUTE = {400, 405, 408, 413, 431, 501}


def strict(node, whole=True):
    """The schema, where an object has no member beside those it lists."""
    if isinstance(node, list):
        return [strict(part, whole) for part in node]
    if not isinstance(node, dict):
        return node
    made = {key: strict(value, whole and key != "allOf") for key, value in node.items()}
    is_object = "properties" in node or "allOf" in node
    if is_object and whole and "oneOf" not in node:
        made["unevaluatedProperties"] = False
    return made


class Answers:
    def __init__(self, openapi):
        root = yaml.load(Path(openapi).read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        schemas = root["components"]["schemas"]
        root["components"]["schemas"] = {name: strict(schema, name not in PARTS_OF_OTHERS) for name, schema in schemas.items()}
        self.root = root
        self.resolver = RefResolver("", root)
        self.validators = {}
        self.operations = []
        for path, item in root["paths"].items():
            form = re.compile(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(path)) + "$")
            self.operations += [(method.upper(), form, path, item[method]) for method in METHODS if method in item]
        self.held = collections.Counter()  # by method, path of the document, status

    def resolved(self, node):
        while "$ref" in node:
            node = self.resolver.resolve(node["$ref"])[1]
        return node

    def operation(self, method, target):
        """Its path in the document and what that says of it; nothing where it says nothing."""
        path = target.split("?", 1)[0]
        found = [(form.pattern.count("[^/]+"), named, node) for meant, form, named, node in self.operations
                 if meant == method and form.match(path)]
        return min(found, key=lambda one: one[0])[1:] if found else None

    def wrong_with(self, method, target, status, content_type, body):
        """What is wrong with an answer, in words; empty where all is well or the document is silent."""
        found = self.operation(method, target)
        if found is None or status == 304:
            return []
        self.held[(method, found[0], status)] += 1
        media = content_type.split(";", 1)[0].strip()
        node = found[1]["responses"].get(str(status))
        if node is None and status in OF_ANY_ROUTE:
            node = self.root["components"]["responses"]["Mistaken"]
        if node is None:
            return [f"{method} {found[0]}: {status} is not documented ({body[:120]!r})"]
        content = self.resolved(node).get("content", {})
        if media not in content:
            return [f"{method} {found[0]} {status}: {media} is not documented, {', '.join(content) or 'no body'} is"]
        if not media.endswith("json"):
            return []
        schema = content[media]["schema"]
        return [f"{method} {found[0]} {status}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
                for error in self.validator(schema).iter_errors(json.loads(body))]

    def validator(self, schema):
        key = json.dumps(schema)
        if key not in self.validators:
            self.validators[key] = Draft202012Validator(strict(schema), resolver=self.resolver,
                                                        format_checker=FormatChecker(["date"]))
        return self.validators[key]


def received(content):
    """(method, target, status, type, body) of each answer in the file."""
    while content:
        line, content = content.split(b"\n", 1)
        method, target, status, size, encoding, media = line.decode().split(" ", 5)
        body, content = content[:int(size)], content[int(size) + 1:]
        yield method, target, int(status), media, gzip.decompress(body) if encoding == "gzip" else body


def main():
    answers = Answers(sys.argv[1])
    found = {wrong for one in received(Path(sys.argv[2]).read_bytes()) for wrong in answers.wrong_with(*one)}
    for line in sorted(found):
        print(line)
    print(f"{answers.held.total()} answers held against the document, {len(found)} differences")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
