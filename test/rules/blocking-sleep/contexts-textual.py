"""Textual calls handlers, actions, watchers and timers of its widgets on the loop; `thread=True` is its way off it."""
import time
from pathlib import Path

from textual import on, work
from textual.app import App
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widgets import Button, Static


class Clock(Static):
    count = reactive(0)

    def compose(self):
        time.sleep(1)  # finding: [blocking-sleep]
        yield Static('x')

    def on_mount(self):
        self.set_interval(1, self.tick)
        self.set_timer(1, lambda: time.sleep(1))  # finding: [blocking-sleep]

    def tick(self):
        time.sleep(1)  # finding: [blocking-sleep]

    def watch_count(self, count):
        time.sleep(1)  # finding: [blocking-sleep]

    def validate_count(self, count):
        time.sleep(1)  # finding: [blocking-sleep]

    def watch_folder(self):
        time.sleep(1)  # ok: `folder` is no attribute of the class: somebody calls this, who knows where

    def helper(self):
        time.sleep(1)  # ok: nothing calls it


class Ask(ModalScreen):
    def on_button_pressed(self, event):
        time.sleep(1)  # finding: [blocking-sleep]


class Main(App):
    def action_refresh(self):
        self.load()  # finding: [blocking-sleep] via self.load > time.sleep
        self.run_worker(self.in_a_thread, thread=True)
        self.push_screen(Ask(), self.answered)

    def answered(self, answer):
        time.sleep(1)  # finding: [blocking-sleep]

    def load(self):
        time.sleep(1)  # ok: reported where the loop's function calls it

    def in_a_thread(self):
        time.sleep(1)  # ok: a thread runs it

    def action_edit(self):
        with self.suspend():
            time.sleep(1)  # todo-ok: [blocking-sleep] the application is suspended, and means to wait

    @on(Button.Pressed, '#save')
    def save(self):
        time.sleep(1)  # finding: [blocking-sleep]

    @on(Button.Pressed, '#send')
    @work(thread=True)
    def send(self):
        time.sleep(1)  # ok: `work` moves it to a thread

    @work(thread=True)
    def on_key(self):
        time.sleep(1)  # ok: `work` moves it to a thread


class Player:
    """Has methods of the same names, and nothing of Textual."""

    def on_mount(self):
        time.sleep(1)  # ok: no widget

    def action_refresh(self):
        time.sleep(1)  # ok: no widget
        return Path
