"""A bot of a library's class, on which the program hangs what its commands share."""

import sqlite3

import asyncpg
from cogs import shop
from discord.ext import commands

bot = commands.Bot(command_prefix='!')


class Typed(commands.Bot):
    """A bot of the program's own class."""

    def __init__(self):
        super().__init__(command_prefix='?')
        self.typed = sqlite3.connect('typed.db')
        self.pool = None

    async def setup_hook(self):
        self.pool = await asyncpg.create_pool()

    def load(self):
        return self.typed.execute('select 1')

    async def on_ready(self):
        self.db.execute('select 1')  # finding: [blocking-database]
        self.mixed.execute('select 1')  # ok: one of two
        self.user.mention()  # ok: the library's
        self.hidden.execute('select 1')  # ok: nobody sets it


def main():
    bot.db = sqlite3.connect('bot.db')
    bot.mixed = sqlite3.connect('bot.db')
    bot.late = None
    bot.user = sqlite3.connect('bot.db')
    shop.setup(bot)


@bot.command()
async def later(ctx: commands.Context):
    ctx.bot.late = sqlite3.connect('late.db')  # finding: [blocking-database]
    ctx.bot.mixed = await asyncpg.connect()
