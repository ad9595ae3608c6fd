import { describe, expect, it } from 'vitest';
import { countWords, wholeWords, wordEdge } from './word-edges';

const text = 'Mines kill, long after wars.';

describe('the edge of a word', () => {
  it('is the end of the next word forwards and the start of the one before backwards', () => {
    expect(wordEdge(text, 0, 1, 'en')).toBe(5);
    expect(wordEdge(text, 5, 1, 'en')).toBe(10);
    expect(wordEdge(text, 10, -1, 'en')).toBe(6);
    expect(wordEdge(text, 6, -1, 'en')).toBe(0);
  });

  it('is the end of the text where no word is left', () => {
    expect(wordEdge(text, 27, 1, 'en')).toBe(28);
    expect(wordEdge(text, 0, -1, 'en')).toBe(0);
  });

  it('is found in the middle of a long text and in a language that is not known', () => {
    const long = 'word '.repeat(50_000);
    expect(wordEdge(long, 100_000, 1, 'en')).toBe(100_004);
    expect(wordEdge(long, 100_000, -1, 'xx')).toBe(99_995);
  });
});

describe('words', () => {
  it('are counted without marks and blanks', () => {
    expect(countWords(text, 'en')).toBe(5);
    expect(countWords('Міни вбивають.', 'uk')).toBe(2);
  });
});

describe('a stretch drawn by hand', () => {
  const article =
    'It ended. Ukrainian leaders argue that “mines” help. The Finnish government agreed. “We left.”';
  const drawn = (words: string) => {
    const start = article.indexOf(words);
    return wholeWords(article, start, start + words.length, 'en')?.exact;
  };

  it('takes whole words where it cuts them', () => {
    expect(drawn('krainian leaders argue th')).toBe('Ukrainian leaders argue that');
    expect(drawn('inn')).toBe('Finnish');
    const uk = 'Міни вбивають довго.';
    expect(wholeWords(uk, 6, 11, 'uk')?.exact).toBe('вбивають');
  });

  it('leaves the marks of the sentences beside it to them', () => {
    expect(drawn('. The Finnish government')).toBe('The Finnish government');
    expect(drawn('government agreed. “')).toBe('government agreed.');
    expect(drawn('” help. ')).toBe('help.');
  });

  it('keeps its own marks, and stays as it is where it is whole', () => {
    expect(drawn('“mines” help.')).toBe('“mines” help.');
    expect(drawn('leaders argue')).toBe('leaders argue');
    expect(wholeWords(article, 9, 10, 'en')).toBeNull();
  });
});
