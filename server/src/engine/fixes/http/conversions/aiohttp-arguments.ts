/** Arguments that aiohttp takes in its own way. */
import { childrenOf, is, type Node, textOf } from '../../../syntax/table.ts';
import type { Site } from '../../site.ts';
import type { ArgumentRule, Placed, Refused, Spell } from '../conversion.ts';
import { isOneOf, isStream, mappingOf } from './argument-rules.ts';

/** Both count connecting and each read by themselves: `sock_connect` and `sock_read`, not `total`. */
export const timeout: ArgumentRule = (site: Site, value: Node, spell: Spell): Placed | Refused => {
  const { table } = site;
  const written = (args: string): Placed => ({
    goesTo: 'call',
    value: `${spell('aiohttp', 'ClientTimeout')}(${args})`,
  });
  if (is(table, value, 'none')) return written('total=None');
  if (is(table, value, 'tuple')) {
    const [connect, read, ...more] = childrenOf(table, value);
    if (connect === undefined || read === undefined || more.length > 0) return { refused: '`timeout` is no pair' };
    return written(`sock_connect=${textOf(table, connect)}, sock_read=${textOf(table, read)}`);
  }
  const isNumber = is(table, value, 'integer') || is(table, value, 'float') || isOneOf(site, value, ['int', 'float']);
  if (!isNumber) return { refused: 'whether `timeout` is a number or a pair is not known' };
  const text = textOf(table, value);
  if (!/^[\w.]+$/.test(text)) return { refused: '`timeout` would be worked out twice' };
  return written(`sock_connect=${text}, sock_read=${text}`);
};

export const data: ArgumentRule = (site, value, spell) => {
  if (isStream(site, value))
    return { refused: '`data` is a file or a generator, which aiohttp would read on the event loop' };
  return mappingOf('data', false)(site, value, spell);
};
