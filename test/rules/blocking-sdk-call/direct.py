"""Synchronous SDK clients in a coroutine, beside their asynchronous twins."""
import anthropic
import boto3
import docker
from openai import AsyncOpenAI, OpenAI

client = OpenAI()
twin = AsyncOpenAI()


async def ask(messages):
    client.chat.completions.create(model='m', messages=messages)  # finding: [blocking-sdk-call]
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    await twin.chat.completions.create(model='m', messages=messages)  # ok
    pending = twin.responses.create(model='m', input='')  # ok: a coroutine
    model = anthropic.Anthropic()  # ok: connects to nothing yet
    model.messages.create(model='m', max_tokens=1, messages=messages)  # finding: [blocking-sdk-call]
    await anthropic.AsyncAnthropic().messages.create(model='m', max_tokens=1, messages=messages)  # ok
    return await pending


async def store(bucket, key):
    s3 = boto3.client('s3')  # finding: [blocking-sdk-call]
    s3.get_object(Bucket=bucket, Key=key)  # finding: [blocking-sdk-call]
    s3.generate_presigned_url('get_object')  # ok: signs without asking anybody
    daemon = docker.from_env()  # finding: [blocking-sdk-call]
    daemon.containers.list()  # finding: [blocking-sdk-call]


def on_a_thread(messages):
    return client.chat.completions.create(model='m', messages=messages)  # ok: nothing says that a loop runs this
