/**
 * Code actions: a quick fix for each fix of a finding, one that silences it, and one that fixes the whole document. Edits are
 * worked out when an action is chosen, if the client can ask then; an action for a text that has changed since gets none.
 */
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Connection,
  type Range,
} from 'vscode-languageserver';
import type { Finding, TextEdit } from '../engine/findings/finding.ts';
import { REASON } from '../engine/fixes/comments/suppress.ts';
import type { ClientFeatures } from './client-features.ts';
import { type Deed, editsOf, type Order, readOrder } from './deeds.ts';
import type { Documents, OpenDocument } from './documents.ts';
import { guarded } from './guard.ts';
import type { Inspection, Projects } from './projects.ts';
import { diagnosticOf, keyOf, rangeOf, workspaceEditOf } from './protocol.ts';

/** All safe fixes of a document: what fix on save asks for. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.offloop`;

/** The command of clients that select text. */
const SELECT = 'offloop.select';

export interface CodeActionOptions {
  readonly connection: Connection;
  readonly client: ClientFeatures;
  readonly documents: Documents;
  readonly projects: Projects;
}

/** An action without its edit. */
interface Offer extends Pick<CodeAction, 'title' | 'kind' | 'isPreferred' | 'diagnostics'> {
  readonly deed: Deed;
}

/** Answers requests for code actions from now on. */
export function provideCodeActions(options: CodeActionOptions): void {
  const { connection } = options;
  connection.onCodeAction(guarded(connection, 'code actions', [], (params) => actionsAt(params, options)));
  connection.onCodeActionResolve((action, token) => {
    return guarded(connection, 'code actions', action, () => resolved(action, options))(action, token);
  });
}

async function actionsAt(params: CodeActionParams, options: CodeActionOptions): Promise<CodeAction[]> {
  const { documents, projects, client } = options;
  const document = documents.get(params.textDocument.uri);
  if (document === undefined) return [];
  const actions = await projects.inspect(document.path, async (inspection) => {
    const offers = offersAt(params, inspection, client);
    const orders = offers.map(({ deed, ...action }) => ({ action, order: orderOf(document, deed) }));
    if (client.resolvesEdits) return orders.map(({ action, order }) => ({ ...action, data: order }));
    return Promise.all(orders.map(({ action, order }) => withEdit(action, order, document, inspection, options)));
  });
  return actions ?? [];
}

/** `action` with its edit, if the document is still the one it was offered for. */
async function resolved(action: CodeAction, options: CodeActionOptions): Promise<CodeAction> {
  const order = readOrder(action.data);
  const document = order === null ? undefined : options.documents.get(order.uri);
  if (order === null || document === undefined) return action;
  const edited = await options.projects.inspect(document.path, (inspection) => {
    return withEdit(action, order, document, inspection, options);
  });
  return edited ?? action;
}

async function withEdit(
  action: CodeAction,
  { version, deed }: Order,
  document: OpenDocument,
  inspection: Inspection,
  { client, documents }: CodeActionOptions,
): Promise<CodeAction> {
  if (document.version !== version) return action;
  const edits = await editsOf(deed, document, inspection);
  // It may have been edited while the fixes were tried.
  if (edits === null || document.version !== version) return action;
  const edited = { ...action, edit: workspaceEditOf(edits, documents, client) };
  const place = client.selectsText && deed.kind === 'suppress' ? placeOfReason(edits) : null;
  if (place === null) return edited;
  return { ...edited, command: { title: 'Select the reason', command: SELECT, arguments: [document.uri, place] } };
}

/** Where the word that stands for the reason will be, for the user to write over; null where the edit has none. */
function placeOfReason([edit]: readonly TextEdit[]): Range | null {
  if (edit === undefined || !edit.newText.endsWith(REASON)) return null;
  const { line, column } = edit.range.start;
  const end = column + edit.newText.length;
  return { start: { line, character: end - REASON.length }, end: { line, character: end } };
}

function offersAt({ range, context }: CodeActionParams, inspection: Inspection, client: ClientFeatures): Offer[] {
  const { findings, project } = inspection;
  const offers: Offer[] = [];
  if (isWanted(CodeActionKind.QuickFix, context.only)) {
    const here = findings.filter((finding) => isTouching(rangeOf(finding.range), range));
    offers.push(...here.flatMap((finding) => quickFixesOf(finding, inspection, client)));
  }
  const isAsked = context.only !== undefined || context.triggerKind !== CodeActionTriggerKind.Automatic;
  const isFixable = (finding: Finding) => project.repair(finding).fixes.some(({ safety }) => safety === 'safe');
  if (isAsked && isWanted(FIX_ALL, context.only) && findings.some(isFixable)) {
    offers.push({ title: 'Fix all safely fixable Offloop findings', kind: FIX_ALL, deed: { kind: 'fix-all' } });
  }
  return offers;
}

function quickFixesOf(finding: Finding, { project }: Inspection, client: ClientFeatures): Offer[] {
  const common = { kind: CodeActionKind.QuickFix, diagnostics: [diagnosticOf(finding, client)] };
  const { fixes } = project.repairThoroughly(finding);
  const preferred = fixes.findIndex(({ safety }) => safety === 'safe');
  const offers = fixes.map(({ title }, index): Offer => {
    const deed: Deed = { kind: 'fix', finding: keyOf(finding), index };
    return { ...common, title, deed, ...(index === preferred ? { isPreferred: true } : {}) };
  });
  const silence: Deed = { kind: 'suppress', finding: keyOf(finding) };
  return [...offers, { ...common, title: `Ignore ${finding.rule} here, with a reason`, deed: silence }];
}

function orderOf({ uri, version }: OpenDocument, deed: Deed): Order {
  return { uri, version, deed };
}

/** Kinds are paths: who asks for `source` is also given `source.fixAll.offloop`. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
}

function isTouching(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
