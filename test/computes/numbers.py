"""Counting, summing, iterating a formula."""
import math
import random

SAMPLES = 400_000


def count_primes(limit):  # heavy: count_primes(1_000_000)
    is_prime = [True] * (limit + 1)
    for number in range(2, int(limit**0.5) + 1):
        if is_prime[number]:
            for multiple in range(number * number, limit + 1, number):
                is_prime[multiple] = False
    return sum(is_prime) - 2


def primes_by_division(limit):  # heavy: primes_by_division(80_000)
    found = []
    for candidate in range(2, limit):
        for divisor in range(2, math.isqrt(candidate) + 1):
            if candidate % divisor == 0:
                break
        else:
            found.append(candidate)
    return found


def estimate_pi(samples):  # heavy: estimate_pi(500_000)
    inside = 0
    for _ in range(samples):
        x, y = random.random(), random.random()
        if x * x + y * y <= 1:
            inside += 1
    return 4 * inside / samples


def leibniz():  # heavy: leibniz()
    total = 0.0
    for k in range(1_000_000):
        total += (-1) ** k / (2 * k + 1)
    return 4 * total


def longest_collatz(limit):  # heavy: longest_collatz(10_000)
    best, longest = 1, 1
    for start in range(1, limit):
        steps, n = 1, start
        while n != 1:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            steps += 1
        if steps > longest:
            best, longest = start, steps
    return best


def fibonacci(n):  # heavy: fibonacci(30)
    if n < 2:
        return n
    return fibonacci(n - 1) + fibonacci(n - 2)


def hanoi(discs, source='a', target='c', spare='b'):  # heavy: hanoi(20)
    if discs == 0:
        return 0
    return hanoi(discs - 1, source, spare, target) + 1 + hanoi(discs - 1, spare, target, source)


def integrate(steps):  # heavy: integrate(600_000)
    width = 1 / steps
    return sum(math.sqrt(1 - (i * width) ** 2) * width for i in range(steps))


def squares():  # heavy: squares()
    return {i: i * i for i in range(500_000)}


def signal():  # heavy: signal()
    return [math.sin(i / 100) * math.cos(i / 37) for i in range(SAMPLES)]


def shuffled_order(seed=7):  # heavy: shuffled_order()
    return sorted((i * 7_919 + seed) % 100_003 for i in range(300_000))


def random_walk(steps):  # heavy: random_walk(800_000)
    position, highest = 0, 0
    for _ in range(steps):
        position += 1 if random.random() < 0.5 else -1
        highest = max(highest, position)
    return highest


def compound(years=30, paths=20_000):  # heavy: compound()
    results = []
    for _ in range(paths):
        value = 1.0
        for _ in range(years):
            value *= 1 + random.random() * 0.1 - 0.02
        results.append(value)
    return sum(results) / paths


def generate_keys(count):  # heavy: generate_keys(400_000)
    state, keys = 1, []
    while len(keys) < count:
        state = (state * 1_103_515_245 + 12_345) & 0x7FFFFFFF
        keys.append(state)
    return keys


def digit_sum(number):  # harmless: digit_sum(9_999_999_999)
    total = 0
    while number:
        total += number % 10
        number //= 10
    return total


def greatest_divisor(a, b):  # harmless: greatest_divisor(1_071_000, 462_000)
    while b:
        a, b = b, a % b
    return a


def square_root(x):  # harmless: square_root(2.0)
    guess = x
    for _ in range(50):
        better = (guess + x / guess) / 2
        if abs(better - guess) < 1e-12:
            return better
        guess = better
    return guess


def fibonacci_of(n):  # harmless: fibonacci_of(90)
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def remembered_fibonacci(n, memo=None):  # harmless: remembered_fibonacci(90)
    memo = {} if memo is None else memo
    if n in memo:
        return memo[n]
    memo[n] = n if n < 2 else remembered_fibonacci(n - 1, memo) + remembered_fibonacci(n - 2, memo)
    return memo[n]


def small_fibonacci(n):  # harmless: small_fibonacci(12)
    return n if n < 2 else small_fibonacci(n - 1) + small_fibonacci(n - 2)


def backoff_delays(attempts):  # harmless: backoff_delays(8)
    return [min(60.0, 0.5 * 2**attempt) * (1 + random.random() * 0.1) for attempt in range(attempts)]


def human_size(size):  # harmless: human_size(123_456_789)
    unit = 0
    while size >= 1024 and unit < 5:
        size /= 1024
        unit += 1
    return f'{size:.1f} {"BKMGTP"[unit]}'


def to_base36(number):  # harmless: to_base36(10**15)
    digits = ''
    while number:
        number, rest = divmod(number, 36)
        digits = '0123456789abcdefghijklmnopqrstuvwxyz'[rest] + digits
    return digits or '0'


def position_of(values, wanted):  # harmless: position_of(list(range(0, 20_000, 2)), 1_234)
    low, high = 0, len(values)
    while low < high:
        middle = (low + high) // 2
        if values[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low


def crc_table():  # harmless: crc_table()
    table = []
    for byte in range(256):
        value = byte
        for _ in range(8):
            value = value >> 1 ^ 0xEDB88320 if value & 1 else value >> 1
        table.append(value)
    return table


def primes_below_hundred():  # harmless: primes_below_hundred()
    return [n for n in range(2, 100) if all(n % d for d in range(2, n))]


def percentiles(values):  # harmless: percentiles([(i * 37) % 101 for i in range(200)])
    ordered = sorted(values)
    return [ordered[int(len(ordered) * share / 100)] for share in (50, 90, 95, 99)]


def moving_average(values, window):  # harmless: moving_average([1.0, 2.0, 3.0] * 20, 5)
    return [sum(values[i : i + window]) / window for i in range(len(values) - window + 1)]
