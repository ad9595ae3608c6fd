import { describe, expect, it } from 'vitest';
import { createAccountInput } from '@/lib/domain/account/schema';
import { nameFault, passwordFault } from './new-password';

describe('what the form says before it asks the server', () => {
  it.each([
    ['', 'short'],
    ['eleven char', 'short'],
    ['twelve chars', null],
    ['ім’я на 12ь!', null],
    ['👩‍🚀'.repeat(12), null],
    ['a'.repeat(128), null],
    ['a'.repeat(129), 'long'],
  ] as const)('password %j: %s', (password, fault) => {
    expect(passwordFault(password)).toBe(fault);
    expect(createAccountInput.safeParse({ name: 'Wren', password }).success).toBe(fault === null);
  });

  it.each([
    ['  ', 'short'],
    ['W', 'short'],
    ['Ян', null],
    ['Wren of the marsh', null],
    ['w@n', 'at'],
    ['a'.repeat(41), 'long'],
  ] as const)('name %j: %s', (name, fault) => {
    expect(nameFault(name)).toBe(fault);
    expect(createAccountInput.safeParse({ name, password: 'twelve chars' }).success).toBe(fault === null);
  });
});
