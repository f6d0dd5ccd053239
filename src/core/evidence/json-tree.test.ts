import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readJson, readJsonStream } from './json-tree.ts';

describe('reading JSON with places', () => {
  it('gives the same value as JSON.parse for everything that is JSON', () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: 'binary' }), fc.constantFrom(0, 2), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        const { root, errors } = readJson(text);
        expect(errors).toEqual([]);
        expect(JSON.stringify(root?.value)).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  it('knows where every value stands', () => {
    const text = '{"a": [1, {"b": "x\\n"}], "a2": null}';
    const { root } = readJson(text);
    const node = root?.get('a', 1, 'b');
    expect(text.slice(node?.start, node?.end)).toBe('"x\\n"');
    expect(node?.string()).toBe('x\n');
    expect(text.slice(root?.start, root?.end)).toBe(text);
  });

  it('keeps all digits of large integers', () => {
    const { root } = readJson('{"at": 1502709956288000110, "text": "1502709956288000111", "f": 1.5}');
    expect(root?.bigint('at')).toBe(1_502_709_956_288_000_110n);
    expect(root?.bigint('text')).toBe(1_502_709_956_288_000_111n);
    expect(root?.bigint('f')).toBeUndefined();
    expect(root?.scalar('at')).toBe('1502709956288000110');
  });

  it('answers for missing keys and unexpected types', () => {
    const { root } = readJson('{"a": {"b": " "}, "n": 1e999, "t": true}');
    expect(root?.get('a', 'x', 'y', 0)).toBeUndefined();
    expect(root?.string('a', 'b')).toBeUndefined();
    expect(root?.string('n')).toBeUndefined();
    expect(root?.number('n')).toBeUndefined();
    expect(root?.items('a')).toEqual([]);
    expect(root?.entries('t')).toEqual([]);
    expect(root?.boolean('t')).toBe(true);
  });

  it('takes the last of equal keys, as JSON.parse does', () => {
    expect(readJson('{"a":1,"a":2}').root?.number('a')).toBe(2);
  });

  it('gives complete elements before a cut, and says that the text ends early', () => {
    const text = '{"items": [{"id": 1, "s": "x"}, {"id": 2, "s": "y"}]}';
    for (let cut = 1; cut < text.length; cut++) {
      const { root, errors } = readJson(text.slice(0, cut));
      expect(errors.length).toBeGreaterThan(0);
      const ids = root?.items('items').map((item) => item.number('id')) ?? [];
      expect(ids).toEqual([1, 2].slice(0, cut >= 51 ? 2 : cut >= 30 ? 1 : 0));
      expect(root?.complete).toBe(false);
    }
  });

  it('reads past stray and missing commas with an error each, past comments without one', () => {
    const { root, errors } = readJson('{"a": 1,, "b": 2 "c": 3, /* no */ "d": [1,],}');
    expect(root?.value).toEqual({ a: 1, b: 2, c: 3, d: [1] });
    expect(errors.map(({ message }) => message)).toEqual([
      'a comma stands where a value is expected',
      'a comma is missing',
    ]);
  });

  it('survives any nesting', () => {
    const { errors } = readJson('['.repeat(200_000));
    expect(errors[0]?.message).toContain('nest deeper');
  });

  it('reads values that follow one another', () => {
    const { roots } = readJsonStream('{"a":1}\n{\n"a":2}\n\n[3] 4');
    expect(roots.map(({ value }) => value)).toEqual([{ a: 1 }, { a: 2 }, [3], 4]);
    expect(readJson('{"a":1} {"a":2}').errors).toEqual([
      { message: 'more text follows the end of the JSON value', offset: 8 },
    ]);
  });

  it('never throws and keeps every node inside the text', () => {
    const unit = fc.constantFrom('{', '}', '[', ']', ',', ':', '"', 'a', '1', 'true', ' ', '\\', '\n');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        for (const { start, end } of readJsonStream(text).roots) {
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
