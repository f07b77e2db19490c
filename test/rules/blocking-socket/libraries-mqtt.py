"""paho connects while the caller waits, and sends from a thread or a non-blocking socket."""
from paho.mqtt import client as mqtt


async def publish(text):
    client = mqtt.Client(mqtt.CallbackAPIVersion.VERSION2)
    client.connect('localhost')  # finding: [blocking-socket]
    client.loop_start()  # ok: a thread
    sent = client.publish('topic', text)  # ok: queued
    sent.wait_for_publish()  # finding: [blocking-wait]
    client.loop(timeout=0)  # ok: does not wait
    client.loop()  # finding: [blocking-socket]
