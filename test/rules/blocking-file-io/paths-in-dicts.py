"""What a dict holds: by key, by default, in a loop, in a comprehension, as annotated."""
from pathlib import Path
from typing import Mapping

FILES = {'hosts': Path('/srv/hosts'), 'users': Path('/srv/users')}
MIXED = {'path': Path('/srv/hosts'), 'port': 80}


class Registry:
    def __init__(self, names):
        self.paths: dict[str, Path] = {}
        self.by_name = {name: Path(name) for name in names}


async def read(name: str, registry: Registry, given: Mapping[str, Path]):
    FILES[name].read_text()  # finding: [blocking-file-io]
    FILES.get(name).read_text()  # finding: [blocking-file-io]
    for path in FILES.values():
        path.read_bytes()  # finding: [blocking-file-io]
    for key, path in FILES.items():
        path.write_text(key)  # finding: [blocking-file-io]
    registry.paths[name].read_text()  # finding: [blocking-file-io]
    registry.by_name[name].read_text()  # finding: [blocking-file-io]
    given[name].read_text()  # finding: [blocking-file-io]
    MIXED[name].read_text()  # ok: which of its values it is cannot be known
    for name in FILES:
        name.read_text()  # ok: its keys are no paths
