/**
 * How requests of one library become those of another, as data. A `Source` says how a program sends requests and what it asks of
 * their responses; a `Target` how that is written for an asynchronous library; a `Conversion` what becomes of arguments and errors.
 * Facts: measured on loopback with requests 2.34, httpx 0.28, aiohttp 3.14 (Python 3.14), and read in their sources.
 */
import type { Node } from '../../syntax/table.ts';
import type { AsyncLibrary } from '../async-library.ts';
import type { Site } from '../site.ts';
import type { Speller } from '../text/speller.ts';

export type Refused = { readonly refused: string };

/** Spells a name of a module and keeps the import that it needs. */
export type Spell = Speller['spell'];

/** What a program may ask of a response. */
export type Facet =
  | 'status'
  | 'ok'
  | 'reason'
  | 'headers'
  | 'url'
  | 'text'
  | 'body'
  | 'json'
  /** JSON where a handler may wait for what is none, or with arguments. */
  | 'strictJson'
  | 'raiseForStatus'
  | 'close'
  | 'encoding'
  | 'elapsed'
  | 'history'
  | 'links'
  | 'isRedirect'
  /** `.cookies["a"]` and `.cookies.get("a")`. */
  | 'cookie'
  | 'cookieOrNone'
  /** The body in pieces of `{n}` bytes, as whatever the network sends, decoded, and by lines. */
  | 'chunks'
  | 'bytePieces'
  | 'textPieces'
  | 'rawPieces'
  | 'textLines'
  | 'byteLines'
  /** Lines of bytes with their line ends. */
  | 'lines';

/**
 * How a target writes a facet. `{r}` is the response, `{a}` the arguments as they stand, `{,a}` those behind others, without which
 * there must be none, `{n}` a number of bytes, `{k}` a key, `{loads}` is `json.loads`. `async for …` can only be iterated by a `for`, which becomes asynchronous.
 */
export type Spellings = Readonly<Partial<Record<Facet, string>>>;

/** What goes wrong with a request. */
export type Failure = 'connect' | 'connectTimeout' | 'readTimeout' | 'disconnect' | 'status' | 'json';

/** The classes by which each failure can be caught, by qualified name; `Exception` and above are left out. */
export type Failures = Readonly<Record<Failure, readonly string[]>>;

export interface Source {
  readonly name: string;
  /** The catalogue's names of what sends a request: a function, and a method of a client. Group 1 is the method. */
  readonly functions: RegExp;
  readonly methods: RegExp | null;
  /** The names of what makes a client. */
  readonly clients: RegExp | null;
  /** Parameters by position, by method; of a client's methods where those differ. */
  readonly positional: Readonly<Record<string, readonly string[]>>;
  readonly positionalOfClient?: Readonly<Record<string, readonly string[]>>;
  /** What the response's attributes and methods are. */
  readonly attributes: Readonly<Record<string, Facet>>;
  readonly calls: Readonly<Record<string, Facet>>;
  /** The response is of the target's own class: what the tables above do not name stays as it is. */
  readonly isSameResponse: boolean;
  /** A response is false where its status is an error. */
  readonly hasTruth: boolean;
  /** A status that is an error raises when the request is sent. */
  readonly raisesForStatus: boolean;
  /** Functions that read a response, as written, and those that take the body instead: `json.load(response)`. */
  readonly readers: Readonly<Record<string, string>>;
  /** What iterating a response gives. */
  readonly iterated: Facet | null;
  readonly failures: Failures;
  /** Errors are those of the target: no handler has to change. */
  readonly hasSameErrors: boolean;
}

export interface Target {
  readonly name: string;
  readonly distribution: string;
  /** As the title says: `Use aiohttp`. */
  readonly title: string;
  /** The class of its client. */
  readonly client: string;
  readonly runsOn: readonly AsyncLibrary[];
  /** Names for a client, best first. */
  readonly clientNames: readonly string[];
  /** A response is of use only within its own `async with`; else it can be read like any value, unless it is streamed. */
  readonly hasResponseBlock: boolean;
  readonly response: Spellings;
  /** Of a response whose body is not read yet. */
  readonly streamed: Spellings;
  readonly failures: Failures;
  /** Methods that take no body: another call says the same. */
  readonly bodiless: readonly string[];
}

/** What becomes of an argument. Its value stays as it is where no other is given. */
export interface Placed {
  readonly value?: string;
  /** What the target calls it. */
  readonly name?: string;
  /** Where it goes: to the call, to what makes the client, or nowhere. */
  readonly goesTo: 'call' | 'client' | 'nowhere';
  /** The body is left to be read. */
  readonly streams?: boolean;
  /** The call needs this besides. */
  readonly also?: string;
}

export type ArgumentRule = (site: Site, value: Node, spell: Spell) => Placed | Refused;

/** An argument of a call, by the source's name for it. */
export type Given = ReadonlyMap<string, Node>;

/** A request as it is to be sent. */
export interface Call {
  readonly method: string;
  readonly given: Given;
  /** The request has a client of its own; else it shares one. */
  readonly hasOwnClient: boolean;
}

export interface Conversion {
  readonly source: Source;
  readonly target: Target;
  /** The target's method for the source's, where it is another. */
  readonly methodFor?: (method: string, given: Given) => string;
  readonly arguments: Readonly<Record<string, ArgumentRule>>;
  /** Of calls of a client that others use, too, where they differ. */
  readonly sharedArguments?: Readonly<Record<string, ArgumentRule>>;
  /** Why arguments do not go together. */
  readonly whyNotTogether: (site: Site, given: Given) => string | null;
  /** What the call must say that the source has as a default. */
  readonly addedArguments: (call: Call, spell: Spell) => readonly string[];
  /** What the client must be told besides what arguments give; `call` is the one for which it is made, null: several. */
  readonly clientOptions: (site: Site, call: Call | null, taken: readonly string[], spell: Spell) => readonly string[];
  /** Arguments of the source's client, where it may have any. */
  readonly clientArguments: Readonly<Record<string, ArgumentRule>>;
  /** What else may be done with a client, by its text behind the name, as the target has it: `.close()`. */
  readonly clientUses: readonly (readonly [RegExp, string])[];
  /** Classes of errors, and what catches the same; the source's by qualified name. */
  readonly errors: Readonly<Record<string, readonly string[]>>;
  /** What an error's attributes are, by class, then by text behind the name. */
  readonly errorUses: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
