"""What the program shares. Others fill it in."""

import httpx

client = None
queue = None
declared: httpx.AsyncClient | None = None
table = None


def upload():
    client.put_object(Bucket='b', Key='k')


def fetch(key):
    return client.get_object(Bucket='b', Key=key)


async def inside():
    client.put_object(Bucket='b', Key='k')  # finding: [blocking-sdk-call]
    queue.send_message(MessageBody='m')  # ok: one of two
