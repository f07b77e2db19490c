"""Spiders, protocols and reactive functions: their frameworks call them on the loop or the reactor."""
import time

import scrapy
from prompt_toolkit.key_binding import KeyBindings
from shiny import App, reactive, render, ui
from twisted.internet import task
from twisted.internet.protocol import Protocol
from twisted.web.resource import Resource

keys = KeyBindings()


class Books(scrapy.Spider):
    def parse(self, response):
        time.sleep(1)  # finding: [blocking-sleep]
        yield scrapy.Request('u', callback=self.parse_book)

    def parse_book(self, response):
        time.sleep(1)  # finding: [blocking-sleep]

    def parse_price(self, text):
        time.sleep(1)  # ok: no request names it


class Echo(Protocol):
    def dataReceived(self, data):
        time.sleep(1)  # finding: [blocking-sleep]


class Home(Resource):
    def render_GET(self, request):
        time.sleep(1)  # finding: [blocking-sleep]


class Reader:
    def dataReceived(self, data):
        time.sleep(1)  # ok: no protocol


def tick():
    time.sleep(1)  # finding: [blocking-sleep]


task.LoopingCall(tick).start(1.0)


@keys.add('c-x')
def leave(event):
    time.sleep(1)  # finding: [blocking-sleep]


def server(input, output, session):
    @render.text
    def answer():
        time.sleep(1)  # finding: [blocking-sleep]

    @reactive.effect
    @reactive.event(input.go)
    def go():
        time.sleep(1)  # finding: [blocking-sleep]

    def helper():
        time.sleep(1)  # ok: nothing calls it

    time.sleep(1)  # finding: [blocking-sleep]


app = App(ui.page_fluid(), server)
