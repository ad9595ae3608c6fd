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
    const onlyInOne = [...english.keys(), ...translated.keys()].filter(
      (key) => !english.has(key) || !translated.has(key),
    );
    expect(onlyInOne.join('\n')).toBe('');
  });

  it('asks for the same arguments', () => {
    const different = [...translated].filter(
      ([key, message]) =>
        messageArguments(message).join() !== messageArguments(english.get(key) ?? message).join(),
    );
    expect(different.map(([key]) => key).join('\n')).toBe('');
  });
});

describe.each(LOCALES)('the messages in %s', (locale) => {
  const messages = flatten(messagesOf(locale));

  it('say something, without space around them', () => {
    expect(messages.filter(([, message]) => message.trim() === '' || message.trim() !== message)).toEqual([]);
  });

  it('have every plural form of the language, where they have more than one', () => {
    const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    const isShort = (forms: string[]) =>
      forms.some((form) => form !== 'other' && !form.startsWith('=')) &&
      needed.some((form) => !forms.includes(form));
    const short = messages.filter(([, message]) => pluralForms(message).some(isShort));
    expect(short.map(([key]) => key).join('\n')).toBe('');
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

/**
 * Keys that a file asks its translators for. A name may stand for several namespaces in one file; the type check tells
 * those apart, here a key counts when any of them has it. A key made from parts is given up to its first variable.
 */
const keysUsed = (source: string): string[][] => {
  const namespaces = new Map<string, Set<string>>();
  for (const [, name = '', namespace = ''] of source.matchAll(translators))
    namespaces.set(name, new Set(namespaces.get(name)).add(namespace));
  return [...namespaces].flatMap(([name, owners]) =>
    [
      ...source.matchAll(
        new RegExp(`\\b${name}(?:\\.(?:rich|markup|has|raw))?\\(\\s*(['\`])([^'\`$]+)`, 'g'),
      ),
    ].map(([, , key]) => [...owners].map((owner) => `${owner}.${key}`)),
  );
};

const known = [...english.keys()];
const exists = (used: string): boolean =>
  english.has(used) || (/[.-]$/.test(used) && known.some((key) => key.startsWith(used)));

describe('the code', () => {
  it('shows only messages that exist', () => {
    const missing = sourceFiles.flatMap((path) =>
      keysUsed(readFileSync(join(root, path), 'utf8'))
        .filter((candidates) => !candidates.some(exists))
        .map((candidates) => `${path}: ${candidates.join(' or ')}`),
    );
    expect(missing.join('\n')).toBe('');
  });
});
