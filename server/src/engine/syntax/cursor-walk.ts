/** Flattens a tree through web-tree-sitter's public cursor: slow (three wasm calls a node) and always right. */
import type { Tree, TreeCursor } from 'web-tree-sitter';
import { Field, Kind } from './kinds.ts';
import { isKept, type Numbering } from './numbering.ts';
import type { SyntaxTable } from './table.ts';
import type { TableWriter } from './table-writer.ts';

export function flattenByCursor(tree: Tree, text: string, numbering: Numbering, writer: TableWriter): SyntaxTable {
  const cursor = tree.walk();
  const mayErr = tree.rootNode.hasError;
  let firstError: SyntaxTable['firstError'] = null;
  const open: number[] = [];
  const close = (): void => {
    const node = open.pop();
    if (node !== undefined && node >= 0) writer.close(node);
  };
  for (;;) {
    const kind = numbering.kinds[cursor.nodeTypeId] ?? kindOfUnnumbered(cursor);
    const field = numbering.fields[cursor.currentFieldId] ?? Field.none;
    const start = cursor.startIndex;
    const end = cursor.endIndex;
    if (mayErr && firstError === null && (kind === Kind.ERROR || cursor.nodeIsMissing)) firstError = { start, end };
    open.push(isKept(cursor.nodeIsNamed, kind, field) ? writer.add(kind, field, start, end) : -1);
    if (cursor.gotoFirstChild()) continue;
    close();
    while (!cursor.gotoNextSibling()) {
      if (!cursor.gotoParent()) {
        cursor.delete();
        return writer.finish(text, firstError);
      }
      close();
    }
  }
}

/** ERROR nodes have a symbol outside the language's own numbering. */
function kindOfUnnumbered(cursor: TreeCursor): number {
  return cursor.nodeType === 'ERROR' ? Kind.ERROR : Kind.other;
}
