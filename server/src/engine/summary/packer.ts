/** Packer: the lists of a summary as numbers, while they grow and when they are done. */
import { ListWriter, pack, RowWriter } from './columns.ts';
import type { ModuleSummary } from './model.ts';
import type { OpenScope } from './open-scope.ts';
import { BindingPacker } from './packed-bindings.ts';
import { EventPacker } from './packed-events.ts';
import { ExpressionPacker } from './packed-expressions.ts';
import { packScopes } from './packed-scopes.ts';
import { WRITE_WIDTH } from './packed-writes.ts';
import { StringTable } from './strings.ts';

export class Packer {
  readonly #strings = new StringTable();
  readonly #lists = new ListWriter();
  readonly bindings = new BindingPacker(this.#strings, this.#lists);
  readonly expressions = new ExpressionPacker(this.#strings, this.#lists);
  readonly writes = new RowWriter(WRITE_WIDTH);

  /** The lists, done; `scopes` hold what is still open of them. */
  finish(scopes: readonly OpenScope[]): Pick<ModuleSummary, 'scopes' | 'bindings' | 'expressions' | 'writes'> {
    const events = new EventPacker(this.#strings, this.#lists);
    const { rows, hotLoops } = packScopes(scopes, this.#strings, this.#lists, events);
    const strings = this.#strings.all;
    const { guards } = events;
    const { numbers } = this.expressions;
    const packed = pack({
      scopes: rows,
      events: events.rows,
      places: events.places,
      bindings: this.bindings.rows,
      expressions: this.expressions.rows,
      writes: this.writes,
      lists: this.#lists.rows,
    });
    const { lists, places } = packed;
    return {
      scopes: {
        length: packed.scopes.length,
        rows: packed.scopes,
        lists,
        strings,
        events: { length: packed.events.length, rows: packed.events, places, lists, guards, strings },
        hotLoops,
      },
      bindings: { length: packed.bindings.length, rows: packed.bindings, lists, strings },
      expressions: { length: packed.expressions.length, rows: packed.expressions, lists, strings, numbers },
      writes: packed.writes,
    };
  }
}
