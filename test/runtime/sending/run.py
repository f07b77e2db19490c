"""Runs the cases of a module with a pool, and says of each whether its future raised: `python run.py MODULE CLASS`."""

import concurrent.futures
import importlib
import inspect
import json
import sys
import warnings


def outcome(case, pool):
    try:
        result = case(pool)
        if isinstance(result, concurrent.futures.Future):
            result.result(timeout=30)
        else:
            list(result)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return None


def main(name, pool_class):
    warnings.simplefilter("ignore")
    module = importlib.import_module(name)
    cases = {
        name: each
        for name, each in vars(module).items()
        if inspect.isfunction(each) and list(inspect.signature(each).parameters) == ["pool"]
    }
    outcomes = {}
    pool = getattr(concurrent.futures, pool_class)(1)
    for name, case in cases.items():
        outcomes[name] = outcome(case, pool)
        if "Broken" in (outcomes[name] or ""):
            pool = getattr(concurrent.futures, pool_class)(1)
    print(json.dumps(outcomes))
    pool.shutdown(wait=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
