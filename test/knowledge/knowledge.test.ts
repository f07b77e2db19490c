/** Keeps knowledge/*.json what rows.ts says it is: valid, sorted, without duplicates or loose ends. Knows no library itself. */
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { BlockingRow, Condition, Library } from '../../server/src/engine/knowledge/rows.ts';

const folder = new URL('../../knowledge/', import.meta.url);
const readText = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const fileNames = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'schema.json');
const libraries = fileNames.map((file) => ({
  file,
  text: readText(file),
  data: JSON.parse(readText(file)) as Library,
}));

const lists = [
  'blocking',
  'computing',
  'notBlocking',
  'types',
  'functions',
  'aliases',
  'callbacks',
  'imports',
  'notInInterpreters',
] as const;
type ListName = (typeof lists)[number];
const namesOf = (list: ListName): string[] =>
  libraries.flatMap(({ data }) => (data[list] ?? []).map((row) => row.name));
const rowsOf = <L extends ListName>(list: L): NonNullable<Library[L]>[number][] =>
  libraries.flatMap(({ data }) => [...(data[list] ?? [])] as NonNullable<Library[L]>[number][]);

const typeNames = new Set(namesOf('types'));
const functionNames = new Set(namesOf('functions'));
const aliases = new Map(rowsOf('aliases').map((row) => [row.name, row.means]));
const isUnder = (name: string, prefix: string): boolean => name === prefix || name.startsWith(`${prefix}.`);

/** Builtin types that need no row, and the bare generics of an annotation. */
const builtinTypes = new Set(['str', 'bytes', 'int', 'float', 'bool', 'object'].map((name) => `builtins.${name}`));
const bareNames = new Set([
  'list',
  'tuple',
  'type',
  'Iterator',
  'Coroutine',
  'Self',
  'Item',
  'Value',
  'Returned',
  'None',
]);
const namesIn = (annotation: string): string[] => annotation.match(/[A-Za-z_][\w.]*/g) ?? [];
const isKnownType = (name: string): boolean => typeNames.has(name) || builtinTypes.has(name) || bareNames.has(name);

/** Every alternative from the standard library or an event loop that a row may name. */
const standardAlternatives = new Set([
  'asyncio.Barrier.wait',
  'asyncio.BoundedSemaphore.acquire',
  'asyncio.Condition.acquire',
  'asyncio.Condition.wait',
  'asyncio.Condition.wait_for',
  'asyncio.Event.wait',
  'asyncio.LifoQueue.get',
  'asyncio.LifoQueue.join',
  'asyncio.LifoQueue.put',
  'asyncio.Lock.acquire',
  'asyncio.PriorityQueue.get',
  'asyncio.PriorityQueue.join',
  'asyncio.PriorityQueue.put',
  'asyncio.Queue.get',
  'asyncio.Queue.join',
  'asyncio.Queue.put',
  'asyncio.Semaphore.acquire',
  'asyncio.as_completed',
  'asyncio.create_subprocess_exec',
  'asyncio.create_subprocess_shell',
  'asyncio.open_connection',
  'asyncio.sleep',
  'asyncio.start_server',
  'asyncio.to_thread',
  'asyncio.wait',
  'asyncio.wrap_future',
  'logging.handlers.QueueHandler',
  'loop.add_reader',
  'loop.add_signal_handler',
  'loop.call_later',
  'loop.getaddrinfo',
  'loop.getnameinfo',
  'loop.run_in_executor',
  'loop.sock_accept',
  'loop.sock_connect',
  'loop.sock_recv',
  'loop.sock_recv_into',
  'loop.sock_recvfrom',
  'loop.sock_recvfrom_into',
  'loop.sock_sendall',
  'loop.sock_sendfile',
  'loop.sock_sendto',
  'loop.start_tls',
]);

describe('knowledge files', () => {
  const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(readText('schema.json')));

  it.each(libraries)('$file follows the schema', ({ data }) => {
    validate(data);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('are named after their library, and hold one row a line', () => {
    const oneRowALine = (data: Library): string => {
      const parts = Object.entries(data).map(([key, value]) =>
        Array.isArray(value)
          ? `  "${key}": [\n${value.map((row) => `    { ${spaced(row).slice(1, -1)} }`).join(',\n')}\n  ]`
          : `  "${key}": ${typeof value === 'object' ? `{ ${spaced(value).slice(1, -1)} }` : JSON.stringify(value)}`,
      );
      return `{\n${parts.join(',\n')}\n}\n`;
    };
    for (const { file, text, data } of libraries) {
      expect(file).toBe(`${data.library}.json`);
      expect(text).toBe(oneRowALine(data));
    }
  });

  it('have their lists in the order of rows.ts, each sorted by name', () => {
    const order = ['library', 'distribution', 'documentation', 'importTime', ...lists];
    for (const { file, data } of libraries) {
      expect(Object.keys(data), file).toEqual(order.filter((key) => key in data));
      for (const list of lists) {
        const names = (data[list] ?? []).map((row) => row.name);
        expect(names, `${file} ${list}`).toEqual([...names].sort());
      }
    }
  });

  it.each(lists)('name nothing twice in %s', (list) => {
    // One call may be handed several things: `sorted(values, key=f)`.
    const names = rowsOf(list).map((row) =>
      'position' in row || 'keyword' in row ? `${row.name} ${row.position} ${row.keyword}` : row.name,
    );
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('hold only names of their own library, except aliases', () => {
    const strangers = libraries.flatMap(({ data }) =>
      lists
        .filter((list) => list !== 'aliases')
        .flatMap((list) => (data[list] ?? []).map((row) => row.name).filter((name) => !isUnder(name, data.library))),
    );
    expect(strangers).toEqual([]);
  });
});

describe('rows', () => {
  it('name only types that have a row of their own or are builtins', () => {
    const used = [
      ...rowsOf('types').flatMap((row) => [
        ...(row.bases ?? []),
        ...Object.values(row.attributes ?? {}),
        ...Object.values(row.classAttributes ?? {}),
        ...Object.values(row.methods ?? {}),
      ]),
      ...rowsOf('functions').map((row) => row.returns),
      ...rowsOf('blocking').flatMap((row) => conditionsOf(row).flatMap((condition) => condition.type ?? [])),
    ].flatMap(namesIn);
    expect([...new Set(used)].filter((name) => !isKnownType(name))).toEqual([]);
  });

  it('offer a standard alternative only if it exists', () => {
    const offered = new Set(rowsOf('blocking').flatMap((row) => row.alternatives));
    const standard = [...offered].filter((name) => /^(asyncio|logging|loop)\.[\w.]+$/.test(name));
    expect(standard.filter((name) => !standardAlternatives.has(name))).toEqual([]);
    expect([...standardAlternatives].filter((name) => !offered.has(name))).toEqual([]);
  });

  it('never offer a worker thread for what is bound to its thread', () => {
    const wrong = rowsOf('blocking').filter((row) => row.threadBound && row.alternatives.includes('asyncio.to_thread'));
    expect(wrong.map((row) => row.name)).toEqual([]);
  });

  it('name their twin first of what to use instead', () => {
    const instead = ({ name, twin }: BlockingRow) =>
      twin?.name === '__aiter__' ? 'async for' : `${name.slice(0, name.lastIndexOf('.'))}.${twin?.name}`;
    const wrong = rowsOf('blocking').filter((row) => row.twin !== undefined && row.alternatives[0] !== instead(row));
    expect(wrong.map((row) => row.name)).toEqual([]);
  });

  it('say a kind exactly when they wait', () => {
    const wrong = rowsOf('blocking').filter((row) => (row.effect === 'waits') !== (row.kind !== undefined));
    expect(wrong.map((row) => row.name)).toEqual([]);
  });

  it('end in `.*` only for a class or a function whose result is known', () => {
    const classes = namesOf('blocking')
      .filter((name) => name.endsWith('.*'))
      .map((name) => name.slice(0, -2));
    expect(classes.filter((name) => !typeNames.has(name) && !functionNames.has(name))).toEqual([]);
  });

  it('do not say of one call both that it waits and that it does not', () => {
    const waiting = new Set(
      rowsOf('blocking')
        .filter((row) => (row.at ?? 'call') === 'call')
        .map((row) => row.name),
    );
    expect(namesOf('notBlocking').filter((name) => waiting.has(name))).toEqual([]);
  });

  it('stand under their real name, never under an alias, which would hide them', () => {
    const rowNames = lists.filter((list) => list !== 'aliases').flatMap(namesOf);
    const hidden = rowNames.filter((name) => ancestorsOf(name).some((ancestor) => aliases.has(ancestor)));
    expect(hidden).toEqual([]);
  });

  it('let an alias mean, in one step, something that another row knows', () => {
    const known = new Set(
      lists
        .filter((list) => list !== 'aliases')
        .flatMap(namesOf)
        .flatMap(ancestorsOf),
    );
    const dangling = [...aliases.values()].filter(
      (means) => !known.has(means) || ancestorsOf(means).some((ancestor) => aliases.has(ancestor)),
    );
    expect(dangling).toEqual([]);
  });

  it('say of every callable that was measured whether it keeps the GIL', () => {
    const measured = JSON.parse(readFileSync(new URL('gil-names.json', import.meta.url), 'utf8')) as string[];
    const told = new Set(namesOf('computing'));
    expect(measured.filter((name) => !told.has(throughAliases(name)))).toEqual([]);
    expect(measured.length).toBeGreaterThan(230);
  });

  it('say that a call releases the GIL where they say how far it scales', () => {
    const wrong = rowsOf('computing').filter((row) => row.scales !== undefined && row.gil !== 'releases');
    expect(wrong.map((row) => row.name)).toEqual([]);
  });

  it('cover every collected fact, under its name or what its name is an alias of', () => {
    const facts = JSON.parse(readFileSync(new URL('fact-names.json', import.meta.url), 'utf8')) as string[];
    const covered = new Set([...namesOf('blocking'), ...namesOf('notBlocking')]);
    expect(facts.filter((name) => !covered.has(throughAliases(name)))).toEqual([]);
    expect(facts.length).toBeGreaterThan(690);
  });
});

const conditionsOf = (row: BlockingRow): readonly Condition[] => [...(row.unless ?? []), ...(row.onlyIf ?? [])];

/** `a.b.c` to `a`, `a.b`, `a.b.c`. */
function ancestorsOf(name: string): string[] {
  const parts = name.split('.');
  return parts.map((_, index) => parts.slice(0, index + 1).join('.'));
}

function throughAliases(name: string): string {
  const alias = ancestorsOf(name).findLast((ancestor) => aliases.has(ancestor));
  return alias === undefined ? name : `${aliases.get(alias)}${name.slice(alias.length)}`;
}

/** JSON on one line with a space after `:` and `,`. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (value !== null && typeof value === 'object') {
    return `{${Object.entries(value)
      .map(([key, item]) => `${JSON.stringify(key)}: ${spaced(item)}`)
      .join(', ')}}`;
  }
  return JSON.stringify(value);
}
