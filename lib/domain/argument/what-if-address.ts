import { err, ok, type Result } from '../result';
import { isWellFormed } from '../text/plain-text';
import type { WhatIf } from './what-if';

/**
 * Hypothetical changes as one value of an address, of characters that no address needs to escape. A version, then one
 * part for each change, parted by dots: `1.cD1.sarticle.b62-H2` switches claim D1 and the source "article" off and sets
 * the base score of H2 to 0.62. Letters, digits and hyphens of a name stand for themselves, any other character is its
 * code point in hexadecimal between underscores.
 */
const VERSION = '1';
export const MOST_ADDRESS_LENGTH = 2_000;
export const MOST_CHANGES = 100;
/** Longest name of a claim or source, in code points. */
const MOST_NAME = 64;

/** What is wrong with an address; `part` counts from 1 and is 0 when it is the whole. */
export interface WhatIfProblem {
  code: 'too-long' | 'too-many' | 'unknown-version' | 'malformed' | 'base-outside' | 'repeated' | 'bad-name';
  part: number;
}

const isPlain = (character: string): boolean => /^[A-Za-z0-9-]$/.test(character);

const isName = (name: string): boolean => {
  const length = [...name].length;
  return length >= 1 && length <= MOST_NAME && isWellFormed(name);
};

const escaped = (name: string): string =>
  [...name]
    .map((character) => (isPlain(character) ? character : `_${character.codePointAt(0)?.toString(16)}_`))
    .join('');

/** The name, or null unless it is written in the one way in which `escaped` writes it. */
function unescaped(text: string): string | null {
  const name = text.replace(/_([0-9a-f]{1,6})_/g, (whole, code: string) => {
    const point = Number.parseInt(code, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
  return isName(name) && escaped(name) === text ? name : null;
}

/** Changes as an address; empty when there are none. The same changes give the same address, whatever their order. */
export function whatIfAddress({ claimsOff, sourcesOff, bases }: WhatIf): Result<string, WhatIfProblem> {
  const names = [...claimsOff, ...sourcesOff, ...bases.map(({ claim }) => claim)];
  if (names.length === 0) return ok('');
  if (names.length > MOST_CHANGES) return err({ code: 'too-many', part: 0 });
  const bad = names.findIndex((name) => !isName(name));
  if (bad >= 0) return err({ code: 'bad-name', part: bad + 1 });
  const parts = [
    ...claimsOff.map((name) => `c${escaped(name)}`).sort(),
    ...sourcesOff.map((name) => `s${escaped(name)}`).sort(),
    ...bases.map(({ claim, base }) => `b${Math.round(base * 100)}-${escaped(claim)}`).sort(),
  ];
  const address = [VERSION, ...parts].join('.');
  return address.length > MOST_ADDRESS_LENGTH ? err({ code: 'too-long', part: 0 }) : ok(address);
}

/** Reads an address that may come from anyone: the changes, or what is wrong with it. */
export function readWhatIf(address: string): Result<WhatIf, WhatIfProblem> {
  if (address.length > MOST_ADDRESS_LENGTH) return err({ code: 'too-long', part: 0 });
  const claimsOff: string[] = [];
  const sourcesOff: string[] = [];
  const bases: { claim: string; base: number }[] = [];
  if (address === '') return ok({ claimsOff, sourcesOff, bases });
  const [version, ...parts] = address.split('.');
  if (version !== VERSION) return err({ code: 'unknown-version', part: 0 });
  if (parts.length > MOST_CHANGES) return err({ code: 'too-many', part: 0 });
  const seen = new Set<string>();
  for (const [index, text] of parts.entries()) {
    const wrong = (code: WhatIfProblem['code']) => err({ code, part: index + 1 });
    const [, kind = '', percent, written = ''] = /^(?:([cs])|b(\d{1,3})-)(.+)$/.exec(text) ?? [];
    if (written === '' || (percent !== undefined && String(Number(percent)) !== percent))
      return wrong('malformed');
    const name = unescaped(written);
    if (name === null) return wrong('malformed');
    if (seen.has(`${kind} ${name}`)) return wrong('repeated');
    seen.add(`${kind} ${name}`);
    if (percent === undefined) (kind === 'c' ? claimsOff : sourcesOff).push(name);
    else if (Number(percent) > 100) return wrong('base-outside');
    else bases.push({ claim: name, base: Number(percent) / 100 });
  }
  return ok({ claimsOff, sourcesOff, bases });
}
