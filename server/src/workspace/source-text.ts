/**
 * Bytes of a Python file to text and back, as CPython reads them: UTF-8 unless a byte order mark or a PEP 263 cookie says else.
 *
 * A byte order mark is no part of the text, so it shifts no column; `encodeText` puts it back. Knows nothing of disks.
 */

/** A file's text and what is needed to write it back. */
export interface SourceText {
  readonly text: string;
  /** A WHATWG label in lower case: `utf-8`, `iso-8859-1`, `shift_jis`. */
  readonly encoding: string;
  readonly hasByteOrderMark: boolean;
}

/** Why bytes are no Python text, or a text can't be written. */
export interface EncodingFault {
  readonly message: string;
  readonly remedy: string;
}

/** Larger files are left out: generated data, where a parse takes seconds. */
const LARGEST_FILE = 10 * 1024 * 1024;

const COOKIE = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const BLANK_OR_COMMENT = /^[ \t\f]*(?:#.*)?$/;

/** The text in `bytes`. */
export function decodeText(bytes: Uint8Array): SourceText | EncodingFault {
  if (bytes.length > LARGEST_FILE) {
    const size = (bytes.length / 1024 / 1024).toFixed(1);
    return {
      message: `is ${size} MB long; files over 10 MB are not checked`,
      remedy: 'name it under `extend-exclude`',
    };
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { message: 'is UTF-16, which Python does not read', remedy: 'save it as UTF-8' };
  }
  const hasByteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const cookie = hasByteOrderMark ? null : cookieOf(bytes);
  const encoding = cookie === null ? 'utf-8' : labelOf(cookie);
  if (encoding === null) {
    return { message: `names an encoding that is not known: \`${cookie}\``, remedy: 'save it as UTF-8' };
  }
  const text = decodeAs(encoding, bytes);
  if (text !== null) return { text, encoding, hasByteOrderMark };
  return cookie === null
    ? {
        message: 'is not UTF-8 and names no encoding',
        remedy: 'save it as UTF-8, or name its encoding: `# -*- coding: latin-1 -*-`',
      }
    : { message: `is not ${encoding}, the encoding it names`, remedy: 'save it as UTF-8' };
}

/** `text` as the bytes of a file that was read as `source`. */
export function encodeText(text: string, source: SourceText): Uint8Array | EncodingFault {
  if (source.encoding === 'utf-8') return Buffer.from(source.hasByteOrderMark ? `\uFEFF${text}` : text, 'utf8');
  const largest = { 'iso-8859-1': 0xff, 'us-ascii': 0x7f }[source.encoding];
  if (largest === undefined || [...text].some((character) => (character.codePointAt(0) ?? 0) > largest)) {
    return {
      message: `was not changed: Offloop can't write this text as ${source.encoding}`,
      remedy: 'save it as UTF-8',
    };
  }
  return Buffer.from(text, 'latin1');
}

/** What the first two lines say by PEP 263; the second counts only if the first is blank or a comment. */
function cookieOf(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 400)).toString('latin1');
  const [first = '', second = ''] = head.split(/\r\n|\r|\n/, 2);
  const found = COOKIE.exec(first) ?? (BLANK_OR_COMMENT.test(first) ? COOKIE.exec(second) : null);
  return found?.[1] ?? null;
}

/** Python's name of a codec as a label; null if there is no such codec here. */
function labelOf(codec: string): string | null {
  const name = codec.toLowerCase().replaceAll('_', '-');
  if (/^utf-?8(-sig)?$/.test(name)) return 'utf-8';
  if (/^(latin-?1|iso-?8859-1|iso-latin-1|l1)(-.*)?$/.test(name)) return 'iso-8859-1';
  if (/^(us-)?ascii$/.test(name)) return 'us-ascii';
  try {
    return new TextDecoder(name === 'shift-jis' ? 'shift_jis' : name).encoding;
  } catch {
    return null;
  }
}

/** Null if `bytes` are not text of that encoding. */
function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  // To a TextDecoder both of these are windows-1252, which gives other letters than Python's codecs do.
  if (encoding === 'iso-8859-1') return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  if (encoding === 'us-ascii' && bytes.some((byte) => byte > 0x7f)) return null;
  try {
    return new TextDecoder(encoding === 'us-ascii' ? 'utf-8' : encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
