"""`match` captures make a name local to the whole function; dotted names and class names capture nothing."""
import time


async def captures(command):
    match command:
        case ['at', time]:
            time.sleep(1)  # ok: captured
        case {'clock': time, **rest}:
            time.sleep(1)  # ok: captured
            return rest
        case [*time]:
            time.sleep(1)  # ok: captured
        case str() as time:
            time.sleep(1)  # ok: captured


async def values(command):
    match command:
        case time.struct_time():
            time.sleep(1)  # finding: [blocking-sleep]
        case time.timezone:
            time.sleep(2)  # finding: [blocking-sleep]
        case Point(time=1):
            time.sleep(3)  # finding: [blocking-sleep]


class Point:
    time = 1
