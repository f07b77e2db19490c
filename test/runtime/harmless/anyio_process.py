"""anyio runs a command without blocking."""
import anyio


async def main():
    result = await anyio.run_process(["sleep", "0.05"])
    assert result.returncode == 0
