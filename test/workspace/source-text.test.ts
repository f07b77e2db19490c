import { describe, expect, test } from 'vitest';
import { decodeText, encodeText, type SourceText } from '../../server/src/workspace/source-text.ts';

function bytes(text: string, encoding: BufferEncoding = 'utf8'): Buffer {
  return Buffer.from(text, encoding);
}

function decoded(content: Buffer): SourceText {
  const result = decodeText(content);
  if ('message' in result) throw new Error(result.message);
  return result;
}

describe('a text is read as CPython reads it', () => {
  test('UTF-8, and an empty file', () => {
    expect(decoded(bytes('x = "ä日𝄞"\n')).text).toBe('x = "ä日𝄞"\n');
    expect(decoded(bytes('')).text).toBe('');
  });

  test('a byte order mark is no part of the text', () => {
    expect(decoded(bytes('\uFEFFx = 1\n'))).toEqual({ text: 'x = 1\n', encoding: 'utf-8', hasByteOrderMark: true });
  });

  test('line ends and NUL bytes stay', () => {
    expect(decoded(bytes('a\r\nb\rc\0\n')).text).toBe('a\r\nb\rc\0\n');
  });

  test.each([
    ['# -*- coding: latin-1 -*-\nx = "é"\n', 'latin1', 'iso-8859-1'],
    ['#!/usr/bin/python\n# vim: set fileencoding=iso-8859-1 :\nx = "é"\n', 'latin1', 'iso-8859-1'],
    ['\n# coding: cp1252\nx = "é"\n', 'latin1', 'windows-1252'],
    ['# coding: utf8\nx = "é"\n', 'utf8', 'utf-8'],
    ['# coding: utf-8-sig\nx = "é"\n', 'utf8', 'utf-8'],
    ['x = 1\n# coding: latin-1\nx = "é"\n', 'utf8', 'utf-8'],
    ['x = 1  # coding: latin-1\ny = "é"\n', 'utf8', 'utf-8'],
  ] as const)('the cookie in %j', (text, encoding, label) => {
    expect(decoded(bytes(text, encoding))).toMatchObject({ text, encoding: label });
  });

  test('a multi-byte encoding', () => {
    const content = Buffer.concat([bytes('# coding: shift_jis\nx = "'), Buffer.from([0x93, 0xfa]), bytes('"\n')]);
    expect(decoded(content).text).toBe('# coding: shift_jis\nx = "日"\n');
  });
});

test.each([
  ['Latin-1 without a cookie', Buffer.from([0x78, 0xe9]), 'is not UTF-8 and names no encoding'],
  ['UTF-16', Buffer.from([0xff, 0xfe, 0x78, 0]), 'is UTF-16, which Python does not read'],
  ['an unknown encoding', bytes('# coding: klingon\n'), 'names an encoding that is not known: `klingon`'],
  ['ASCII with an accent', bytes('# coding: ascii\nx = "é"'), 'is not us-ascii, the encoding it names'],
  ['more than 10 MB', Buffer.alloc(11 * 1024 * 1024, 32), 'is 11.0 MB long; files over 10 MB are not checked'],
])('%s can not be read, and that is said', (_name, content, message) => {
  expect(decodeText(content)).toMatchObject({ message, remedy: expect.any(String) });
});

describe('a text is written as it was read', () => {
  test.each([
    ['UTF-8', bytes('x = "ä"\r\n')],
    ['with a byte order mark', bytes('\uFEFFx = "ä"\n')],
    ['Latin-1', bytes('# coding: latin-1\nx = "é\x92"\n', 'latin1')],
  ])('%s', (_name, content) => {
    const source = decoded(content);
    expect(encodeText(source.text, source)).toEqual(content);
  });

  test('what the encoding has no letter for is refused', () => {
    const source = decoded(bytes('# coding: latin-1\n'));
    expect(encodeText('# coding: latin-1\nx = "日"\n', source)).toMatchObject({ remedy: 'save it as UTF-8' });
  });
});
