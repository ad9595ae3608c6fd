import { expect, test } from 'vitest';
import { CARRIED_FIELDS } from '@/lib/domain/formats/losses';
import { REFUSAL_SENTENCES } from '@/lib/domain/formats/refusal';
import { REPORT_SENTENCES } from '@/lib/domain/formats/report';
import { messagesOf } from './catalogue';
import { LOCALES } from './locales';
import { messageArguments } from './message-arguments';

type Sentence = (values: Record<string, string | number>) => string;

/** The values that a sentence is filled with. */
function asked(sentence: Sentence): string[] {
  const names = new Set<string>();
  const values = new Proxy<Record<string, string>>(
    {},
    {
      get: (_, name) => {
        names.add(String(name));
        return '';
      },
    },
  );
  sentence(values);
  return [...names].sort();
}

const sentences = { reason: REPORT_SENTENCES, refusal: REFUSAL_SENTENCES } as const;

test.each(
  LOCALES.flatMap((locale) => (['reason', 'refusal'] as const).map((list) => [locale, list] as const)),
)('in %s every %s of a conversion is worded, with the values that it has', (locale, list) => {
  const words: Record<string, string> = messagesOf(locale).conversion[list];
  const given: Record<string, Sentence> = sentences[list];
  expect(Object.keys(words).sort()).toEqual(Object.keys(given).sort());
  const unknown = Object.entries(words).filter(([code, message]) => {
    const known = asked(given[code] ?? (() => ''));
    return messageArguments(message).some((one) => !known.includes(one.replace(/^\{|[,}].*$/g, '')));
  });
  expect(unknown).toEqual([]);
});

test.each(LOCALES)('in %s everything that a format may have no place for has a name', (locale) => {
  expect(Object.keys(messagesOf(locale).conversion.field).sort()).toEqual([...CARRIED_FIELDS].sort());
});
