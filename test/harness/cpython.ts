/** CPython 3.14 inside the test process (pyodide), loaded once a worker, to ask whether a text is Python. */
import { loadPyodide } from 'pyodide';

type Check = (source: string, isNotebook?: boolean) => string;

const CHECK = `
import ast
import warnings
warnings.simplefilter('ignore')

def check(source, is_notebook=False):
    try:
        flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT if is_notebook else 0
        compile(source, '<test>', 'exec', flags=flags, dont_inherit=True)
        return ''
    except (SyntaxError, ValueError) as error:
        place = f'{error.lineno}:{error.offset}: ' if isinstance(error, SyntaxError) else ''
        return f'{place}{error}'

check`;

let loading: Promise<Check> | null = null;

/** A function that compiles a source text (a notebook's may await at its top) and gives '', or the error message. Costs some seconds the first time. */
export function cpython(): Promise<Check> {
  loading ??= loadPyodide().then((python) => python.runPython(CHECK) as Check);
  return loading;
}
