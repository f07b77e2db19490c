/** What the client on the other side can do, read once from its capabilities. */
import type { InitializeParams } from 'vscode-languageserver';

export interface ClientFeatures {
  /** Asks for diagnostics itself; else they are pushed. */
  readonly pullsDiagnostics: boolean;
  /** Can be asked to pull again. */
  readonly refreshesDiagnostics: boolean;
  readonly showsRelatedInformation: boolean;
  readonly showsCodeDescription: boolean;
  /** Asks for a code action's edit when it is chosen. */
  readonly resolvesEdits: boolean;
  /** Renders Markdown in hovers. */
  readonly showsMarkdown: boolean;
  /** Takes edits that name the document's version. */
  readonly takesDocumentChanges: boolean;
  /** Answers `workspace/configuration`. */
  readonly answersConfiguration: boolean;
  readonly registersConfigurationChanges: boolean;
  readonly registersFileWatchers: boolean;
  readonly changesFolders: boolean;
  /** Has the command `offloop.select`, which selects a range of a document; our own extension does. */
  readonly selectsText: boolean;
  /** Wants the notification `offloop/status`; our own extension does. */
  readonly wantsStatus: boolean;
}

export function clientFeaturesOf({ capabilities, initializationOptions }: InitializeParams): ClientFeatures {
  const { textDocument, workspace } = capabilities;
  const diagnostics = textDocument?.publishDiagnostics;
  const pull = textDocument?.diagnostic;
  return {
    pullsDiagnostics: pull !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport ?? false,
    showsRelatedInformation: (pull?.relatedInformation ?? diagnostics?.relatedInformation) === true,
    showsCodeDescription: (pull?.codeDescriptionSupport ?? diagnostics?.codeDescriptionSupport) === true,
    resolvesEdits: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') ?? false,
    showsMarkdown: textDocument?.hover?.contentFormat?.includes('markdown') ?? false,
    takesDocumentChanges: workspace?.workspaceEdit?.documentChanges ?? false,
    answersConfiguration: workspace?.configuration ?? false,
    registersConfigurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    registersFileWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    changesFolders: workspace?.workspaceFolders ?? false,
    selectsText: initializationOptions?.selectsText === true,
    wantsStatus: initializationOptions?.wantsStatus === true,
  };
}
