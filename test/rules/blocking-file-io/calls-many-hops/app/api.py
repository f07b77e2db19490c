"""Five and more calls deep, each of another kind: property, `with`, iteration, operator, callback, decorator."""

from app.services import Registry, current


async def by_kinds():
    current().report  # finding: [blocking-file-io]
    with current().session():  # finding: [blocking-file-io]
        pass
    for row in current().rows():  # finding: [blocking-file-io]
        print(row)
    current()['name']  # finding: [blocking-file-io]
    current().each(print)  # finding: [blocking-file-io]
    current().name  # ok: memory


async def by_class(registry: Registry):
    registry.report  # finding: [blocking-file-io]
    Registry.shared().refresh()  # finding: [blocking-file-io]
