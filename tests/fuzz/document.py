"""The operations of openapi.yaml, each with a sound request made from the document's examples."""
import copy
from pathlib import Path

import yaml

METHODS = ("get", "post", "put", "patch", "delete")


class Operation:
    def __init__(self, method, path, parameters, bodies, needs_key):
        self.method, self.path, self.parameters = method.upper(), path, parameters
        self.bodies, self.needs_key = bodies, needs_key

    def __str__(self):
        return f"{self.method} {self.path}"

    def sound_path(self):
        path = self.path
        for parameter in self.in_place("path"):
            path = path.replace("{%s}" % parameter["name"], str(parameter.get("example", "1")))
        return path

    def in_place(self, place):
        return [parameter for parameter in self.parameters if parameter["in"] == place]

    def sound_bodies(self):
        return [copy.deepcopy(body) for body in self.bodies]


class Document:
    def __init__(self, source):
        text = (Path(source) / "shared/protocol/openapi.yaml").read_text(encoding="utf-8")
        self.root = yaml.safe_load(text)

    def resolve(self, node):
        while isinstance(node, dict) and "$ref" in node:
            target = self.root
            for part in node["$ref"].removeprefix("#/").split("/"):
                target = target[part.replace("~1", "/").replace("~0", "~")]
            node = target
        return node

    def operations(self):
        for path, item in self.root["paths"].items():
            for method in METHODS:
                if method in item:
                    yield self._operation(method, path, item[method])

    def _operation(self, method, path, node):
        parameters = [self.resolve(parameter) for parameter in node.get("parameters", [])]
        bodies = []
        for content in self.resolve(node.get("requestBody", {})).get("content", {}).values():
            bodies += [example["value"] for example in content.get("examples", {}).values()]
        return Operation(method, path, parameters, bodies, bool(node.get("security")))
