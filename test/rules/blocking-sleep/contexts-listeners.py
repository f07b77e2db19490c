"""Clients that call listeners on the loop."""
import asyncio
import time

import aiocron
import asyncpg
import psycopg
from aiokafka import ConsumerRebalanceListener
from bleak import BleakClient, BleakScanner
from watchfiles import awatch, watch
from zeroconf.asyncio import AsyncServiceBrowser


def notified(*args):
    time.sleep(1)  # finding: [blocking-sleep]


def noticed(notice):
    time.sleep(1)  # finding: [blocking-sleep]


def detected(device, data):
    time.sleep(1)  # finding: [blocking-sleep]


def received(characteristic, data):
    time.sleep(1)  # finding: [blocking-sleep]


def is_wanted(change, path):
    time.sleep(1)  # finding: [blocking-sleep]


def is_wanted_in_a_thread(change, path):
    time.sleep(1)  # ok: `watch` is for threads


def service_changed(**kwargs):
    time.sleep(1)  # finding: [blocking-sleep]


@aiocron.crontab('* * * * *')
def every_minute():
    time.sleep(1)  # finding: [blocking-sleep]


class Rebalance(ConsumerRebalanceListener):
    def on_partitions_assigned(self, assigned):
        time.sleep(1)  # finding: [blocking-sleep]


async def main(zeroconf):
    connection = await asyncpg.connect('u')
    await connection.add_listener('channel', notified)
    other = await psycopg.AsyncConnection.connect('u')
    other.add_notice_handler(noticed)
    scanner = BleakScanner(detected)
    async with BleakClient('address') as client:
        await client.start_notify('uuid', received)
    AsyncServiceBrowser(zeroconf, 'type', handlers=[service_changed])
    async for _ in awatch('.', watch_filter=is_wanted):
        await asyncio.to_thread(follow)
    return scanner


def follow():
    for _ in watch('.', watch_filter=is_wanted_in_a_thread):
        pass
