"""The web application: each handler looks harmless, and most of them stop the event loop."""

from fastapi import FastAPI

from shop import archive, forecast, prices
from shop.settings import currency

app = FastAPI()


@app.get("/prices")
async def list_prices(product: str) -> dict[str, object]:
    # Two modules away, this reads a file each time (shop/config.py).
    unit = currency()
    return {"unit": unit, "prices": await prices.compare(product)}


@app.get("/archive")
async def archive_pages(url: list[str]) -> list[str]:
    return await archive.fingerprints(url)


@app.get("/forecast")
async def show_forecast(product: str) -> dict[str, float]:
    return await forecast.forecast_all([product])


@app.get("/currency")
def show_currency() -> str:
    # Right: the framework runs a plain `def` handler on a thread, where reading a file harms nobody.
    return currency()
