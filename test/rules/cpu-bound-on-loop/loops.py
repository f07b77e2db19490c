"""Loops in pure Python on the event loop: reported where the text says that they go round often."""
import asyncio

ROUNDS = 10**6


def crunch(n):
    total = 0
    for i in range(n):
        total += i * i
    return total


def middle(n):
    return crunch(n) + 1


def million():
    total = 0
    for i in range(1_000_000):
        total += i
    return total


def by_constant():
    return sum(i * i for i in range(ROUNDS))


def multiply(a, b, n):
    return [[sum(a[i][k] * b[k][j] for k in range(n)) for j in range(n)] for i in range(n)]


def mandelbrot(width, height):
    rows = []
    for y in range(height):
        row = []
        for x in range(width):
            zr = zi = 0.0
            cr, ci = x / width * 3 - 2, y / height * 2 - 1
            for step in range(200):
                zr, zi = zr * zr - zi * zi + cr, 2 * zr * zi + ci
            row.append(zr)
        rows.append(row)
    return rows


def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


def remembered(n, memo):
    if n not in memo:
        memo[n] = n if n < 2 else remembered(n - 1, memo) + remembered(n - 2, memo)
    return memo[n]


def total_of(rows):
    total = 0
    for row in rows:
        total += row.price * row.quantity
    return total


async def direct(values):
    total = 0
    for i in range(10_000_000):  # finding: [cpu-bound-on-loop] warning
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^
        total += i * i
    return total


async def through_calls(unknown, a, b, size):
    crunch(5_000_000)  # finding: [cpu-bound-on-loop] warning via crunch
    crunch(10)  # ok: over in a microsecond
    crunch(unknown)  # ok: nobody knows how much
    middle(10**7)  # finding: [cpu-bound-on-loop] via middle > crunch
    million()  # finding: [cpu-bound-on-loop]
    by_constant()  # finding: [cpu-bound-on-loop]
    multiply(a, b, size)  # finding: [cpu-bound-on-loop]
    multiply(a, b, 3)  # ok: 27 products
    mandelbrot(640, 480)  # finding: [cpu-bound-on-loop]
    mandelbrot(4, 3)  # ok: twelve points
    fibonacci(35)  # finding: [cpu-bound-on-loop]
    fibonacci(10)  # ok: 177 calls
    remembered(300, {})  # ok: 300 calls
    total_of(a)  # ok: one pass over some list


async def with_default(n=10_000_000):
    return sum(i * i for i in range(n))  # finding: [cpu-bound-on-loop]


async def many(n):
    return sum(i * i for i in range(n))  # ok: nobody knows how much


async def yields():
    total = 0
    for i in range(10_000_000):  # ok: lets others run
        total += i * i
        await asyncio.sleep(0)
    return total


async def serve(queue):
    while True:
        message = await queue.get()
        checksum = 0
        for i in range(1_000_000):  # finding: [cpu-bound-on-loop]
            checksum = (checksum * 31 + i) % 65521
        queue.put_nowait((message, checksum))


async def elsewhere():
    await asyncio.to_thread(crunch, 10**8)  # finding: [cpu-bound-in-thread-pool] hint


def main():
    crunch(10**8)  # ok: no event loop
