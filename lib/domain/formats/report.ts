import type { FormatName } from './format-names';

/**
 * What a conversion lost, guessed and joined, entry by entry and where. An import shows it before anything is written.
 *
 * Places are `line 12`, a JSON pointer (`/nodes/3`), or `claim c1`, `relation r1`, `source s1`.
 */

type Values = Record<string, string | number>;
type Sentences = Record<string, (values: Values) => string>;

const DROPPED = {
  // reading
  'node-not-argument': (v) => `The node of type ${v.type} is about the dialogue, not the argument.`,
  'node-unknown': (v) => `A node of type "${v.type}" has no place in a map.`,
  'node-without-id': () => 'A node has no id.',
  'node-repeated': (v) => `A second node has the id "${v.id}".`,
  rephrase: () => 'Saying the same in other words is not a relation.',
  preference: () => 'A preference between reasons is not a relation.',
  'scheme-without-premise': () => 'The relation has no claim at its beginning.',
  'scheme-without-conclusion': () => 'The relation leads to nothing.',
  'support-of-relation': () => 'A relation can be undercut, not supported.',
  'relation-to-itself': (v) => `"${v.id}" is related to itself.`,
  'relation-end-missing': (v) => `The relation leads to or from "${v.id}", which is not in the map.`,
  'undercuts-in-a-circle': (v) => `The undercut "${v.id}" leads back to itself.`,
  'edge-end-missing': (v) => `An edge names "${v.id}", which is not among the nodes.`,
  'edge-without-meaning': (v) => `An edge from ${v.from} to ${v.to} says nothing about the argument.`,
  'claim-without-text': (v) => `The claim "${v.id}" has no words.`,
  'hidden-characters': (v) => `${v.count} control or direction characters were taken out.`,
  'table-missing': (v) => `There is no ${v.table} table: the map comes without it.`,
  'field-unknown': (v) => `"${v.field}" has no place in a map.`,
  'passage-not-found': () => 'The words cited are not at that place in the text.',
  'passage-without-claim': () => 'The passage belongs to no claim.',
  'source-missing': (v) => `The citation names the source "${v.source}", which is not there.`,
  'side-missing': (v) => `No side has the key "${v.side}".`,
  'person-details': () => 'Names and addresses of analysts are not taken.',
  comment: () => 'Comments are not part of the map.',
  tag: (v) => `The tag #${v.tag} has no place in a map.`,
  heading: (v) => `The heading "${v.title}" has no place in a map.`,
  'address-cut': () => 'Argdown takes // for a comment: an address in plain text is cut here.',
  'argument-description': (v) => `The argument "${v.title}" is written out; its description is left out.`,
  'reference-not-backwards': (v) => `"-> See ${v.number}." names no earlier claim.`,
  'link-not-a-source': (v) => `The address "${v.url}" is not one of the web.`,
  // writing
  'field-not-carried': (v) => `${v.format} has no place for ${v.field} (${v.count} of them).`,
  'undercut-becomes-objection': () =>
    'The format cannot undercut: it stands as an objection to the reason instead.',
  'passage-crosses': () => 'The passage crosses another one and cannot be marked too.',
  'text-flattened': () => 'Line breaks in the text became spaces.',
  'citations-lost': (v) =>
    `Passages cited by claims that are no longer in their texts: ${v.count}. They are left out.`,
  'citations-undecided': (v) =>
    `Citations whose evidence changed with a new text, and which nobody has decided on: ${v.count}. They are written like any other.`,
  'text-guarded': (v) => `The text was changed a little so that it is not read as ${v.as}.`,
} satisfies Sentences;

const GUESSED = {
  'format-detected': (v) => `The content looks like ${v.format}.`,
  'title-missing': (v) => `The file has no title; it is called "${v.title}".`,
  'language-unknown': () => 'The file does not say its language.',
  'motion-guessed': (v) => `"${v.id}" is taken for a motion, because most leads to it; the file marks none.`,
  'title-as-text': (v) => `"${v.title}" has no words of its own; its title stands for them.`,
  'edge-as-support': () => 'Two claims are joined without a kind; it is read as support.',
  'several-conclusions': (v) => `The relation leads to ${v.count} claims; each is taken as its own.`,
  'scheme-kind': (v) => `The scheme "${v.name}" is read as ${v.kind}.`,
  'attack-direction': (v) =>
    `SADFace ${v.version} is written with attacks in both directions; this one is taken to run ${v.direction === 'reversed' ? 'from the claim attacked to the attacker' : 'from the attacker to the claim attacked'}, because of ${v.evidence === 'order' ? 'the order of its edges' : 'what stands at its ends'}.`,
  'symmetric-conflict': () => 'The two claims exclude each other; it is read as an attack each way.',
  entailment: () => 'One claim implies the other; it is read as support.',
  'undercut-of-argument': (v) =>
    `The undercut of the argument "${v.title}" is read as one of what it says in ${v.count} relations.`,
  'undercut-without-relation': (v) =>
    `"${v.title}" gives no reason that could be undercut; it is read as an attack.`,
  'attack-on-argument': (v) =>
    `The attack does not say which premise of "${v.title}" it means; it is read as an undercut of the inference.`,
  'support-on-argument': (v) =>
    `The support does not say which premise of "${v.title}" it means; it is read as support of the conclusion.`,
  'special-character': (v) => `Argdown reads "${v.written}" as a special character.`,
  'stance-missing': () => 'Neither Pro nor Con is said; it is read as support.',
  'continued-line': () => 'A line without a number continues the claim before it.',
  'margin-missing': (v) => `The claim ${v.number} is not indented as Kialo does it; its number decides.`,
  'header-as-text': (v) =>
    `The line looks like the beginning of the claim ${v.number}, but is not indented as one; it is read as text.`,
  'footnote-ambiguous': (v) => `"[${v.number}]" occurs more than once; the first is taken for the footnote.`,
  'source-not-cited': (v) => `No claim cites source ${v.number}.`,
  'child-of-reference': (v) =>
    `What stands below "-> See ${v.number}." is read as standing below that claim.`,
  'speaker-from-words': (v) => `"${v.speaker}" is taken from the words of the locution.`,
  'side-speaks': (v) => `The side "${v.side}" is taken to speak ${v.speaks} the motion.`,
} satisfies Sentences;

const MERGED = {
  'relation-repeated': (v) => `The relation is there already as "${v.id}".`,
  'several-wordings': (v) => `"${v.title}" is worded in several ways; the first is kept.`,
  'second-parent': (v) => `"See ${v.number}" is no second claim: claim ${v.number} leads to both.`,
  'same-source': (v) => `The source is there already as "${v.id}".`,
  'sources-joined': (v) => `${v.count} sources became one text.`,
  'linked-premises': (v) => `${v.count} linked premises share one node; their ids and weights are joined.`,
  'undercuts-linked': () => 'An undercut of one of several linked premises meets them all.',
} satisfies Sentences;

export type DroppedReason = keyof typeof DROPPED;
export type GuessedReason = keyof typeof GUESSED;
export type MergedReason = keyof typeof MERGED;
export type ReportReason = DroppedReason | GuessedReason | MergedReason;

/** The English sentences, by reason: what other languages say the same with. */
export const REPORT_SENTENCES: Readonly<Record<ReportReason, (values: Values) => string>> = {
  ...DROPPED,
  ...GUESSED,
  ...MERGED,
};

/** Every reason there is, by list: what a translation must cover. */
export const REPORT_REASONS = {
  dropped: Object.keys(DROPPED) as DroppedReason[],
  guessed: Object.keys(GUESSED) as GuessedReason[],
  merged: Object.keys(MERGED) as MergedReason[],
};

export interface ReportEntry<Reason extends ReportReason = ReportReason> {
  place: string;
  reason: Reason;
  /** One English sentence. */
  message: string;
  /** What the sentence is filled with, for other languages. */
  values: Values;
  step: 'read' | 'write';
}

export interface ConversionReport {
  from: FormatName;
  to?: FormatName;
  /** What the file holds in its own terms, counted: nodes by type, statements, rows. */
  found: Record<string, number>;
  dropped: ReportEntry<DroppedReason>[];
  guessed: ReportEntry<GuessedReason>[];
  merged: ReportEntry<MergedReason>[];
}

const LONGEST_VALUE = 200;

/** Collects the entries of one step. */
export class ReportWriter {
  readonly found: Record<string, number> = {};
  readonly #dropped: ReportEntry<DroppedReason>[] = [];
  readonly #guessed: ReportEntry<GuessedReason>[] = [];
  readonly #merged: ReportEntry<MergedReason>[] = [];
  readonly #step: 'read' | 'write';

  constructor(step: 'read' | 'write') {
    this.#step = step;
  }

  dropped(reason: DroppedReason, place: string, values: Values = {}): void {
    this.#dropped.push(this.#entry(reason, place, values, DROPPED[reason]));
  }

  guessed(reason: GuessedReason, place: string, values: Values = {}): void {
    this.#guessed.push(this.#entry(reason, place, values, GUESSED[reason]));
  }

  merged(reason: MergedReason, place: string, values: Values = {}): void {
    this.#merged.push(this.#entry(reason, place, values, MERGED[reason]));
  }

  /** Counts something that the file holds. */
  count(what: string, more = 1): void {
    this.found[what] = (Object.hasOwn(this.found, what) ? (this.found[what] ?? 0) : 0) + more;
  }

  entries(): Pick<ConversionReport, 'dropped' | 'guessed' | 'merged'> {
    return { dropped: [...this.#dropped], guessed: [...this.#guessed], merged: [...this.#merged] };
  }

  #entry<Reason extends ReportReason>(
    reason: Reason,
    place: string,
    values: Values,
    sentence: (values: Values) => string,
  ): ReportEntry<Reason> {
    const short = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'string' ? value.slice(0, LONGEST_VALUE) : value,
      ]),
    );
    return { place, reason, message: sentence(short), values: short, step: this.#step };
  }
}

/** One report of reading and writing. */
export const conversionReport = (
  from: FormatName,
  to: FormatName | undefined,
  steps: readonly ReportWriter[],
): ConversionReport => ({
  from,
  ...(to === undefined ? {} : { to }),
  found: steps[0]?.found ?? {},
  dropped: steps.flatMap((step) => step.entries().dropped),
  guessed: steps.flatMap((step) => step.entries().guessed),
  merged: steps.flatMap((step) => step.entries().merged),
});
