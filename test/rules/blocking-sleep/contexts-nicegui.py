"""NiceGUI calls synchronous page builders, event handlers and timers on the loop; `run.io_bound` is its way off it."""
import time

from nicegui import app, run, ui


def slow():
    time.sleep(1)  # ok: reported where the loop's functions call it


def pressed():
    time.sleep(1)  # finding: [blocking-sleep]


def tick():
    slow()  # finding: [blocking-sleep] via slow > time.sleep


def moved():
    time.sleep(1)  # finding: [blocking-sleep]


def typed(event):
    time.sleep(1)  # finding: [blocking-sleep]


def uploaded(event):
    time.sleep(1)  # finding: [blocking-sleep]


def started():
    time.sleep(1)  # finding: [blocking-sleep]


def in_a_thread():
    time.sleep(1)  # ok: run.io_bound moves it


def never_given_away():
    time.sleep(1)  # ok: nothing says that a loop runs this


@ui.page('/')
def index():
    slow()  # finding: [blocking-sleep] via slow > time.sleep
    with ui.card().classes('wide'):
        ui.button('press', on_click=pressed)
        ui.button('lambda', on_click=lambda: slow())  # finding: [blocking-sleep] via slow > time.sleep
        ui.label('move').classes('big').props('dense').on('mousemove', moved)
        ui.input('name', on_change=typed)
        ui.upload(on_upload=uploaded)
        ui.button('offload', on_click=offload)
    ui.timer(1.0, tick)
    table()


@ui.refreshable
def table():
    time.sleep(1)  # finding: [blocking-sleep]


async def offload():
    await run.io_bound(in_a_thread)


@app.get('/api')
def endpoint():
    time.sleep(1)  # ok: FastAPI calls it in a thread


class SaveButton(ui.button):
    def __init__(self):
        super().__init__('save')
        self.on('click', self.save)

    def save(self):
        time.sleep(1)  # finding: [blocking-sleep]

    def idle(self):
        time.sleep(1)  # ok: nothing calls it


class Toolkit:
    """Looks like NiceGUI's `ui` and is something else."""

    def button(self, text, on_click):
        return text, on_click

    def page(self, path):
        return lambda function: function


toolkit = Toolkit()


def elsewhere():
    time.sleep(1)  # ok: another button


@toolkit.page('/')
def other_page():
    time.sleep(1)  # ok: another page
    toolkit.button('press', on_click=elsewhere)


app.on_startup(started)
ui.run()
