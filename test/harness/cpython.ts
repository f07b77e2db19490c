/** CPython 3.14 inside the test process (pyodide), loaded once a worker, to ask whether a text is Python. */
import { loadPyodide } from 'pyodide';

type Check = (source: string) => string;

const CHECK = `
import warnings
warnings.simplefilter('ignore')

def check(source):
    try:
        compile(source, '<test>', 'exec', dont_inherit=True)
        return ''
    except (SyntaxError, ValueError) as error:
        place = f'{error.lineno}:{error.offset}: ' if isinstance(error, SyntaxError) else ''
        return f'{place}{error}'

check`;

let loading: Promise<Check> | null = null;

/** A function that compiles a source text and gives '', or the error message. Costs some seconds the first time. */
export function cpython(): Promise<Check> {
  loading ??= loadPyodide().then((python) => python.runPython(CHECK) as Check);
  return loading;
}
