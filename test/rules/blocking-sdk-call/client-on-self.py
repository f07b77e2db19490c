"""SDK clients are mostly kept on `self`, by constructor, annotation or factory."""
import boto3
from openai import AsyncOpenAI, OpenAI


def make_client():
    return OpenAI()


class Assistant:
    queue = boto3.client('sqs')

    def __init__(self, given: OpenAI, either=None):
        self.client = OpenAI()
        self.given = given
        self.made = make_client()
        self.twin = AsyncOpenAI()
        self.either = either or AsyncOpenAI()

    async def answer(self, messages):
        self.client.responses.create(input=messages)  # finding: [blocking-sdk-call]
        self.given.responses.create(input=messages)  # finding: [blocking-sdk-call]
        self.made.responses.create(input=messages)  # finding: [blocking-sdk-call]
        self.queue.receive_message(QueueUrl='')  # finding: [blocking-sdk-call]
        await self.twin.responses.create(input=messages)  # ok
        await self.either.responses.create(input=messages)  # ok
