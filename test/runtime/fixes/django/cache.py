"""The cache keeps and gives the same when it is asked asynchronously."""
# fix: Use `a
# stall: none, because this cache is a dictionary
import django
from django.conf import settings

settings.configure(CACHES={"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}})
django.setup()

from django.core.cache import cache


async def main():
    cache.clear()
    print(cache.get("a"), cache.get("a", 2))
    cache.set("a", 1, timeout=60)
    print(cache.get_or_set("a", 3), cache.get_or_set("b", lambda: 4), cache.incr("a"))
    cache.set_many({"c": 5, "d": 6})
    print(cache.get_many(["c", "d", "e"]), cache.has_key("c"), cache.add("c", 7), cache.delete("c"))
