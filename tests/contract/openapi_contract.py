#!/usr/bin/python3
"""Holds the routes that ce-central serves against shared/protocol/openapi.yaml.

usage: openapi_contract.py OPENAPI ROUTES_FILE EXAMPLES_DIR

ROUTES_FILE is the output of `ce-central --routes`. Checks that each documented operation is served and each served
API route is documented, that keys are asked for where the document says so, that every reference resolves and every
body has an example; then writes the examples to EXAMPLES_DIR as <schema>.<n>.json for our own readers to read.
Exit code 1 and one line per difference.
"""
import json
import sys
from pathlib import Path

import yaml

METHODS = ("get", "post", "put", "patch", "delete", "head", "options")


def served(text):
    """(method, path) -> needs a kiosk's key, for the rows that are part of the API."""
    rows = [line.split() for line in text.splitlines() if line.strip()]
    return {(method.lower(), path): auth in ("kiosk", "site") for method, path, auth, kind in rows if kind == "documented"}


def documented(document):
    found = {}
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if method in METHODS:
                found[(method, path)] = operation
    return found


def references(node, where="#"):
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "$ref":
                yield where, value
            else:
                yield from references(value, f"{where}/{key}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from references(value, f"{where}/{index}")


def resolve(document, reference):
    node = document
    for part in reference.removeprefix("#/").split("/"):
        node = node[part.replace("~1", "/").replace("~0", "~")]
    return node


def route_differences(document, routes):
    operations = documented(document)
    for method, path in sorted(routes.keys() - operations.keys()):
        yield f"{method.upper()} {path} is served and not documented"
    for method, path in sorted(operations.keys() - routes.keys()):
        yield f"{method.upper()} {path} is documented and not served"
    for key in sorted(operations.keys() & routes.keys()):
        if bool(operations[key].get("security")) != routes[key]:
            yield f"{key[0].upper()} {key[1]}: document and program differ about the key"


def reference_differences(document):
    for where, reference in references(document):
        try:
            resolve(document, reference)
        except (KeyError, TypeError):
            yield f"{where}: {reference} leads nowhere"


def bodies(document):
    """(where, media type, content) of every request and response."""
    for (method, path), operation in documented(document).items():
        where = f"{method.upper()} {path}"
        if "requestBody" in operation:
            for media, content in operation["requestBody"]["content"].items():
                yield f"{where} request", media, content
        for status, response in operation["responses"].items():
            if "$ref" in response:
                response = resolve(document, response["$ref"])
            for media, content in response.get("content", {}).items():
                yield f"{where} {status}", media, content


def write_examples(document, folder):
    """One file per example; the name says which schema, hence which reader. Yields what has no example."""
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for where, media, content in bodies(document):
        schema = content["schema"].get("$ref", "").rsplit("/", 1)[-1]
        if not media.endswith("json") or not schema:
            continue
        if schema != "Problem" and not content.get("examples"):
            yield f"{where}: no example"
        for example in content.get("examples", {}).values():
            text = json.dumps(example["value"], ensure_ascii=False)
            (folder / f"{schema}.{written}.json").write_text(text, encoding="utf-8")
            written += 1


def main():
    document = yaml.safe_load(Path(sys.argv[1]).read_text(encoding="utf-8"))
    routes = served(Path(sys.argv[2]).read_text(encoding="utf-8"))
    found = [*route_differences(document, routes), *reference_differences(document),
             *write_examples(document, Path(sys.argv[3]))]
    for line in found:
        print(line)
    print(f"{len(routes)} routes, {len(found)} differences")
    return 1 if found or not routes else 0


if __name__ == "__main__":
    sys.exit(main())
