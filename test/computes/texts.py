"""Characters and bytes: check sums, codes, parsers."""
import hashlib
import itertools
import string


def stretch(password, salt, rounds):  # heavy: stretch(b'secret', b'salt', 100_000)
    digest = password + salt
    for i in range(rounds):
        digest = hashlib.sha256(digest + i.to_bytes(4, 'big')).digest()
    return digest


def mine(block):  # heavy: mine('block')
    best = ''
    for nonce in range(100_000):
        digest = hashlib.sha256(f'{block}{nonce}'.encode()).hexdigest()
        best = max(best, digest[:8] + str(nonce))
    return best


def crack_pin(wanted):  # heavy: crack_pin(314_159)
    found = None
    for digits in itertools.product(string.digits, string.digits, string.digits, string.digits, string.digits):
        if sum(int(digit) * 7**place for place, digit in enumerate(digits)) == wanted:
            found = digits
    return found


def alphabet():  # heavy: alphabet()
    return ''.join(chr(97 + i % 26) for i in range(1_500_000))


def test_pattern(length):  # heavy: test_pattern(1_500_000)
    pattern = bytearray(length)
    for i in range(length):
        pattern[i] = (i * 7 + i // 3) & 0xFF
    return bytes(pattern)


def rolling_hash(data):  # heavy: rolling_hash(bytes(1_000_000))
    value = 5381
    for byte in data:
        value = (value * 33 + byte) & 0xFFFFFFFF
    return value


def unmask(data, key):  # heavy: unmask(bytes(500_000), b'abcd')
    return bytes(byte ^ key[i % len(key)] for i, byte in enumerate(data))


def word_counts(text):  # heavy: word_counts('the quick brown fox ' * 100_000)
    counts = {}
    for word in text.split():
        counts[word] = counts.get(word, 0) + 1
    return counts


def luhn(number):  # harmless: luhn('4539148803436467')
    total = 0
    for index, digit in enumerate(reversed(number)):
        value = int(digit) * (2 if index % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def iban_check(iban):  # harmless: iban_check('DE89370400440532013000')
    moved = iban[4:] + iban[:4]
    rest = 0
    for character in moved:
        rest = (rest * (100 if character.isalpha() else 10) + int(character, 36)) % 97
    return rest == 1


def slug(title):  # harmless: slug('What a Rule Should Say, and why it matters')
    result = ''
    for character in title.lower():
        if character.isalnum():
            result += character
        elif result and result[-1] != '-':
            result += '-'
    return result


def read_varint(data, position):  # harmless: read_varint(bytes([0xAC, 0x82, 0x01]), 0)
    value = shift = 0
    while True:
        byte = data[position]
        value |= (byte & 0x7F) << shift
        position += 1
        if byte < 0x80:
            return value, position
        shift += 7


def parse_colour(text):  # harmless: parse_colour('#ff8800')
    return tuple(int(text[i : i + 2], 16) / 255 for i in range(1, 7, 2))


def ip_to_number(address):  # harmless: ip_to_number('192.168.17.42')
    number = 0
    for part in address.split('.'):
        number = number << 8 | int(part)
    return number


def roman(number):  # harmless: roman(1994)
    result = ''
    for value, sign in ((1000, 'm'), (500, 'd'), (100, 'c'), (50, 'l'), (10, 'x'), (5, 'v'), (1, 'i')):
        while number >= value:
            result += sign
            number -= value
    return result


def is_balanced(text):  # harmless: is_balanced('{"a": [1, 2, {"b": (3, 4)}]}')
    stack = []
    for character in text:
        if character in '([{':
            stack.append(character)
        elif character in ')]}' and (not stack or '([{'.index(stack.pop()) != ')]}'.index(character)):
            return False
    return not stack


def tokens(text):  # harmless: tokens('total = price * (1 + rate) - 42')
    found, position = [], 0
    while position < len(text):
        end = position + 1
        if text[position].isalnum():
            while end < len(text) and text[end].isalnum():
                end += 1
        if not text[position].isspace():
            found.append(text[position:end])
        position = end
    return found


def free_name(base, taken):  # harmless: free_name('report', {'report', 'report-1', 'report-2'})
    for number in range(1, 10_000):
        name = f'{base}-{number}'
        if name not in taken:
            return name
    return base


def strength(password):  # harmless: strength('Correct-Horse-7')
    kinds = [str.islower, str.isupper, str.isdigit]
    return sum(any(kind(character) for character in password) for kind in kinds) * 10 + len(password)


def masked(headers):  # harmless: masked({'authorization': 'Bearer abcdef', 'accept': '*/*'})
    return {name: value[:3] + '*' * (len(value) - 3) for name, value in headers.items()}


def header_length(buffer):  # harmless: header_length(b'host: example.org\\r\\n\\r\\nbody')
    for i in range(len(buffer) - 3):
        if buffer[i : i + 4] == b'\\r\\n\\r\\n':
            return i + 4
    return -1
