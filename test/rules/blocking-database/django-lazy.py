"""Django's querysets wait only when they are evaluated; its a-methods are coroutines."""
from django.contrib.auth.models import User


async def names():
    users = User.objects.filter(is_active=True)  # ok: lazy
    ordered = users.order_by('name').exclude(name='')  # ok: lazy
    first = await ordered.afirst()  # ok: a-method
    async for user in ordered:  # ok
        print(user, first)
    User.objects.get(pk=1)  # finding: [blocking-database]
    await User.objects.aget(pk=1)  # ok
    for user in ordered:  # finding: [blocking-database]
        print(user)
