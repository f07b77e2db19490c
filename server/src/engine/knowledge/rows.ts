/**
 * The shape of knowledge/*.json: what the engine knows of Python, as data with a source.
 *
 * One file a library. Names are qualified names as CPython imports them (`pathlib.Path.read_text`,
 * `builtins.open`); a method is the class's qualified name plus the method's. knowledge/schema.json states
 * the same shape for editors and tests.
 */

/** What a call makes its thread wait for; a rule of category `blocking` exists for each. */
export type WaitKind =
  | 'http'
  | 'sleep'
  | 'file'
  | 'path-check'
  | 'subprocess'
  | 'socket'
  | 'database'
  | 'sdk'
  | 'wait'
  | 'input'
  | 'import';

/** high: network or unbounded. medium: a local disk or bounded work. low: microseconds on a local disk. */
export type Weight = 'high' | 'medium' | 'low';

/**
 * When the waiting happens: at the call itself; when the result is iterated (lazy); when the result's `with` block
 * is left; `import`: when the module of that name is first imported; or `later`, elsewhere (a logging handler waits in `emit`, a channel in its calls): the call itself is harmless.
 */
type Moment = 'call' | 'iteration' | 'exit' | 'import' | 'later';

/**
 * A test of one argument, by position (0 = first after `self`) and/or keyword. Exactly one of:
 * `is` the argument is this literal; `given` it is (not) there; `type` its inferred type is one of these qualified names.
 */
export interface Condition {
  readonly position?: number;
  readonly keyword?: string;
  readonly is?: string | number | boolean | null;
  readonly given?: boolean;
  readonly type?: readonly string[];
  /** The argument is a string that begins with one of these; of an f-string the text before the first brace counts. */
  readonly startsWith?: readonly string[];
}

/** A callable that waits, or starts an event loop. `name` may end in `.*`: every method of the class, attributes' methods too. */
export interface BlockingRow {
  readonly name: string;
  readonly effect: 'waits' | 'runs-loop';
  /** Only for `waits`. */
  readonly kind?: WaitKind;
  readonly weight: Weight;
  /** Default `call`. */
  readonly at?: Moment;
  /** It does not wait when any of these holds. */
  readonly unless?: readonly Condition[];
  /** It waits only when all of these hold for certain. */
  readonly onlyIf?: readonly Condition[];
  /** It imports the module that this argument names: what that costs is what it waits for. */
  readonly imports?: ArgumentPlace;
  /** Who has waited for it once finds it done: a thread that was joined, not a queue that gave something. */
  readonly settles?: boolean;
  /**
   * By which a caller learns that it need not wait: methods of the same object (`empty` of a queue), or functions by qualified
   * name (`msvcrt.kbhit`). Silent in a function that calls one of them, or that is handed to one (`loop.add_reader`).
   */
  readonly unlessAsked?: readonly string[];
  /** While it waits, it lets go of the lock that its caller holds: `Condition.wait`. */
  readonly releases?: true;
  /** What it does to its thread, after "which", where the kind's own words are wrong: "reads certificate files". */
  readonly does?: string;
  /** The object belongs to the thread that made it: moving this call to a worker thread is wrong. Says why. */
  readonly threadBound?: string;
  /** The coroutine that does the same. */
  readonly twin?: CallTwin;
  /** What to use instead, best first, as a reader would write it. */
  readonly alternatives: readonly string[];
  readonly note?: string;
  readonly source: string;
}

/** A coroutine of the same class or module that takes the same arguments and gives the same. */
export interface CallTwin {
  /** Its own name, without the module's or the class's; `__aiter__` is what `async for` runs. */
  readonly name: string;
  /** The version of the distribution that brought it. */
  readonly since?: string;
  /** It runs the method itself in a thread, also one that a subclass has put in its place. */
  readonly delegates?: true;
}

/**
 * A callable that computes. `gil`: it `holds` the GIL from its start to its end, so that no other thread runs, the event loop's neither,
 * even if it is called in a thread of its own; it `switches`, as Python code does, every 5 ms; or it `releases` the GIL.
 */
export interface ComputingRow {
  readonly name: string;
  readonly gil: 'holds' | 'switches' | 'releases';
  /** Two threads that do it gain nothing although it releases the GIL (`no`), or little (`partly`). */
  readonly scales?: 'no' | 'partly';
  /**
   * medium: it takes tens of milliseconds, whatever it is given in practice. high: seconds. Not stated: it takes as long as its
   * argument is large, which mostly is microseconds: no finding by itself.
   */
  readonly weight?: 'high' | 'medium';
  readonly unless?: readonly Condition[];
  readonly onlyIf?: readonly Condition[];
  /** When it is otherwise: sizes below which it keeps the GIL, types of which it does. */
  readonly note?: string;
  readonly source: string;
}

/** What a callable does to its thread: that of a BlockingRow, or of a ComputingRow that takes long whatever it is given. */
export interface Fact extends Omit<BlockingRow, 'effect'> {
  readonly effect: BlockingRow['effect'] | 'computes' | 'computes-released';
  /** The row of one that computes. */
  readonly computing?: ComputingRow;
}

/** A name that looks as if it waited and does not. Silences a `.*` row, documents the rest. */
interface NotBlockingRow {
  readonly name: string;
  readonly why: string;
  readonly source: string;
}

/** A call that makes an object non-blocking for good: `sock.setblocking(False)`. */
export interface Disarming {
  readonly method: string;
  /** The value of its first argument. */
  readonly is: string | number | boolean | null;
}

/** An argument of a call, by position (0 = first after `self`) or keyword. */
interface ArgumentPlace {
  readonly position: number;
  readonly keyword: string;
}

/** A lock of threads: who holds one keeps others waiting, in a `with` block or from `acquire` to `release`. */
export interface LockRow {
  readonly acquire: string;
  readonly release: string;
  /** Where the constructor is told how many may hold it at a time, else one: a semaphore. */
  readonly holders?: ArgumentPlace;
  /** Where the constructor is given the lock that it takes in its own place: `Condition(lock)`. */
  readonly standsFor?: ArgumentPlace;
}

/**
 * A class. Types of attributes and results are written as Python annotations over qualified names: `pathlib.Path`,
 * `list[pathlib.Path]`, `Iterator[...]`, `tuple[...]`, `Coroutine[...]`, `Self`; `Item` is what the object itself holds when it is
 * iterated, `Value` what it holds as a mapping; `Returned` is what the function gives that the call is handed.
 */
export interface TypeRow {
  readonly name: string;
  /** The Python that brought it, where it is younger than those that can be a target: `3.11`. */
  readonly since?: string;
  readonly bases?: readonly string[];
  readonly attributes?: Readonly<Record<string, string>>;
  /** Attributes of the class itself and of its subclasses (`User.objects`); `Self` is an instance of that class. */
  readonly classAttributes?: Readonly<Record<string, string>>;
  /** Method name (dunders for operators and `with`: `__enter__`, `__truediv__`, `__iter__`) to result type. */
  readonly methods?: Readonly<Record<string, string>>;
  /**
   * Methods of subclasses that the event loop calls: `data_received` of a protocol; `on_*` is every one that begins so,
   * `watch_{attribute}` those that go on with an attribute of the class.
   */
  readonly calledOnLoop?: readonly string[];
  /** Methods of subclasses that a thread of their own calls: `run` of `threading.Thread`. */
  readonly calledInThread?: readonly string[];
  readonly lock?: LockRow;
  /**
   * Programs keep things of their own on its objects, as attributes (`app.state.db = …`) or as items (`app["db"] = …`); a program is
   * taken to have one such object. Of a row that names no class but a value: on that value (`g.db = …`).
   */
  readonly keeps?: 'attributes' | 'items';
  /** Which of its objects one is matters: they are keys of items. */
  readonly isKey?: boolean;
  /** It is an executor: what runs its tasks. */
  readonly executes?: Worker;
  /** Making one of its objects starts processes. */
  readonly starts?: Starts;
  /** Who can be given one of its objects, where that is not everybody: most are copied by pickling. */
  readonly sent?: Sent;
  /** Calls after which none of its methods waits. */
  readonly disarmedBy?: readonly Disarming[];
  /** The asynchronous class of the same library. */
  readonly twin?: Twin;
  readonly source: string;
}

/** A class that has the same constructor, and the same methods as coroutines. */
export interface Twin {
  /** As the library's documentation imports it. */
  readonly class: string;
  /** What its coroutine is called that closes it, where that is not `close`. */
  readonly close?: string;
  /** Keywords of the constructor and of methods that want something else there: `http_client`. */
  readonly differs?: readonly string[];
}

/** A function and the type of what it returns. */
export interface FunctionRow {
  readonly name: string;
  readonly returns: string;
  /** Calling it starts a process. */
  readonly starts?: Starts;
  /** What it returns instead when all of `onlyIf` hold for certain; the first that does counts. */
  readonly variants?: readonly { readonly onlyIf: readonly Condition[]; readonly returns: string }[];
  readonly source: string;
}

/** Another name of the same thing: `requests.sessions.Session` means `requests.Session`. Applies to what is below it too. */
interface AliasRow {
  readonly name: string;
  readonly means: string;
  readonly source: string;
}

/** What runs the tasks of an executor: threads of this interpreter, processes, or threads with an interpreter each (Python 3.14). */
export type Worker = 'thread' | 'process' | 'interpreter';

/**
 * Where a function handed to a call runs. `elsewhere`: in some worker, of which kind is not known. `here`: the call itself runs it
 * (`sorted(key=)`). `construction`: whoever makes an instance of the class in whose body the call stands (`field(default_factory=)`).
 */
export type HandedTo = Worker | 'elsewhere' | 'loop' | 'here' | 'construction';

/**
 * `never`: no other process or interpreter. `to-interpreters`: those of this process. `to-children`: a process that is being started
 * (`Process(args=…)`), as multiprocessing's queues and locks. `to-processes`: any process, unlike its bases.
 */
export type Sent = 'never' | 'to-interpreters' | 'to-children' | 'to-processes';

/**
 * What else the function is called with: the `rest` of the arguments (`submit(f, 1, key=2)`), an item of each of them (`map(f, xs)`),
 * what is `packed` into `args=` and `kwargs=`, or each item of one of them, `unpacked` (`starmap(f, [(1, 2)])`).
 */
export type Passing = 'rest' | 'items' | 'packed' | 'unpacked';

/**
 * A process is started with the function. Under the start method `fork` that inherits all; `anew` (forkserver, spawn) it gets all
 * pickled; `default` is one of these, by system, version (Python 3.14: no fork on Linux either) and `set_start_method`.
 */
export type Starts = 'default' | 'fork' | 'anew';

/** A callable that is handed a function, or an object of which it runs a special method. */
export interface CallbackRow {
  readonly name: string;
  /** Position of the function, or its keyword; both where both are possible. */
  readonly position?: number;
  readonly keyword?: string;
  /** It is a decorator, or makes one: the function is the one it decorates. */
  readonly decorates?: boolean;
  /** The class of the object that the decorator makes of the function: `celery.app.task.Task`. */
  readonly makes?: string;
  /** Not so when any of these holds of the call. */
  readonly unless?: readonly Condition[];
  /** A coroutine function is taken as well: that runs on the event loop. */
  readonly takesCoroutines?: boolean;
  /** The argument that is the executor which runs it; where that is None or left out, `runs` says what does. */
  readonly executor?: ArgumentPlace;
  readonly passes?: Passing;
  readonly starts?: Starts;
  /** Only where the calling function has made the object: what it holds runs when its own block ends. */
  readonly isOwn?: boolean;
  readonly runs: HandedTo;
  /** What is run is this method of the argument: `__iter__` for `list(…)`, `__enter__` for `enter_context(…)`. */
  readonly method?: string;
  readonly source: string;
}

/** A module, by what importing it, or a module below it, does to the interpreter. */
export interface ImportRow {
  readonly name: string;
  /**
   * Whether a worker of an InterpreterPoolExecutor can import it: an extension module that does not declare it is `refused` with an
   * ImportError; also a module that only falls back to slower code is `accepted`.
   */
  readonly interpreters: 'accepted' | 'refused';
  readonly source: string;
}

/** A package that takes long to import, the first time. */
export interface ImportTime {
  /** With its files in the system's cache. */
  readonly milliseconds: number;
  /** Other such packages that it imports. */
  readonly loads?: readonly string[];
  readonly source: string;
}

/** A call that a worker of an InterpreterPoolExecutor cannot make. */
export interface NotInInterpretersRow {
  readonly name: string;
  /** The class of the exception, and what it says. */
  readonly raises: string;
  readonly why: string;
  /** Only where all of these hold for certain. */
  readonly onlyIf?: readonly Condition[];
  readonly source: string;
}

/** One knowledge/*.json file. */
export interface Library {
  /** The import name, also the file's name. */
  readonly library: string;
  /** The distribution on the package index, where there is one. */
  readonly distribution?: string;
  /** Where its own documentation stands, as the metadata of the distribution says. */
  readonly documentation?: string;
  readonly importTime?: ImportTime;
  readonly blocking?: readonly BlockingRow[];
  readonly computing?: readonly ComputingRow[];
  readonly notBlocking?: readonly NotBlockingRow[];
  readonly types?: readonly TypeRow[];
  readonly functions?: readonly FunctionRow[];
  readonly aliases?: readonly AliasRow[];
  readonly callbacks?: readonly CallbackRow[];
  readonly imports?: readonly ImportRow[];
  readonly notInInterpreters?: readonly NotInInterpretersRow[];
}
