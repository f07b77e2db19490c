/**
 * The documents that are open in the editor: their text, and one syntax tree each, parsed again from the edits alone. Trees are
 * not collected as garbage, so closing a document releases its tree.
 */
import { type Connection, type Disposable, TextDocuments } from 'vscode-languageserver';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { lineStartsOf, type Position } from '../engine/syntax/lines.ts';
import type { Parse, PythonParser, TextChange } from '../engine/syntax/parser.ts';
import type { SyntaxTable } from '../engine/syntax/table.ts';
import { pathOf } from './protocol.ts';

/** One open document. Its state changes with every edit; keep the version to see that. */
export class OpenDocument {
  readonly #parser: PythonParser;
  readonly #document: TextDocument;
  #parse: Parse | null = null;
  /** Edits since the last parse. */
  #changes: TextChange[] = [];

  constructor(parser: PythonParser, document: TextDocument) {
    this.#parser = parser;
    this.#document = document;
  }

  get uri(): string {
    return this.#document.uri;
  }

  /** As the engine names the file: absolute, `/` separators. */
  get path(): string {
    return pathOf(this.uri);
  }

  get version(): number {
    return this.#document.version;
  }

  get text(): string {
    return this.#document.getText();
  }

  /** The syntax of the text as it is now. */
  get table(): SyntaxTable {
    if (this.#parse === null) this.#parse = this.#parser.parse(this.text);
    else if (this.#changes.length > 0) this.#parse = this.#parser.reparse(this.#parse, this.#changes, this.text);
    this.#changes = [];
    return this.#parse.table;
  }

  /** Takes in the editor's changes, each of which is in terms of the text that the one before it left. */
  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      if ('range' in change) this.#changes.push(textChangeOf(this.#document, change));
      else this.release();
      TextDocument.update(this.#document, [change], version);
    }
  }

  /** Frees the tree. The document stays usable: its next use parses it whole. */
  release(): void {
    if (this.#parse !== null) this.#parser.release(this.#parse);
    this.#parse = null;
    this.#changes = [];
  }
}

/** Every open document, kept in step with the editor. */
export class Documents {
  readonly #documents: TextDocuments<OpenDocument>;

  constructor(parser: PythonParser) {
    this.#documents = new TextDocuments<OpenDocument>({
      create: (uri, languageId, version, text) => {
        this.#documents.get(uri)?.release();
        return new OpenDocument(parser, TextDocument.create(uri, languageId, version, text));
      },
      update: (document, changes, version) => {
        document.change(changes, version);
        return document;
      },
    });
    this.#documents.onDidClose(({ document }) => document.release());
  }

  /** After a document was opened or edited. */
  onDidChange(listener: (document: OpenDocument) => void): void {
    this.#documents.onDidChangeContent(({ document }) => listener(document));
  }

  /** After a document was closed: what is on disk counts again. */
  onDidClose(listener: (document: OpenDocument) => void): void {
    this.#documents.onDidClose(({ document }) => listener(document));
  }

  listen(connection: Connection): Disposable {
    return this.#documents.listen(connection);
  }

  get(uri: string): OpenDocument | undefined {
    return this.#documents.get(uri);
  }

  /** The open document that the engine knows as `path`. */
  at(path: string): OpenDocument | undefined {
    return this.all().find((document) => document.path === path);
  }

  all(): readonly OpenDocument[] {
    return this.#documents.all();
  }
}

/** `change`, which is about to be made to `document`, in offsets. */
function textChangeOf(
  document: TextDocument,
  change: Extract<TextDocumentContentChangeEvent, { range: unknown }>,
): TextChange {
  const ends = [document.offsetAt(change.range.start), document.offsetAt(change.range.end)];
  const start = Math.min(...ends);
  const oldEnd = Math.max(...ends);
  const startPosition = positionAt(document, start);
  return {
    start,
    oldEnd,
    newEnd: start + change.text.length,
    startPosition,
    oldEndPosition: positionAt(document, oldEnd),
    newEndPosition: after(startPosition, change.text),
  };
}

function positionAt(document: TextDocument, offset: number): Position {
  const { line, character } = document.positionAt(offset);
  return { line, column: character };
}

/** Where `text` ends when it begins at `start`. */
function after(start: Position, text: string): Position {
  const lineStarts = lineStartsOf(text);
  const lines = lineStarts.length - 1;
  const column = text.length - (lineStarts[lines] ?? 0);
  return { line: start.line + lines, column: lines === 0 ? start.column + column : column };
}
