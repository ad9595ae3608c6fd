import { describe, expect, test } from 'vitest';
import { mentionInProgress, partsWithMentions, withMention } from './mention-text';

const typing = (text: string) => mentionInProgress(text, text.length);

describe('an alias that is being typed', () => {
  test.each([
    ['@', 0, ''],
    ['Thanks, @Quiet Ib', 8, 'Quiet Ib'],
    ['(@Їж', 1, 'Їж'],
  ])('is found in "%s"', (text, at, typed) => expect(typing(text)).toEqual({ at, typed }));

  test.each(['no sign here', 'me@example', '@ Ibis', '@Ibis  and more', '@Ibis\nnext', `@${'x'.repeat(41)}`])(
    'is not found in "%s"',
    (text) => expect(typing(text)).toBeNull(),
  );

  test('ends at the caret', () => {
    expect(mentionInProgress('@Ibis said', 3)).toEqual({ at: 0, typed: 'Ib' });
  });
});

test('a chosen alias takes the place of what was typed, with one blank behind it', () => {
  expect(withMention('Hi @Qu!', { at: 3, typed: 'Qu' }, 'Quiet Ibis')).toEqual({
    text: 'Hi @Quiet Ibis !',
    caret: 15,
  });
  expect(withMention('@Qu yes', { at: 0, typed: 'Qu' }, 'Quiet Ibis')).toEqual({
    text: '@Quiet Ibis yes',
    caret: 12,
  });
});

describe('words in which people are named', () => {
  const said = (text: string, aliases: string[]) =>
    partsWithMentions(text, aliases).map((part) => (part.isMention ? `<${part.text}>` : part.text));

  test('are cut around the longest alias that fits', () => {
    expect(said('Ask @Quiet Ibis 2, not @quiet ibis.', ['Quiet Ibis', 'Quiet Ibis 2'])).toEqual([
      'Ask ',
      '<@Quiet Ibis 2>',
      ', not ',
      '<@quiet ibis>',
      '.',
    ]);
  });

  test('are whole when nobody is named, and signs of patterns in an alias mean themselves', () => {
    expect(said('a@Ibis @Ibises', ['Ibis'])).toEqual(['a@Ibis @Ibises']);
    expect(said('@A.B (c) @AxB (c)', ['A.B (c)'])).toEqual(['<@A.B (c)>', ' @AxB (c)']);
  });
});
