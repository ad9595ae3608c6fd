import { describe, expect, test } from 'vitest';
import { changeOf, changesMeaning } from './edit-change';

describe('changesMeaning', () => {
  test('new words have no usual answer', () => {
    expect(changesMeaning('Phones distract.', 'Phones do not distract.', null)).toBeNull();
    expect(changesMeaning('Phones distract.', 'Phones do not distract.', 'meaning')).toBe(true);
    expect(changesMeaning('Phones distract.', 'Phones distract pupils.', 'wording')).toBe(false);
  });

  test('words that stay keep their meaning and ask for no answer', () => {
    expect(changesMeaning('Phones distract.', ' Phones  distract. ', null)).toBe(false);
    expect(changesMeaning('Phones distract.', 'Phones distract.', 'meaning')).toBe(false);
  });
});

describe('changeOf', () => {
  test('the first version changed nothing', () => {
    expect(changeOf({ text: 'One.', changesMeaning: false }, null)).toBeNull();
  });

  test('a later version is what its author called it', () => {
    expect(changeOf({ text: 'Two.', changesMeaning: false }, { text: 'One.' })).toBe('wording');
    expect(changeOf({ text: 'Two.', changesMeaning: true }, { text: 'One.' })).toBe('meaning');
  });

  test('a version with the same words, for its evidence alone was changed, is neither', () => {
    expect(changeOf({ text: 'One.', changesMeaning: false }, { text: 'One.' })).toBeNull();
  });
});
