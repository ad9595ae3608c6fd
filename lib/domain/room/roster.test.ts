import { describe, expect, test } from 'vitest';
import { readRoster } from './roster';

describe('names that are pasted', () => {
  test.each([
    ['one a line', 'Ada Okafor\n  Ben  Li \n\nЧу Марта\n', ['Ada Okafor', 'Ben Li', 'Чу Марта']],
    ['from Windows, with a mark in front', '\ufeffAda\r\nBen\r\n', ['Ada', 'Ben']],
    ['surname first', 'Okafor, Ada\nLi, Ben', ['Okafor, Ada', 'Li, Ben']],
    ['a table with a heading', 'Class;Name;Mail\n10B;Ada;a@x\n10B;"Li; Ben";b@x', ['Ada', 'Li; Ben']],
    ['a table in Ukrainian', 'Клас,Ім’я\n10Б,Марта\n10Б,Іван', ['Марта', 'Іван']],
    ['a table without a heading', 'Ada\t10B\nBen\t10B', ['Ada', 'Ben']],
    ['a heading alone in its column', 'Name\nAda', ['Ada']],
    ['a quote that is never closed', 'Ada "the first\nBen', ['Ada "the first', 'Ben']],
    ['nothing', ' \n ; \n', []],
  ])('%s', (_, text, names) => {
    expect(readRoster(text).names).toEqual(names);
  });

  test('that come twice are told and kept: two may be called the same', () => {
    expect(readRoster('Ada\nBen\nada\nBen')).toMatchObject({
      names: ['Ada', 'Ben', 'ada', 'Ben'],
      doubles: ['Ada', 'Ben'],
    });
  });

  test('are at most 300 of at most 80 characters; what is left out is told', () => {
    const many = Array.from({ length: 310 }, (_, index) => `Pupil ${index}`);
    expect(readRoster(many.join('\n'))).toMatchObject({ left: 10 });
    expect(readRoster(many.join('\n')).names).toHaveLength(300);
    expect(readRoster(`Ada\n${'x'.repeat(81)}`)).toMatchObject({ names: ['Ada'], tooLong: ['x'.repeat(81)] });
  });
});
