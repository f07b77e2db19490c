"""psutil measures in microseconds, but for what it waits or sleeps for."""
import psutil


async def measure(pid):
    psutil.virtual_memory()  # ok
    psutil.cpu_percent()  # ok: compares with the last call
    psutil.cpu_percent(interval=None)  # ok
    psutil.cpu_percent(0)  # ok
    psutil.cpu_percent(1)  # finding: [blocking-sleep]
    psutil.cpu_percent(interval=0.5, percpu=True)  # finding: [blocking-sleep]
    process = psutil.Process(pid)
    process.cpu_percent()  # ok
    process.memory_info().rss  # ok
    process.terminate()  # ok
    process.wait(timeout=3)  # finding: [blocking-subprocess]
    process.wait(0)  # ok
    children = process.children(recursive=True)
    for child in children:
        child.wait()  # finding: [blocking-subprocess]
    psutil.wait_procs(children, timeout=3)  # finding: [blocking-subprocess]
    for each in psutil.process_iter(['name', 'cmdline']):  # finding: [blocking-file-io]
        print(each.info)
    for each in psutil.process_iter():  # ok: lists numbers
        print(each.pid)
