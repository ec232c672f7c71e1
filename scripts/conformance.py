#!/usr/bin/env python3
"""Checks published schemas and conformance folders with a validator that is not ours (python3-jsonschema).

Every schema must be a valid JSON Schema 2020-12, take each document in valid/ and its own examples, and refuse each
document in invalid/ that is not marked as breaking a rule which JSON Schema cannot express.
"""
import json
import pathlib
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    sys.exit("python3-jsonschema is missing: apt-get install python3-jsonschema")

root = pathlib.Path(__file__).resolve().parent.parent
schemas, documents, faults = 0, 0, []


def check(holds, text):
    if not holds:
        faults.append(text)


for file in sorted(root.glob("packages/*/schemas/*.json")) + sorted(root.glob("examples/*/schemas/*.json")):
    schemas += 1
    schema = json.loads(file.read_text())
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    name = str(file.relative_to(root))
    for number, example in enumerate(schema.get("examples", [])):
        documents += 1
        check(validator.is_valid(example), f"{name}: example {number} is refused")
    kind, version = file.stem.rsplit(".v", 1)
    folder = file.parent.parent / "conformance" / kind / f"v{version}"
    for path in sorted(folder.glob("valid/*.json")):
        documents += 1
        check(validator.is_valid(json.loads(path.read_text())), f"{path.relative_to(root)} is refused")
    for path in sorted(folder.glob("invalid/*.json")):
        documents += 1
        case = json.loads(path.read_text())
        wanted = "rule" in case
        check(validator.is_valid(case["document"]) == wanted, f"{path.relative_to(root)}: valid by schema: {not wanted}")

runs = 0
for path in sorted(root.glob("packages/*/conformance/*/v*/runs/*.json")):
    runs += 1
    run, name = json.loads(path.read_text()), str(path.relative_to(root))
    check(all(isinstance(one.get("answer"), str) for one in run["commands"]), f"{name}: a command without its answer")
    check(all("view" in one and one["after"] <= len(run["commands"]) for one in run["views"]), f"{name}: a view is missing")
    if "planned" in run:
        plan = path.parent.parent / "valid" / f"{run['planned']['from']}.json"
        check(plan.exists(), f"{name}: its definition is not in valid/")

print(f"{runs} runs; {schemas} schemas, {documents} documents, {len(faults)} faults")
for fault in faults:
    print(fault)
sys.exit(1 if faults or schemas == 0 else 0)
