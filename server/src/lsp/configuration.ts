/** Asks the client for its settings and hears when they change. Knows both ways of the protocol: asked for, or sent along. */
import { type Connection, DidChangeConfigurationNotification, type InitializeParams } from 'vscode-languageserver';
import type { ClientFeatures } from './client-features.ts';
import { type EditorSettings, editorSettingsOf } from './editor-settings.ts';

export class EditorConfiguration {
  readonly #connection: Connection;
  readonly #client: ClientFeatures;
  /** What counts for a client that can't be asked. */
  #sent: unknown;
  /** What the client answered, by scope, until something changes. */
  readonly #known = new Map<string | undefined, Promise<EditorSettings>>();

  constructor(connection: Connection, client: ClientFeatures, params: InitializeParams) {
    this.#connection = connection;
    this.#client = client;
    this.#sent = params.initializationOptions?.settings;
  }

  /** The settings for the folder or file at `uri`, or for the window. */
  settingsFor(uri: string | undefined): Promise<EditorSettings> {
    const known = this.#known.get(uri);
    if (known !== undefined) return known;
    const settings = this.#ask(uri);
    this.#known.set(uri, settings);
    settings.catch(() => this.#known.delete(uri));
    return settings;
  }

  /** Calls `listener` after any setting changed. */
  async listen(listener: () => void): Promise<void> {
    this.#connection.onDidChangeConfiguration(({ settings }) => {
      this.#sent = settings?.offloop ?? this.#sent;
      this.#known.clear();
      listener();
    });
    if (!this.#client.registersConfigurationChanges) return;
    await this.#connection.client.register(DidChangeConfigurationNotification.type, { section: 'offloop' });
  }

  async #ask(uri: string | undefined): Promise<EditorSettings> {
    if (!this.#client.answersConfiguration) return editorSettingsOf(this.#sent);
    const item = { section: 'offloop', ...(uri === undefined ? {} : { scopeUri: uri }) };
    return editorSettingsOf(await this.#connection.workspace.getConfiguration(item));
  }
}
