"""Clients of services by factory, resource and sub-object: on `self`, in modules, through aliases."""

import os

import boto3
import docker
import openai
from anthropic import Anthropic, AsyncAnthropic
from botocore.config import Config
from google.cloud import storage
from kubernetes import client as kubernetes_client, config as kubernetes_config
from openai import AsyncOpenAI, OpenAI
from slack_sdk import WebClient
from slack_sdk.web.async_client import AsyncWebClient

S3 = boto3.client('s3')
SESSION = boto3.Session(profile_name='a')
TABLE = boto3.resource('dynamodb').Table('users')
slack = WebClient(token=os.environ['TOKEN'])
async_slack = AsyncWebClient()


def get_s3(region='eu'):
    return boto3.client('s3', region_name=region, config=Config())


def get_openai() -> OpenAI:
    return OpenAI(base_url='http://localhost')


class Storage:
    def __init__(self, client=None):
        self.s3 = get_s3()
        self.sqs = SESSION.client('sqs')
        self.bucket = boto3.resource('s3').Bucket('a')
        self.gcs = storage.Client()
        self.given = client or boto3.client('s3')

    def upload(self, body):
        self.s3.put_object(Bucket='a', Key='b', Body=body)

    async def run(self, body):
        self.s3.put_object(Bucket='a', Key='b', Body=body)  # finding: [blocking-sdk-call]
        self.upload(body)  # finding: [blocking-sdk-call] via self.upload > botocore.client.BaseClient.put_object
        self.sqs.send_message(QueueUrl='a', MessageBody=body)  # finding: [blocking-sdk-call]
        S3.upload_file('a', 'b', 'c')  # finding: [blocking-sdk-call]
        TABLE.get_item(Key={})  # finding: [blocking-sdk-call]
        self.bucket.upload_file('a', 'b')  # finding: [blocking-sdk-call]
        self.s3.get_paginator('list_objects_v2')  # ok: asks nobody yet
        for page in self.s3.get_paginator('list_objects_v2').paginate(Bucket='a'):  # finding: [blocking-sdk-call]
            print(page)
        self.gcs.bucket('a').blob('b').upload_from_string(body)  # finding: [blocking-sdk-call]
        self.given.list_buckets()  # ok: may be what the caller gave
        S3.meta.region_name.upper()  # ok: text


class Assistant:
    def __init__(self):
        self.client = get_openai()
        self.chat = self.client.chat
        self.completions = OpenAI().chat.completions
        self.claude = Anthropic()
        self.async_claude = AsyncAnthropic()
        self.twin = openai.AsyncOpenAI()

    async def run(self, messages):
        self.client.chat.completions.create(messages=messages)  # finding: [blocking-sdk-call]
        self.chat.completions.create(messages=messages)  # finding: [blocking-sdk-call]
        self.completions.create(messages=messages)  # finding: [blocking-sdk-call]
        create = self.client.responses.create
        create(input=messages)  # finding: [blocking-sdk-call]
        self.client.with_options(timeout=1).responses.create(input=messages)  # finding: [blocking-sdk-call]
        self.claude.messages.create(messages=messages)  # finding: [blocking-sdk-call]
        with self.claude.messages.stream(messages=messages) as stream:  # finding: [blocking-sdk-call]
            print(stream)
        await self.async_claude.messages.create(messages=messages)  # ok
        async with self.async_claude.messages.stream(messages=messages) as stream:  # ok
            print(stream)
        await self.twin.chat.completions.create(messages=messages)  # ok
        return self.twin.chat.completions.create(messages=messages)  # ok: a coroutine


async def others(channel, client: AsyncOpenAI | None):
    slack.chat_postMessage(channel=channel)  # finding: [blocking-sdk-call]
    await async_slack.chat_postMessage(channel=channel)  # ok
    kubernetes_config.load_kube_config()  # finding: [blocking-file-io]
    api = kubernetes_client.CoreV1Api()  # ok: connects to nothing yet
    api.list_namespaced_pod('default')  # finding: [blocking-sdk-call]
    docker.from_env().containers.get('a').stop()  # finding: [blocking-sdk-call] # finding: [blocking-sdk-call] # finding: [blocking-sdk-call]
    openai.chat.completions.create(messages=[])  # finding: [blocking-sdk-call]
    if client is not None:
        return client.responses.create(input='')  # ok: a coroutine
