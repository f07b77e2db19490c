"""Lists of things: sums, groups, graphs, schedules."""
import heapq
import itertools
import random


def records(count):
    return [{'id': i, 'group': i % 7, 'price': i * 1.5, 'quantity': i % 5} for i in range(count)]


def graph(nodes):
    return {node: [(node * 3 + 1) % nodes, (node * 7 + 2) % nodes] for node in range(nodes)}


def fake_orders():  # heavy: fake_orders()
    orders = []
    for number in range(100_000):
        orders.append({'id': number, 'price': number % 97 * 1.5, 'paid': number % 3 == 0})
    return orders


def bodies_after(steps):  # heavy: bodies_after(60_000)
    bodies = [[0.0, 0.0, 1.0], [1.0, 0.5, 0.3], [0.2, 1.5, 0.1]]
    for _ in range(steps):
        for body in bodies:
            for other in bodies:
                if body is not other:
                    body[0] += (other[0] - body[0]) * other[2] * 1e-6
                    body[1] += (other[1] - body[1]) * other[2] * 1e-6
    return bodies


def score(value):
    total = 0
    for weight in (3, 5, 7, 11, 13):
        total += value * weight % 101
    return total


def scores_of(count):  # heavy: scores_of(250_000)
    return [score(value) * 2 for value in range(count)]


def annealed(steps):  # heavy: annealed(200_000)
    state, energy = 0.5, 1.0
    for step in range(steps):
        candidate = state + random.uniform(-0.1, 0.1)
        cost = (candidate - 0.3) ** 2
        if cost < energy or random.random() < 1 / (step + 1):
            state, energy = candidate, cost
    return state


def queue_simulation(customers):  # heavy: queue_simulation(300_000)
    pending, clock, waited = [], 0.0, 0.0
    for number in range(customers):
        clock += (number * 31 % 10) / 10
        heapq.heappush(pending, clock + number % 7)
        if len(pending) > 5:
            waited += max(0.0, heapq.heappop(pending) - clock)
    return waited


def shortest_tour(cities):  # heavy: shortest_tour([(i * 3 % 7, i * 5 % 11) for i in range(8)])
    best = None
    for order in itertools.permutations(cities):
        length = sum((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 for a, b in zip(order, order[1:]))
        best = length if best is None else min(best, length)
    return best


def closest_pair(points):  # heavy: closest_pair([(i * 7 % 1000, i * 13 % 997) for i in range(1000)])
    best = float('inf')
    for i in range(len(points)):
        for j in range(i + 1, len(points)):
            best = min(best, (points[i][0] - points[j][0]) ** 2 + (points[i][1] - points[j][1]) ** 2)
    return best


def page_rank(links, rounds=40):  # heavy: page_rank(graph(5_000))
    ranks = {node: 1 / len(links) for node in links}
    for _ in range(rounds):
        following = {node: 0.15 / len(links) for node in links}
        for node, targets in links.items():
            for target in targets:
                following[target] += 0.85 * ranks[node] / len(targets)
        ranks = following
    return ranks


def cart_total(items):  # harmless: cart_total(records(20))
    total = 0.0
    for item in items:
        total += item['price'] * item['quantity']
    return round(total * 1.19, 2)


def by_group(items):  # harmless: by_group(records(100))
    groups = {}
    for item in items:
        groups.setdefault(item['group'], []).append(item['price'] * 2)
    return groups


def chunks(items, size):  # harmless: chunks(records(500), 50)
    return [items[i : i + size] for i in range(0, len(items), size)]


def ordered(links):  # harmless: ordered(graph(30))
    waiting = {node: sum(node in targets for targets in links.values()) for node in links}
    ready = [node for node, count in waiting.items() if count == 0]
    done = []
    while ready:
        node = ready.pop()
        done.append(node)
        for target in links[node]:
            waiting[target] -= 1
            if waiting[target] == 0:
                ready.append(target)
    return done


def merged(base, override):  # harmless: merged({'a': {'b': 1}}, {'a': {'c': 2}})
    result = dict(base)
    for key, value in override.items():
        if key in result and isinstance(result[key], dict):
            result[key] = merged(result[key], value)
        else:
            result[key] = value
    return result


def page_links(page, pages):  # harmless: page_links(7, 40)
    return [number for number in range(1, pages + 1) if number in (1, pages) or abs(number - page) <= 2]


def retry_budget(failures):  # harmless: retry_budget([1, 0, 1, 1, 0])
    budget = 10.0
    for attempt, failed in enumerate(failures):
        budget -= failed * 2 ** min(attempt, 3) * 0.1
    return max(budget, 0)


def overlaps(meetings):  # harmless: overlaps([(i, i + 2) for i in range(15)])
    return sum(
        first[0] < second[1] and second[0] < first[1] for first in meetings for second in meetings if first is not second
    )


def bounding_box(points):  # harmless: bounding_box([(i, i * 2) for i in range(50)])
    left = min(x for x, _ in points)
    right = max(x for x, _ in points)
    return right - left, max(y for _, y in points) - min(y for _, y in points)


def depth_of(tree):  # harmless: depth_of({'children': [{'children': []}, {'children': [{'children': []}]}]})
    deepest = 0
    for child in tree['children']:
        deepest = max(deepest, depth_of(child) + 1)
    return deepest


def histogram(values, buckets=10):  # harmless: histogram([i * 37 % 100 for i in range(200)])
    counts = [0] * buckets
    for value in values:
        counts[value * buckets // 100] += 1
    return counts


def levels(count):  # harmless: levels(20)
    return [score(value) * 2 for value in range(count)]
