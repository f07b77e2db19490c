"""Loops, conditions and nested blocks do not hide a call."""
import asyncio
import time


async def deep(items):
    for item in items:
        while item:
            try:
                with item:
                    if item:
                        for _ in item:
                            match item:
                                case 1:
                                    time.sleep(1)  # finding: [blocking-sleep]
            finally:
                time.sleep(2)  # finding: [blocking-sleep]
    else:
        time.sleep(3)  # finding: [blocking-sleep]
    return [time.sleep(item) or {time.sleep(0.1) for _ in item} for item in items]  # finding: [blocking-sleep] # finding: [blocking-sleep]


async def inside_expressions(flag):
    assert time.sleep(1) is None  # finding: [blocking-sleep]
    value = flag and time.sleep(1)  # finding: [blocking-sleep]
    text = f'{time.sleep(1)}'  # finding: [blocking-sleep]
    await asyncio.sleep(time.sleep(1) or 1)  # finding: [blocking-sleep]
    return value, text, {'a': time.sleep(1)}, not time.sleep(1)  # finding: [blocking-sleep] # finding: [blocking-sleep]
