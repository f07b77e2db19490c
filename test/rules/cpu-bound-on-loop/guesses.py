"""Loops over lists of unknown length, in helpers that call each other: guesses must not multiply (from real code)."""


def collect_text(schema, found: list):
    pending = [(schema, 0)]
    while pending:
        node, depth = pending.pop()
        if depth < 10 and isinstance(node, dict):
            for key, value in node.items():
                if key == 'description' and isinstance(value, str):
                    found.append(value[:100])
                else:
                    for item in value if isinstance(value, list) else [value]:
                        pending.append((item, depth + 1))


def collect_tools(data: dict, found: list):
    for key in ('tools', 'functions'):
        for entry in data[key]:
            for holder in (entry, entry['function']):
                collect_text(holder['parameters'], found)
                collect_text(holder['input_schema'], found)


def normalized(schema, depth=0):
    result = {}
    for key, value in schema.items():
        if key == 'properties':
            result[key] = {name: normalized(each, depth + 1) for name, each in value.items()}
        elif key in ('anyOf', 'oneOf'):
            result[key] = [normalized(each, depth + 1) for each in value]
        else:
            result[key] = value
    return result


def cells(column: int, row: int, columns: int, rows: int):
    return {(x, y) for x in range(column, column + columns) for y in range(row, row + rows)}


def hoisted(routes: list):
    targets = {index: index - 1 for index in range(len(routes)) if routes[index]}
    return [routes[j] for index in range(len(routes)) for j in targets if targets[j] == index]


async def handler(data: dict, schema: dict, routes: list, columns: int):
    found = []
    collect_tools(data, found)  # ok: a request has a handful of tools
    normalized(schema)  # ok: a schema has a handful of properties
    cells(0, 0, columns, 2)  # ok: columns of a screen
    hoisted(routes)  # ok: a program has a hundred routes
    return found
