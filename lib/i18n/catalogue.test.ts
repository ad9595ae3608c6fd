import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FAILURE_CODES } from '@/lib/domain/failure';
import { messagesOf } from './catalogue';
import { LOCALES } from './locales';
import { messageArguments, pluralForms } from './message-arguments';

const root = join(import.meta.dirname, '..', '..');

/** Every message of a catalogue by its full key, e.g. `shell.views.map`. */
const flatten = (value: unknown, prefix = ''): [string, string][] =>
  typeof value === 'string'
    ? [[prefix, value]]
    : Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) =>
        flatten(inner, prefix ? `${prefix}.${key}` : key),
      );

const english = new Map(flatten(messagesOf('en')));
const others = LOCALES.filter((locale) => locale !== 'en');

describe.each(others)('the catalogue in %s', (locale) => {
  const translated = new Map(flatten(messagesOf(locale)));

  it('has the same keys as the English one', () => {
    expect([...translated.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('asks for the same arguments', () => {
    const different = [...translated].filter(
      ([key, message]) =>
        messageArguments(message).join() !== messageArguments(english.get(key) ?? message).join(),
    );
    expect(different).toEqual([]);
  });
});

describe.each(LOCALES)('the messages in %s', (locale) => {
  const messages = flatten(messagesOf(locale));

  it('say something, without space around them', () => {
    expect(messages.filter(([, message]) => message.trim() === '' || message.trim() !== message)).toEqual([]);
  });

  it('have every plural form of the language', () => {
    const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    const short = messages.filter(([, message]) =>
      pluralForms(message).some((forms) => needed.some((form) => !forms.includes(form))),
    );
    expect(short).toEqual([]);
  });

  it('name every way to fail and no other', () => {
    expect(Object.keys(messagesOf(locale).failure).sort()).toEqual([...FAILURE_CODES].sort());
  });
});

const sourceFiles = ['app', 'components', 'lib'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && !path.startsWith('generated'))
    .map((path) => join(folder, path)),
);

const translators =
  /const (\w+) = (?:await )?(?:use|get)Translations\(\s*(?:\{[^}]*namespace:\s*)?'([\w.-]+)'/g;

/** Keys that a file asks its translators for; a key made from parts is given up to its first variable. */
const keysUsed = (source: string): string[] =>
  [...source.matchAll(translators)].flatMap(([, name, namespace]) =>
    [
      ...source.matchAll(
        new RegExp(`\\b${name}(?:\\.(?:rich|markup|has|raw))?\\(\\s*(['\`])([^'\`$]+)`, 'g'),
      ),
    ].map(([, , key]) => `${namespace}.${key}`),
  );

describe('the code', () => {
  it('shows only messages that exist', () => {
    const known = [...english.keys()];
    const missing = sourceFiles.flatMap((path) =>
      keysUsed(readFileSync(join(root, path), 'utf8'))
        .filter((used) => !known.some((key) => key === used || (/[.-]$/.test(used) && key.startsWith(used))))
        .map((used) => `${path}: ${used}`),
    );
    expect(missing).toEqual([]);
  });
});
