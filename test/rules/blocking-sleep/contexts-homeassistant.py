"""Home Assistant reads the properties of entities on the loop; what updates or switches them runs in its executor."""
import time

from homeassistant.components.sensor import SensorEntity
from homeassistant.components.switch import SwitchEntity
from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant


class Temperature(SensorEntity):
    @property
    def native_value(self):
        return self.read()  # finding: [blocking-sleep] via self.read > time.sleep

    @property
    def latitude(self):
        return time.sleep(1)  # ok: no property that Home Assistant reads

    def read(self):
        time.sleep(1)  # ok: reported where the loop's property calls it

    def update(self):
        time.sleep(1)  # ok: Home Assistant runs it in the executor

    async def async_added_to_hass(self):
        await self.hass.async_add_executor_job(self.read)


class Plug(SwitchEntity):
    @property
    def is_on(self):
        time.sleep(1)  # finding: [blocking-sleep]
        return True

    def turn_on(self, **kwargs):
        time.sleep(1)  # ok: Home Assistant runs it in the executor


class Model:
    @property
    def native_value(self):
        return time.sleep(1)  # ok: no entity


async def async_setup_entry(hass: HomeAssistant, entry: ConfigEntry):
    def stop():
        time.sleep(1)  # finding: [blocking-sleep]

    def load():
        time.sleep(1)  # ok: the executor runs it

    entry.async_on_unload(stop)
    await hass.async_add_executor_job(load)
