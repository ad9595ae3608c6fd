import { describe, expect, it } from 'vitest';
import { messageArguments, pluralForms } from './message-arguments';

describe('what a message asks for', () => {
  it.each([
    ['Plain words, it’s all', []],
    ['Hello {name}', ['{name}']],
    ["'{name}' is quoted, so it is no argument", []],
    ["One apostrophe, it's plain: {name}", ['{name}']],
    ['{count, plural, one {# claim by {name}} other {# claims}}', ['{count, plural}', '{name}']],
    ['On {when, date, short} <b>now</b>', ['<b>', '{when, date}']],
  ])('%s', (message, expected) => {
    expect(messageArguments(message)).toEqual(expected);
  });

  it.each(['{count, plural, one {# claim}', 'closes } nothing', '{}'])('%s is a mistake', (message) => {
    expect(() => messageArguments(message)).toThrow(SyntaxError);
  });

  it('plural branches are read with what is nested in them', () => {
    expect(pluralForms('{n, plural, =0 {none} one {# of {m, plural, other {#}}} other {#}}')).toEqual([
      ['=0', 'one', 'other'],
      ['other'],
    ]);
  });
});
