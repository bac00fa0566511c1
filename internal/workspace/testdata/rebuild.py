"""Rebuilds titles, notes, pictures and files from a bundle of Cairn.

It knows nothing but what stands in the README of the bundle, and needs nothing
but Python 3. It says what it found as JSON.
"""

import hashlib
import json
import sys
import zipfile


def main(file):
    found = {"items": [], "pictures": {}, "files": {}}
    with zipfile.ZipFile(file) as bundle:
        for name in bundle.namelist():
            folder, _, rest = name.rpartition("/")
            if folder.split("/")[-1] == "plans" and rest.endswith(".json") and not name.startswith("base/"):
                plan = json.loads(bundle.read(name).decode("utf-8"))
                for item in plan["items"]:
                    found["items"].append({"title": item["title"], "notes": item["notes"]})
            elif folder == "pictures":
                found["pictures"][rest.rpartition(".")[0]] = hashlib.sha256(bundle.read(name)).hexdigest()
            elif folder == "files":
                found["files"][rest] = hashlib.sha256(bundle.read(name)).hexdigest()
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
