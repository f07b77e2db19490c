/** What the catalogue answers of names outside the program. */
import { describe, expect, it } from 'vitest';
import { parseTypeExpression } from '../../server/src/engine/knowledge/annotations.ts';
import { Catalogue } from '../../server/src/engine/knowledge/catalogue.ts';
import type { BlockingRow, Library } from '../../server/src/engine/knowledge/rows.ts';

const source = 'test';
const row = (name: string): BlockingRow => ({
  name,
  effect: 'waits',
  kind: 'http',
  weight: 'high',
  alternatives: [],
  source,
});

function catalogue(library: Partial<Library>, own: readonly BlockingRow[] = []): Catalogue {
  return new Catalogue([{ library: 'lib', ...library }], own);
}

describe('canonical names', () => {
  const { canonical } = {
    canonical: (name: string) =>
      catalogue({
        aliases: [
          { name: 'lib.sessions', means: 'lib', source },
          { name: 'old', means: 'older', source },
          { name: 'older', means: 'lib', source },
          { name: 'a', means: 'b', source },
          { name: 'b', means: 'a', source },
        ],
      }).canonical(name),
  };

  it('replace the longest known beginning, by whole parts', () => {
    expect(canonical('lib.sessions.Session.get')).toBe('lib.Session.get');
    expect(canonical('lib.sessionsX')).toBe('lib.sessionsX');
    expect(canonical('other.sessions')).toBe('other.sessions');
  });

  it('follow several hops, and end where aliases go in circles', () => {
    expect(canonical('old.Session')).toBe('lib.Session');
    expect(['a', 'b']).toContain(canonical('a'));
  });
});

describe('verdicts on members', () => {
  const known = catalogue({
    blocking: [row('lib.Base.*'), row('lib.Base.open'), row('lib.Client.fetch'), row('lib.Sdk.*')],
    notBlocking: [
      { name: 'lib.Base.close', why: '', source },
      { name: 'lib.Sdk.config.*', why: '', source },
      { name: 'lib.Quiet.*', why: '', source },
    ],
    types: [
      { name: 'lib.Client', bases: ['lib.Base'], source },
      { name: 'lib.Quiet', bases: ['lib.Base'], source },
      { name: 'lib.Loop', bases: ['lib.Loop'], source },
    ],
  });
  const verdict = (type: string, path: string) => {
    const found = known.verdictOnMember(type, path.split('.'));
    return typeof found === 'object' ? found.name : found;
  };

  it('take the exact row before the one for all, the own class before its bases', () => {
    expect(verdict('lib.Base', 'open')).toBe('lib.Base.open');
    expect(verdict('lib.Base', 'other')).toBe('lib.Base.*');
    expect(verdict('lib.Client', 'fetch')).toBe('lib.Client.fetch');
    expect(verdict('lib.Client', 'open')).toBe('lib.Base.open');
  });

  it('reach down through attributes, where a row speaks for all', () => {
    expect(verdict('lib.Sdk', 'chat.completions.create')).toBe('lib.Sdk.*');
    expect(verdict('lib.Sdk', 'config.read')).toBe('harmless');
  });

  it('let go what is listed as harmless, and private names', () => {
    expect(verdict('lib.Client', 'close')).toBe('harmless');
    expect(verdict('lib.Quiet', 'open')).toBe('harmless');
    expect(verdict('lib.Base', '_private')).toBeUndefined();
  });

  it('know nothing of what is not described, and end where bases go in circles', () => {
    expect(verdict('lib.Unknown', 'open')).toBeUndefined();
    expect(verdict('lib.Loop', 'open')).toBeUndefined();
  });
});

describe('the user’s own rows', () => {
  it('win over what the libraries say', () => {
    const own = { ...row('lib.call'), kind: 'sdk' as const };
    const known = catalogue({ blocking: [row('lib.call')], notBlocking: [{ name: 'lib.quiet', why: '', source }] }, [
      own,
      row('lib.quiet'),
    ]);
    expect(known.verdictOn('lib.call')).toBe(own);
    expect(known.verdictOn('lib.quiet')).toMatchObject({ name: 'lib.quiet' });
    expect(known.verdictOn('lib.other')).toBeUndefined();
  });
});

describe('types of results and attributes', () => {
  const known = catalogue({
    types: [
      { name: 'lib.Base', attributes: { path: 'pathlib.Path' }, methods: { open: 'Self' }, source },
      { name: 'lib.Client', bases: ['lib.Base'], methods: { items: 'list[pathlib.Path]' }, source },
    ],
    functions: [{ name: 'lib.make', returns: 'lib.Client | None', source }],
  });

  it('are inherited', () => {
    expect(known.attributeOf('lib.Client', 'path')).toEqual({ name: 'pathlib.Path', arguments: [] });
    expect(known.methodResultOf('lib.Client', 'open')).toEqual({ name: 'Self', arguments: [] });
    expect(known.methodResultOf('lib.Client', 'missing')).toBeUndefined();
  });

  it('are written as annotations', () => {
    const path = { name: 'pathlib.Path', arguments: [] };
    expect(known.methodResultOf('lib.Client', 'items')).toEqual({ name: 'list', arguments: [path] });
    expect(parseTypeExpression('tuple[a.B, c[d, ...]] | None')).toEqual({
      name: 'Union',
      arguments: [
        {
          name: 'tuple',
          arguments: [
            { name: 'a.B', arguments: [] },
            {
              name: 'c',
              arguments: [
                { name: 'd', arguments: [] },
                { name: '...', arguments: [] },
              ],
            },
          ],
        },
        { name: 'None', arguments: [] },
      ],
    });
  });

  it('are refused where they are no annotations', () => {
    for (const text of ['', 'a[', 'a]', 'a b', '[a]', 'a |']) expect(() => parseTypeExpression(text)).toThrow();
  });
});
