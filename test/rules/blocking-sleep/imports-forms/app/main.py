"""Every form of import leads to the same function."""
import app.clock
import app.clock as watch
import app.deep.inner
from app import clock, deep
from app.clock import nap
from app.deep import nap_deeper, rest


async def absolute():
    app.clock.nap()  # finding: [blocking-sleep] via app.clock.nap > time.sleep
    app.deep.inner.nap_deeper()  # finding: [blocking-sleep] via nap > time.sleep
    watch.nap()  # finding: [blocking-sleep] via watch.nap > time.sleep
    clock.nap()  # finding: [blocking-sleep] via clock.nap > time.sleep
    nap()  # finding: [blocking-sleep] via nap > time.sleep
    rest()  # finding: [blocking-sleep] via rest > time.sleep
    nap_deeper()  # finding: [blocking-sleep] via nap_deeper > nap > time.sleep
    deep.rest()  # finding: [blocking-sleep] via deep.rest > time.sleep
    deep.inner.nap_deeper()  # finding: [blocking-sleep] via deep.inner.nap_deeper > nap > time.sleep
    clock.time.sleep(1)  # finding: [blocking-sleep]
    clock.missing()  # ok: there is no such function
    deep.missing.nap()  # ok: there is no such module


async def lazily():
    from app.clock import nap as lazy
    import app.deep

    lazy()  # finding: [blocking-sleep] via lazy > time.sleep
    app.deep.rest()  # finding: [blocking-sleep] via app.deep.rest > time.sleep
