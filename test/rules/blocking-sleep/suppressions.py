"""Comments that silence a finding, and comments that do not."""
import time


def nap():
    time.sleep(1)


async def main():
    time.sleep(1)  # offloop: ignore[blocking-sleep] a stall simulator
    time.sleep(1)  # offloop: ignore[blocking]
    time.sleep(1)  # offloop: ignore
    time.sleep(1)  # offloop: ignore[blocking-file-io, blocking-sleep] # finding: [unused-suppression]
    time.sleep(1)  # noqa: ASYNC251
    time.sleep(1)  # noqa: E501, ASYNC251
    time.sleep(1)  # noqa
    time.sleep(1)  # type: ignore  # noqa: ASYNC251
    time.sleep(  # noqa: ASYNC251
        1
    )
    time.sleep(
        1
    )  # offloop: ignore[blocking-sleep]
    nap()  # offloop: ignore[blocking-sleep]
    time.sleep(1)  # offloop: ignore[blocking-file-io] # finding: [blocking-sleep] # finding: [unused-suppression]
    time.sleep(1)  # offloop: ignore[executor] # finding: [blocking-sleep] # finding: [unused-suppression]
    time.sleep(1)  # noqa: ASYNC230 # finding: [blocking-sleep]
    time.sleep(1)  # noqa: E501 # finding: [blocking-sleep]
    time.sleep(1)  # type: ignore # finding: [blocking-sleep]
    # offloop: ignore[blocking-sleep] # finding: [unused-suppression]
    time.sleep(1)  # finding: [blocking-sleep]
    print('# offloop: ignore'), time.sleep(1)  # finding: [blocking-sleep]
