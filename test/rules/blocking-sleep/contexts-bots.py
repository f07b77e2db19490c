"""Bots: synchronous predicates and progress callbacks are called on the loop; a voice player calls back in its thread."""
import time

import discord
from discord.ext import commands
from playwright.async_api import async_playwright
from telegram.ext import filters
from telethon import TelegramClient


def prefix(bot, message):
    time.sleep(1)  # finding: [blocking-sleep]
    return '!'


def is_allowed(ctx):
    time.sleep(1)  # finding: [blocking-sleep]
    return True


def is_reply(message):
    time.sleep(1)  # finding: [blocking-sleep]
    return True


def played(error):
    time.sleep(1)  # ok: the player's thread calls it


def progressed(current, total):
    time.sleep(1)  # finding: [blocking-sleep]


def responded(response):
    time.sleep(1)  # finding: [blocking-sleep]


bot = commands.Bot(command_prefix=prefix, intents=discord.Intents.default())


@bot.command()
@commands.check(is_allowed)
async def hello(ctx):
    await bot.wait_for('message', check=is_reply)


async def play(voice: discord.VoiceClient, source):
    voice.play(source, after=played)


async def download(client: TelegramClient, message):
    await client.download_media(message, progress_callback=progressed)


async def browse():
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch()
        page = await browser.new_page()
        page.on('response', responded)


class Jobs(commands.Cog):
    def cog_check(self, ctx):
        time.sleep(1)  # finding: [blocking-sleep]
        return True

    def helper(self):
        time.sleep(1)  # ok: nothing calls it


class FromFriends(filters.MessageFilter):
    def filter(self, message):
        time.sleep(1)  # finding: [blocking-sleep]
        return True


class Records:
    def filter(self, message):
        time.sleep(1)  # ok: no filter of the bot's
