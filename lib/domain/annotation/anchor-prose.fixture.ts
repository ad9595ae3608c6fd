/** Prose for the tests of anchoring, made from few words, so that every sentence has several that look much like it. */

/** Numbers in [0, 1) that are the same in every run (Lehmer 1951). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed % 2_147_483_646) + 1;
    // Neighbouring seeds begin alike.
    for (let step = 0; step < 8; step += 1) this.next();
  }

  next(): number {
    this.#state = (this.#state * 48_271) % 2_147_483_647;
    return this.#state / 2_147_483_647;
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  of<T>(list: readonly T[]): T {
    const item = list[this.below(list.length)];
    if (item === undefined) throw new Error('The list is empty.');
    return item;
  }
}

interface Words {
  who: readonly string[];
  what: readonly string[];
  whom: readonly string[];
  where: readonly string[];
  when: readonly string[];
}

const english: Words = {
  who: [
    'the teachers',
    'the parents',
    'the shopkeepers',
    'the harbour workers',
    'the council',
    'the doctors',
    'the bus drivers',
    'two nurses',
    'the union',
    'the farmers along the river',
    'older residents',
    'the inspectors',
    'the librarian',
    'a former mayor',
    'the committee',
    'the owners of the mill',
  ],
  what: [
    'the new timetable',
    'the night market',
    'the ban on wood fires',
    'the bridge toll',
    'the old depot',
    'the school kitchen',
    'the flood wall',
    'the second reading room',
    'the ferry',
    'the parking fee',
    'the orchard behind the station',
    'the heating plant',
    'the footpath',
    'the apprenticeship scheme',
  ],
  whom: [
    'commuters',
    'young families',
    'weaker pupils',
    'tenants',
    'small firms',
    'visitors',
    'anglers',
    'people without a car',
    'the suburbs',
    'night workers',
    'the neighbouring villages',
    'apprentices',
  ],
  where: [
    'in Ostrava Street',
    'at the northern gate',
    'near the chapel',
    'along the canal',
    'on the upper square',
    'in the old town',
    'behind the brewery',
    'at Lindenau',
    'by the weir',
    'in both parishes',
  ],
  when: [
    'in the spring',
    'before the winter',
    'within a year',
    'after the harvest',
    'in the first term',
    'since the flood',
    'during the trial',
    'by the end of the decade',
    'last autumn',
  ],
};

const pick = (dice: Dice) => ({
  who: dice.of(english.who),
  what: dice.of(english.what),
  whom: dice.of(english.whom),
  where: dice.of(english.where),
  when: dice.of(english.when),
  figure: 11 + dice.below(88),
});

const TEMPLATES: readonly ((dice: Dice) => string)[] = [
  (d) => `${cap(pick(d).who)} say that ${pick(d).what} will help ${pick(d).whom} most.`,
  (d) => `${cap(pick(d).who)} say that ${pick(d).what} will hurt ${pick(d).whom} ${pick(d).when}.`,
  (d) =>
    `Of ${pick(d).figure} people asked ${pick(d).where}, only ${pick(d).figure} wanted ${pick(d).what} to stay.`,
  (d) =>
    `${cap(pick(d).what)} cost ${pick(d).figure},${100 + d.below(900)} crowns ${pick(d).when}, which ${pick(d).who} call too much.`,
  (d) => `It is in the interest of ${pick(d).whom} that ${pick(d).what} be kept open ${pick(d).when}.`,
  (d) => `No one had told ${pick(d).who} what ${pick(d).what} would mean for ${pick(d).whom}.`,
  (d) => `“${cap(pick(d).what)} was never meant for ${pick(d).whom},” said ${pick(d).who} ${pick(d).where}.`,
  (d) =>
    `${cap(pick(d).when)}, ${pick(d).who} asked ${pick(d).who} to close ${pick(d).what} ${pick(d).where}, and were refused.`,
  (d) =>
    `Whether ${pick(d).what} is worth ${pick(d).figure} % of the budget depends on what ${pick(d).whom} would do without it.`,
  (d) =>
    `${cap(pick(d).who)} have measured the noise ${pick(d).where}; it fell by ${pick(d).figure} decibels ${pick(d).when}.`,
  (d) =>
    `Nothing of this was written down, although ${pick(d).who} had promised ${pick(d).whom} a report ${pick(d).when}.`,
  (d) => `The rule applies to ${pick(d).what}, not to ${pick(d).what}, and ${pick(d).who} know it.`,
  (d) => `Pupils were not asked about ${pick(d).what}.`,
  (d) => `${cap(pick(d).who)} left ${pick(d).when}.`,
];

const ukrainian: readonly ((dice: Dice) => string)[] = [
  (d) =>
    `${d.of(['Учителі', 'Батьки', 'Водії', 'Лікарі'])} кажуть, що ${d.of(['заборона', 'нова школа', 'дамба', 'поромна переправа'])} допоможе ${d.of(['слабшим учням', 'мешканцям села', 'людям без авто'])} ${d.of(['навесні', 'до зими', 'за рік'])}.`,
  (d) =>
    `За ${11 + d.below(88)} днів ${d.of(['рада', 'комісія', 'громада'])} не знайшла ${d.of(['жодного доказу', 'іншого підрядника', 'потрібних коштів'])} ${d.of(['біля річки', 'на горішній площі', 'у старому місті'])}.`,
  (d) =>
    `Ніхто не питав ${d.of(['пасажирів', 'учнів', 'рибалок', 'орендарів'])}, чи потрібна їм ${d.of(['переправа', 'ця бібліотека', 'нічна лінія'])}.`,
  (d) =>
    `${d.of(['Об’їзна дорога', 'П’ята школа', 'Котельня'])} коштувала ${11 + d.below(88)} мільйонів, і це ${d.of(['забагато', 'менше за обіцяне', 'вдвічі більше, ніж торік'])}, вважає ${d.of(['мер', 'депутатка', 'профспілка'])}.`,
];

const cap = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;

const unlike = (dice: Dice, templates: readonly ((dice: Dice) => string)[], taken: Set<string>): string => {
  for (;;) {
    const sentence = dice.of(templates)(dice);
    if (taken.has(sentence)) continue;
    taken.add(sentence);
    return sentence;
  }
};

/** A text as paragraphs of sentences, all of them different. */
export function prose(dice: Dice, language: 'en' | 'uk' = 'en'): string[][] {
  const taken = new Set<string>();
  return Array.from({ length: 4 + dice.below(4) }, () =>
    Array.from({ length: 2 + dice.below(4) }, () =>
      unlike(dice, language === 'en' ? TEMPLATES : ukrainian, taken),
    ),
  );
}

/** A sentence that is none of a text's. */
export const newSentence = (dice: Dice, text: readonly (readonly string[])[]): string =>
  unlike(dice, TEMPLATES, new Set(text.flat()));

export const joined = (paragraphs: readonly (readonly string[])[]): string =>
  paragraphs
    .filter((sentences) => sentences.length > 0)
    .map((sentences) => sentences.join(' '))
    .join('\n\n');
