"""Commands, which reach the bot in several ways."""

import discord
from discord.ext import commands


class Shop(commands.Cog):
    def __init__(self, bot: commands.Bot):
        self.bot = bot
        self.db = None

    @commands.command()
    async def buy(self, ctx: commands.Context):
        self.bot.db.execute('select 1')  # finding: [blocking-database]
        ctx.bot.db.execute('select 1')  # finding: [blocking-database]
        self.bot.typed.execute('select 1')  # finding: [blocking-database]
        self.bot.late.execute('select 1')  # finding: [blocking-database]
        self.bot.load()  # finding: [blocking-database] via self.bot.load > sqlite3.Connection.execute
        self.bot.mixed.execute('select 1')  # ok: one of two
        self.bot.pool.execute('select 1')  # ok: an asynchronous driver
        self.bot.get_channel(1).execute()  # ok: the library's own
        self.db.execute('select 1')  # ok: the cog's own, which nobody sets

    async def cog_command_error(self, ctx, error):
        ctx.bot.db.execute('select 1')  # ok: it is not said what ctx is


class Unannotated(commands.Cog):
    def __init__(self, bot):
        self.bot = bot

    async def cog_load(self):
        self.bot.db.execute('select 1')  # finding: [blocking-database]


async def clicked(interaction: discord.Interaction):
    interaction.client.db.execute('select 1')  # finding: [blocking-database]


def setup(bot):
    bot.add_cog(Shop(bot))
    bot.add_cog(Unannotated(bot))
