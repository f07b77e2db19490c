"""Rows and columns: images, matrices, boards, tables of a dynamic programme."""
WIDTH, HEIGHT = 640, 480


def field(rows, columns):
    return [[(r * 31 + c * 17) % 251 for c in range(columns)] for r in range(rows)]


def multiply(a, b, size):  # heavy: multiply(field(120, 120), field(120, 120), 120)
    result = [[0] * size for _ in range(size)]
    for i in range(size):
        for j in range(size):
            for k in range(size):
                result[i][j] += a[i][k] * b[k][j]
    return result


def mandelbrot(width, height, limit=60):  # heavy: mandelbrot(200, 150)
    picture = []
    for y in range(height):
        for x in range(width):
            c = complex(3 * x / width - 2, 2 * y / height - 1)
            z, steps = 0j, 0
            while abs(z) <= 2 and steps < limit:
                z = z * z + c
                steps += 1
            picture.append(steps)
    return picture


def gradient():  # heavy: gradient()
    return [[(x * 255 // WIDTH, y * 255 // HEIGHT, 128) for x in range(WIDTH)] for y in range(HEIGHT)]


def to_grey(pixels, width, height):  # heavy: to_grey([(1, 2, 3)] * 307_200, 640, 480)
    grey = []
    for y in range(height):
        for x in range(width):
            red, green, blue = pixels[y * width + x]
            grey.append((red * 299 + green * 587 + blue * 114) // 1000)
    return grey


def blur(picture, width, height, radius=2):  # heavy: blur(field(160, 240), 240, 160)
    result = [[0] * width for _ in range(height)]
    for y in range(radius, height - radius):
        for x in range(radius, width - radius):
            total = 0
            for dy in range(-radius, radius + 1):
                for dx in range(-radius, radius + 1):
                    total += picture[y + dy][x + dx]
            result[y][x] = total // (2 * radius + 1) ** 2
    return result


def live(board, width, height, generations):  # heavy: live(field(60, 80), 80, 60, 20)
    for _ in range(generations):
        following = [[0] * width for _ in range(height)]
        for y in range(height):
            for x in range(width):
                around = sum(
                    board[(y + dy) % height][(x + dx) % width] & 1 for dy in (-1, 0, 1) for dx in (-1, 0, 1)
                )
                following[y][x] = 1 if around == 3 or (around == 4 and board[y][x]) else 0
        board = following
    return board


def shortest_paths(distance, size):  # heavy: shortest_paths(field(100, 100), 100)
    for via in range(size):
        for start in range(size):
            for end in range(size):
                through = distance[start][via] + distance[via][end]
                if through < distance[start][end]:
                    distance[start][end] = through
    return distance


def knapsack(weights, values, capacity):  # heavy: knapsack(list(range(5, 45)), list(range(40)), 20_000)
    best = [0] * (capacity + 1)
    for weight, value in zip(weights, values):
        for room in range(capacity, weight - 1, -1):
            best[room] = max(best[room], best[room - weight] + value)
    return best[capacity]


def edit_distance(first, second):  # heavy: edit_distance('kitten' * 120, 'sitting' * 120)
    before = list(range(len(second) + 1))
    for i in range(len(first)):
        row = [i + 1]
        for j in range(len(second)):
            cost = 0 if first[i] == second[j] else 1
            row.append(min(row[j] + 1, before[j + 1] + 1, before[j] + cost))
        before = row
    return before[-1]


def common_part(first, second):  # heavy: common_part('abcbdab' * 140, 'bdcaba' * 140)
    table = [[0] * (len(second) + 1) for _ in range(len(first) + 1)]
    for i, left in enumerate(first):
        for j, right in enumerate(second):
            table[i + 1][j + 1] = table[i][j] + 1 if left == right else max(table[i][j + 1], table[i + 1][j])
    return table[-1][-1]


def word_distance(first, second):  # harmless: word_distance('kitten', 'sitting')
    before = list(range(len(second) + 1))
    for i in range(len(first)):
        row = [i + 1]
        for j in range(len(second)):
            cost = 0 if first[i] == second[j] else 1
            row.append(min(row[j] + 1, before[j + 1] + 1, before[j] + cost))
        before = row
    return before[-1]


def product_of_three(a, b):  # harmless: product_of_three(field(3, 3), field(3, 3))
    return [[sum(a[i][k] * b[k][j] for k in range(3)) for j in range(3)] for i in range(3)]


def rotated(a, b, size):  # harmless: rotated(field(4, 4), field(4, 4), 4)
    result = [[0] * size for _ in range(size)]
    for i in range(size):
        for j in range(size):
            for k in range(size):
                result[i][j] += a[i][k] * b[k][j]
    return result


def column_widths(rows):  # harmless: column_widths([['name', 'size', 'date']] * 40)
    widths = [0] * len(rows[0])
    for row in rows:
        for index, cell in enumerate(row):
            widths[index] = max(widths[index], len(cell) + 2)
    return widths


def flattened(rows):  # harmless: flattened(field(30, 10))
    return [cell * 2 + 1 for row in rows for cell in row if cell % 2 == 0]


def chess_board():  # harmless: chess_board()
    return [[(row + column) % 2 for column in range(8)] for row in range(8)]


def is_sudoku(board):  # harmless: is_sudoku(field(9, 9))
    for unit in range(9):
        seen = set()
        for cell in range(9):
            value = board[3 * (unit // 3) + cell // 3][3 * (unit % 3) + cell % 3]
            if value in seen:
                return False
            seen.add(value)
    return True


def calendar_page(first_weekday, days):  # harmless: calendar_page(3, 31)
    weeks = []
    for week in range(6):
        weeks.append([week * 7 + day - first_weekday + 1 for day in range(7)])
    return [[day if 0 < day <= days else 0 for day in week] for week in weeks]


def winner(board):  # harmless: winner([[1, 0, 2], [0, 1, 2], [0, 0, 1]])
    for i in range(3):
        if board[i][0] == board[i][1] == board[i][2] != 0:
            return board[i][0]
    return board[1][1] if board[0][0] == board[1][1] == board[2][2] else 0


def span_cells(column, row, columns, rows):  # harmless: span_cells(2, 1, 3, 2)
    return {(x, y) for x in range(column, column + columns) for y in range(row, row + rows)}


def phrase_score(info):  # harmless: phrase_score([3, 2] + [1, 4, 2] * 6)
    phrases, columns = info[:2]
    score = 0.0
    for phrase in range(phrases):
        for column in range(columns):
            at = 2 + (phrase * columns + column) * 3
            score += info[at] / info[at + 1]
    return score


def pascal(rows):  # harmless: pascal(12)
    triangle = [[1]]
    for n in range(1, rows):
        last = triangle[-1]
        triangle.append([1] + [last[k] + last[k + 1] for k in range(n - 1)] + [1])
    return triangle
