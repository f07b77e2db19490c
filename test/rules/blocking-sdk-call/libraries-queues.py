"""Task queues: sending a task talks to the broker, building one does not."""
from celery import Celery, signature
from celery.result import AsyncResult
from redis import Redis
from rq import Queue
from rq.job import Job

app = Celery('tasks', broker='redis://')
queue = Queue(connection=Redis())


async def send(task_id):
    app.send_task('add', args=(1, 2))  # finding: [blocking-sdk-call]
    result = AsyncResult(task_id)  # ok: only a name
    result.ready()  # finding: [blocking-sdk-call]
    result.get(timeout=3)  # finding: [blocking-sdk-call]
    work = signature('add', args=(1, 2))  # ok: only described
    work.delay()  # finding: [blocking-sdk-call]
    app.control.inspect().active()  # finding: [blocking-sdk-call]


@app.task
def add(a, b):
    return a + b


async def by_task():
    add.delay(1, 2)  # finding: [blocking-sdk-call]


async def by_rq():
    job = queue.enqueue(print, 1)  # finding: [blocking-database]
    job.get_status()  # finding: [blocking-database]
    Job.fetch('id', connection=Redis())  # finding: [blocking-database]
